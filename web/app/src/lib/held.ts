import { graphql } from '../gql';
import type { HeldRowFragment, HeldRowsQueryVariables } from '../gql/graphql';
import { act } from './act';

// Rows of the register as it is, with what they belong to, for whoever drafts a change of them.

export const HeldRow = graphql(`
  fragment HeldRow on EditableRow {
    id
    table
    values
    above {
      id
      table
      values
      above {
        id
        table
        values
      }
    }
  }
`);

const one = graphql(`
  query HeldRow($id: ID!) {
    viewer {
      editableRow(id: $id) {
        ...HeldRow
      }
    }
  }
`);

const several = graphql(`
  query HeldRows($table: String!, $text: String, $of: ID) {
    viewer {
      editableRows(table: $table, text: $text, of: $of) {
        ...HeldRow
      }
    }
  }
`);

/** How many rows are found at most: further ones are looked for by other words. */
export const mostFound = 50;

/** A row, if there is one. */
export const heldRow = async (id: string): Promise<HeldRowFragment | undefined> =>
  (await act(one, { id })).viewer?.editableRow ?? undefined;

/** Rows of a table: those that words find, or those of a row above. */
export const heldRows = async (asked: HeldRowsQueryVariables): Promise<HeldRowFragment[]> =>
  (await act(several, asked)).viewer?.editableRows ?? [];

/** Whether a row was withdrawn: it stays, and is shown as such. */
export const isWithdrawn = (values: unknown): boolean =>
  typeof values === 'object' &&
  values !== null &&
  Object.entries(values).some(([name, value]) => /^withdrawn_(at|on)$/.test(name) && value != null);
