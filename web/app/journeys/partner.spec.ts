import type { Browser, Page } from '@playwright/test';
import { declaration, rowStates } from '../src/lang/declaration';
import { form } from '../src/lang/form';
import { jobForm } from '../src/lang/jobForm';
import '../src/lang/ownPages';
import { pages } from '../src/lang/pages';
import { people, roles } from '../src/lang/people';
import { session } from '../src/lang/session';
import { sheet } from '../src/lang/sheet';
import { target } from '../src/lang/target';
import { decisionReasons, verification } from '../src/lang/verification';
import type { Words } from '../src/lib/language';
import { formatNumber, formsFor, type Counted } from '../src/lib/numbers';
import {
  administrator,
  field,
  judgedHere,
  password,
  rowOf,
  officerOf,
  onSample,
  someone,
  type Office,
} from './accounts';
import { choose, give, press, reach, steps, tick, write, writeDay } from './hands';
import { expect, languages, open, type Lang } from './test';

const test = onSample();

// The whole dialogue of a partner and the agency, by keyboard alone, in every language: in the lab, as each takes minutes.
// declarations.spec.ts is its small edition.
const spoken: readonly Lang[] = process.env['LAB'] ? languages : [];

/** Who takes part in it, in one language. */
class Dialogue {
  constructor(
    readonly lang: Lang,
    readonly office: Office,
    readonly browser: Browser,
    readonly partner: string,
    readonly convention: string,
  ) {}

  say = <T>(words: Words<T>): T => words[this.lang];
  count = (value: number, words: Counted) =>
    formsFor(value, words, this.lang).replace('{} ', `${formatNumber(value, this.lang)}\u00a0`);
  reference = (row: number) => `${this.lang.toUpperCase()}-${row}`;
  button = (page: Page, words: Words) => page.getByRole('button', { name: this.say(words), exact: true });
  field = (page: Page, words: Words) => field(page, this.say(words));

  /** The partner's first administrator, from the invitation to the first page. */
  async invites(admin: Page, email: string): Promise<Page> {
    const { lang, say, button, field } = this;
    await open(admin, `/${lang}/administration/accounts`);
    await tick(admin.getByRole('radio', { name: say(roles.PARTNER_ADMINISTRATOR), exact: true }));
    await choose(field(admin, people.partner), this.partner);
    await write(field(admin, form.email), email);
    await press(button(admin, people.invite));
    await expect(admin.getByRole('status').filter({ hasText: email })).toBeVisible();
    await open(admin, `/${lang}/administration/accounts`);
    await press(rowOf(admin, email).getByRole('button', { name: say(people.showLink) }));
    const link = new URL((await rowOf(admin, email).locator('pre code').textContent()) ?? '');
    const page = await (await this.browser.newContext({ baseURL: this.office.url })).newPage();
    await open(page, link.pathname.replace(/^\/\w+/, `/${lang}`) + link.hash);
    await judgedHere(page, 'the invitation');
    await write(field(page, form.name), 'Karim Exemple');
    await write(field(page, form.password), password);
    await press(button(page, session.accept));
    await expect(page.getByText(say(session.joined))).toBeVisible();
    await write(field(page, form.email), email);
    await write(field(page, form.password), password);
    await press(page.locator('main').getByRole('button', { name: say(session.signIn), exact: true }));
    await expect(page).toHaveURL(`/${lang}/account`);
    return page;
  }

