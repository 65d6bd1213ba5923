import { expect, open, test } from './test';

test('a link leads to a partner and back to where one was', async ({ page }) => {
  await open(page, '/fr');
  const link = page.getByRole('link', { name: 'Groupe Managem' });
  await link.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(100);

  await link.click();
  await expect(page).toHaveURL(/\/fr\/partners\/managem$/);
  await expect(page).toHaveTitle('Groupe Managem · Mithaq');
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.locator('[aria-live]')).toHaveText('Groupe Managem · Mithaq');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(page.getByText('Laquelle des 8 conventions est la sienne n’est pas publié.')).toBeVisible();

  await page.goBack();
  await expect(page).toHaveTitle(/Registre ouvert/);
  await expect(page.locator('h1')).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
});

test('following a link asks for no new document', async ({ page }) => {
  await open(page, '/fr');
  await page.evaluate(() => Object.assign(window, { still: true }));
  await page.getByRole('navigation').getByRole('link', { name: 'Sources' }).click();
  await expect(page).toHaveTitle('Sources · Mithaq');
  expect(await page.evaluate(() => 'still' in window)).toBe(true);
});

test('a modified click is left to the browser', async ({ page, context }) => {
  await open(page, '/fr');
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page
      .getByRole('navigation')
      .getByRole('link', { name: 'Partenaires' })
      .click({ modifiers: ['Control'] }),
  ]);
  await expect(other).toHaveURL(/\/fr\/partners$/);
  await expect(page).toHaveURL(/\/fr$/);
});

test('the language changes and the page stays', async ({ page }) => {
  await open(page, '/fr/partners/fmes');
  await page.getByRole('link', { name: 'العربية' }).click();
  await expect(page).toHaveURL(/\/ar\/partners\/fmes$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByText('فيدرالية', { exact: true })).toBeVisible();
  await expect(page.locator('h1 bdi')).toHaveAttribute('lang', 'fr');

  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/partners\/fmes$/);
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByText('federation', { exact: true })).toBeVisible();
});

test('the navigation says where one is', async ({ page }) => {
  await open(page, '/fr/conventions');
  const link = page.getByRole('navigation').getByRole('link', { name: 'Conventions' });
  await expect(link).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'Convention 2/8' }).click();
  await expect(page).toHaveTitle('Convention 2/8 · Mithaq');
  await expect(link).toHaveAttribute('aria-current', 'true');
});

test('everything can be reached by keyboard', async ({ page }) => {
  await open(page, '/fr');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Aller au contenu' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();

  // From the start of the content: the eight conventions, then the handles of the first figure.
  for (let i = 0; i < 9; i++) await page.keyboard.press('Tab');
  const definition = page.getByRole('button', { name: /Définition et règle/ }).first();
  await expect(definition).toBeFocused();
  const outline = await definition.evaluate((node) => getComputedStyle(node).outlineStyle);
  expect(outline).toBe('solid');
  await page.keyboard.press('Space');
  await expect(definition).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/signings\/2021-12-15-casablanca#/);

  // A disclosure of sources, opened and closed without a mouse
  const summary = page.locator('summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('details').first()).toHaveAttribute('open', '');
  await page.keyboard.press('Enter');
  await expect(page.locator('details').first()).not.toHaveAttribute('open');
});
