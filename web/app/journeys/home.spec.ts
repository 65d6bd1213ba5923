import { expect, languages, open, test, type Lang } from './test';

const words: Record<Lang, Record<string, string | RegExp>> = {
  fr: {
    title: 'Registre ouvert des conventions d’emploi · Mithaq',
    h1: '6\u202f000\u00a0emplois, 1\u202f200\u00a0porteurs de projets\u202f: qu’en est-il\u202f?',
    promises: ['6\u202f000 emplois promis', '1\u202f200 porteurs de projets à accompagner'].join('|'),
    counts: ['8 conventions annoncées', '9 partenaires nommés', 'Signature le 15 décembre 2021'].join('|'),
    delivery: 'Aucune des 7\u00a0sources qui parlent de cette signature ne donne de chiffre de réalisation.',
    none: 'Aucun chiffre publié',
    due: 'Échéance\u202f: non publiée.',
    inTwoYears: 'en 2 ans, selon ÉcoActu',
    notice: 'Aucune institution n’exploite cette copie du registre. Ce n’est pas le site de l’ANAPEC.',
    conventions: 'Conventions',
  },
  ar: {
    title: 'ميثاق، سجل مفتوح لاتفاقيات التشغيل · Mithaq',
    h1: '6.000\u00a0منصب شغل و1.200\u00a0حامل مشروع: ما مصيرها؟',
    promises: ['6.000 منصب شغل موعود به', '1.200 حامل مشروع ستتم مواكبته'].join('|'),
    counts: ['8 اتفاقيات معلنة', '9 شركاء مذكورين', 'التوقيع في 15 دجنبر 2021'].join('|'),
    delivery: 'تتحدث عن هذا التوقيع 7\u00a0مصادر، ولا يقدم أي منها رقما عن الإنجاز.',
    none: 'لا رقم منشور',
    due: 'الأجل: غير منشور.',
    inTwoYears: 'خلال سنتين، حسب ÉcoActu',
    notice:
      'لا تدير أي مؤسسة هذه النسخة من السجل. وهذا الموقع ليس موقع الوكالة الوطنية لإنعاش التشغيل والكفاءات.',
    conventions: 'الاتفاقيات',
  },
  en: {
    title: 'Open register of employment conventions · Mithaq',
    h1: '6,000\u00a0jobs, 1,200\u00a0project holders: what came of them?',
    promises: ['6,000 jobs promised', '1,200 project holders to be supported'].join('|'),
    counts: ['8 conventions announced', '9 partners named', 'Signed on 15 December 2021'].join('|'),
    delivery: 'None of the 7\u00a0sources that speak of this signing gives a figure of delivery.',
    none: 'No figure published',
    due: 'Due date: not published.',
    inTwoYears: 'in 2 years, according to ÉcoActu',
    notice: 'No institution runs this copy of the register. It is not ANAPEC’s site.',
    conventions: 'Conventions',
  },
};

