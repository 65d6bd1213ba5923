import { administrator, enrol, invited, judged, onSample, password } from './accounts';
import { aPartner, begins, decides, submits } from './declared';
import { expect, judgedIn, open } from './test';

const test = onSample();
test.use({ actionTimeout: 15_000 });

test('an officer enters for a partner, a sample is drawn, a second officer asked for, a person opened', async ({
  page,
  browser,
  office,
}) => {
  test.setTimeout(300_000);
  await administrator(page, office.administrator('amina@exemple.ma'), 'amina@exemple.ma');
  const { slug, convention } = await aPartner(page);
  const karim = await invited(office, page, browser, 'karim@exemple.ma', async () => {
    await page.getByLabel('administrateur du partenaire').check();
    await page.getByRole('combobox', { name: 'Partenaire' }).selectOption(slug);
  });
  const joins = async (email: string, role: string) => {
    const own = await invited(office, page, browser, email, async () => {
      await page.getByLabel(role).check();
      if (role === 'auditeur') await page.getByLabel('Dernier jour').fill('2099-12-31');
    });
    await enrol(own, password);
    await own.getByRole('button', { name: 'Je les ai gardés' }).click();
    return own;
  };
  const nadia = await joins('nadia@exemple.ma', 'agent vérificateur');
  const omar = await joins('omar@exemple.ma', 'agent vérificateur');
  const salma = await joins('salma@exemple.ma', 'auditeur');

  // An officer enters for the partner, marked so, and finds the draft again; another officer decides.
  await open(nadia, '/fr/declarations');
  await nadia.getByRole('button', { name: 'Continuer' }).click();
  await expect(nadia.getByRole('alert').getByRole('link')).toHaveText(['Choisissez le partenaire.']);
  await nadia
    .getByRole('region', { name: 'Saisir pour un partenaire' })
    .getByLabel('Partenaire')
    .selectOption(slug);
  await nadia.getByRole('button', { name: 'Continuer' }).click();
  await expect(nadia.getByText('Vous saisissez pour ce partenaire')).toBeVisible();
  for (const lang of judgedIn) await judged(nadia, lang, `/declare/${slug}`);
  await open(nadia, `/fr/declare/${slug}`);
  const entered = await begins(nadia);
  await open(nadia, '/fr/declarations?state=DRAFT');
  await expect(nadia.getByText('saisie par un agent vérificateur pour le partenaire')).toBeVisible();
  await nadia.locator('tbody').getByRole('link').click();
  await expect(nadia).toHaveURL(new RegExp(`${entered}$`));
  await submits(nadia, entered, 1);
  await open(omar, `/fr${entered}`);
  await expect(omar.getByText('saisie par un agent vérificateur pour le partenaire')).toBeVisible();
  await decides(omar, 'Refuser');

  // The partner asks for a second officer, once.
  await open(karim, `/fr${entered}`);
  await karim.getByRole('button', { name: /Demander un second agent/ }).click();
  await karim.getByLabel('Pourquoi').fill('Le contrat est joint.');
  await karim.getByRole('button', { name: 'Demander', exact: true }).click();
  await expect(karim.getByText('second agent demandé')).toBeVisible();
  await expect(karim.getByRole('button', { name: /Demander un second agent/ })).toHaveCount(0);
  for (const lang of judgedIn) await judged(karim, lang, entered);

  // Of many jobs a sample: drawn, looked at, and the rest accepted on it. They are many more than usual.
  await open(karim, `/fr/declare/${slug}`);
  const many = await begins(karim);
  await submits(karim, many, 60);
  await open(nadia, `/fr${many}`);
  for (const lang of judgedIn) await judged(nadia, lang, many);
  await open(nadia, `/fr${many}`);
  await nadia.getByRole('button', { name: 'Tirer l’échantillon' }).click();
  await expect(nadia.getByText('L’échantillon est tiré.')).toBeVisible();
  await nadia.getByRole('link', { name: 'Seulement les lignes tirées' }).click();
  await expect(nadia.getByText('43 lignes', { exact: true })).toBeVisible();
  for (const lang of judgedIn) await judged(nadia, lang, `${many}?drawn=1`);
  await open(nadia, `/fr${many}`);
  await decides(nadia, 'Accepter');
  await nadia.getByRole('button', { name: 'Accepter le reste' }).click();
  await nadia.getByRole('button', { name: 'Oui, accepter' }).click();
  await expect(nadia.getByText('Le reste est accepté.')).toBeVisible();
  for (const lang of judgedIn) await judged(nadia, lang, many);

  // An auditor opens a person, and says why.
  await open(salma, '/fr/declarations');
  await salma.getByLabel('Partenaire').selectOption(slug);
  await salma.getByRole('button', { name: 'Appliquer', exact: true }).click();
  await expect(salma).toHaveURL(/partner=/);
  for (const lang of judgedIn) await judged(salma, lang, `/declarations?partner=${slug}&state=DECIDED`);
  await open(salma, `/fr${many}`);
  await salma
    .getByRole('button', { name: /^Ouvrir / })
    .first()
    .click();
  const deed = salma.getByRole('group');
  await deed.getByLabel('Motif').fill('Court.');
  await deed.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await expect(deed.getByRole('alert').getByRole('link')).toHaveText([
    'Dites pourquoi, en 10 à 500 caractères.',
  ]);
  await deed.getByLabel('Motif').fill('Contrôle annuel, dossier 12.');
  await deed.getByRole('button', { name: 'Ouvrir', exact: true }).press('Enter');
  const opened = salma.getByRole('group', { name: /^Ouvrir la personne/ });
  await expect(opened).toBeFocused();
  await expect(opened).toContainText('1999');
  for (const lang of judgedIn) await judged(salma, lang, many);

  // An administrator finds all, without persons; everyone reads what was decided.
  for (const lang of judgedIn) await judged(page, lang, '/declarations');
  await open(page, `/fr${many}`);
  await expect(page.getByText('1999')).toHaveCount(0);
  await open(page, `/fr/partners/${slug}`);
  await expect(page.getByText('La moitié décidée en')).toBeVisible();
  for (const lang of judgedIn) await judged(page, lang, `/partners/${slug}`);
  for (const lang of judgedIn) await judged(page, lang, `/conventions/${convention}`);
});
