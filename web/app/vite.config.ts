import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { budget } from './vite.budget.ts';
import { documents } from './vite.documents.ts';
import { explorer } from './vite.explorer.ts';
import { pagesJson } from './vite.pages.ts';

// Where the program runs while the app is worked on.
const api = process.env['API'] ?? 'http://127.0.0.1:8080';

// light-dark() and logical properties as they stand: the browsers since the middle of 2024.
const target = ['chrome123', 'edge123', 'firefox121', 'safari17.5'];

const shared =
  /src\/(lang\/(commitment|fact)|lib\/(grouped|citations)|parts\/(Text|Phrase|SourceName|Link|Quotation|Count|Figure|Heading))\.(ts|svelte)$/;

// What is tested in a document: to make one takes longer than most tests.
const pages = [
  'api',
  'changes',
  'code',
  'declared',
  'deeds',
  'draft',
  'drafting',
  'examples',
  'form',
  'held',
  'invite',
  'leaving',
  'loading',
  'parts',
  'revised',
  'router',
  'said',
  'session',
  'shown',
  'upload',
].map((name) => `src/tests/${name}.test.ts`);

export default defineConfig({
  plugins: [documents(), svelte({ configFile: false }), pagesJson(), explorer(target), budget(45)],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    rolldownOptions: {
      checks: { pluginTimings: false }, // the explorer is a build within the build
      // What the first page shares with others is one file: a dozen small ones weigh more.
      output: { codeSplitting: { groups: [{ name: 'shared', test: shared }] } },
    },
    license: { fileName: 'licenses.md' }, // of the packages whose code is served
    target,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/graphql': api,
      '/schema.graphql': api,
      '/session': api,
      '/declarations': api,
      '/still-held': api,
    },
    fs: { allow: ['..'] }, // a test compares the words of sheets, which the program has
  },
  test: {
    testTimeout: 20_000, // a machine at work on other things is slow, and not wrong
    projects: [
      {
        extends: true,
        plugins: [svelteTesting()],
        test: { name: 'pages', environment: 'jsdom', include: pages },
      },
      {
        extends: true,
        plugins: [svelteTesting({ autoCleanup: false })],
        test: { name: 'words', environment: 'node', include: ['src/**/*.test.ts'], exclude: pages },
      },
    ],
  },
});
