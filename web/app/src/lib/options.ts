import { graphql } from '../gql';
import type { Language } from '../gql/graphql';
import { codeOf, type Words } from './language';
import { language, say } from './say.svelte';

/** What jobs and openings are told apart by, to be chosen from. */
export const CodeLists = graphql(`
  fragment CodeLists on Query {
    regions(first: 20) {
      nodes {
        code
        name(language: $language)
      }
    }
    sectors(first: 30) {
      nodes {
        code
        name(language: $language)
      }
    }
    occupationGroups(first: 20) {
      nodes {
        code
        name(language: $language)
      }
    }
  }
`);

export interface Option {
  value: string;
  label: string;
  /** Left out where the label is in the language of the page. */
  language?: Language;
}

interface Rows<Row> {
  nodes: Row[];
}

interface Text {
  value: string;
  language: Language;
}

/** A label in another language than the page's says so. */
const labelled = (value: string, text: Text): Option => ({
  value,
  label: text.value,
  ...(text.language !== codeOf(language.now) && { language: text.language }),
});

/** Choices from rows of the register, or from words that are fixed. */
export const coded = ({ nodes }: Rows<{ code: string; name: string }>): Option[] =>
  nodes.map(({ code, name }) => ({ value: code, label: name }));

export const named = ({ nodes }: Rows<{ slug: string; nameText: Text }>): Option[] =>
  nodes.map(({ slug, nameText }) => labelled(slug, nameText));

export const titled = ({ nodes }: Rows<{ slug: string; titleText: Text }>): Option[] =>
  nodes.map(({ slug, titleText }) => labelled(slug, titleText));

/** The first of each value. */
export function eachOnce(options: Option[]): Option[] {
  const seen = new Set<string>();
  return options.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** A choice that is not among those that have come stays what is chosen. */
export const withChosen = (options: Option[], value: string | null | undefined): Option[] =>
  !value || options.some((one) => one.value === value) ? options : [...options, { value, label: value }];

export const fixed = (words: Record<string, Words>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label: say(label) }));
