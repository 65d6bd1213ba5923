import type { Words } from '../lib/language';

/**
 * Every page: its address below the language, and its title. "{}" stands for the thing's own name. The build writes
 * this list, with what search engines show of each, to dist/pages.json, so that the server says the same in its HTML.
 */
export interface PageWords {
  pattern: string;
  noun?: 'signing' | 'convention' | 'partner' | 'source' | 'commitment' | 'region' | 'sector' | 'opening';
  title: Words;
  /** Whether it is for those who sign in: not for search engines, and not kept by what lies between. */
  private?: true;
}

export type PublicPage =
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
  | 'persons'
  | 'developers';

export type PrivatePage =
  | 'signIn'
  | 'invitation'
  | 'forgotten'
  | 'newPassword'
  | 'account'
  | 'partnerSpace'
  | 'declare'
  | 'declaration'
  | 'declarations'
  | 'announce'
  | 'answer'
  | 'queue'
  | 'accounts'
  | 'letters'
  | 'revisions'
  | 'revision'
  | 'personRequest'
  | 'personRequests'
  | 'trail';

export type PageName = PublicPage | PrivatePage;

/** The title of a page that bears the name of what it is about. */
const own: Words = { fr: '{}', ar: '{}', en: '{}' };

/** The title of a page for those who sign in, which comes with it: lang/ownPages.ts has them. */
const brought: Words = { fr: '', ar: '', en: '' };

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
  persons: {
    pattern: '/persons',
    title: { fr: 'Ce qui est conservé de vous', ar: 'ما يُحفظ عنكم', en: 'What is held of you' },
  },
  developers: { pattern: '/developers', title: { fr: 'Développeurs', ar: 'المطورون', en: 'Developers' } },
  signIn: {
    pattern: '/sign-in',
    private: true,
    title: { fr: 'Se connecter', ar: 'تسجيل الدخول', en: 'Sign in' },
  },
  invitation: {
    pattern: '/invitation',
    private: true,
    title: brought,
  },
  forgotten: {
    pattern: '/forgotten',
    private: true,
    title: brought,
  },
  newPassword: {
    pattern: '/new-password',
    private: true,
    title: brought,
  },
  account: { pattern: '/account', private: true, title: { fr: 'Mon compte', ar: 'حسابي', en: 'My account' } },
  partnerSpace: {
    pattern: '/partner-space/:slug',
    noun: 'partner',
    private: true,
    title: brought,
  },
  declare: {
    pattern: '/declare/:slug',
    noun: 'partner',
    private: true,
    title: brought,
  },
  declaration: {
    pattern: '/declarations/:slug',
    private: true,
    title: brought,
  },
  declarations: { pattern: '/declarations', private: true, title: brought },
  announce: {
    pattern: '/announce/:slug',
    noun: 'partner',
    private: true,
    title: brought,
  },
  answer: {
    pattern: '/answer/:slug',
    noun: 'partner',
    private: true,
    title: brought,
  },
  queue: { pattern: '/queue', private: true, title: brought },
  accounts: {
    pattern: '/administration/accounts',
    private: true,
    title: brought,
  },
  letters: {
    pattern: '/administration/letters',
    private: true,
    title: brought,
  },
  revisions: {
    pattern: '/administration/revisions',
    private: true,
    title: brought,
  },
  revision: {
    pattern: '/administration/revisions/:slug',
    private: true,
    title: brought,
  },
  personRequest: {
    pattern: '/persons/request',
    private: true,
    title: brought,
  },
  personRequests: {
    pattern: '/person-requests',
    private: true,
    title: brought,
  },
  trail: { pattern: '/trail', private: true, title: brought },
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
