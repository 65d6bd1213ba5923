import { describe, expect, it } from 'vitest';
import { descriptions } from '../lang/descriptions';
import { notFound, pages } from '../lang/pages';
import '../lang/ownPages';
import { languages } from '../lib/language';

const files = import.meta.glob<Record<string, unknown>>('../lang/*.ts', { eager: true });

/** Every set of words of src/lang, with the path of keys that leads to it. */
function* wordsIn(value: unknown, path: string): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  if (languages.some((lang) => lang in value)) yield [path, value as Record<string, unknown>];
  else for (const [key, inner] of Object.entries(value)) yield* wordsIn(inner, `${path}.${key}`);
}

const all = Object.entries(files).flatMap(([file, module]) => [
  ...wordsIn(module, file.replace('../lang/', '')),
]);

/** The text of words, whatever they are told. */
function textOf(words: unknown): string {
  if (typeof words === 'function')
    return String((words as (...args: string[]) => string)('x', 'y', 'z', 'w'));
  if (typeof words === 'string') return words;
  return Object.values(words as object).join(' ');
}

/** The paths of the words that break a rule. */
const breaking = (broken: (words: Record<string, unknown>) => boolean): string[] =>
  all.filter(([, words]) => broken(words)).map(([path]) => path);

const arabic = /\p{Script=Arabic}/u;

describe('the dictionary', () => {
  it('is read', () => expect(all.length).toBeGreaterThan(100));

  it('has every word in every language, and nothing empty', () => {
    const sameKeys = (words: object) => Object.keys(words).sort().join() === [...languages].sort().join();
    const filled = (words: Record<string, unknown>) =>
      languages.every((lang) => textOf(words[lang]).trim() !== '');
    expect(breaking((words) => !sameKeys(words) || !filled(words))).toEqual([]);
  });

  it('writes every word in its own script', () => {
    const latin = (words: Record<string, unknown>) => !arabic.test(textOf(words['fr']) + textOf(words['en']));
    // What stands for a thing's own name alone has no script.
    const wordless = (words: Record<string, unknown>) => !/[a-z]{3}/.test(textOf(words['en']));
    expect(
      breaking((words) => !latin(words) || !(arabic.test(textOf(words['ar'])) || wordless(words))),
    ).toEqual([]);
  });

  it('takes as many values in each language', () => {
    const takes = (words: unknown) => (typeof words === 'function' ? words.length : -1);
    expect(breaking((words) => new Set(languages.map((lang) => takes(words[lang]))).size > 1)).toEqual([]);
  });

  it('never lets a French mark begin a line, nor writes a straight apostrophe', () => {
    expect(breaking((words) => / [?!;:»]|« |'/.test(textOf(words['fr'])))).toEqual([]);
  });

  it('uses the six plural forms of Arabic wherever it counts', () => {
    const counted = all.filter(([, words]) => typeof words['ar'] === 'object');
    expect(counted.length).toBeGreaterThan(5);
    for (const [, words] of counted)
      expect(Object.keys(words['ar'] as object).sort()).toEqual([
        'few',
        'many',
        'one',
        'other',
        'two',
        'zero',
      ]);
  });
});

describe('the list of pages', () => {
  it('names a noun exactly where a slug stands', () => {
    // Of a declaration or a revision the server says nothing: it doesn't ask who is signed in.
    const untold = [pages.declaration, pages.revision];
    const named = Object.values(pages).filter((page) => !untold.includes(page));
    for (const page of named) expect(!!page.noun).toBe(page.pattern.endsWith(':slug'));
  });

  it('describes to search engines what is public, and nothing else', () => {
    for (const [name, page] of Object.entries(pages)) expect(name in descriptions).toBe(!page.private);
  });

  it('leaves room for the name exactly where there is one', () => {
    for (const page of [...Object.values(pages), notFound])
      for (const lang of languages) expect(page.title[lang].includes('{}')).toBe(!!page.noun);
  });
});
