import { expect, open, test } from './test';

test('a list is narrowed in its address, and going back widens it', async ({ page }) => {
  await open(page, '/fr/partners');
  const rows = page.locator('main .rows > li');
  await expect(rows).toHaveCount(9);
  await page.getByText('Filtrer et trier').click();
  await page.getByLabel('Nature', { exact: true }).selectOption('FOUNDATION');
  await page.getByLabel('Ordre').selectOption('NAME_DESC');
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await expect(page).toHaveURL(/\/fr\/partners\?kind=FOUNDATION&orderBy=NAME_DESC$/);
  await expect(rows).toHaveCount(1);
  await page.goBack();
  await expect(page).toHaveURL(/\/fr\/partners$/);
  await expect(rows).toHaveCount(9);
  await page.goForward();
  await expect(rows).toHaveCount(1);
  await page.getByRole('link', { name: /Retirer ce filtre/ }).click();
  await expect(page).toHaveURL(/\/fr\/partners\?orderBy=NAME_DESC$/);
  await expect(rows).toHaveCount(9);
});

test('a list that came out empty names the filter, and how many could not be placed', async ({ page }) => {
  await open(page, '/fr/conventions?region=MA-06');
  await expect(page.getByText('Rien dans le registre ne répond à ce filtre')).toBeVisible();
  await expect(page.getByText(/^8\sentrées n’ont pas pu être placées/)).toBeVisible();
  await page.getByRole('link', { name: /Retirer ce filtre/ }).click();
  await expect(page.locator('h3')).toHaveCount(8);
});

test('what the register does not know is said, and the list shown without', async ({ page, faults }) => {
  await open(page, '/en/conventions?region=MA-99&status=ASLEEP');
  await expect(page.getByText('the register knows no “⁨MA-99⁩”')).toBeVisible();
  await expect(page.getByText('the register knows no “⁨ASLEEP⁩”')).toBeVisible();
  await expect(page.locator('h3')).toHaveCount(8);
  expect(faults).toEqual([]);
});

test('filters survive paging both ways', async ({ page, request }) => {
  const query = `{ partners(filter: { kind: COMPANY }, first: 1) { pageInfo { endCursor } totalCount } }`;
  const answer = (await (await request.post('/graphql', { data: { query } })).json()) as {
    data: { partners: { pageInfo: { endCursor: string }; totalCount: number } };
  };
  const { pageInfo, totalCount } = answer.data.partners;
  await open(page, `/fr/partners?kind=COMPANY&after=${encodeURIComponent(pageInfo.endCursor)}`);
  const rows = page.locator('main .rows > li');
  await expect(rows).toHaveCount(totalCount - 1);
  await page.getByRole('link', { name: 'Page précédente' }).click();
  await expect(page).toHaveURL(/kind=COMPANY&before=/);
  await expect(rows).toHaveCount(1);
  await page.getByRole('link', { name: 'Suite de la liste' }).click();
  await expect(page).toHaveURL(/kind=COMPANY&after=/);
  await expect(rows).toHaveCount(totalCount - 1);
});

test('a commitment shows the history of its target, and no delivery that is not published', async ({
  page,
}) => {
  await open(page, '/fr/commitments/2021-12-15-jobs-created');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await expect(page.getByText('Aucun chiffre publié')).toBeVisible();
  await expect(page.getByText('Aucune répartition de l’objectif n’est publiée.')).toBeVisible();
});

test('a convention under which no job is verified draws no list of them', async ({ page }) => {
  await open(page, '/fr/conventions/2021-12-15-anapec-1?contractKind=CDI');
  await expect(page.getByRole('heading', { name: 'Emplois vérifiés' })).toHaveCount(0);
  await expect(page.locator('.unknown')).toHaveCount(0);
});

test('openings are asked for by region, and support is named beside them', async ({ page }) => {
  await open(page, '/fr/openings');
  await page.getByLabel('Région').selectOption('MA-06');
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await expect(page).toHaveURL(/\/fr\/openings\?region=MA-06$/);
  await expect(page.getByText('Rien dans le registre ne répond à ce filtre')).toBeVisible();
  await expect(page.locator('section[aria-labelledby=support] .rows > li')).toHaveCount(1);
});

test('a search from any page finds, and says by which text', async ({ page }) => {
  await open(page, '/fr/sources');
  await page.getByRole('searchbox').fill('casablanca');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/fr\/search\?q=casablanca$/);
  await expect(page.getByRole('heading', { name: 'Régions' })).toBeVisible();
  await page.getByRole('link', { name: /Casablanca-Settat/ }).click();
  await expect(page).toHaveURL(/\/fr\/regions\/MA-06$/);
  await open(page, '/en/search?q=%21');
  await expect(page.getByText(/at least one of them a letter or a digit/)).toBeVisible();
});
