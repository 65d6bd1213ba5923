import { administrator, field, judged, officerOf, onSample, partnerOf, someone } from './accounts';
import { expect, judgedIn, open } from './test';

const test = onSample();

test('a project holder, from the welcome to the launch, by the partner’s form and the officer’s decision', async ({
  page,
  browser,
  office,
}) => {
  test.setTimeout(240_000);
  await administrator(page, office.administrator('amina@exemple.ma'), 'amina@exemple.ma');
  const { slug } = await someone(page);
  const karim = await partnerOf(office, page, browser, 'karim@exemple.ma', slug);
  const officer = await officerOf(office, page, browser, 'nadia@exemple.ma');

  // A draft, and what is missing of a welcome.
  await open(karim, `/fr/declare/${slug}`);
  await karim.getByLabel('Convention').selectOption({ index: 1 });
  await karim.getByLabel('Premier jour').fill('2026-01-01');
  await karim.getByLabel('Dernier jour').fill('2026-06-30');
  await karim.getByRole('button', { name: 'Commencer' }).click();
  await expect(karim).toHaveURL(/\/fr\/declarations\/\S+$/);
  const draft = new URL(karim.url()).pathname.slice(3);
  await karim.getByRole('button', { name: 'Ajouter un porteur de projet' }).click();
  await expect(karim.getByRole('heading', { name: 'Ajouter un porteur de projet' })).toBeFocused();
  const welcome = karim.getByRole('region', { name: 'Ajouter un porteur de projet' });
  await welcome.getByRole('button', { name: 'Enregistrer ce porteur de projet' }).click();
  await expect(welcome.getByRole('alert').getByRole('link')).toHaveText([
    'Écrivez votre référence.',
    'Choisissez la région.',
    'Écrivez le jour de l’accueil.',
  ]);
  await welcome.getByLabel('Votre référence du porteur de projet').fill('P-1');
  await welcome.getByLabel('Région du projet').selectOption('MA-06');
  await welcome.getByLabel('Jour de l’accueil').fill('2026-01-12');
  await welcome.getByLabel('Nom et prénom').fill('Hajar Exemple');
  await welcome.getByLabel('Téléphone').fill('+212 000 111');
  await welcome.getByLabel('Projet', { exact: true }).fill('Un atelier de couture');
  await welcome.getByLabel('Pièce d’identité').selectOption('NATIONAL_CARD');
  await welcome.getByLabel('Numéro de la pièce').fill('ZZ 998 877');
  await welcome.getByLabel('Genre').selectOption('FEMALE');
  await welcome.getByRole('button', { name: 'Enregistrer ce porteur de projet' }).click();
  await expect(karim.getByRole('row', { name: /P-1/ })).toContainText('Hajar Exemple · …77 · femme');

  // The launch: refused before the welcome, taken after it, and changed.
  await karim.getByRole('button', { name: 'Déclarer une étape' }).click();
  const stage = karim.getByRole('region', { name: 'Déclarer une étape' });
  await field(stage, 'Votre référence du porteur de projet').fill('P-1');
  await field(stage, 'Étape').selectOption('LAUNCHED');
  await field(stage, 'Jour de l’étape').fill('2026-01-01');
  await stage.getByRole('button', { name: 'Enregistrer cette étape' }).click();
  await expect(stage.getByRole('alert').getByRole('link')).toHaveText([
    'Ce jour est avant celui d’une étape précédente.',
  ]);
  await field(stage, 'Jour de l’étape').fill('2026-05-04');
  await stage.getByRole('button', { name: 'Enregistrer cette étape' }).click();
  const launch = karim.getByRole('row', { name: /lancé/ });
  await expect(launch).toContainText('4 mai 2026');
  await launch.getByRole('button', { name: 'Modifier' }).click();
  await expect(karim.getByRole('heading', { name: /Modifier/ })).toBeFocused();
  const change = karim.getByRole('region', { name: /Modifier/ });
  await field(change, 'Jour de l’étape').fill('2026-05-05');
  await change.getByRole('button', { name: 'Enregistrer cette étape' }).click();
  await expect(launch).toContainText('5 mai 2026');
  for (const lang of judgedIn) for (const path of [draft, `${draft}?check`]) await judged(karim, lang, path);

  await open(karim, `/fr${draft}?check`);
  await expect(karim.getByText('Des porteurs de projets, rien')).toBeVisible();
  await karim.getByRole('button', { name: 'Soumettre la déclaration' }).click();
  await expect(karim.getByText('La déclaration est soumise.')).toBeVisible();

  // The officer reads who it is, and accepts both.
  await open(officer, `/fr${draft}`);
  await expect(officer.getByRole('row', { name: /accueilli/ }).first()).toContainText(
    'Un atelier de couture',
  );
  for (const lang of judgedIn) await judged(officer, lang, draft);
  await open(officer, `/fr${draft}`);
  await officer.getByLabel('Toutes les lignes qui attendent').check();
  await officer.getByLabel('Accepter').check();
  await officer.getByLabel('Fondement de la vérification').selectOption('VISIT');
  await officer.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await expect(officer.getByRole('row', { name: /5 mai 2026/ }).last()).toContainText('acceptée');
  await open(karim, `/fr${draft}`);
  await expect(karim.getByRole('row', { name: /5 mai 2026/ }).last()).toContainText(
    'fondée sur\u202f: visite',
  );
  for (const lang of judgedIn) await judged(karim, lang, draft);
});
