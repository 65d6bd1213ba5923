import { pages, type PageName } from '../lang/pages';
import { nameOf, rowLabel, type DraftRow, type Held } from './revised';

/** Tables whose rows have a page of their own. */
const paged: Record<string, PageName> = {
  signings: 'signing',
  conventions: 'convention',
  partners: 'partner',
  commitments: 'commitment',
  openings: 'opening',
  sources: 'source',
};

/** A public page, below the language, and what it is about. */
export interface Shown {
  path: string;
  label: string;
}

const pageOf = (table: string, values: unknown): Shown | null => {
  const page = paged[table];
  const slug = nameOf(values);
  if (!page || !slug) return null;
  return {
    path: pages[page].pattern.replace(':slug', encodeURIComponent(slug)),
    label: rowLabel(table, values),
  };
};

const pageOfHeld = (held: Held | null | undefined): Shown | null =>
  held ? (pageOf(held.table, held.values) ?? pageOfHeld(held.above)) : null;

/** The pages on which the rows of a draft are seen, each once: its own, or that of what it belongs to. */
export function pagesOf(rows: DraftRow[]): Shown[] {
  const of = (row: DraftRow): Shown | null => {
    const over = rows.find(({ id }) => id === row.ofId);
    return pageOf(row.table, row.values) ?? (over ? of(over) : pageOfHeld(row.above));
  };
  const found = new Map<string, Shown>();
  for (const row of rows) {
    const page = of(row);
    if (page) found.set(page.path, page);
  }
  return [...found.values()];
}
