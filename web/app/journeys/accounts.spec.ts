import { administrator, codeOf, judged, password, rowOf, signIn, takeUp, test } from './accounts';
import { expect, languages, open } from './test';

const partner = '/partner-space/managem';

/** What a page refuses stands in the console too, with its status. */
const forgive = (faults: string[]) => expect(faults.splice(0).filter((f) => !/ 4\d\d /.test(f))).toEqual([]);

test('a register’s people come in, from its administrator to a partner’s colleague', async ({
  page,
  browser,
  office,
  faults,
}) => {
  test.setTimeout(180_000);
  const email = 'amina@exemple.ma';
  const secret = await administrator(page, office.administrator(email), email);

  // A partner's administrator is invited, and the link is handed on.
  const invited = 'karim@exemple.ma';
  await page.getByRole('link', { name: 'Comptes', exact: true }).click();
  await expect(rowOf(page, email)).toContainText('actif');
  await page.getByLabel('administrateur du partenaire').check();
  await page.getByRole('combobox', { name: 'Partenaire' }).selectOption('managem');
  await page.getByLabel('Adresse e-mail').fill(invited);
  await page.getByRole('button', { name: 'Inviter', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: invited })).toBeVisible();
  const row = rowOf(page, invited);
  await expect(row).toContainText('invité');
  await row.getByRole('button', { name: 'Montrer le lien' }).click();
  const link = (await row.locator('pre code').textContent()) ?? '';

  // That person joins in a browser of their own.
  const context = await browser.newContext({ baseURL: office.url });
  const other = await context.newPage();
  const { pathname, hash } = new URL(link);
  await takeUp(other, office.url + pathname + hash, 'Karim Exemple', password);
  await signIn(other, invited, password);
  await expect(other).toHaveURL(/\/fr\/account$/);
  await other.getByRole('navigation', { name: 'Vos espaces' }).getByRole('link', { name: 'Managem' }).click();
  await expect(other.locator('h1')).toHaveText('Groupe Managem');

  // They invite a colleague, and end that role again after being asked.
  const colleague = 'salma@exemple.ma';
  await other.getByLabel('membre du partenaire').check();
  await other.getByLabel('Adresse e-mail').fill(colleague);
  await other.getByRole('button', { name: 'Inviter', exact: true }).click();
  await expect(rowOf(other, colleague)).toContainText('membre du partenaire');
  await expect(other.getByRole('status').filter({ hasText: 'administrateur du registre' })).toBeVisible();
  await rowOf(other, colleague).getByRole('button', { name: 'Retirer le rôle' }).click();
  await expect(rowOf(other, colleague).getByRole('group')).toBeFocused();
  await other.getByRole('button', { name: 'Oui, retirer ce rôle' }).click();
  await expect(rowOf(other, colleague)).toHaveCount(0);
  await expect(other.getByRole('status').filter({ hasText: 'a pris fin' })).toBeFocused();

  // A token is shown once, and revoked.
  const tokens = other.locator('section[aria-labelledby=tokens]');
  await tokens.getByLabel('Nom du jeton').fill('Paie');
  await tokens.getByLabel('lire').check();
  await tokens.getByRole('button', { name: 'Créer un jeton' }).click();
  await expect(tokens.locator('pre code')).toHaveText(/\S{20,}/);
  await tokens.getByRole('button', { name: 'Je l’ai copié' }).click();
  await expect(tokens.locator('pre')).toHaveCount(0);
  await tokens.getByRole('button', { name: 'Révoquer' }).click();
  await tokens.getByRole('button', { name: 'Oui, révoquer' }).click();
  await expect(tokens.locator('.rows')).toContainText('révoqué le');

  // A second browser of theirs is ended from the first, and then the first signs out.
  const second = await browser.newContext({ baseURL: office.url });
  const third = await second.newPage();
  await open(third, '/fr/sign-in');
  await signIn(third, invited, password);
  await expect(third).toHaveURL(/\/fr\/account$/);
  await open(other, '/fr/account');
  await other.getByRole('button', { name: /^Terminer (?!toutes)/ }).click();
  await expect(other.getByText('La session est terminée.')).toBeVisible();
  await third.reload();
  await expect(third.locator('h1')).toHaveText('Cette page est pour ceux qui sont connectés');
  for (const lang of languages) await judged(other, lang, partner);
  await open(other, '/fr/account');
  await other.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(other).toHaveURL(/\/fr$/);
  await expect(other.getByRole('link', { name: 'Se connecter' })).toBeVisible();
  await second.close();
  await context.close();

  // The administrator comes back, with a code that hasn't been used.
  await open(page, '/fr/account');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(/\/fr$/);
  await open(page, '/fr/administration/letters');
  await page.locator('main').getByRole('link', { name: 'Se connecter' }).click();
  await signIn(page, email, password);
  await expect(page.getByRole('heading', { name: 'Second facteur' })).toBeFocused();
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1));
  await page.locator('main').getByRole('button', { name: 'Se connecter' }).click();
  await expect(page).toHaveURL(/\/fr\/administration\/letters$/);
  await expect(page.locator('h1')).toHaveText('Courriers');

  // Each page of those who are signed in, in every language.
  for (const lang of languages)
    for (const path of ['/account', '/administration/accounts', '/administration/letters'])
      await judged(page, lang, path);
  forgive(faults);
});

