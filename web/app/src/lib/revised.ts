import type { EditablePartsFragment, RevisionRowPartsFragment } from '../gql/graphql';
import { choices, columnWords, tables, within } from '../lang/editable';
import { statuses } from '../lang/fact';
import { conventionNamed } from '../lang/nouns';
import { revision } from '../lang/revision';
import { nameOfCode } from './coded.svelte';
import { codeOf, type Words } from './language';
import { formatMoment } from './moments';
import { partialDate } from './narrow';
import { date, language, list, number, say } from './say.svelte';

// Rows of the register as revisions have them: how their values stand in a form, and what they are called.

export type Table = EditablePartsFragment;
export type Column = Table['columns'][number];
export type DraftRow = RevisionRowPartsFragment;
export type Values = Record<string, unknown>;

/** A row of the register, and what it belongs to. */
export interface Held {
  id: string;
  table: string;
  values: unknown;
  above?: Held | null;
}

const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values by dotted names, as text; lists as they are. */
export function flat(values: unknown, prefix = ''): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  if (!isGroup(values)) return found;
  for (const [name, value] of Object.entries(values)) {
    if (isGroup(value)) Object.assign(found, flat(value, `${prefix}${name}.`));
    else if (Array.isArray(value)) found[prefix + name] = value.map(String);
    else if (value != null) found[prefix + name] = String(value);
  }
  return found;
}

const digits = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '');

/** A text of the form as the column has it; nothing where nothing is said. */
export function valueOf({ kind }: Pick<Column, 'kind'>, text: string): unknown {
  const said = text.trim();
  if (!said) return undefined;
  if (kind === 'BOOLEAN') return said === 'true';
  if ((kind === 'INTEGER' || kind === 'FIGURE') && /^\d+$/.test(digits(said))) return Number(digits(said));
  return said;
}

/** Whether a text has the form that the column wants; an empty one has. */
export function fits({ kind, rule }: Pick<Column, 'kind' | 'rule'>, text: string): boolean {
  const said = text.trim();
  if (!said) return true;
  if (kind === 'INTEGER') return /^\d{1,15}$/.test(digits(said));
  if (kind === 'FIGURE') return said in statuses || /^\d{1,15}$/.test(digits(said));
  if (kind === 'PARTIAL_DATE') return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(said);
  if (rule === 'slug') return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(said);
  return true;
}

/** Where a group of columns begins its names; empty for a column of its own. */
export const groupOf = (name: string): string => (name.includes('.') ? name.slice(0, name.indexOf('.')) : '');

/** The row that the form says: a language alone, of a text that isn't there, is left out. */
export function nested(of: Column[], texts: Record<string, string>, lists: Record<string, string[]>): Values {
  const values: Values = {};
  for (const column of of) {
    const { name, isList } = column;
    const value = isList
      ? lists[name]?.length
        ? lists[name]
        : undefined
      : valueOf(column, texts[name] ?? '');
    if (value === undefined) continue;
    const group = groupOf(name);
    if (!group) values[name] = value;
    else values[group] = { ...(values[group] as Values | undefined), [name.slice(group.length + 1)]: value };
  }
  for (const [name, value] of Object.entries(values))
    if (isGroup(value) && Object.keys(value).join() === 'language') delete values[name];
  return values;
}

/** Columns one by one, and those of a group together, in their order. */
export function grouped(of: Column[]): { name: string; columns: Column[] }[] {
  const groups: { name: string; columns: Column[] }[] = [];
  for (const column of of) {
    const name = groupOf(column.name) || column.name;
    const last = groups.at(-1);
    if (last?.name === name) last.columns.push(column);
    else groups.push({ name, columns: [column] });
  }
  return groups;
}

const named = (words: Words | undefined, name: string): string => (words ? say(words) : name);

/** What a column, or a group of them, is called. */
export function columnLabel(table: string, name: string): string {
  const group = groupOf(name);
  const own = group || name;
  const label = named(columnWords(table, own), own);
  return group ? `${label}, ${named(within[name.slice(group.length)], name)}` : label;
}

/** What the values of a column may be called; the language of a text goes by the words for languages. */
export const choicesOf = (table: string, name: string): Record<string, Words> =>
  choices[`${table}.${name}`] ?? choices[name.endsWith('.language') ? 'language' : name] ?? {};

/**
 * A value as it is read, by what its column holds: a choice by its words, a code by the name of its row, a day by its name,
 * a number grouped, each of a list. What changes comes as texts, where a list is parted by commas.
 */
export function shownValue(
  table: string,
  name: string,
  value: unknown,
  { kind, isList, reference }: Partial<Pick<Column, 'kind' | 'isList' | 'reference'>> = {},
): string {
  const text = String(value);
  if (Array.isArray(value) || isList) {
    const all: unknown[] = Array.isArray(value) ? value : text.split(', ');
    return list(all.map((one) => shownValue(table, name, one, { kind, reference })));
  }
  const word = choicesOf(table, name)[text] ?? (text in statuses ? statuses[text as 'UNKNOWN'] : undefined);
  if (word) return say(word);
  const row = reference && nameOfCode(reference, text);
  if (row) return row;
  if (kind === 'BOOLEAN') return say(text === 'true' ? revision.yes : revision.no);
  if ((kind === 'DAY' || kind === 'PARTIAL_DATE') && partialDate.test(text)) return date(text);
  if (kind === 'MOMENT' && !Number.isNaN(Date.parse(text))) return formatMoment(text, language.now);
  const counts = typeof value === 'number' || kind === 'INTEGER' || kind === 'FIGURE';
  return counts && !name.includes('year') && /^\d+$/.test(text) ? number(Number(text)) : text;
}

