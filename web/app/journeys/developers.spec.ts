import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, languages, open, test } from './test';

const ready = { fr: 'Ce qui a été promis', ar: 'ما وُعد به', en: 'What was promised' };
const another = { fr: 'Les partenaires', ar: 'الشركاء', en: 'The partners' };
const patient = { timeout: 30_000 };

/** Where the page's document came from, and what its policy lets styles be. */
async function styles(page: Page): Promise<string> {
  const response = await page.request.get(page.url());
  return /style-src ([^;]+)/.exec(response.headers()['content-security-policy'] ?? '')?.[1] ?? '';
}

for (const lang of languages)
  test(`in ${lang}, a ready query is run in the explorer, which asks this site alone`, async ({
    page,
    baseURL,
  }) => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await open(page, `/${lang}/developers`);
    await page.getByRole('button', { name: ready[lang], exact: true }).click();
    await expect(page.locator('.graphiql-response')).toContainText('commitments', patient);
    await page.getByRole('button', { name: another[lang], exact: true }).click();
    await expect(page.locator('.graphiql-response')).toContainText('"kind"');
    expect([...hosts]).toEqual([new URL(baseURL ?? '').host]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, 'nothing widens the page').toBeLessThanOrEqual(0);
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the explorer, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await open(page, '/fr/developers');
    await page.getByRole('button', { name: ready.fr, exact: true }).click();
    await expect(page.locator('.graphiql-response')).toContainText('commitments', patient);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
    );
    expect(found).toEqual([]);
  });

test('a browser that opens the API’s address is led to the explorer, with its query filled in', async ({
  page,
}) => {
  const asked = 'query Kind($n: Int) { register { kind } partners(first: $n) { totalCount } }';
  await page.goto(`/graphql?query=${encodeURIComponent(asked)}&variables=${encodeURIComponent('{"n":1}')}`);
  await expect(page).toHaveURL(/\/(fr|ar|en)\/developers\?.*query=/);
  await expect(page.locator('.graphiql-query-editor')).toContainText('totalCount', patient);
  await page.locator('.graphiql-execute-button').click();
  await expect(page.locator('.graphiql-response')).toContainText('"REAL"');
});

test('the page for developers alone may style, be it reached or left by a link', async ({ page }) => {
  await open(page, '/en');
  expect(await styles(page)).toBe("'self'");
  await page.getByRole('contentinfo').getByRole('link', { name: 'Developers' }).click();
  await expect(page.locator('h1')).toHaveText('Developers');
  expect(await styles(page)).toBe("'self' 'unsafe-inline'");
  await page.getByRole('button', { name: 'Open the explorer' }).click();
  await expect(page.locator('.graphiql-query-editor')).toContainText('Promise', patient);

  // Another document has come, not the app alone: what was remembered on the old one is gone.
  await page.evaluate(() => Object.assign(window, { here: true }));
  await page.getByRole('navigation').getByRole('link', { name: 'Partners', exact: true }).click();
  await expect(page.locator('h1')).toHaveText('Partners');
  expect(await page.evaluate(() => 'here' in window)).toBe(false);
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('Developers');
});

test('what somebody wrote is there after the language has changed', async ({ page }) => {
  await open(page, '/fr/developers');
  await page.getByRole('button', { name: ready.fr, exact: true }).click();
  await expect(page.locator('.graphiql-response')).toContainText('commitments', patient);
  await page.locator('.graphiql-query-editor .monaco-editor').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('query Mine { register { kind } }');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.graphiql-response')).toContainText('"REAL"');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Open the explorer' }).click();
  await expect(page.locator('.graphiql-query-editor')).toContainText('Mine', patient);
});

test('the keyboard goes through the explorer and comes out again', async ({ page }) => {
  await open(page, '/en/developers');
  await page.getByRole('button', { name: ready.en, exact: true }).press('Enter');
  await expect(page.locator('.graphiql-response')).toContainText('commitments', patient);
  await page.locator('.graphiql-query-editor .monaco-editor').click();
  const inside = () => page.evaluate(() => !!document.activeElement?.closest('.explorer'));
  expect(await inside()).toBe(true);
  for (let pressed = 0; pressed < 20 && (await inside()); pressed++) await page.keyboard.press('Tab');
  expect(await inside()).toBe(false);
});

