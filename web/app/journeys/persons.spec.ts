import type { Page } from '@playwright/test';
import { administrator, judged, officerOf, onSample } from './accounts';
import { expect, judgedIn, open } from './test';

const test = onSample();

const asked = 'Zineb Exemple';

/** Somebody asks about what is held of them; gives the link by which it is followed. */
async function asks(page: Page): Promise<string> {
  await open(page, '/fr/persons');
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Il y a' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: 'Choisissez ce que vous demandez.' }).press('Enter');
  await expect(page.getByLabel('Voir ce qui est conservé')).toBeFocused();
  await page.keyboard.press('Space');
  await page.getByLabel('Votre nom').fill(asked);
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(page.getByText('Donnez une adresse e-mail ou un téléphone').first()).toBeVisible();
  await page.getByLabel('Votre téléphone').fill('06 00 00 00 00');
  await page.getByLabel('Ce que vous voulez dire').fill('Ai-je été déclarée ?');
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(page.getByRole('heading', { name: 'Votre demande est arrivée' })).toBeVisible();
  return (await page.locator('pre code').textContent()) ?? '';
}

test('somebody asks what is held of them, and is answered', async ({ page, browser, office }) => {
  test.setTimeout(420_000);
  const context = await browser.newContext({ baseURL: office.url });
  const zineb = await context.newPage();
  for (const lang of judgedIn) await judged(zineb, lang, '/persons');
  const link = await asks(zineb);
  expect(new URL(link).pathname).toBe('/fr/persons/request');
  await open(zineb, link);
  await expect(zineb).toHaveURL(/\/fr\/persons\/request$/); // the code is out of the address
  await zineb.getByRole('button', { name: 'Montrer la demande' }).click();
  await expect(zineb.getByText('reçue, identité à vérifier')).toBeVisible();
  for (const lang of judgedIn) await judged(zineb, lang, '/persons/request');

  // An officer is invited, and finds the request.
  await administrator(page, office.administrator('amina@exemple.ma'), 'amina@exemple.ma');
  const nadia = await officerOf(office, page, browser, 'nadia@exemple.ma');
  await open(nadia, '/fr/person-requests');
  await expect(nadia.getByText(asked)).toBeVisible();
  for (const lang of judgedIn) await judged(nadia, lang, '/person-requests');

  // Nothing is done for who hasn't shown who they are; then it is.
  await open(nadia, '/fr/person-requests');
  await nadia.locator('summary', { hasText: 'Répondre' }).click();
  await nadia.getByLabel('C’est fait').check();
  await nadia.getByLabel('Ce que la personne lira').fill('Un emploi, déclaré en mars 2024.');
  await nadia.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(nadia.getByText('Vérifiez d’abord l’identité').first()).toBeVisible();
  await nadia.locator('summary', { hasText: 'L’identité est vérifiée' }).click();
  await nadia.getByLabel('Comment').selectOption('CALL');
  await nadia.getByRole('button', { name: 'L’identité est vérifiée' }).click();
  await expect(nadia.getByRole('status').filter({ hasText: 'C’est noté' })).toBeVisible();
  await nadia.locator('summary', { hasText: 'Trouver ce qui est conservé' }).click();
  await nadia.getByRole('button', { name: 'Chercher' }).click();
  await expect(nadia.getByText('Donnez le type et le numéro de la carte montrée').first()).toBeVisible();
  await nadia.getByLabel('Pièce d’identité', { exact: true }).selectOption('NATIONAL_CARD');
  await nadia.getByLabel('Numéro de la pièce').fill('ZZ 999999');
  await nadia.getByRole('button', { name: 'Chercher' }).click();
  await expect(nadia.getByRole('status').filter({ hasText: 'Rien n’est trouvé.' })).toBeVisible();
  for (const lang of judgedIn) await judged(nadia, lang, '/person-requests');
  await open(nadia, '/fr/person-requests');
  await nadia.locator('summary', { hasText: 'Répondre' }).click();
  await nadia.getByLabel('C’est fait').check();
  await nadia.getByLabel('Ce que la personne lira').fill('Un emploi, déclaré en mars 2024.');
  await nadia.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(nadia.getByRole('status').filter({ hasText: 'La réponse est partie.' })).toBeVisible();
  await expect(nadia.getByText('Aucune demande.')).toBeVisible();

  await open(zineb, link);
  await zineb.getByRole('button', { name: 'Montrer la demande' }).click();
  await expect(zineb.getByText('Un emploi, déclaré en mars 2024.')).toBeVisible();

  // The administrator reads in the trail that it happened, and nothing of it.
  await open(page, '/fr/trail');
  await expect(page.getByText('person: answered')).toBeVisible();
  await expect(page.getByText('mithaq audit verify')).toBeVisible();
  await expect(page.getByText(asked)).toHaveCount(0);
  await page.locator('select[name=actor]').selectOption('COMMAND');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page).toHaveURL(/actor=COMMAND/);
  await expect(page.getByText('person: answered')).toHaveCount(0);
  await expect(page.getByText('command invite').first()).toBeVisible();
  for (const lang of judgedIn) await judged(page, lang, '/trail');
  await open(page, '/fr/person-requests');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(asked)).toHaveCount(0);
  await context.close();
});
