import type { Page } from '@playwright/test';
import { expect, open } from './test';

/** A partner of a sample that has a convention, and that: their slugs. */
export async function aPartner(page: Page): Promise<{ slug: string; convention: string }> {
  const found = await page.request.post('/graphql', {
    data: {
      query:
        '{ partners(filter: {kind: COMPANY}, first: 50) { nodes { slug conventions { nodes { slug } } } } }',
    },
  });
  const partners = (await found.json()).data.partners.nodes as {
    slug: string;
    conventions: { nodes: { slug: string }[] };
  }[];
  const partner = partners.find(({ conventions }) => conventions.nodes.length > 0);
  return { slug: partner?.slug ?? '', convention: partner?.conventions.nodes[0]?.slug ?? '' };
}

/** Begins a declaration for the first convention, and gives its address below the language. */
export async function begins(page: Page, from = '2026-01-01', until = '2026-03-31'): Promise<string> {
  await page.getByLabel('Convention').selectOption({ index: 1 });
  await page.getByLabel('Premier jour').fill(from);
  await page.getByLabel('Dernier jour').fill(until);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(page).toHaveURL(/\/fr\/declarations\/\S+$/);
  return new URL(page.url()).pathname.slice(3);
}

/** Declares so many jobs by a file, as a page of the site sends it, and submits them. */
export async function submits(
  page: Page,
  draft: string,
  jobs: number,
  startedOn = '2026-01-12',
): Promise<void> {
  const lines = Array.from({ length: jobs }, (_, i) => ({
    reference: `${draft.slice(-4)}-${String(i + 1)}`,
    region: 'MA-06',
    contractKind: 'CDI',
    startedOn,
    person: {
      gender: 'FEMALE',
      birthYear: 1999,
      identityKind: 'NATIONAL_CARD',
      identityNumber: `AB ${String(4700 + i)}`,
    },
  }));
  const file = lines.map((line) => JSON.stringify(line)).join('\n');
  const taken = await page.evaluate(
    ([to, body]) => fetch(to, { method: 'POST', body }).then((answer) => answer.text()),
    [`${draft}/rows?language=fr`, file] as const,
  );
  expect(taken).toContain(`"taken":${String(jobs)}`);
  await open(page, `/fr${draft}?check`);
  await page.getByRole('button', { name: 'Soumettre la déclaration' }).click();
  await expect(page.getByText('La déclaration est soumise.')).toBeVisible();
}

/** Decides on whatever waits of a declaration, on its page. */
export const decides = async (page: Page, outcome: string) => {
  await page.getByLabel(/^(Toutes les lignes|Pour accepter)/).check();
  await page.getByLabel(outcome, { exact: true }).check();
  if (outcome === 'Accepter') await page.getByLabel('Fondement').selectOption('CONTRACT');
  else {
    await page.getByLabel('Motif').selectOption('EVIDENCE_MISSING');
    await page.getByLabel('Explication').fill('Le contrat manque.');
  }
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await expect(page.getByText('La décision est enregistrée.')).toBeVisible();
};