test('the focus of a button that goes is handed on, and what has opened is said', async ({ page }) => {
  await open(page, '/en/developers');
  await page.getByRole('button', { name: 'Open the explorer' }).press('Enter');
  await expect(page.locator('.explorer')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'The explorer is open.' })).toBeAttached(patient);
  await expect(page.locator('.explorer')).toBeFocused();
  await page.getByRole('button', { name: 'Show the reference' }).press('Enter');
  await expect(page.getByLabel('Find a type or a field')).toBeFocused();
});

test('of two ready queries pressed while the explorer loads, the last is run', async ({ page }) => {
  await open(page, '/en/developers');
  let go = () => {};
  const gone = new Promise<void>((resolve) => (go = resolve));
  await page.route('**/assets/explorer-*.js', async (route) => {
    await gone;
    await route.continue();
  });
  await page.getByRole('button', { name: ready.en, exact: true }).click();
  await page.getByRole('button', { name: another.en, exact: true }).click();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.postData() ?? ''));
  go();
  await expect(page.locator('.graphiql-response')).toContainText('"kind"', patient);
  expect(asked.join()).not.toContain('commitments');
});

test('styles that could not be loaded are asked for again', async ({ page, faults }) => {
  await open(page, '/en/developers');
  await page.route('**/assets/explorer-*.css', (route) => route.abort());
  await page.getByRole('button', { name: ready.en, exact: true }).click();
  await expect(page.getByText('The explorer could not be loaded.')).toBeVisible();
  faults.length = 0;
  await page.unroute('**/assets/explorer-*.css');
  await page.getByRole('button', { name: another.en, exact: true }).click();
  await expect(page.locator('.graphiql-response')).toContainText('"kind"', patient);
  const styled = page.locator('link[href*="/explorer-"]');
  expect(await styled.evaluateAll((links) => links.map((link) => !!(link as HTMLLinkElement).sheet))).toEqual(
    [true],
  );
});

test('an explorer that can’t be loaded says so, and trying again keeps the query', async ({
  page,
  faults,
}) => {
  await open(page, '/en/developers');
  await page.route('**/assets/explorer-*.js', (route) => route.abort());
  await page.getByRole('button', { name: ready.en, exact: true }).click();
  await expect(page.getByText('The explorer could not be loaded.')).toBeVisible();
  faults.length = 0;
  await page.unroute('**/assets/explorer-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.graphiql-query-editor')).toContainText('Promise', patient);
  await expect(page.locator('.explorer')).toBeFocused();
});

test('the reference tells every type, finds one by its fields, and leads from one to the next', async ({
  page,
}) => {
  await open(page, '/en/developers');
  await page.getByRole('button', { name: 'Show the reference' }).click();
  const search = page.getByLabel('Find a type or a field');
  await search.fill('deliverySoughtOn');
  await expect(page.locator('details')).toHaveCount(1);
  await expect(page.locator('details')).toContainText('Signing');
  await page.locator('details').getByRole('link', { name: 'CommitmentConnection' }).first().click();
  await expect(search).toHaveValue('');
  await expect(page.locator('#type-CommitmentConnection')).toHaveAttribute('open');
  await expect(page.locator('#type-CommitmentConnection summary')).toBeFocused();
  await search.fill('nothing is called so');
  await expect(page.getByText('No type or field is called so.')).toBeVisible();
});

test('an address leads to a type; a schema that can’t be loaded says so', async ({ page, faults }) => {
  await open(page, '/en/developers#type-Partner');
  await expect(page.locator('#type-Partner')).toHaveAttribute('open');

  await open(page, '/fr/developers');
  await page.route('**/graphql?*', (route) => route.abort());
  await page.getByRole('button', { name: 'Montrer la référence' }).click();
  await expect(page.getByText('Le schéma n’a pas pu être chargé.', { exact: false })).toBeVisible();
  faults.length = 0;
  await page.unroute('**/graphql?*');
  await page.getByRole('button', { name: 'Montrer la référence' }).click();
  await expect(page.locator('#type-Partner')).toBeAttached();
});

test('an example is copied as it runs against this site', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/ar/developers');
  await page.getByRole('button', { name: 'نسخ curl' }).click();
  await expect(page.getByRole('button', { name: 'تم النسخ curl' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${baseURL}/graphql`);
});
