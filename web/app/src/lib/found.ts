import type { Language, SearchQuery } from '../gql/graphql';
import { conventionNamed } from '../lang/nouns';
import type { PageName } from '../lang/pages';
import { href, pathTo } from './place';
import { language, say } from './say.svelte';

type Found = NonNullable<SearchQuery['search']>['nodes'][number]['node'];

/** What was found, as it is named and where it stands. */
interface FoundThing {
  text: string;
  /** Left out where the text is in the language of the page, or in none. */
  language?: Language;
  address: string;
}

const to = (page: PageName, slug = ''): string => href(language.now, pathTo(page, slug));
const named = (text: { value: string; language: Language }, address: string): FoundThing => ({
  text: text.value,
  language: text.language,
  address,
});

export function foundThing(node: Found): FoundThing | null {
  switch (node.__typename) {
    case 'Partner':
      return named(node.nameText, to('partner', node.slug));
    case 'Signing':
      return named(node.titleText, to('signing', node.slug));
    case 'Convention':
      return { text: say(conventionNamed)(node.reference), address: to('convention', node.slug) };
    case 'Commitment':
      return named(node.wordingText, to('commitment', node.slug));
    case 'Opening':
      return named(node.occupationText, to('opening', node.slug));
    case 'Region':
      return { text: node.name, address: to('region', node.code) };
    case 'Sector':
      return { text: node.name, address: to('sector', node.code) };
    case 'Indicator':
      return { text: node.name, address: `${to('commitments')}?indicator=${node.code}` };
    case 'Orientation': {
      const signing = node.signings.nodes[0];
      return named(node.nameText, signing ? `${to('signing', signing.slug)}#orientations` : to('signings'));
    }
    case 'Source':
      return node.publisherText
        ? named(node.publisherText, to('source', node.slug))
        : { text: node.title ?? node.slug, language: node.language, address: to('source', node.slug) };
    default:
      return null;
  }
}
