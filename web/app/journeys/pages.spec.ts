import { expect, languages, open, paths, test } from './test';

for (const lang of languages) {
  test(`each address is served in its language, with the title that the app gives it: ${lang}`, async ({
    page,
    request,
  }) => {
    for (const path of paths) {
      const address = `/${lang}${path}`;
      const served = await request.get(address);
      expect(served.status(), address).toBe(200);
      const html = await served.text();
      expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
      const escaped = /<title>(.*)<\/title>/.exec(html)?.[1] ?? '';
      const title = escaped.replaceAll('&#39;', "'").replaceAll('&#34;', '"').replaceAll('&amp;', '&');
      expect(title, address).toMatch(/.+ · Mithaq$/);
      for (const other of languages) expect(html).toContain(`hreflang="${other}"`);

      await open(page, address);
      expect(await page.title(), address).toBe(title);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('h1')).toHaveCount(1);
    }
  });

  test(`what no source publishes is said in words: ${lang}`, async ({ page }) => {
    const missing = { fr: 'non publié', ar: 'غير منشور', en: 'not published' }[lang];
    await open(page, `/${lang}/conventions/2021-12-15-anapec-4`);
    // Title, start, end, parties, commitments, regions, sectors and orientations of one convention
    await expect(page.locator('dd .missing')).toHaveText(Array(8).fill(missing));
    await expect(page.locator('main')).not.toContainText(/(?<![\d/.])0(?![\d/.])/);
  });

  test(`an address that leads nowhere says so, with status 404: ${lang}`, async ({
    page,
    request,
    faults,
  }) => {
    const title = { fr: 'Page introuvable', ar: 'الصفحة غير موجودة', en: 'Page not found' }[lang];
    for (const path of ['/nowhere', '/partners/nobody', '/partners/', '/signings/1/2']) {
      const answer = await request.get(`/${lang}${path}`);
      expect(answer.status(), path).toBe(404);
      await open(page, `/${lang}${path}`);
      await expect(page.locator('h1'), path).toHaveText(title);
      await expect(page).toHaveTitle(`${title} · Mithaq`);
    }
    expect(faults.every((fault) => fault.includes('404'))).toBe(true);
    faults.length = 0;
  });
}

test('without a language one is sent to that of the browser', async ({ browser, baseURL }) => {
  for (const [locale, lang] of [
    ['ar-MA', 'ar'],
    ['en-GB', 'en'],
    ['de-DE', 'fr'],
  ]) {
    const context = await browser.newContext({ locale: locale ?? '', baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await open(page, '/');
    await expect(page).toHaveURL(new RegExp(`/${lang}$`));
    await context.close();
  }
});

test('a signing shows all that the register holds of it', async ({ page }) => {
  await open(page, '/fr/signings/2021-12-15-casablanca');
  await expect(page.locator('q[lang=fr]').first()).toContainText('partenariat public-privé');
  await expect(page.locator('section[aria-labelledby=signatories] .rows > li')).toHaveCount(10);
  await expect(page.locator('section[aria-labelledby=conventions] li')).toHaveCount(8);
  await expect(page.locator('section[aria-labelledby=orientations] .rows > li')).toHaveCount(3);
  await expect(page.locator('section[aria-labelledby=sources] .rows > li')).toHaveCount(7);
  await expect(page.getByText('Younes Sekkouri').first()).toBeVisible();
  await expect(page.getByText('Mohamed Achiq').first()).toBeVisible();

  const facts = page.locator('dl.facts').first();
  const date = facts.locator('> div').first();
  await date.locator('summary').click();
  await expect(date.locator('.citations a')).toHaveText([
    'le ministère (MIEPEEC)',
    'ÉcoActu',
    'Aujourd’hui le Maroc',
  ]);
});

test('a source links to its address only where that leads somewhere', async ({ page }) => {
  await open(page, '/fr/sources/ecoactu-2021-12');
  await expect(page.locator('a.address')).toHaveAttribute(
    'href',
    'https://ecoactu.ma/anapec-ppp-6-000-emplois-jeunes',
  );
  await open(page, '/fr/sources/le-matin-2021-12');
  await expect(page.locator('a.address')).toHaveCount(0);
  await expect(page.locator('bdi.address')).toHaveText('lematin.ma/express/2021/…/369090.html');
  await open(page, '/fr/sources/la-vie-eco-2021-12');
  await expect(page.getByText('non enregistré').first()).toBeVisible();
  await open(page, '/fr/sources');
  await expect(page.getByText('date de publication non enregistrée').first()).toBeVisible();
});

test('a page that says that it is translated shows a text that is', async ({ page }) => {
  const shown = async () => (await page.locator('main').innerText()).replace('\n', ' ');
  let said = 0;
  for (const lang of languages)
    for (const path of paths) {
      await open(page, `/${lang}${path}`);
      const button = page.locator('.translation button');
      if ((await button.count()) === 0) continue;
      said += 1;
      const before = await shown();
      await button.click();
      expect(await shown(), `/${lang}${path}`).not.toBe(before);
    }
  expect(said).toBeGreaterThan(5);
});

test('conventions stand under the signing that tells their numbers apart', async ({ page }) => {
  await open(page, '/en/conventions');
  const signing = page.locator('h2').getByRole('link');
  await expect(signing).toHaveAttribute('href', '/en/signings/2021-12-15-casablanca');
  await expect(page.locator('h3')).toHaveCount(8);
});