  /** Begins a declaration, from the account. */
  async begins(page: Page) {
    const { say, field, button } = this;
    await press(page.locator(`nav a[href$="/partner-space/${this.partner}"]`));
    await expect(page).toHaveURL(/\/partner-space\//);
    await judgedHere(page, 'the partner’s page');
    await press(page.getByRole('link', { name: say(declaration.begin), exact: true }));
    await choose(field(page, declaration.convention), this.convention);
    await writeDay(field(page, declaration.from), '2026-01-01');
    await writeDay(field(page, declaration.until), '2026-03-31');
    await press(button(page, declaration.start));
    await expect(page).toHaveURL(/\/declarations\/\S+$/);
  }

  /** Twelve rows, as a spreadsheet of this language has them: ten of which say what is given, and two that are right. */
  file(startedOn: string, region: string, contract: string) {
    const { say, lang } = this;
    const casablanca = { fr: 'Casablanca-Settat', ar: 'الدار البيضاء - سطات', en: 'Casablanca-Settat' }[lang];
    const heading = [jobForm.reference, jobForm.region, jobForm.contract, jobForm.startedOn].map(say);
    const rows = Array.from({ length: 12 }, (_, i) => {
      const right = i >= 10;
      return [
        this.reference(i),
        right ? casablanca : region || casablanca,
        right ? 'CDI' : contract,
        right ? '05/01/2026' : startedOn,
      ];
    });
    const text = [heading, ...rows].map((cells) => cells.join(';')).join('\r\n');
    const buffer = lang === 'fr' ? Buffer.from(text, 'latin1') : Buffer.from(`\ufeff${text}`);
    return { name: 'rows.csv', mimeType: 'text/csv', buffer };
  }

  /** Thirty faults are told at once, and mended in one round. */
  async fillsByFile(page: Page) {
    const { say, button, field, count } = this;
    await give(field(page, sheet.file), this.file('31/02/2026', 'Atlantis', 'Stage'));
    await press(button(page, sheet.send));
    const told = page.getByRole('region', { name: count(30, sheet.faults) });
    await expect(told).toBeFocused();
    await expect(told.getByRole('listitem')).toHaveCount(30);
    await expect(told).toContainText(count(2, sheet.ready));
    const marked = page.waitForEvent('download');
    await press(told.getByRole('link', { name: say(sheet.marked) }));
    expect((await marked).suggestedFilename()).toMatch(/\.xlsx$/);
    await expect(page.getByText(say(declaration.noRows))).toBeVisible();
    await judgedHere(page, 'thirty faults');
    await give(field(page, sheet.file), this.file('02/02/2026', '', 'CDI'));
    await press(button(page, sheet.send));
    await expect(page.getByText(count(12, sheet.taken))).toBeVisible();
    await judgedHere(page, 'the draft');
  }

  /** Declares three jobs in the form, which keeps what they have in common. */
  async fillsByForm(page: Page) {
    const { say, button, field } = this;
    for (const hire of [1, 2, 3]) {
      const reference = `HIRE-${this.reference(hire)}`; // the partner's, who has others from the file
      await write(field(page, jobForm.reference), reference);
      if (hire === 1) {
        await choose(field(page, jobForm.region), 'MA-06');
        await choose(field(page, jobForm.contract), 'CDI');
      }
      await writeDay(field(page, jobForm.startedOn), `2026-01-${10 + hire}`);
      await press(button(page, jobForm.save));
      await expect(page.getByText(say(jobForm.saved)(reference))).toBeVisible();
    }
    await judgedHere(page, 'three hires');
  }

  /** Checks a draft and submits it; gives the reference of the receipt. */
  async submits(page: Page): Promise<string> {
    const { say, button } = this;
    await press(page.getByRole('link', { name: say(declaration.check), exact: true }));
    await expect(page.getByRole('heading', { name: say(declaration.preview) })).toBeVisible();
    await judgedHere(page, 'check your answers');
    await press(button(page, declaration.submit));
    await expect(page.getByText(say(declaration.received))).toBeVisible();
    await judgedHere(page, 'the receipt');
    const reference = page.getByText(/^D-\d{4}-\d+$/).first();
    return (await reference.textContent()) ?? '';
  }

  /** Opens a declaration from the queue, and claims it. */
  async claims(page: Page, reference: string) {
    const { lang, say, button } = this;
    await open(page, `/${lang}/account`);
    await press(
      page.getByRole('navigation').getByRole('link', { name: say(pages.queue.title), exact: true }),
    );
    await judgedHere(page, 'the queue');
    await press(page.getByRole('link', { name: reference }));
    await press(button(page, verification.claim));
    await expect(page.getByText(say(verification.claimDone))).toBeVisible();
  }

  /** Returns rows, with a reason and words; accepts all that wait then. */
  async returns(page: Page, rows: string[], words: string) {
    const { say, button, field } = this;
    for (const row of rows)
      await tick(page.getByRole('checkbox', { name: `${say(verification.chooseRow)} ${row}`, exact: true }));
    await tick(field(page, verification.giveBack));
    await press(button(page, verification.send));
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([
      say(verification.reasonNeeded),
      say(verification.wordsNeeded),
    ]);
    await judgedHere(page, 'a decision without a reason');
    await choose(field(page, verification.reason), 'EVIDENCE_MISSING');
    await write(field(page, verification.words), words);
    await press(button(page, verification.send));
    for (const row of rows) await expect(this.row(page, row)).toContainText(say(rowStates.RETURNED));
  }

  async accepts(page: Page, basis: string) {
    const { say, button, field } = this;
    await tick(field(page, verification.allRows));
    await tick(field(page, verification.accept));
    await choose(field(page, verification.basis), basis);
    await press(button(page, verification.send));
    await expect(page.getByText(say(rowStates.ACCEPTED), { exact: true }).first()).toBeVisible();
    await judgedHere(page, 'what was decided');
  }

  row = (page: Page, reference: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader').getByText(reference, { exact: true }) });

  /** Reads why rows were returned, corrects each, and leaves the correction to be submitted. */
  async corrects(page: Page, reference: string, rows: string[], words: string) {
    const { lang, say, button, field } = this;
    await open(page, `/${lang}/account`);
    await press(page.locator(`nav a[href$="/partner-space/${this.partner}"]`));
    const declared = this.row(page, reference);
    await expect(declared).toContainText(`${say(rowStates.RETURNED)} (${formatNumber(rows.length, lang)})`);
    await judgedHere(page, 'the partner’s page, with what was returned');
    await press(declared.getByRole('link', { name: reference }));
    for (const row of rows) {
      await expect(this.row(page, row)).toContainText(words);
      await expect(this.row(page, row)).toContainText(say(decisionReasons.EVIDENCE_MISSING));
    }
    await press(button(page, declaration.correct));
    for (const row of rows) {
      await press(page.getByRole('button', { name: `${say(declaration.change)} ${row}`, exact: true }));
      await expect(page.getByRole('heading', { name: say(jobForm.changeTitle)(row) })).toBeFocused();
      await writeDay(field(page, jobForm.startedOn), '2026-02-03');
      await press(button(page, jobForm.save));
      await expect(page.getByText(say(jobForm.changed)(row))).toBeVisible();
    }
    await judgedHere(page, 'the correction');
  }

  /** What everyone reads of the convention: declared and verified, apart. */
  async shown(page: Page, declared: number, verified: number) {
    const figure = (words: Words) =>
      page.locator('dl dl div', { has: page.getByText(this.say(words), { exact: true }) }).locator('dd');
    await expect(async () => {
      await open(page, `/${this.lang}/conventions/${this.convention}`);
      await expect(figure(target.declared)).toHaveText(formatNumber(declared, this.lang), { timeout: 500 });
      await expect(figure(target.verified)).toHaveText(formatNumber(verified, this.lang), { timeout: 500 });
    }).toPass({ timeout: 10_000 });
    await judgedHere(page, 'the public page');
  }
}

for (const lang of spoken) {
  test(`three hires from the first sign-in to the receipt, by keyboard alone, in ${lang}`, async ({
    page,
    browser,
    office,
  }) => {
    test.setTimeout(240_000);
    const email = (who: string) => `${who}.hires.${lang}@exemple.ma`;
    await administrator(page, office.administrator(email('amina')), email('amina'));
    const { slug: partner, convention } = await someone(page);
    const dialogue = new Dialogue(lang, office, browser, partner, convention.slug);
    const karim = await dialogue.invites(page, email('karim'));
    steps.taken = 3; // the address, the password and the button, by which the invited has just signed in
    await dialogue.begins(karim);
    await dialogue.fillsByForm(karim);
    expect(await dialogue.submits(karim)).toMatch(/^D-/);
    expect(steps.taken, 'fields and buttons').toBeGreaterThan(15);
    expect(steps.taken * 15, 'seconds, at fifteen for each field and button').toBeLessThan(600);
  });

  test(`a partner and the agency, by keyboard alone, in ${lang}`, async ({ page, browser, office }) => {
    test.setTimeout(420_000);
    const email = (who: string) => `${who}.${lang}@exemple.ma`;
    await administrator(page, office.administrator(email('amina')), email('amina'));
    const officer = await officerOf(office, page, browser, email('nadia'));
    const { slug: partner, convention } = await someone(page);
    const { declared, verified } = convention.delivery;
    const dialogue = new Dialogue(lang, office, browser, partner, convention.slug);
    const anyone = await (await browser.newContext({ baseURL: office.url })).newPage();
    const returned = [0, 7].map(dialogue.reference);
    const why = 'رقم التصريح ناقص. Il manque le contrat.';

    const karim = await dialogue.invites(page, email('karim'));
    await dialogue.begins(karim);
    await dialogue.fillsByFile(karim);
    const first = await dialogue.submits(karim);
    await dialogue.shown(anyone, declared.value + 12, verified.value);

    await dialogue.claims(officer, first);
    await dialogue.returns(officer, returned, why);
    await dialogue.accepts(officer, 'SOCIAL_SECURITY_LIST');
    await dialogue.shown(anyone, declared.value + 12, verified.value + 10);

    await dialogue.corrects(karim, first, returned, why);
    const second = await dialogue.submits(karim);
    await dialogue.claims(officer, second);
    await dialogue.accepts(officer, 'CONTRACT');
    await dialogue.shown(anyone, declared.value + 12, verified.value + 12);
    await reach(
      anyone
        .getByRole('link', { name: 'English' })
        .or(anyone.getByRole('link', { name: 'Français' }))
        .first(),
    );
  });
}
