import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, languages, open, paths, test } from './test';

/** Opens all that can be opened, so that what is folded away is judged too. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const button of document.querySelectorAll<HTMLButtonElement>('[aria-controls$="-source"]'))
      button.click();
  });

// Every page in every language and scheme takes minutes: that is the lab's. Every page is judged always in French, and each
// second one in Arabic, the others in English and in the dark.
const always = ['fr light', 'ar light', 'en dark'];
const judged = (lang: string) =>
  [...paths, '/nowhere'].filter(
    (_, i) => process.env['LAB'] || lang === 'fr' || i % 2 === (lang === 'ar' ? 0 : 1),
  );

for (const scheme of ['light', 'dark'] as const) {
  for (const lang of languages.filter((l) => process.env['LAB'] || always.includes(`${l} ${scheme}`))) {
    test(`axe finds nothing: ${lang}, ${scheme}`, async ({ page, faults }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ colorScheme: scheme });
      for (const path of judged(lang)) {
        await open(page, `/${lang}${path}`);
        await unfold(page);
        // There are no frames: without a blank page for each to come together in, it takes half as long. In the dark, only
        // colours are others.
        const axe = new AxeBuilder({ page }).setLegacyMode();
        const { violations } = await (
          scheme === 'light'
            ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            : axe.withRules(['color-contrast', 'link-in-text-block'])
        ).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
        );
        expect(found, `/${lang}${path}`).toEqual([]);
      }
      // The page that is not there is served with its status, which the console reports.
      expect(faults.splice(0).filter((fault) => !fault.includes('404'))).toEqual([]);
    });
  }
}

for (const lang of languages) {
  test(`nothing leaves the page at 320 pixels: ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of paths) {
      await open(page, `/${lang}${path}`);
      await unfold(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `/${lang}${path}`).toBeLessThanOrEqual(0);
    }
  });
}

test('Arabic is set in its own type, and mirrored', async ({ page }) => {
  await open(page, '/ar');
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.fonts.check('16px "IBM Plex Sans Arabic"', 'ميثاق'))).toBe(true);
  const bar = page.locator('.track').first();
  const tick = await bar.evaluate((node) => getComputedStyle(node, '::after').left);
  expect(tick).toBe('0px');
});

test('print keeps the facts and drops the navigation', async ({ page }) => {
  await open(page, '/fr');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.locator('.track').first()).toBeVisible();
  // What a figure means and who says so is printed with it, open or not.
  await expect(page.locator('.commitment').first().locator('.citations')).toBeVisible();
});
