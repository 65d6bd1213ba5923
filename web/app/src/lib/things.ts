import type { Language, SupportedFactFragment } from '../gql/graphql';
import { conventionNamed } from '../lang/nouns';
import type { PageName } from '../lang/pages';
import { say } from './say.svelte';

/** What a citation supports, as it is named and where it is found. */
export interface Thing {
  text: string;
  /** Left out where the text is in the language of the page. */
  language?: Language;
  page?: PageName;
  slug?: string;
  hash?: string;
}

type Subject = SupportedFactFragment['subject'];
type Commitment = Extract<Subject, { __typename: 'Commitment' }>;

const named = ({ value, language }: { value: string; language: Language }) => ({ text: value, language });

/** A commitment stands on the page of what it belongs to, under its own mark. */
function ofCommitment({
  indicator,
  slug,
  signing,
  convention: own,
}: Omit<Commitment, '__typename' | 'id'>): Thing {
  const at = signing
    ? ({ page: 'signing', slug: signing.slug } as const)
    : own && ({ page: 'convention', slug: own.slug } as const);
  return { text: indicator.name, ...at, hash: slug };
}

function thingOf(subject: Subject): Thing | null {
  switch (subject.__typename) {
    case 'Signing':
      return { ...named(subject.titleText), page: 'signing', slug: subject.slug };
    case 'Signatory':
      return subject.signedBy
        ? { ...named(subject.nameText), page: 'partner', slug: subject.signedBy.slug }
        : { ...named(subject.nameText), page: 'signing', slug: subject.signedAt.slug, hash: 'signatories' };
    case 'Convention':
      return { text: say(conventionNamed)(subject.reference), page: 'convention', slug: subject.slug };
    case 'Partner':
      return { ...named(subject.nameText), page: 'partner', slug: subject.slug };
    case 'PartnerName':
      return { text: subject.name, language: subject.language, page: 'partner', slug: subject.partner.slug };
    case 'Orientation':
      return named(subject.nameText);
    case 'Commitment':
      return ofCommitment(subject);
    case 'Target':
      return ofCommitment(subject.commitment);
    case 'Region':
    case 'Sector':
      return { text: subject.name };
    default:
      return null;
  }
}

/** What tells one thing from another: where it is found, and by which name. */
export const keyOf = ({ text, page, slug, hash }: Thing): string => [page, slug, hash, text].join('|');

/** The same thing is often cited twice, as a partner and as a signatory: it is named once. */
export function thingsOf(citations: SupportedFactFragment[]): Thing[] {
  const things = new Map<string, Thing>();
  for (const { subject } of citations) {
    const thing = thingOf(subject);
    if (thing) things.set(keyOf(thing), thing);
  }
  return [...things.values()];
}
