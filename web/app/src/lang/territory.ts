import type { SectorGrouping } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';

export const groupings: Record<SectorGrouping, Words> = {
  INDUSTRY: { fr: 'industrie', ar: 'الصناعة', en: 'industry' },
  SERVICES: { fr: 'services', ar: 'الخدمات', en: 'services' },
  TECHNOLOGY: { fr: 'technologie', ar: 'التكنولوجيا', en: 'technology' },
};

/** What regions and sectors share: what the register holds under them. */
export const territory = {
  regions: { fr: 'Régions', ar: 'الجهات', en: 'Regions' },
  region: { fr: 'Région', ar: 'الجهة', en: 'Region' },
  regionsLead: {
    fr: 'Les douze régions du Royaume\u202f: leur part de la population, et les conventions qui les nomment.',
    ar: 'جهات المملكة الاثنتا عشرة: حصتها من السكان والاتفاقيات التي تذكرها.',
    en: 'The twelve regions of the Kingdom: their share of the population, and the conventions that name them.',
  },
  sectors: { fr: 'Secteurs', ar: 'القطاعات', en: 'Sectors' },
  sector: { fr: 'Secteur', ar: 'القطاع', en: 'Sector' },
  sectorsLead: {
    fr: 'Les sections de la nomenclature marocaine des activités (NMA 2010), et les conventions qui les nomment.',
    ar: 'أقسام التصنيف المغربي للأنشطة لسنة 2010، والاتفاقيات التي تذكرها.',
    en: 'The sections of the Moroccan classification of activities (NMA 2010), and the conventions that name them.',
  },
  code: { fr: 'Code', ar: 'الرمز', en: 'Code' },
  grouping: { fr: 'Regroupement du registre', ar: 'تجميع خاص بالسجل', en: 'The register’s grouping' },
  population: { fr: 'Population légale', ar: 'السكان القانونيون', en: 'Legal population' },
  share: { fr: 'Part de la population', ar: 'الحصة من السكان', en: 'Share of the population' },
  asOf: {
    fr: (when: string) => `à la date de\u202f: ${when}`,
    ar: (when: string) => `إلى غاية ${when}`,
    en: (when: string) => `as of ${when}`,
  },
  conventions: {
    fr: 'Conventions qui la nomment',
    ar: 'الاتفاقيات التي تذكرها',
    en: 'Conventions that name it',
  },
  sectorConventions: {
    fr: 'Conventions qui le nomment',
    ar: 'الاتفاقيات التي تذكره',
    en: 'Conventions that name it',
  },
  allocations: { fr: 'Objectifs répartis', ar: 'الأهداف الموزعة', en: 'Allocated targets' },
  noAllocation: {
    fr: 'Aucune part d’un objectif ne lui est attribuée dans le registre.',
    ar: 'لا حصة من أي هدف مخصصة لها في السجل.',
    en: 'No part of a target is allocated to it in the register.',
  },
} satisfies Dictionary;
