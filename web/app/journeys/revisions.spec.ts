import type { Locator, Page } from '@playwright/test';
import { tables } from '../src/lang/editable';
import '../src/lang/ownPages';
import { conventionNamed } from '../src/lang/nouns';
import { pages } from '../src/lang/pages';
import { publishing } from '../src/lang/publishing';
import { revision } from '../src/lang/revision';
import type { Words } from '../src/lib/language';
import { formatNumber, formsFor } from '../src/lib/numbers';
import { administrator, judged, onSample } from './accounts';
import { choose, press, reachNamed, write } from './hands';
import { expect, judgedIn, languages, open, type Lang } from './test';

const test = onSample();
test.use({ actionTimeout: 15_000 });

// What an administrator enters, by keyboard alone: in every language in the lab, as each takes minutes.
const spoken: readonly Lang[] = process.env['LAB'] ? languages : ['fr'];

/** Who keeps the register, in one language. */
class Keeper {
  constructor(
    readonly lang: Lang,
    readonly page: Page,
  ) {}

  say = <T>(words: Words<T>): T => words[this.lang];
  at = (path: string) => open(this.page, `/${this.lang}${path}`);
  /** What axe finds on a page: of the language that is spoken, or where one stands for all, of those that are judged. */
  async judges(path: string) {
    for (const lang of process.env['LAB'] ? [this.lang] : judgedIn) await judged(this.page, lang, path);
    await this.at(path);
  }

  /** A field of the form, by the column's own name; "cite." stands before those of its first citation. */
  field(name: string) {
    const [, ofCitation] = /^cite\.(.*)/.exec(name) ?? [];
    const named = ofCitation ? `[name^="cite."][name$=".${ofCitation}"]` : `[name="${name}"]`;
    return this.page.locator(named).filter({ visible: true }).first();
  }

