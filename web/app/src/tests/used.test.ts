import { expect, it } from 'vitest';

const read = import.meta.glob<string>(['../**/*.{svelte,ts}', '!../gql/**', '!../tests/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const dictionaries = import.meta.glob<Record<string, unknown>>('../lang/*.ts', { eager: true });
const sources = Object.values(read);

/** What a source calls an exported name, if it imports it; or has it itself. */
function called(source: string, name: string): string[] {
  const imported = [...source.matchAll(/import (?:type )?\{([^}]*)\}/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((one) => one.trim().split(' as '))
    .filter(([from]) => from === name)
    .map(([from = '', as = from]) => as.trim());
  return new RegExp(`export const ${name}\\b`).test(source) ? [...imported, name] : imported;
}

/** The uses of a name by the keys that follow it; all of them where it is handed on whole, or read by a key that is computed. */
function keysOf(name: string): Set<string> | 'all' {
  const keys = new Set<string>();
  for (const source of sources)
    for (const alias of called(source, name)) {
      if (new RegExp(`\\b${alias}\\[|\\.\\.\\.${alias}\\b|[(=] ?${alias}[),;]|: ${alias}[,;]`).test(source))
        return 'all';
      for (const [, key = ''] of source.matchAll(new RegExp(`\\b${alias}\\??\\.(\\w+)`, 'g'))) keys.add(key);
    }
  return keys;
}

it('has no word that nothing says', () => {
  const dead = Object.entries(dictionaries).flatMap(([file, module]) =>
    Object.entries(module).flatMap(([name, words]) => {
      const source = read[file] ?? '';
      // Of tables by the API's own names, every row is said some day.
      if (!new RegExp(`export const ${name} = \\{[^]*?\\n\\} satisfies Dictionary`).test(source)) return [];
      const used = keysOf(name);
      if (used === 'all') return [];
      return Object.keys(words as object)
        .filter((key) => !used.has(key))
        .map((key) => `${file} ${name}.${key}`);
    }),
  );
  expect(dead).toEqual([]);
});
