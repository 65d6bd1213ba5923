import { sample, serve } from './program';
import { test as base } from './test';

/** Journeys on a small sample register, made and served for them. */
export const test = base.extend<object, { sample: string }>({
  sample: [
    // Playwright reads from the pattern what a fixture builds on.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const served = await serve(sample);
      await use(served.url);
      await served.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ sample }, use) => use(sample),
});
