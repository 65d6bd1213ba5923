import { administrator, judged, judgedHere, officerOf, onSample, partnerOf } from './accounts';
import { aPartner, begins, decides, submits } from './declared';
import { expect, judgedIn, open } from './test';

const test = onSample();
test.use({ actionTimeout: 15_000 });

/** A day some months before today. */
function ago(months: number, day: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, day)).toISOString().slice(0, 10);
}

test('six months after a verified start a partner answers in a file what still holds, and on the page', async ({
  page,
  browser,
  office,
}) => {
  test.setTimeout(240_000);
  await administrator(page, office.administrator('amina@exemple.ma'), 'amina@exemple.ma');
  const { slug } = await aPartner(page);
  const karim = await partnerOf(office, page, browser, 'karim@exemple.ma', slug);
  const nadia = await officerOf(office, page, browser, 'nadia@exemple.ma');
  await open(karim, `/fr/declare/${slug}`);
  const started = await begins(karim, ago(8, 1), ago(7, 28));
  await submits(karim, started, 3, ago(7, 5));
  await open(nadia, `/fr${started}`);
  await decides(nadia, 'Accepter');

  // The program asks as it starts, beside what it serves; who was signed in still is.
  await office.again();
  const asks = karim.getByRole('link', { name: /^Toujours en place/ });
  await expect(async () => {
    await open(karim, `/fr/partner-space/${slug}`);
    await expect(asks).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await asks.click();
  await expect(karim.getByRole('heading', { name: /^Toujours en place/ })).toBeVisible();
  for (const lang of judgedIn) await judged(karim, lang, `/declare/${slug}?held`);
  await open(karim, `/fr/declare/${slug}?held`);
  await karim.getByText('Répondre par un fichier').click();
  for (const lang of judgedIn) {
    await open(karim, `/${lang}/declare/${slug}?held`);
    await karim.locator('details summary').click();
    await judgedHere(karim, `the file, ${lang}`);
  }

  // The questions come filled in. Of three, one is answered wrongly: nothing is taken, and it is said where.
  await open(karim, `/fr/declare/${slug}?held`);
  await karim.getByText('Répondre par un fichier').click();
  const asked = await karim.request.get(`/still-held/${slug}/questions.csv?language=fr`);
  const [heading = '', ...rows] = (await asked.text()).replace('\ufeff', '').trim().split('\r\n');
  const mine = rows.filter((row) => row.startsWith(started.slice(-4)));
  expect(mine).toHaveLength(3);
  const answered = (...answers: string[]) => ({
    name: 'reponses.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [heading, ...answers.map((answer, i) => (mine[i] ?? '').replace(/;;$/, `;${answer}`))].join('\r\n'),
    ),
  });
  const file = karim.getByLabel('Fichier (XLSX, CSV ou JSON Lines)');
  const send = karim.getByRole('button', { name: 'Vérifier le fichier et envoyer les réponses' });
  await file.setInputFiles(answered('toujours en place;', 'terminé;'));
  await send.click();
  const faults = karim.getByRole('region', { name: /1 cellule à corriger/ });
  await expect(faults).toBeFocused();
  await expect(faults).toContainText('G3');
  await judgedHere(karim, 'the faults of a file');
  await file.setInputFiles(answered('toujours en place;', `terminé;${ago(1, 3)}`));
  await send.click();
  await expect(karim.getByText('2 réponses sont prises.')).toBeVisible();

  // The third is answered on the page. Of each time there is a declaration, which an officer verifies.
  const third = mine[2]?.split(';')[0] ?? '';
  const part = karim.getByRole('region').filter({ has: karim.getByLabel(third, { exact: true }) });
  await part.getByLabel(third, { exact: true }).selectOption('HELD');
  await part.getByRole('button', { name: 'Envoyer ces réponses' }).click();
  await karim.getByRole('link', { name: /Reçu/ }).click();
  await expect(karim).toHaveURL(/\/fr\/declarations\/\S+\?received$/);
  const receipt = new URL(karim.url()).pathname;
  await open(nadia, receipt);
  await decides(nadia, 'Accepter');
  await open(karim, receipt);
  await expect(karim.locator('main')).toContainText('acceptée');
  await open(karim, `/fr/declare/${slug}?held`);
  await expect(karim.getByRole('heading', { name: /^Toujours en place/ })).toBeVisible();
  await expect(karim.getByLabel(third, { exact: true })).toHaveCount(0);
});
