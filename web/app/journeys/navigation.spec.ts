import type { Page } from '@playwright/test';
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
  await expect(
    page.getByText('Aucune source ne dit laquelle ou lesquelles des 8 conventions il a signées.'),
  ).toBeVisible();

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

const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

/** Scrolls, until the page has heard of it. */
const scrollDown = (page: Page, top: number) =>
  page.evaluate(
    (y) =>
      new Promise((resolve) => {
        addEventListener('scroll', resolve, { once: true });
        scrollTo(0, y);
      }).then(() => undefined),
    top,
  );

test('a new document in a used tab opens at its start, and a reload where one was', async ({ page }) => {
  await open(page, '/fr');
  await scrollDown(page, 700);
  await open(page, '/en');
  expect(await scrolled(page)).toBe(0);

  await scrollDown(page, 500);
  await page.reload();
  await expect.poll(() => scrolled(page)).toBe(500);
});

test('a hash opens at its target, and going back from one leads back', async ({ page }) => {
  const signing = '/fr/signings/2021-12-15-casablanca';
  await open(page, '/fr');
  await scrollDown(page, 700);
  await open(page, `${signing}#sources`);
  await expect(page.locator('#sources')).toBeInViewport();
  expect(await scrolled(page)).toBeGreaterThan(700);

  await open(page, '/fr/partners/fmes');
  await open(page, signing);
  await scrollDown(page, 300);
  await page.evaluate(() => (location.hash = 'sources'));
  await expect.poll(() => scrolled(page)).toBeGreaterThan(300);
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBe(300);
  await page.goForward();
  await expect(page.locator('#sources')).toBeInViewport();
});

test('the language changes and the place on the page stays', async ({ page }) => {
  await open(page, '/fr/signings/2021-12-15-casablanca?x=1#sources');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/signings\/2021-12-15-casablanca\?x=1#sources$/);
  await expect(page.locator('#sources')).toBeInViewport();
});

test('a browser that keeps nothing shows the page all the same', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await open(page, '/fr');
  await page.getByRole('navigation').getByRole('link', { name: 'Sources' }).click();
  await expect(page).toHaveTitle('Sources · Mithaq');
  await page.goBack();
  await expect(page).toHaveTitle(/Registre ouvert/);
});

test('a cursor that the list did not give leads to its start', async ({ page }) => {
  await open(page, '/fr/partners?after=abc');
  await expect(page.locator('h1')).toHaveText('Partenaires');
  await expect(page).toHaveURL(/\/fr\/partners$/);
});