export const tableLabel = (table: string): string => named(tables[table]?.one, table);
export const tablesLabel = (table: string): string => named(tables[table]?.several, table);

/** A text in the language of the page, else in its own. */
function inLanguage(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isGroup(value)) return '';
  const order = [codeOf(language.now), value['language'], 'FR', 'AR', 'EN'].map((code) =>
    String(code).toLowerCase(),
  );
  const found = [...order.map((name) => value[name]), value['text']].find((text) => typeof text === 'string');
  return (found as string | undefined) ?? '';
}

const speaking = [
  'title',
  'name',
  'wording',
  'occupation',
  'summary',
  'definition',
  'statement',
  'words',
  'publisher',
];
/** What tells rows apart that have no words of their own, and what these columns hold. */
const telling: Record<string, Partial<Pick<Column, 'kind' | 'reference'>>> = {
  kind: {},
  region: { reference: 'regions' },
  sector: { reference: 'sectors' },
  year: {},
  partner: {},
  other: {},
  source: {},
  figure: {},
  applies_from: { kind: 'PARTIAL_DATE' },
  slug: {},
  code: {},
};

/** What a row is called: by its own words, else by what it says. */
export function rowLabel(table: string, of: unknown): string {
  const values: Values = isGroup(of) ? of : {};
  if (table === 'conventions') return say(conventionNamed)(String(values['reference'] ?? ''));
  if (table === 'amendments') return String(values['reference'] ?? values['slug'] ?? '');
  const text = speaking.map((name) => inLanguage(values[name])).find((words) => words);
  if (text) return text;
  return Object.entries(telling)
    .filter(([name]) => values[name] !== undefined)
    .map(([name, column]) => shownValue(table, name, values[name], column))
    .join(' · ');
}

/** A row with what it belongs to. */
export const fullLabel = ({ table, values, above }: Held): string =>
  [above ? fullLabel(above) : '', rowLabel(table, values)].filter(Boolean).join(' › ');

/** The slug or code by which others name a row. */
export function nameOf(values: unknown): string {
  const { slug, code } = (isGroup(values) ? values : {}) as { slug?: string; code?: string };
  return slug ?? code ?? '';
}

/** A text as a slug: Latin letters without accents, digits and hyphens. */
export const slugged = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

/** A slug for a row that was given none, from what it says and what it belongs to. */
export function slugFor(table: string, values: Values, above: string): string {
  const own = (value: unknown) => slugged(inLanguage(value));
  switch (table) {
    case 'signatories':
    case 'parties':
      return slugged(String(values['partner'] ?? '')) || own(values['name']);
    case 'commitments':
      return slugged(`${above} ${String(values['indicator'] ?? '')}`);
    case 'conventions':
    case 'amendments':
      return slugged(`${above} ${String(values['reference'] ?? '')}`);
    case 'claims':
      return slugged(`${String(values['source'] ?? '')} ${String(values['subject'] ?? '')}`);
    case 'sources':
      return (
        slugged(`${inLanguage(values['publisher'])} ${String(values['published_on'] ?? '')}`) ||
        own(values['title'])
      );
  }
  return speaking.map((name) => own(values[name])).find((slug) => slug) ?? '';
}

/** Rows under what they belong to in the draft, each with its depth. */
export function asTree(
  rows: DraftRow[],
  of: string | null = null,
  depth = 0,
): { row: DraftRow; depth: number }[] {
  const ids = new Set(rows.map(({ id }) => id));
  const under = ({ ofId }: DraftRow) => (ofId && ids.has(ofId) ? ofId : null);
  return rows
    .filter((row) => under(row) === of)
    .flatMap((row) => [{ row, depth }, ...asTree(rows, row.id, depth + 1)]);
}

/** What is worth showing of a table at once, beside what must be given. */
export const foremost: Record<string, string[]> = {
  sources: ['publisher', 'title', 'published_on', 'address', 'address_kind'],
  partner_names: ['since', 'until'],
  partner_ties: ['since'],
  signings: ['place'],
  signatories: ['partner'],
  parties: ['partner'],
  targets: ['due_on', 'amendment', 'reason'],
  allocations: ['region', 'sector', 'year'],
  claims: ['figure'],
  conventions: ['signed_on', 'regions', 'sectors'],
  amendments: ['signed_on'],
  counting_rules: ['counted_from_stage'],
  openings: ['region', 'convention'],
  replies: ['convention', 'commitment'],
  documents: ['address'],
};

/** The tables of what can be added to a row of a table. */
export const beneath = (editable: Table[], table: string): Table[] =>
  editable.filter(({ above }) => above.includes(table));

/** Those of what is added to a row of a draft by itself: its citations stand in its own form. */
export const beneathDrafted = (editable: Table[], { operation, table }: DraftRow): Table[] =>
  operation === 'WRITE' ? beneath(editable, table).filter(({ name }) => name !== 'citations') : [];
