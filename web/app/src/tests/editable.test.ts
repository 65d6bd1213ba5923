import { describe, expect, it } from 'vitest';
import { choices, columnWords, tables, within } from '../lang/editable';
import { revisedReason } from '../lang/revisedFaults';
import { groupOf } from '../lib/revised';
import editable from './editable.json';

/** What has no words, by where it stands. */
const wordless = (all: { at: string; said: unknown }[]): string[] =>
  all.filter(({ said }) => !said).map(({ at }) => at);

describe('what can be edited', () => {
  it('is read', () => expect(editable.tables.length).toBeGreaterThan(15));

  it('has words for each table', () =>
    expect(wordless(editable.tables.map(({ name }) => ({ at: name, said: tables[name] })))).toEqual([]));

  it('has words for each column, and for what stands within a group', () => {
    const all = editable.tables.flatMap((table) =>
      table.columns.flatMap(({ name }) => {
        const group = groupOf(name);
        const own = group || name;
        return [
          { at: `${table.name}.${own}`, said: columnWords(table.name, own) },
          { at: `${table.name}.${name}`, said: !group || within[name.slice(group.length)] },
        ];
      }),
    );
    expect(wordless(all)).toEqual([]);
  });

  it('has words for each value of a list', () => {
    const all = editable.tables.flatMap((table) =>
      table.columns.flatMap(({ name, values }) => {
        const words =
          choices[`${table.name}.${name}`] ?? choices[name.replace(/^\w+\.language$/, 'language')];
        return values.map((value) => ({ at: `${table.name}.${name} ${value}`, said: words?.[value] }));
      }),
    );
    expect(all.length).toBeGreaterThan(50);
    expect(wordless(all)).toEqual([]);
  });

  it('has words for each rule that a row can break', () =>
    expect(wordless(editable.rules.map((rule) => ({ at: rule, said: revisedReason(rule) })))).toEqual([]));
});
