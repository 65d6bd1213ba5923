import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext } from '@playwright/test';
import { test } from './sample';
import { expect, open, rewritten } from './test';

// One worker for all of them: each would make a register of its own.
test.describe.configure({ mode: 'default' });

interface Thing {
  slug: string;
}

interface Facts {
  signings: { nodes: Thing[] };
  partners: { nodes: Thing[] };
  commitments: { nodes: Thing[] };
  sources: { nodes: Thing[] };
  openings: {
    nodes: (Thing & { occupationText: { value: string }; region: { code: string; name: string } | null })[];
  };
  conventions: {
    nodes: (Thing & {
      delivery: Record<'declared' | 'verified', { value: number | null }>;
      jobs: { nodes: { contractKind: string }[]; pageInfo: { hasNextPage: boolean } };
    })[];
  };
}

/** What the register holds, asked of it: no page is looked for by a name that a seed made up. */
async function facts(request: APIRequestContext) {
  const query = `{
    signings(first: 1) { nodes { slug } }
    partners(first: 1) { nodes { slug } }
    commitments(first: 1) { nodes { slug } }
    sources(first: 1) { nodes { slug } }
    openings(first: 100) {
      nodes { slug occupationText(language: FR) { value } region { code name(language: FR) } }
    }
    conventions(first: 100) {
      nodes {
        slug
        delivery { declared { value } verified { value } }
        jobs(first: 10) { nodes { contractKind } pageInfo { hasNextPage } }
      }
    }
  }`;
  const { data } = (await (await request.post('/graphql', { data: { query } })).json()) as { data: Facts };
  const convention = data.conventions.nodes.find((c) => c.jobs.pageInfo.hasNextPage);
  const opening = data.openings.nodes.find((o) => o.region);
  if (!convention || !opening?.region) throw new Error('the sample has no such convention or opening');
  const paths = [
    '',
    '/signings',
    `/signings/${data.signings.nodes[0]?.slug}`,
    '/conventions',
    `/conventions/${convention.slug}`,
    '/partners',
    `/partners/${data.partners.nodes[0]?.slug}`,
    '/commitments',
    `/commitments/${data.commitments.nodes[0]?.slug}`,
    '/sources',
    `/sources/${data.sources.nodes[0]?.slug}`,
    '/regions',
    `/regions/${opening.region.code}`,
    '/sectors',
    '/sectors/C',
    '/openings',
    `/openings/${opening.slug}`,
    '/search?q=fictif',
  ];
  return { convention, opening, region: opening.region, paths };
}

test('every page of a sample says that nothing on it is real', async ({ page, request }) => {
  for (const path of (await facts(request)).paths) {
    await open(page, `/fr${path}`);
    await expect(page.locator('.sample'), path).toContainText('Données fictives');
    await expect(page.locator('h1'), path).not.toHaveText(/introuvable|chargées/);
  }
});

test('what was declared and verified under a convention stands on its page, and the jobs', async ({
  page,
  request,
}) => {
  const { convention } = await facts(request);
  const { declared, verified } = convention.delivery;
  await open(page, `/fr/conventions/${convention.slug}`);
  const ladder = page.locator('dl.facts > div').filter({ has: page.locator('.track') });
  await expect(ladder.locator('dd dd')).toHaveText([
    declared.value?.toLocaleString('fr') ?? '',
    verified.value?.toLocaleString('fr') ?? '',
    'non publié',
  ]);
  const widths = await ladder
    .locator('.track > div')
    .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
  expect(widths).toHaveLength(2);
  expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo((verified.value ?? 0) / (declared.value ?? 1), 2);

  const jobs = page.locator('#jobs');
  const rows = jobs.locator('tbody tr');
  await expect(rows).toHaveCount(10);
  await jobs.getByRole('link', { name: 'Suite de la liste' }).click();
  await expect(page).toHaveURL(/\?after=[^#]+#jobs$/);
  await expect(jobs).toBeFocused();
  await jobs.getByRole('link', { name: 'Page précédente' }).click();
  await expect(page).toHaveURL(/\?before=[^#]+#jobs$/);
  await expect(jobs.getByRole('link', { name: 'Page précédente' })).toHaveCount(0); // the first page is there again
  await expect(rows).toHaveCount(10);

  await jobs.getByText('Filtrer et trier').click();
  await jobs.getByLabel('Type de contrat').selectOption(convention.jobs.nodes[0]?.contractKind ?? '');
  await jobs.getByRole('button', { name: 'Appliquer' }).click();
  await expect(page).toHaveURL(/\?contractKind=[A-Z]+#jobs$/);
  const kind = await jobs.locator('.applied b').textContent();
  for (const cell of await jobs.locator('tbody td:nth-child(3)').all())
    await expect(cell).toHaveText(kind ?? '');
});

test('the home page measures by the totals of its signing, or says that there are none', async ({ page }) => {
  await open(page, '/fr');
  await page.getByRole('link', { name: /^Aucun total n’est enregistré/ }).click();
  await expect(page).toHaveURL(/\/fr\/commitments\?signing=/);
  await expect(page.locator('.rows > li').first()).toBeVisible();

  // The same page of an earlier signing, which has totals: it leads to what was declared of them.
  await rewritten(page, 'signings(first: 1)', 'signings(first: 1, filter: { signedUntil: "2022" })');
  await open(page, '/fr');
  await page.locator('section[aria-labelledby=exists]').getByRole('link', { name: 'Réalisation' }).click();
  await expect(page).toHaveURL(/\/fr\/commitments\/./);
  await expect(page.locator('section[aria-labelledby=delivery] dt')).toHaveText([
    'déclaré',
    'vérifié',
    'maintenu',
  ]);
});

test('openings of a region are of that region', async ({ page, request }) => {
  const { region } = await facts(request);
  await open(page, '/fr/openings');
  await page.getByLabel('Région').selectOption(region.code);
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await expect(page).toHaveURL(new RegExp(`\\?region=${region.code}$`));
  const places = page.locator('main search ~ .rows > li p:nth-child(2)');
  await expect(places.first()).toContainText(region.name);
  for (const place of await places.all()) await expect(place).toContainText(region.name);
});

test('a search finds openings, and says with whom and where', async ({ page, request }) => {
  const { opening } = await facts(request);
  await open(page, '/fr');
  await page.getByRole('searchbox').fill(opening.occupationText.value);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Postes à pourvoir' })).toBeVisible();
  const found = page
    .locator('.rows > li')
    .filter({ has: page.locator(`a[href$="/openings/${opening.slug}"]`) });
  await expect(found).toContainText(` · ${opening.region?.name}`);
});

test('a choice of more partners than a page has is whole, and keeps what was chosen', async ({
  page,
  request,
}) => {
  const query = '{ partners(first: 100) { nodes { slug } } }';
  const { data } = (await (await request.post('/graphql', { data: { query } })).json()) as {
    data: Pick<Facts, 'partners'>;
  };
  const last = data.partners.nodes.at(-1)?.slug ?? '';
  await rewritten(page, 'partners(first: 100', 'partners(first: 25');
  await open(page, `/fr/openings?partner=${last}`);
  const choice = page.getByLabel('Partenaire');
  await expect(choice.locator('option')).toHaveCount(data.partners.nodes.length + 1);
  await expect(choice).toHaveValue(last);
});

test('axe finds nothing on a sample', async ({ page, request }) => {
  const { paths, convention } = await facts(request);
  for (const path of ['', `/conventions/${convention.slug}?contractKind=CDI`, '/openings', paths.at(-1)]) {
    await open(page, `/ar${path}`);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
    );
    expect(found, path).toEqual([]);
  }
});
