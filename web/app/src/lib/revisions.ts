import { graphql } from '../gql';
import type { RevisionRowPartsFragment } from '../gql/graphql';
import { revisedReason } from '../lang/revisedFaults';
import type { Worded } from './faults';
import { href, pathTo } from './place';
import { language } from './say.svelte';

/** The address of a revision's page, with what of it is shown. */
export function revisionAt(id: string, shows: Record<string, string> = {}): string {
  const query = new URLSearchParams(shows).toString();
  return href(language.now, pathTo('revision', id)) + (query && `?${query}`);
}

/** Begins a draft, of one's own or of what undoes another revision. */
export const startRevision = graphql(`
  mutation StartRevision($input: StartRevisionInput!) {
    startRevision(input: $input) {
      revision {
        id
      }
    }
  }
`);

/** Puts a row to a draft: a new one, one that is written anew, or one that is withdrawn. */
export const saveRow = graphql(`
  mutation SaveRevisionRow($input: SaveRevisionRowInput!) {
    saveRevisionRow(input: $input) {
      row {
        id
      }
    }
  }
`);

/** The words for why a row isn't saved: whether it or what it would change was written meanwhile is told in both cases. */
export const worded: Worded = (reason) => revisedReason(reason);

/** The words for why a row of the register can't be changed as the draft says. */
export const publicationWorded: Worded = (reason) =>
  revisedReason(reason === 'row_changed' ? 'revised_row_changed' : reason);

/** What every view of a draft works on. */
export interface Draft {
  id: string;
  rows: RevisionRowPartsFragment[];
}
