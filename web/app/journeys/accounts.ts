import { createHmac } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from '@playwright/test';
import { sample, serve } from './program';
import { expect, open, test as base, type Lang } from './test';

export interface Office {
  url: string;
  /** The link of an administrator's invitation, as the program gives it beside the one that serves. */
  administrator: (email: string) => string;
  /** Stops the program and starts it again. */
  again: () => Promise<void>;
}

/** Journeys on a register of their own, whose accounts no other journey shares. */
const officeOn = (made: string[]) =>
  base.extend<object, { office: Office }>({
    office: [
      // Playwright reads from the pattern what a fixture builds on.
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const { url, run, again, stop } = await serve(made);
        const administrator = (email: string) => {
          const said = run('invite', '--administrator', email);
          const link = /^http\S+$/m.exec(said)?.[0];
          if (!link) throw new Error(`nobody was invited: ${said}`);
          const { pathname, hash } = new URL(link);
          return url + pathname + hash; // wherever the program thinks that it is reached
        };
        await use({ url, administrator, again });
        await stop();
      },
      { scope: 'worker', timeout: 120_000 },
    ],
    baseURL: ({ office }, use) => use(office.url),
  });

/** On the register of December 2021. */
export const test = officeOn([]);

/** On a register in which nothing is real, one for each file that asks: what is declared in one is in no other's queue. */
export const onSample = () => officeOn(sample);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an app shows for a secret (RFC 6238), some periods of 30 seconds from now. */
export function codeOf(secret: string, ahead = 0): string {
  const bits = [...secret.replace(/[\s=]/g, '')].map((c) => letters.indexOf(c).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const period = Buffer.alloc(8);
  period.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac('sha1', Buffer.from(bytes.map((byte) => parseInt(byte, 2))))
    .update(period)
    .digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Takes up an invitation, and leaves the page for signing in with the address filled in. */
export async function takeUp(page: Page, link: string, name: string, password: string): Promise<void> {
  await open(page, link);
  await expect(page).toHaveURL(/\/invitation$/); // the code is out of the address
  await page.getByLabel('Nom', { exact: true }).fill(name);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click();
  await expect(page).toHaveURL(/\/fr\/sign-in$/);
  await expect(page.getByText('Votre compte est prêt.')).toBeVisible();
}

/** Fills in the first step of the page for signing in, and sends it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: 'Se connecter' }).click();
}

/** Sets up a second factor on the page of the account; gives its secret. */
export async function enrol(page: Page, password: string): Promise<string> {
  const factor = page.locator('section[aria-labelledby=factor]');
  await factor.getByLabel('Mot de passe', { exact: true }).fill(password);
  await factor.getByRole('button', { name: 'Commencer' }).click();
  await expect(factor.getByRole('img')).toHaveAttribute('src', /^data:image\/png/);
  const secret = (await factor.locator('code').textContent()) ?? '';
  const code = codeOf(secret);
  await factor.getByLabel('Code à six chiffres').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await factor.getByRole('button', { name: 'Confirmer le code' }).click();
  await expect(factor.getByRole('heading', { name: 'Codes de secours' })).toBeFocused();
  return secret;
}

/** What axe finds on a page as it stands, and whether it is wider than its window. */
export async function judgedHere(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
  );
  expect(found, where).toEqual([]);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, where).toBeLessThanOrEqual(0);
}

/** What axe finds on a page in a language. */
export async function judged(page: Page, lang: Lang, path: string): Promise<void> {
  await open(page, `/${lang}${path}`);
  await judgedHere(page, `/${lang}${path}`);
}

export const password = 'quatre mots sans aucun rapport';

/** A field of the form that is shown: what was typed in another is kept beside it. */
export const field = (within: Page | Locator, label: string) =>
  within.getByLabel(label, { exact: true }).filter({ visible: true });

/** The row of somebody in a list. */
export const rowOf = (page: Page, email: string) =>
  page.locator('tbody tr, .rows > li').filter({ hasText: email }).first();

/** An administrator who has joined, signed in, and has a second factor. */
export async function administrator(page: Page, link: string, email: string): Promise<string> {
  await takeUp(page, link, 'Amina Exemple', password);
  await expect(page.getByLabel('Adresse e-mail')).toHaveValue(email);
  await signIn(page, email, password);
  await expect(page).toHaveURL(/\/fr\/account$/);
  await expect(page.getByText('Vos rôles attendent')).toBeVisible();
  const secret = await enrol(page, password);
  await expect(page.locator('.recovery code')).toContainText(/\S+\n\S+/);
  await page.getByRole('button', { name: 'Je les ai gardés' }).click();
  await expect(page.getByText('Vos rôles attendent')).toHaveCount(0);
  return secret;
}

/** Somebody whom the administrator invites, who joins in a browser of their own. */
export async function invited(
  office: Office,
  page: Page,
  browser: Browser,
  email: string,
  choose: () => Promise<void>,
): Promise<Page> {
  await open(page, '/fr/administration/accounts');
  await choose();
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Inviter', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: email })).toBeVisible();
  await open(page, '/fr/administration/accounts');
  await rowOf(page, email).getByRole('button', { name: 'Montrer le lien' }).click();
  const link = (await rowOf(page, email).locator('pre code').textContent()) ?? '';
  const context = await browser.newContext({ baseURL: office.url });
  const own = await context.newPage();
  const { pathname, hash } = new URL(link);
  await takeUp(own, office.url + pathname + hash, 'Personne Exemple', password);
  await signIn(own, email, password);
  await expect(own).toHaveURL(/\/fr\/account$/);
  return own;
}

/** The first administrator of a partner, invited as above. */
export const partnerOf = (office: Office, page: Page, browser: Browser, email: string, slug: string) =>
  invited(office, page, browser, email, async () => {
    await page.getByLabel('administrateur du partenaire').check();
    await page.getByRole('combobox', { name: 'Partenaire' }).selectOption(slug);
  });

/** An officer, invited as above, who has a second factor. */
export async function officerOf(office: Office, page: Page, browser: Browser, email: string): Promise<Page> {
  const officer = await invited(office, page, browser, email, async () => {
    await page.getByLabel('agent vérificateur').check();
  });
  await enrol(officer, password);
  await officer.getByRole('button', { name: 'Je les ai gardés' }).click();
  return officer;
}

interface Signed {
  slug: string;
  delivery: { declared: { value: number }; verified: { value: number } };
}

/** A partner that has a convention, and what is delivered under that. */
export async function someone(page: Page): Promise<{ slug: string; convention: Signed }> {
  const query = `{ partners(filter: {kind: COMPANY}, first: 50) { nodes { slug conventions { nodes {
    slug delivery { declared { value } verified { value } } } } } } }`;
  const found = (await (await page.request.post('/graphql', { data: { query } })).json()) as {
    data: { partners: { nodes: { slug: string; conventions: { nodes: Signed[] } }[] } };
  };
  for (const { slug, conventions } of found.data.partners.nodes) {
    const [convention] = conventions.nodes;
    if (convention) return { slug, convention };
  }
  throw new Error('the sample has no company with a convention');
}
