import type { Page } from '@playwright/test';
import { administrator, field, judged, officerOf, onSample, partnerOf, someone } from './accounts';
import { reachNamed } from './hands';
import { expect, judgedIn, open } from './test';

const test = onSample();

interface Hire {
  reference: string;
  region?: string;
  startedOn?: string;
}

async function fills(page: Page, { reference, region, startedOn }: Hire) {
  await field(page, 'Votre référence').fill(reference);
  if (region) await field(page, 'Région du lieu de travail').selectOption(region);
  if (region) await field(page, 'Type de contrat').selectOption('CDI');
  if (startedOn) await field(page, 'Début').fill(startedOn);
  await field(page, 'Pièce d’identité').selectOption('NATIONAL_CARD');
  await field(page, 'Numéro de la pièce').fill(`AB ${reference} 4711`);
  await field(page, 'Année de naissance').fill('1 999');
  await page.getByRole('button', { name: 'Enregistrer cet emploi' }).click();
  await expect(page.getByRole('status').filter({ hasText: `${reference}` })).toBeVisible();
}

/** Declares a job without a mouse. */
async function fillsByKeyboard(page: Page, { reference, region = '', startedOn = '' }: Hire) {
  await reachNamed(page, 'Votre référence');
  await page.keyboard.type(reference);
  await reachNamed(page, 'Région du lieu de travail');
  await page.keyboard.type(region);
  await reachNamed(page, 'Type de contrat');
  await page.keyboard.press('ArrowDown'); // a space would open the list
  await reachNamed(page, 'Début');
  await page.keyboard.type(startedOn);
  await reachNamed(page, 'Enregistrer cet emploi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: new RegExp(reference) })).toBeVisible();
}

test('three hires, from the partner’s form to the officer’s decision and back', async ({
  page,
  browser,
  office,
}) => {
  test.setTimeout(240_000);
  await administrator(page, office.administrator('amina@exemple.ma'), 'amina@exemple.ma');
  const { slug } = await someone(page);
  const karim = await partnerOf(office, page, browser, 'karim@exemple.ma', slug);
  const officer = await officerOf(office, page, browser, 'nadia@exemple.ma');

  // What is missing is said before anything is sent, and what is wrong beside its field.
  await open(karim, `/fr/partner-space/${slug}`);
  await karim.getByRole('link', { name: 'Commencer une déclaration' }).click();
  await karim.getByLabel('Convention').selectOption({ index: 1 });
  await karim.getByLabel('Premier jour').fill('2026-01-01');
  await karim.getByLabel('Dernier jour').fill('2026-03-31');
  await karim.getByRole('button', { name: 'Commencer' }).click();
  await expect(karim).toHaveURL(/\/fr\/declarations\/\S+$/);
  await karim.getByRole('button', { name: 'Enregistrer cet emploi' }).click();
  await expect(karim.getByRole('alert').getByRole('link')).toHaveText([
    'Écrivez votre référence.',
    'Choisissez la région.',
    'Choisissez le type de contrat.',
    'Écrivez le jour du début.',
  ]);
  await karim.reload();
  await fillsByKeyboard(karim, { reference: 'E-1', region: 'Casa', startedOn: '01122026' });
  await expect(karim.getByRole('row', { name: /E-1/ })).toContainText('12 janvier 2026');
  await karim.reload();
  await fills(karim, { reference: 'E-2', region: 'MA-06', startedOn: '2026-01-12' });
  await fills(karim, { reference: 'E-3', startedOn: '2026-02-02' }); // the form keeps what is common
  await karim.getByRole('button', { name: 'Modifier E-3' }).click();
  await expect(karim.getByRole('heading', { name: 'Modifier' })).toBeFocused();
  await field(karim, 'Début').fill('2025-02-02');
  await karim.getByRole('button', { name: 'Enregistrer cet emploi' }).click();
  await expect(karim.getByRole('row', { name: /E-3/ })).toContainText('2 février 2025');
  const draft = new URL(karim.url()).pathname.slice(3);
  for (const lang of judgedIn) for (const path of [draft, `${draft}?check`]) await judged(karim, lang, path);

  await open(karim, `/fr${draft}?check`);
  await expect(karim.getByRole('heading', { name: 'Ce que tout le monde en verra' })).toBeVisible();
  await karim.getByRole('button', { name: 'Soumettre la déclaration' }).click();
  await expect(karim.getByText('La déclaration est soumise.')).toBeVisible();
  const reference =
    (await karim
      .getByText(/^D-\d{4}-\d+$/)
      .first()
      .textContent()) ?? '';

  // The officer finds it in the queue, claims it, returns one row with a reason and accepts the others.
  await open(officer, '/fr/account');
  await officer.getByRole('link', { name: 'À vérifier' }).click();
  await officer.getByRole('link', { name: reference }).click();
  await officer.getByRole('button', { name: 'Prendre cette déclaration' }).click();
  await expect(officer.getByText('Elle est à vous.')).toBeVisible();
  await expect(officer.getByRole('row', { name: /E-3/ })).toContainText('début hors de la période');
  await officer.getByRole('checkbox', { name: /E-3/ }).check();
  await officer.getByLabel('Renvoyer pour correction').check();
  await officer.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await expect(officer.getByRole('alert').getByRole('link')).toHaveText([
    'Choisissez un motif.',
    'Expliquez ce qui manque.',
  ]);
  await officer.getByLabel('Motif').selectOption('OUTSIDE_PERIOD');
  await officer.getByLabel('Explication').fill('Le début est un an trop tôt.');
  await officer.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await expect(officer.getByRole('row', { name: /E-3/ })).toContainText('renvoyée pour correction');
  await officer.getByLabel('Toutes les lignes qui attendent').check();
  await officer.getByLabel('Accepter').check();
  await officer.getByLabel('Fondement de la vérification').selectOption('SOCIAL_SECURITY_LIST');
  const decided = new URL(officer.url()).pathname.slice(3);
  await officer.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await expect(officer.getByRole('row', { name: /E-1/ })).toContainText('liste de la CNSS');
  for (const lang of judgedIn) for (const path of ['/queue', decided]) await judged(officer, lang, path);

  // The partner reads why, corrects, and submits again; the officer accepts.
  await open(karim, `/fr${draft}`);
  await expect(karim.getByRole('row', { name: /E-3/ })).toContainText('Le début est un an trop tôt.');
  for (const lang of judgedIn) await judged(karim, lang, draft);
  await open(karim, `/fr${draft}`);
  await karim.getByRole('button', { name: 'Corriger les lignes renvoyées' }).click();
  await expect(karim.getByRole('row', { name: /E-3/ })).toContainText('corrige une ligne');
  await karim.getByRole('button', { name: 'Modifier E-3' }).click();
  await field(karim, 'Début').fill('2026-02-02');
  await karim.getByRole('button', { name: 'Enregistrer cet emploi' }).click();
  await expect(karim.getByRole('row', { name: /E-3/ })).toContainText('2 février 2026');
  await karim.getByRole('link', { name: 'Vérifier et soumettre' }).click();
  await karim.getByRole('button', { name: 'Soumettre la déclaration' }).click();
  await expect(karim.getByText('La déclaration est soumise.')).toBeVisible();
  const again = new URL(karim.url()).pathname.slice(3);
  await open(officer, `/fr${again}`);
  await officer.getByLabel('Toutes les lignes qui attendent').check();
  await officer.getByLabel('Accepter').check();
  await officer.getByLabel('Fondement de la vérification').selectOption('CONTRACT');
  await officer.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await expect(officer.getByRole('row', { name: /E-3/ })).toContainText('acceptée');
  for (const lang of judgedIn) await judged(karim, lang, `/partner-space/${slug}`);
});
