import type { PartnerKind } from '../gql/graphql';
import type { Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

// Partners and conventions as sentences name and count them: apart from the words of their pages, so that the home page
// comes without those.

/** "Des entreprises, une fondation": kinds as they stand in a sentence, after how many are named. */
export const kindsOf: Record<PartnerKind, { one: Words; several: Words }> = {
  COMPANY: {
    one: { fr: 'une entreprise', ar: 'مقاولة', en: 'a company' },
    several: { fr: 'des entreprises', ar: 'مقاولات', en: 'companies' },
  },
  FEDERATION: {
    one: { fr: 'une fédération', ar: 'فيدرالية', en: 'a federation' },
    several: { fr: 'des fédérations', ar: 'فيدراليات', en: 'federations' },
  },
  FOUNDATION: {
    one: { fr: 'une fondation', ar: 'مؤسسة', en: 'a foundation' },
    several: { fr: 'des fondations', ar: 'مؤسسات', en: 'foundations' },
  },
  ASSOCIATION: {
    one: { fr: 'une association', ar: 'جمعية', en: 'an association' },
    several: { fr: 'des associations', ar: 'جمعيات', en: 'associations' },
  },
  PUBLIC_BODY: {
    one: { fr: 'un organisme public', ar: 'هيئة عمومية', en: 'a public body' },
    several: { fr: 'des organismes publics', ar: 'هيئات عمومية', en: 'public bodies' },
  },
};

export const partnersNamed: Counted = {
  fr: { one: '{} partenaire nommé', other: '{} partenaires nommés' },
  ar: {
    zero: 'لا شريك مذكور',
    one: 'شريك واحد مذكور',
    two: 'شريكان مذكوران',
    few: '{} شركاء مذكورين',
    many: '{} شريكا مذكورا',
    other: '{} شريك مذكور',
  },
  en: { one: '{} partner named', other: '{} partners named' },
};

export const partnersCounted: Counted = {
  fr: { one: '{} partenaire', other: '{} partenaires' },
  ar: {
    zero: 'لا شريك',
    one: 'شريك واحد',
    two: 'شريكان',
    few: '{} شركاء',
    many: '{} شريكا',
    other: '{} شريك',
  },
  en: { one: '{} partner', other: '{} partners' },
};

/** Conventions as what a sentence says that somebody signed. */
export const conventionsCounted: Counted = {
  fr: { one: '{} convention', other: '{} conventions' },
  ar: {
    zero: 'لا اتفاقية',
    one: 'اتفاقية واحدة',
    two: 'اتفاقيتين',
    few: '{} اتفاقيات',
    many: '{} اتفاقية',
    other: '{} اتفاقية',
  },
  en: { one: '{} convention', other: '{} conventions' },
};

export const conventionsAnnounced: Counted = {
  fr: { one: '{} convention annoncée', other: '{} conventions annoncées' },
  ar: {
    zero: 'لا اتفاقية معلنة',
    one: 'اتفاقية واحدة معلنة',
    two: 'اتفاقيتان معلنتان',
    few: '{} اتفاقيات معلنة',
    many: '{} اتفاقية معلنة',
    other: '{} اتفاقية معلنة',
  },
  en: { one: '{} convention announced', other: '{} conventions announced' },
};

export const conventionNamed: Words<(reference: string) => string> = {
  fr: (reference: string) => `Convention ${reference}`,
  ar: (reference: string) => `الاتفاقية ${reference}`,
  en: (reference: string) => `Convention ${reference}`,
};

export const signatoriesUntold: Words = {
  fr: 'Aucune source ne dit qui a signé laquelle.',
  ar: 'لا يوضح أي مصدر الاتفاقية التي وقعها كل شريك.',
  en: 'No source says who signed which.',
};
