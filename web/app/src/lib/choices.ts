import { graphql } from '../gql';
import type { FilterName } from '../lang/filter';
import { ask } from './api';
import { codeOf } from './language';
import { named, titled, type Option } from './options';
import { language } from './say.svelte';

/** Where a choice goes on: there are more of it than a page has. */
export interface Rest {
  hasNextPage: boolean;
  endCursor?: string | null;
}

/** A part of the form: a choice, a year, or a day. */
export type Field = { name: FilterName } & ({ options: Option[]; rest?: Rest } | { type: 'year' | 'date' });

export const PartnerChoices = graphql(`
  fragment PartnerChoices on PartnerConnection {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      slug
      nameText(language: $language) {
        value
        language
      }
    }
  }
`);

export const SigningChoices = graphql(`
  fragment SigningChoices on SigningConnection {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      slug
      titleText(language: $language) {
        value
        language
      }
    }
  }
`);

const morePartners = graphql(`
  query MorePartners($language: Language!, $after: String) {
    choices: partners(first: 100, after: $after) {
      ...PartnerChoices
    }
  }
`);

const moreSignings = graphql(`
  query MoreSignings($language: Language!, $after: String) {
    choices: signings(first: 100, after: $after) {
      ...SigningChoices
    }
  }
`);

/** The choices after a cursor, and where they go on. */
export async function choicesAfter(name: FilterName, after: Rest['endCursor']): Promise<[Option[], Rest]> {
  const asked = { language: codeOf(language.now), after };
  if (name === 'partner') {
    const { choices } = await ask(morePartners, asked);
    return [named(choices), choices.pageInfo];
  }
  const { choices } = await ask(moreSignings, asked);
  return [titled(choices), choices.pageInfo];
}
