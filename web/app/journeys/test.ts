import { test as base, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

export { expect } from '@playwright/test';

export const languages = ['fr', 'ar', 'en'] as const;

/** In which of them pages for those who sign in are judged: from right to left alone, unless there is time for all. */
export const judgedIn: readonly Lang[] = process.env['LAB'] ? languages : ['ar'];
export type Lang = (typeof languages)[number];

/** One page of every kind, as the register of December 2021 has them. */
export const paths = [
  '',
  '/signings',
  '/signings/2021-12-15-casablanca',
  '/conventions',
  '/conventions/2021-12-15-anapec-1',
  '/partners',
  '/partners/ecart-services-morocco',
  '/sources',
  '/sources/la-vie-eco-2021-12',
  '/sources/ecoactu-2021-12',
  '/commitments',
  '/commitments/2021-12-15-jobs-created',
  '/regions',
  '/regions/MA-06',
  '/sectors',
  '/sectors/C',
  '/openings',
  '/search',
  '/search?q=casablanca',
  '/persons',
  '/developers',
];

/** Opens a page and waits until it has its data. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').waitFor();
}

/** Has the pages ask something else: a part of what the app asks is replaced on its way. */
export async function rewritten(page: Page, part: string, by: string): Promise<void> {
  const documents = JSON.parse(readFileSync('../dist/documents.json', 'utf8')) as Record<string, string>;
  await page.route('**/graphql?*', async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const { persistedQuery } = JSON.parse(asked.get('extensions') ?? '{}');
    const query = documents[persistedQuery.sha256Hash]?.replace(part, by);
    const variables = JSON.parse(asked.get('variables') ?? '{}');
    await route.fulfill({ response: await page.request.post('/graphql', { data: { query, variables } }) });
  });
}

interface Fixtures {
  /** What went wrong on the way: a test that wants it to go wrong empties the list. */
  faults: string[];
}

/** Every journey fails on an error in the console and on a request that fails. */
export const test = base.extend<Fixtures>({
  faults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(String(error.error())));
      context.on('requestfailed', (request) => {
        const why = request.failure()?.errorText ?? '';
        // Cancelled by the browser itself, as an icon is when the page is left before it came
        if (why !== 'net::ERR_ABORTED') faults.push(`${request.url()} ${why}`);
      });
      await use(faults);
      base.expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
