import type { Coverage, FigureStatus, Language } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';

/** What a number says in place of a value. */
export const statuses: Record<FigureStatus, Words> = {
  KNOWN: { fr: 'connu', ar: 'معروف', en: 'known' },
  AT_LEAST: { fr: 'au moins', ar: 'على الأقل', en: 'at least' },
  UNKNOWN: { fr: 'non connu', ar: 'غير معروف', en: 'not known' },
  NOT_PUBLISHED: { fr: 'non publié', ar: 'غير منشور', en: 'not published' },
  SUPPRESSED: {
    fr: 'masqué pour protéger les personnes',
    ar: 'محجوب لحماية الأشخاص',
    en: 'suppressed to protect people',
  },
  NOT_APPLICABLE: { fr: 'sans objet', ar: 'غير معني', en: 'not applicable' },
};

export const languageOf: Record<Language, Words> = {
  FR: { fr: 'français', ar: 'الفرنسية', en: 'French' },
  AR: { fr: 'arabe', ar: 'العربية', en: 'Arabic' },
  EN: { fr: 'anglais', ar: 'الإنجليزية', en: 'English' },
};

/** Said under a list, so that nobody takes its rows for all there are. */
export const coverages: Record<Coverage, Words> = {
  COMPLETE: { fr: 'Liste complète.', ar: 'القائمة كاملة.', en: 'The list is complete.' },
  PARTIAL: {
    fr: 'Seulement ce que les sources nomment\u202f; la liste n’est peut-être pas complète.',
    ar: 'هذا ما تذكره المصادر فقط؛ وقد لا تكون القائمة كاملة.',
    en: 'Only what the sources name; the list may not be complete.',
  },
  NOT_PUBLISHED: {
    fr: 'Aucune source enregistrée n’en publie la liste.',
    ar: 'لا ينشر أي مصدر مسجل هذه القائمة.',
    en: 'No registered source publishes the list.',
  },
};

/** Words that any fact can need. */
export const fact = {
  notPublished: { fr: 'non publié', ar: 'غير منشور', en: 'not published' },
  notRecorded: { fr: 'non enregistré', ar: 'غير مسجل', en: 'not recorded' },
  notKnown: { fr: 'non connu', ar: 'غير معروف', en: 'not known' },
  none: { fr: 'aucun', ar: 'لا شيء', en: 'none' },
  firstOnly: {
    fr: 'Seul le début de la liste est montré ici.',
    ar: 'لا تُعرض هنا إلا بداية القائمة.',
    en: 'Only the start of the list is shown here.',
  },
  more: { fr: 'Suite de la liste', ar: 'تتمة القائمة', en: 'More of the list' },
  back: { fr: 'Page précédente', ar: 'الصفحة السابقة', en: 'Previous page' },
  fromStart: { fr: 'Début de la liste', ar: 'بداية القائمة', en: 'Start of the list' },
  pages: { fr: 'Pages de la liste', ar: 'صفحات القائمة', en: 'Pages of the list' },
} satisfies Dictionary;
