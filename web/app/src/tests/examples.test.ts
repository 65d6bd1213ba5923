import { expect, test } from 'vitest';
import codes from '../examples/codes.json';
import { codeWords } from '../lang/limits';
import { example, queryFiles, readyQueries } from '../lib/examples';

test('each ready query has its words, and each of those a query', () => {
  expect(readyQueries.map(({ name }) => name).sort()).toEqual([...queryFiles].sort());
  for (const { query } of readyQueries) expect(query).toMatch(/^query \w+/);
});

test('an example asks the site that shows it', () => {
  expect(example('ask.sh')).toContain(`${location.origin}/graphql`);
  expect(example('install.sh')).toContain(`${location.origin}/schema.graphql`);
});

test('each code of an error has its words', () => {
  expect(Object.keys(codeWords).sort()).toEqual([...codes].sort());
});
