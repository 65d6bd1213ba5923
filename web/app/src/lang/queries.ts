import type { Words } from '../lib/language';

/** The ready queries, by the names of their files in src/examples, in the order in which they are shown. */
export const queries = {
  promise: { fr: 'Ce qui a été promis', ar: 'ما وُعد به', en: 'What was promised' },
  claims: { fr: 'Qui dit quoi', ar: 'من يقول ماذا', en: 'Who says what' },
  delivery: { fr: 'Ce qui est réalisé', ar: 'ما أُنجز', en: 'What was delivered' },
  targets: {
    fr: 'L’historique des objectifs',
    ar: 'تطور الأهداف',
    en: 'The history of targets',
  },
  conventions: { fr: 'Les conventions', ar: 'الاتفاقيات', en: 'The conventions' },
  narrowed: {
    fr: 'Un filtre, et ce qu’il ne peut placer',
    ar: 'تصفية وما لا يمكنها تصنيفه',
    en: 'A filter, and what it can’t place',
  },
  partners: { fr: 'Les partenaires', ar: 'الشركاء', en: 'The partners' },
  partner: { fr: 'Un partenaire et ses sources', ar: 'شريك ومصادره', en: 'A partner and its sources' },
  paging: { fr: 'Page après page', ar: 'صفحة تلو أخرى', en: 'Page by page' },
  regions: { fr: 'Les régions, en arabe', ar: 'الجهات، بالعربية', en: 'The regions, in Arabic' },
  totals: {
    fr: 'Emplois par région et secteur',
    ar: 'مناصب الشغل حسب الجهة والقطاع',
    en: 'Jobs by region and sector',
  },
  search: { fr: 'Recherche', ar: 'البحث', en: 'Search' },
  sources: { fr: 'Les sources', ar: 'المصادر', en: 'The sources' },
  changes: { fr: 'Ce qui a changé', ar: 'ما تغيّر', en: 'What changed' },
} satisfies Record<string, Words>;