test('an administrator turns off a second factor that another has lost', async ({
  page,
  browser,
  office,
  faults,
}) => {
  test.setTimeout(120_000);
  const [email, lost] = ['hind@exemple.ma', 'omar@exemple.ma'];
  await administrator(page, office.administrator(email), email);
  const context = await browser.newContext({ baseURL: office.url });
  const other = await context.newPage();
  await administrator(other, office.administrator(lost), lost);

  await open(page, '/fr/administration/accounts');
  const reset = /^Réinitialiser le second facteur/;
  await expect(rowOf(page, email).getByRole('button', { name: reset })).toHaveCount(0);
  const row = rowOf(page, lost);
  await row.getByRole('button', { name: reset }).click();
  await expect(row.getByRole('group')).toBeFocused();
  await row.getByLabel('Mot de passe', { exact: true }).fill('un autre, qui est faux');
  await row.getByRole('button', { name: 'Oui, désactiver ce second facteur' }).click();
  await expect(row.getByText('Ce n’est pas votre mot de passe actuel.').first()).toBeVisible();
  await row.getByLabel('Mot de passe', { exact: true }).fill(password);
  await row.getByRole('button', { name: 'Oui, désactiver ce second facteur' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'est désactivé' })).toBeFocused();
  await expect(row.getByRole('button', { name: reset })).toHaveCount(0);
  await other.reload();
  await expect(other.locator('h1')).toHaveText('Cette page est pour ceux qui sont connectés');
  await context.close();
  forgive(faults);
});

test('a wrong password says so, above the form and beside nothing that was right', async ({
  page,
  faults,
}) => {
  await open(page, '/fr/sign-in');
  await page.locator('main').getByRole('button', { name: 'Se connecter' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Écrivez l’adresse e-mail.',
    'Écrivez le mot de passe.',
  ]);
  await expect(page).toHaveTitle(/^Erreur\u202f: Se connecter/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Adresse e-mail')).toBeFocused();

  await signIn(page, 'nobody@exemple.ma', 'ce n’est pas celui-là');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('L’adresse ou le mot de passe n’est pas le bon.');
  await expect(page.getByLabel('Adresse e-mail')).toHaveValue('nobody@exemple.ma');
  forgive(faults);
});

test('a link that isn’t known says what may be, and a forgotten password always the same', async ({
  page,
}) => {
  await open(page, '/fr/invitation#not-a-code');
  await expect(page).toHaveURL(/\/fr\/invitation$/);
  await page.getByLabel('Nom', { exact: true }).fill('Personne');
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click();
  await expect(page.getByRole('alert')).toContainText('Ce lien ne marche pas');

  await open(page, '/fr/forgotten');
  await page.getByLabel('Adresse e-mail').fill('nobody@exemple.ma');
  await page.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'nobody@exemple.ma' })).toBeVisible();
});

for (const lang of languages)
  test(`pages that lead in have nothing that axe finds, and fit a phone: ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of [
      '/sign-in',
      '/invitation#code',
      '/forgotten',
      '/new-password#code',
      '/account',
      partner,
    ])
      await judged(page, lang, path);
  });