  /** Presses what bears a name: of several, the next. */
  async presses(name: string | RegExp) {
    await reachNamed(this.page, name);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses what bears these words, or is of this code. */
  async chooses(wanted: Locator, text: string) {
    const option = wanted
      .locator('option')
      .filter({ hasText: text })
      .or(wanted.locator(`option[value="${text}"]`));
    await expect(option.first()).toBeAttached(); // lists of what can be named come with the form
    await choose(wanted, (await option.first().getAttribute('value')) ?? '');
  }

  /** Fills in fields in the order of the form. */
  async fills(fields: Record<string, string>) {
    for (const [name, text] of Object.entries(fields)) {
      const wanted = this.field(name);
      await wanted.waitFor();
      const isChoice = await wanted.evaluate((node) => node instanceof HTMLSelectElement);
      await (isChoice ? this.chooses(wanted, text) : write(wanted, text));
    }
  }

  /** Fills in the form of a new row, and saves it with what its source says. */
  async enters(table: string, fields: Record<string, string>, states = '') {
    const { page, say } = this;
    const what = say(tables[table]?.one ?? { fr: '', ar: '', en: '' });
    await expect(page.getByRole('heading', { name: say(revision.adding)(what) })).toBeVisible();
    await this.fills(fields);
    if (states) await this.fills({ 'cite.statement.fr': states });
    await this.presses(say(revision.save));
    await expect(
      page.getByRole('status').filter({ hasText: say(revision.addedNow)('').split('\u2068')[0] }),
    ).toBeVisible();
  }

  /** Enters what belongs to the row that was just saved. */
  async entersBeneath(table: string, fields: Record<string, string>, states: string) {
    await this.presses(this.say(tables[table]?.one ?? { fr: '', ar: '', en: '' }));
    await this.enters(table, fields, states);
  }

  async begins(title: string): Promise<string> {
    const { page, say } = this;
    await this.at('/administration/revisions');
    await this.fills({ title });
    await press(page.getByRole('button', { name: say(revision.start), exact: true }));
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    return new URL(page.url()).pathname.slice(3);
  }

  /** Looks at what will change, and publishes it. */
  async publishes(reason: string) {
    const { page, say } = this;
    await this.fills({ reason });
    await press(page.getByRole('button', { name: say(publishing.publish), exact: true }));
    await expect(page.getByText(say(publishing.publishedNow))).toBeVisible();
  }

  toMend = (things: number) =>
    formsFor(things, publishing.toMend, this.lang).replace('{} ', `${formatNumber(things, this.lang)}\u00a0`);
}

/** The next signing, with all that belongs to it: told what is missing, looked at as it would be, and published. */
async function entersASigning(keeper: Keeper, named: string) {
  const { page, say, lang } = keeper;
  const convention = say(conventionNamed)('N-1');
  const draft = await keeper.begins('La signature fictive de novembre');
  // What is missing is said before anything is sent.
  await keeper.presses(say(revision.deedSource));
  await keeper.presses(say(revision.save));
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await keeper.judges(`${draft}?add=sources`);
  await keeper.at(draft);
  await keeper.presses(say(revision.deedSource));
  await keeper.enters('sources', {
    'publisher.fr': `Journal fictif ${lang}`,
    title: `Fictif ${lang}`,
    language: 'FR',
  });
  await keeper.presses(say(revision.deedPartner));
  const source = { 'cite.source': `Fictif ${lang}` };
  await keeper.enters('partners', { kind: 'COMPANY', 'name.fr': named, ...source }, 'Une entreprise.');
  await keeper.presses(say(revision.deedSigning));
  await keeper.enters(
    'signings',
    {
      date: '2026-11-20',
      'title.fr': `Signature de ${named}`,
      announced_conventions: '1',
      partners_coverage: 'COMPLETE',
      conventions_coverage: 'COMPLETE',
    },
    'La signature a eu lieu.',
  );
  const party = { role: 'PARTNER', partner: named, 'name.fr': named };
  await keeper.entersBeneath('signatories', party, 'A signé.');
  await keeper.presses(say(revision.deedConvention));
  await keeper.judges(`${draft}?add=conventions`);
  await keeper.presses(`Signature de ${named}`);
  await keeper.enters(
    'conventions',
    {
      reference: 'N-1',
      reference_kind: 'REGISTER',
      status: 'SIGNED',
      parties_coverage: 'COMPLETE',
      commitments_coverage: 'COMPLETE',
      orientations_coverage: 'NOT_PUBLISHED',
      sectors_coverage: 'NOT_PUBLISHED',
      regions_coverage: 'NOT_PUBLISHED',
    },
    'Une convention.',
  );
  await keeper.entersBeneath('parties', party, 'Partie.');
  await keeper.presses(say(revision.deedCommitment));
  await keeper.presses(convention);
  await keeper.enters(
    'commitments',
    { indicator: 'JOBS_CREATED', 'wording.fr': `Quarante emplois de ${named}` },
    'Promis.',
  );

  // What it still needs is told in its place, before it can be published.
  await keeper.presses(say(publishing.check));
  await expect(page.getByText(keeper.toMend(1))).toBeVisible();
  await keeper.presses(say(revision.back));
  const commitment = say(tables['commitments']?.one ?? { fr: '', ar: '', en: '' });
  await keeper.presses(new RegExp(`^${say(revision.beneath)} ${commitment}`));
  await keeper.entersBeneath('targets', { kind: 'SIGNATURE', figure: '40', due_on: '2027' }, '40 emplois.');
  await keeper.judges(draft);
  await keeper.presses(say(publishing.check));
  await expect(page.getByText(keeper.toMend(0))).toBeVisible();
  await keeper.judges(`${draft}?check=1`);

  // Nobody sees it yet but who keeps the register.
  await keeper.presses(convention);
  const preview = page.getByRole('region', { name: say(publishing.preview).split(/\s?:/)[0] });
  await expect(preview.getByRole('heading', { level: 1, name: convention })).toBeVisible();
  await expect(preview.getByText(`Quarante emplois de ${named}`)).toBeVisible();
  const seen = new URL(page.url());
  await keeper.judges(seen.pathname.slice(3) + seen.search);
  const slug = decodeURIComponent(seen.search).split('/').at(-1) ?? '';
  const query = `{ convention(slug: "${slug}") { slug } }`;
  const isPublic = async () => (await (await page.request.post('/graphql', { data: { query } })).json()).data;
  expect(await isPublic()).toEqual({ convention: null });
  await keeper.at(`${draft}?check=1`);
  await keeper.presses(say(publishing.publish));
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([say(publishing.publishReasonNeeded)]);
  await keeper.publishes('La signature du 20 novembre.');
  expect(await isPublic()).toEqual({ convention: { slug } });
  await keeper.judges(draft);
}

/** An amendment with its new target, and a succession, found from what is in the register. */
async function entersAnAmendment(keeper: Keeper, named: string) {
  const { page, say, lang } = keeper;
  const convention = say(conventionNamed)('N-1');
  await keeper.begins('Un avenant et une succession fictifs');
  await keeper.presses(say(revision.deedAmendment));
  await keeper.presses(new RegExp(`^Signature de ${named} › .*N-1$`));
  await keeper.enters(
    'amendments',
    { reference: 'AV-1', 'summary.fr': 'Plus d’emplois.', 'cite.source': `Fictif ${lang}` },
    'Un avenant.',
  );
  await keeper.presses(say(revision.deedTarget));
  await keeper.presses(new RegExp(`Quarante emplois de ${named}$`));
  await keeper.enters('targets', { figure: '60', 'reason.fr': 'Par avenant.' }, '60 emplois.');
  await keeper.presses(say(tables['allocations']?.one ?? { fr: '', ar: '', en: '' }));
  const region = await keeper.field('region').locator('option[value="MA-06"]').textContent();
  await keeper.enters('allocations', { region: 'MA-06', figure: '60' }, 'Tous y sont.');
  await keeper.presses(say(revision.deedSuccession));
  await keeper.presses(named);
  const other = keeper.field('other');
  await expect(other.locator('option').nth(2)).toBeAttached();
  await choose(other, (await other.locator('option').nth(2).getAttribute('value')) ?? '');
  await keeper.fills({ since: '2026-12', 'cite.statement.fr': 'Une succession.' });
  await keeper.presses(say(revision.save));
  await keeper.presses(say(publishing.check));
  await expect(page.getByText(keeper.toMend(0))).toBeVisible();
  await expect(page.getByRole('heading', { name: `${region} · 60` })).toBeVisible();
  await keeper.publishes('Un avenant et une succession.');
  await keeper.presses(convention);
  await expect(page.getByRole('heading', { level: 1, name: convention })).toBeVisible();
  await expect(page.getByText('AV-1', { exact: true })).toBeVisible();
  await expect(page.getByText(/60/).first()).toBeVisible();
}

for (const lang of spoken) {
  test(`the next signing, an amendment and a succession, by keyboard alone, in ${lang}`, async ({
    page,
    office,
  }) => {
    test.setTimeout(180_000);
    const email = `amina.${lang}@exemple.ma`;
    await administrator(page, office.administrator(email), email);
    const keeper = new Keeper(lang, page);
    const named = `Atelier fictif ${lang}`;
    await keeper.at('/account');
    await keeper.presses(keeper.say(pages.revisions.title));
    await expect(page.getByRole('button', { name: keeper.say(revision.start) })).toBeVisible();
    await keeper.judges('/administration/revisions');
    await entersASigning(keeper, named);
    await entersAnAmendment(keeper, named);

    // What is in the register is found, changed and withdrawn from there.
    const third = await keeper.begins('Un retrait fictif');
    await keeper.presses(keeper.say(revision.search));
    await choose(page.getByLabel(keeper.say(revision.table), { exact: true }), 'partners');
    await write(page.getByLabel(keeper.say(revision.text)), named.toLowerCase());
    await page.keyboard.press('Enter');
    await expect(page.locator('.found li')).toHaveCount(1); // what was listed before bears that name too
    await keeper.presses(named);
    await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${named}`) })).toBeVisible();
    const ties = keeper.say(tables['partner_ties']?.several ?? { fr: '', ar: '', en: '' });
    await expect(page.getByRole('heading', { level: 2, name: ties })).toBeVisible();
    const row = new URL(page.url());
    await keeper.judges(row.pathname.slice(3) + row.search);
    expect(third).toBe(row.pathname.slice(3));
  });
}
