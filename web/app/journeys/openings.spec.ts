import { opening } from '../src/lang/opening';
import { space } from '../src/lang/space';
import { administrator, judged, judgedHere, onSample, partnerOf, someone } from './accounts';
import { choose, press, write, writeDay } from './hands';
import { expect, judgedIn, open } from './test';

const test = onSample();

// What a partner says publicly by itself: an opening from its announcement to its end, and a reply; by keyboard alone.
test('a partner announces an opening, closes it, and replies', async ({ page, browser, office }) => {
  test.setTimeout(300_000);
  await administrator(page, office.administrator('amina.o@exemple.ma'), 'amina.o@exemple.ma');
  const { slug, convention } = await someone(page);
  const karim = await partnerOf(office, page, browser, 'karim.o@exemple.ma', slug);
  const field = (words: { fr: string }) => karim.getByLabel(words.fr, { exact: true });
  const button = (words: { fr: string }) => karim.getByRole('button', { name: words.fr, exact: true });

  for (const lang of judgedIn)
    for (const path of ['partner-space', 'announce', 'answer']) await judged(karim, lang, `/${path}/${slug}`);

  // What is wrong is said before anything is shown to anyone.
  await open(karim, `/fr/partner-space/${slug}`);
  await press(karim.getByRole('link', { name: space.announce.fr, exact: true }));
  await expect(karim).toHaveTitle(new RegExp(`^${space.announce.fr}`));
  await press(button(space.preview));
  await expect(karim.getByRole('alert').getByRole('link')).toHaveText([
    space.occupationNeeded.fr,
    space.dayNeeded.fr,
    space.applyNeeded.fr,
  ]);
  await write(field(space.occupation), 'Conductrice de ligne');
  await write(field(space.posts), '1 200');
  await write(field(space.apply), 'Sur place, rue de l’Exemple.');
  await writeDay(field(space.closesOn), '2020-01-01');
  await press(button(space.preview));
  await expect(karim.getByRole('alert').getByRole('link')).toHaveCount(1);
  const end = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await writeDay(field(space.closesOn), end);
  await press(button(space.preview));
  await expect(karim.getByRole('heading', { name: space.previewTitle.fr })).toBeFocused();
  await judgedHere(karim, 'the preview');
  await press(button(space.publish));
  await expect(karim).toHaveURL(/\/fr\/openings\//);
  await expect(karim.getByText(opening.ownWord.fr)).toBeVisible();
  await expect(karim.getByText('1\u202f200')).toBeVisible();

  // It is closed, with a yes.
  await open(karim, `/fr/partner-space/${slug}`);
  const one = karim
    .getByRole('listitem')
    .filter({ has: karim.getByRole('link', { name: 'Conductrice de ligne', exact: true }) });
  await press(one.getByRole('button', { name: space.withdraw.fr }));
  await press(karim.getByRole('button', { name: space.withdrawYes.fr, exact: true }));
  await expect(karim.getByText(space.withdrawn.fr)).toBeVisible();
  await expect(one).toContainText(opening.withdrawn.fr);

  // A reply stands beside what it is about.
  await press(karim.getByRole('link', { name: space.answer.fr, exact: true }));
  await choose(field(space.about), `convention:${convention.slug}`);
  await write(field(space.words), 'Ces lignes ont été refusées à tort.');
  await press(button(space.preview));
  await expect(karim.getByRole('heading', { name: space.previewTitle.fr })).toBeFocused();
  await press(button(space.publish));
  await expect(karim.getByText(space.published.fr)).toBeVisible();
  await open(page, `/ar/conventions/${convention.slug}`);
  await expect(page.getByText('Ces lignes ont été refusées à tort.')).toBeVisible();
});
