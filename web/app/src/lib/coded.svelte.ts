import type { CodeListsFragment } from '../gql/graphql';
import { coded, type Option } from './options';

/** The rows that go by a code, by their table, named in the language of the page. */
let lists = $state.raw<Record<string, Option[]>>({});

export function takeCodes({ regions, sectors, occupationGroups }: CodeListsFragment): void {
  lists = { regions: coded(regions), sectors: coded(sectors), occupation_groups: coded(occupationGroups) };
}

/** The rows of a table that go by a code; nothing of another table. */
export const codedOf = (table: string): Option[] | undefined => lists[table];

/** The name of a row that goes by a code. */
export const nameOfCode = (table: string, code: string): string | undefined =>
  codedOf(table)?.find(({ value }) => value === code)?.label;
