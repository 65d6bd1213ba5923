import type { Words } from '../lib/language';

/**
 * Every page: its address below the language, and its title. "{}" stands for the thing's own name. The build writes
 * this list, with what search engines show of each, to dist/pages.json, so that the server says the same in its HTML.
 */
export interface PageWords {
  pattern: string;
  noun?: 'signing' | 'convention' | 'partner' | 'source' | 'commitment' | 'region' | 'sector' | 'opening';
  title: Words;
}

export type PageName =
  | 'home'
  | 'signings'
  | 'signing'
  | 'conventions'
  | 'convention'
  | 'partners'
  | 'partner'
  | 'sources'
  | 'source'
  | 'commitments'
  | 'commitment'
  | 'regions'
  | 'region'
  | 'sectors'
  | 'sector'
  | 'openings'
  | 'opening'
  | 'search'
  | 'developers';

/** The title of a page that bears the name of what it is about. */
const own: Words = { fr: '{}', ar: '{}', en: '{}' };

export const pages: Record<PageName, PageWords> = {
  home: {
    pattern: '/',
    title: {
      fr: 'Registre ouvert des conventions d’emploi',
      ar: 'ميثاق، سجل مفتوح لاتفاقيات التشغيل',
      en: 'Open register of employment conventions',
    },
  },
  signings: {
    pattern: '/signings',
    title: { fr: 'Signatures', ar: 'التوقيعات', en: 'Signings' },
  },
  signing: {
    pattern: '/signings/:slug',
    noun: 'signing',
    title: own,
  },
  conventions: {
    pattern: '/conventions',
    title: { fr: 'Conventions', ar: 'الاتفاقيات', en: 'Conventions' },
  },
  convention: {
    pattern: '/conventions/:slug',
    noun: 'convention',
    title: { fr: 'Convention {}', ar: 'الاتفاقية {}', en: 'Convention {}' },
  },
  partners: {
    pattern: '/partners',
    title: { fr: 'Partenaires', ar: 'الشركاء', en: 'Partners' },
  },
  partner: {
    pattern: '/partners/:slug',
    noun: 'partner',
    title: own,
  },
  sources: {
    pattern: '/sources',
    title: { fr: 'Sources', ar: 'المصادر', en: 'Sources' },
  },
  source: {
    pattern: '/sources/:slug',
    noun: 'source',
    title: own,
  },
  commitments: {
    pattern: '/commitments',
    title: { fr: 'Engagements', ar: 'الالتزامات', en: 'Commitments' },
  },
  commitment: { pattern: '/commitments/:slug', noun: 'commitment', title: own },
  regions: { pattern: '/regions', title: { fr: 'Régions', ar: 'الجهات', en: 'Regions' } },
  region: { pattern: '/regions/:slug', noun: 'region', title: own },
  sectors: { pattern: '/sectors', title: { fr: 'Secteurs', ar: 'القطاعات', en: 'Sectors' } },
  sector: { pattern: '/sectors/:slug', noun: 'sector', title: own },
  openings: {
    pattern: '/openings',
    title: { fr: 'Postes à pourvoir', ar: 'المناصب الشاغرة', en: 'Openings' },
  },
  opening: { pattern: '/openings/:slug', noun: 'opening', title: own },
  search: { pattern: '/search', title: { fr: 'Recherche', ar: 'البحث', en: 'Search' } },
  developers: { pattern: '/developers', title: { fr: 'Développeurs', ar: 'المطورون', en: 'Developers' } },
};

/** Where an address leads to nothing. */
export const notFound: PageWords & { lead: Words } = {
  pattern: '/404',
  title: { fr: 'Page introuvable', ar: 'الصفحة غير موجودة', en: 'Page not found' },
  lead: {
    fr: 'Le registre n’a rien à cette adresse.',
    ar: 'لا شيء في السجل تحت هذا العنوان.',
    en: 'The register has nothing at this address.',
  },
};

/** The document's title, as the server writes it too. */
export const fullTitle = (title: string): string => `${title} · Mithaq`;