for (const lang of languages) {
  const said = words[lang] as Record<string, string>;

  test(`a citizen reads what was promised and what exists: ${lang}`, async ({ page }) => {
    await open(page, `/${lang}`);
    await expect(page).toHaveTitle(said['title'] ?? '');
    expect(await page.locator('h1').textContent()).toBe(said['h1']);
    await expect(page.getByText(said['notice'] ?? '').first()).toBeVisible();

    const promised = page.locator('section').nth(0);
    await expect(promised.locator('.commitment h3')).toHaveText((said['promises'] ?? '').split('|'));
    await expect(promised.locator('.counts li')).toHaveText((said['counts'] ?? '').split('|'));
    await expect(promised.locator('.partners li')).toHaveCount(9);

    const exists = page.locator('section').nth(1);
    await expect(exists.getByText(said['delivery'] ?? '', { exact: true })).toBeVisible();
    await expect(exists.locator('.track')).toHaveText([said['none'] ?? '', said['none'] ?? '']);

    const stands = page.locator('section').nth(2);
    await expect(stands.getByText(said['due'] ?? '')).toBeVisible();
    await expect(stands.locator('.said')).toHaveText(said['inTwoYears'] ?? '');
    // The line of time: from the signing to today, and between them what one source says was due, in amber.
    await expect(stands.locator('li.known time')).toHaveAttribute('datetime', '2021-12-15');
    const places = await stands.locator('li.known, li.claim, li.now').evaluateAll((marks) =>
      marks.map((mark) => ({
        at: parseFloat((mark as HTMLElement).style.insetInlineStart),
        x: mark.getBoundingClientRect().x,
        colour: getComputedStyle(mark).color,
      })),
    );
    const [signed, now, claim] = places;
    expect(signed?.at).toBe(0);
    expect(now?.at).toBeCloseTo(92, 0);
    const days = (Date.now() - Date.UTC(2021, 11, 15)) / 86_400_000;
    expect(claim?.at).toBeCloseTo((730 / days) * 92, 0);
    expect(claim?.colour).toBe('rgb(154, 74, 18)');
    const forwards = (now?.x ?? 0) > (signed?.x ?? 0);
    expect(forwards, 'time runs from the start edge').toBe(lang !== 'ar');
  });

  test(`who says what: the reading first, ÉcoActu's 9 in amber: ${lang}`, async ({ page }) => {
    await open(page, `/${lang}`);
    const topic = page
      .locator('.topic', { has: page.locator('dt', { hasText: said['conventions'] }) })
      .first();
    const versions = topic.locator('li');
    await expect(versions.first()).toHaveAttribute('data-stance', 'AGREES');
    await expect(versions.first().locator('.statement')).toHaveText('8');
    await expect(versions.first().locator('a')).toHaveText([
      'La Vie éco',
      'Le Matin',
      'Maroc28',
      'Morocco Latest News',
    ]);

    const nine = versions.filter({ has: page.locator('.statement', { hasText: /^9$/ }) });
    await expect(nine).toHaveAttribute('data-stance', 'DIFFERS');
    await expect(nine.locator('a')).toHaveText('ÉcoActu');
    const colours = (locator: typeof nine) =>
      locator.locator('.statement').evaluate((node) => {
        const { color, backgroundColor } = getComputedStyle(node);
        return { color, backgroundColor };
      });
    expect(await colours(nine)).toEqual({ color: 'rgb(154, 74, 18)', backgroundColor: 'rgb(251, 238, 226)' });
    expect((await colours(versions.first())).color).toBe('rgb(20, 32, 27)');
  });
}

test('a figure tells its definition, its sources and where it stays', async ({ page }) => {
  await open(page, '/fr');
  const jobs = page.locator('.commitment').first();
  const definition = jobs.getByRole('button', { name: /Définition et règle/ });
  await expect(definition).toHaveAttribute('aria-expanded', 'false');
  await definition.click();
  await expect(definition).toHaveAttribute('aria-expanded', 'true');
  await expect(jobs.getByText(/Règle de comptage 1/)).toBeVisible();

  await jobs.getByRole('button', { name: /Source/ }).click();
  await expect(jobs.getByText(/Règle de comptage 1/)).toBeHidden();
  await expect(jobs.locator('.citations a')).toHaveText([
    'La Vie éco',
    'Le Matin',
    'Maroc28',
    'Morocco Latest News',
  ]);

  await jobs.getByRole('link', { name: /Lien/ }).click();
  await expect(page).toHaveURL(/\/fr\/signings\/2021-12-15-casablanca#2021-12-15-jobs-created$/);
  await expect(page.locator('[id="2021-12-15-jobs-created"]')).toBeInViewport();
  await expect(page.locator('[id="2021-12-15-jobs-created"]')).toBeFocused();
});

test('translated descriptions show their originals at one press', async ({ page }) => {
  await open(page, '/en');
  const button = page.getByRole('button', { name: 'Show the originals' });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  const wording = page.locator('.commitment .wording').first();
  await expect(wording).toHaveText('the immediate creation of 6,000 direct jobs');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(wording).toHaveText(/création immédiate de 6\s000 emplois directs/);
  await expect(wording.locator('[lang=fr]')).toHaveAttribute('dir', 'ltr');

  await open(page, '/fr');
  await expect(page.getByRole('button', { name: /originaux/ })).toHaveCount(0);
});
