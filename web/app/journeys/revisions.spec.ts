import type { Page } from '@playwright/test';
import { administrator, judged, onSample } from './accounts';
import { reachNamed } from './hands';
import { expect, judgedIn, open } from './test';

const test = onSample();

async function press(page: Page, name: string | RegExp) {
  await reachNamed(page, name);
  await page.keyboard.press('Enter');
}

/** Fills in fields in the order of the form: what is typed, or the beginning of what is chosen. */
async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, text] of Object.entries(fields)) {
    await reachNamed(page, label);
    await page.keyboard.type(text);
  }
}

/** Fills in the form of a new row, and saves it with what its source says. */
async function enters(page: Page, what: string, fields: Record<string, string>, states = '') {
  await expect(page.getByRole('heading', { name: `Ajouter : ${what}` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeVisible();
  // Lists of what can be named come with the form.
  for (const select of await page.locator('select').all())
    if (
      /Source|Partenaire|partenaire|Indicateur|Avenant/.test(
        (await select.evaluate((node: HTMLSelectElement) => node.labels[0]?.textContent)) ?? '',
      )
    )
      await expect(select.locator('option').nth(1)).toBeAttached();
  await fill(page, fields);
  if (states) await fill(page, { 'Ce que dit la source, en français': states });
  await press(page, 'Enregistrer');
  await expect(page.getByRole('status').filter({ hasText: 'Enregistré' })).toBeVisible();
}

async function begins(page: Page, title: string): Promise<string> {
  await open(page, '/fr/administration/revisions');
  await fill(page, { 'De quoi il s’agit': title });
  await press(page, 'Commencer');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname.slice(3);
}

test('the next signing, an amendment and a succession are entered by keyboard alone', async ({
  page,
  office,
}) => {
  test.setTimeout(420_000);
  await administrator(page, office.administrator('amina@exemple.ma'), 'amina@exemple.ma');
  await open(page, '/fr/account');
  await press(page, 'Révisions');
  await expect(page.getByText('Aucune révision ici.')).toBeVisible();
  for (const lang of judgedIn) await judged(page, lang, '/administration/revisions');

  // What is missing is said before anything is sent.
  const draft = await begins(page, 'La signature fictive de novembre');
  await press(page, 'Une source');
  await press(page, 'Enregistrer');
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['À remplir : Langue.']);
  for (const lang of judgedIn) await judged(page, lang, `${draft}?add=sources`);

  await open(page, `/fr${draft}`);
  await press(page, 'Une source');
  await enters(page, 'Source', { 'Éditeur, en français': 'Journal fictif', Titre: 'Fictif', Langue: 'fr' });
  await press(page, 'Un partenaire');
  await enters(
    page,
    'Partenaire',
    { Nature: 'entre', 'Nom, en français': 'Atelier fictif de novembre', Source: 'Fictif' },
    'Une entreprise.',
  );
  await press(page, 'Une signature');
  await enters(
    page,
    'Signature',
    {
      Date: '2026-11-20',
      'Titre, en français': 'Signature fictive de novembre',
      'Conventions annoncées': '1',
      'Liste des signataires': 'comp',
      'Liste des conventions': 'comp',
    },
    'La signature a eu lieu.',
  );
  await press(page, 'Signataire');
  await enters(
    page,
    'Signataire',
    { Rôle: 'part', Partenaire: 'Atelier fictif de n', 'Nom, en français': 'Atelier fictif' },
    'A signé.',
  );
  await press(page, 'Une convention');
  for (const lang of judgedIn) await judged(page, lang, `${draft}?add=conventions`);
  await open(page, `/fr${draft}?add=conventions`);
  await press(page, 'Signature fictive de novembre');
  const coverage = { 'Liste des parties': 'comp', 'Liste des engagements': 'comp' };
  const untold = { 'Liste des orientations': 'non', 'Liste des secteurs': 'non', 'Liste des régions': 'non' };
  await enters(
    page,
    'Convention',
    { Référence: 'N-1', 'Origine de la référence': 'num', État: 'sign', ...coverage, ...untold },
    'Une convention.',
  );
  await press(page, 'Partie');
  await enters(
    page,
    'Partie',
    { Rôle: 'part', Partenaire: 'Atelier fictif de n', 'Nom, en français': 'Atelier fictif' },
    'Partie.',
  );
  await press(page, 'Un engagement');
  await press(page, 'Convention N-1');
  await enters(
    page,
    'Engagement',
    { Indicateur: 'Emplois', 'Formulation, en français': 'Quarante emplois fictifs' },
    'Promis.',
  );

  // What it still needs is told in its place, before it can be published.
  await press(page, 'Ce qui va changer');
  await expect(page.getByText('1 point à régler avant de publier')).toBeVisible();
  await expect(page.getByText('Il faut encore au moins une ligne qui lui appartienne.')).toBeVisible();
  await press(page, 'Retour au brouillon');
  await reachNamed(page, /^Ajouter ce qui lui appartient Engagement/);
  await page.keyboard.press('Enter');
  await press(page, 'Objectif');
  await enters(page, 'Objectif', { Nature: 'obj', Nombre: '40', Échéance: '2027' }, '40 emplois.');
  for (const lang of judgedIn) await judged(page, lang, draft);

  await open(page, `/fr${draft}`);
  await press(page, 'Ce qui va changer');
  await expect(page.getByText('Rien n’empêche de publier.')).toBeVisible();
  for (const lang of judgedIn) await judged(page, lang, `${draft}?check=1`);
  await open(page, `/fr${draft}?check=1`);
  await press(page, 'Convention N-1');
  const preview = page.getByRole('region', { name: 'Aperçu' });
  await expect(preview.getByRole('heading', { level: 1, name: 'Convention N-1' })).toBeVisible();
  await expect(preview.getByText('Quarante emplois fictifs')).toBeVisible();
  const seen = new URL(page.url());
  for (const lang of judgedIn) await judged(page, lang, seen.pathname.slice(3) + seen.search);
  const slug = decodeURIComponent(seen.search).split('/').at(-1) ?? '';
  const query = `{ convention(slug: "${slug}") { slug } }`;
  const isPublic = async () => (await (await page.request.post('/graphql', { data: { query } })).json()).data;
  expect(await isPublic()).toEqual({ convention: null });
  await open(page, `/fr${draft}?check=1`);
  await press(page, 'Publier');
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['Écrivez le motif.']);
  await fill(page, { 'Motif de la publication': 'La signature du 20 novembre.' });
  await press(page, 'Publier');
  await expect(page.getByText('C’est publié : tout le monde le voit.')).toBeVisible();
  for (const lang of judgedIn) await judged(page, lang, draft);

  // An amendment with its new target, and a succession, found from what is in the register.
  await begins(page, 'Un avenant et une succession fictifs');
  await press(page, 'Un avenant');
  await press(page, /› Convention N-1$/);
  await enters(
    page,
    'Avenant',
    { Référence: 'AV-1', 'Résumé, en français': 'Plus d’emplois.', Source: 'Fictif' },
    'Un avenant.',
  );
  await press(page, 'Un nouvel objectif, par avenant');
  await press(page, /Quarante emplois fictifs$/);
  await enters(page, 'Objectif', { Nombre: '60', 'Motif, en français': 'Par avenant.' }, '60 emplois.');
  await press(page, 'La succession d’un partenaire');
  await press(page, 'Atelier fictif de novembre');
  await reachNamed(page, 'Autre partenaire');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await fill(page, { 'Depuis le': '2026-12', 'Ce que dit la source, en français': 'Une succession.' });
  await press(page, 'Enregistrer');
  await expect(page.getByText(/^Enregistré/)).toBeVisible();
  await press(page, 'Ce qui va changer');
  await expect(page.getByText('Rien n’empêche de publier.')).toBeVisible();
  await fill(page, { 'Motif de la publication': 'Un avenant et une succession.' });
  await press(page, 'Publier');
  await expect(page.getByText('C’est publié : tout le monde le voit.')).toBeVisible();
  await press(page, 'Convention N-1');
  await expect(page.getByRole('heading', { level: 1, name: 'Convention N-1' })).toBeVisible();
  await expect(page.getByText('AV-1', { exact: true })).toBeVisible();
  await expect(page.getByText(/60/).first()).toBeVisible();

  // What is in the register is found, changed and withdrawn from there.
  const third = await begins(page, 'Un retrait fictif');
  await reachNamed(page, 'Chercher');
  await page.keyboard.press('Enter');
  await reachNamed(page, 'Table');
  await page.keyboard.type('Partenaires');
  await fill(page, { 'Mots à chercher': 'atelier fictif de novembre' });
  await page.keyboard.press('Enter');
  await press(page, 'Atelier fictif de novembre');
  await expect(page.getByRole('heading', { level: 2, name: /^Atelier fictif de novembre/ })).toBeVisible();
  await expect(
    page.getByRole('heading', { level: 2, name: 'Membres, filiales et successions' }),
  ).toBeVisible();
  const row = new URL(page.url());
  for (const lang of judgedIn) await judged(page, lang, row.pathname.slice(3) + row.search);
  expect(third).toBe(row.pathname.slice(3));
});
