import type { DocumentKind, ReportingPeriod } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

export const documentKinds: Record<DocumentKind, Words> = {
  CONVENTION: { fr: 'convention', ar: 'اتفاقية', en: 'convention' },
  AMENDMENT: { fr: 'avenant', ar: 'ملحق تعديلي', en: 'amendment' },
  REPORT: { fr: 'rapport', ar: 'تقرير', en: 'report' },
  OTHER: { fr: 'autre', ar: 'آخر', en: 'other' },
};

export const periods: Record<ReportingPeriod, Words> = {
  MONTH: { fr: 'chaque mois', ar: 'كل شهر', en: 'every month' },
  QUARTER: { fr: 'chaque trimestre', ar: 'كل ثلاثة أشهر', en: 'every three months' },
  HALF_YEAR: { fr: 'chaque semestre', ar: 'كل ستة أشهر', en: 'every six months' },
  YEAR: { fr: 'chaque année', ar: 'كل سنة', en: 'every year' },
};

export const daysAllowed: Counted = {
  fr: {
    zero: 'à la fin de la période',
    one: '{} jour après la fin de la période',
    other: '{} jours après la fin de la période',
  },
  ar: {
    zero: 'عند نهاية الفترة',
    one: 'بعد يوم واحد من نهاية الفترة',
    two: 'بعد يومين من نهاية الفترة',
    few: 'بعد {} أيام من نهاية الفترة',
    many: 'بعد {} يوما من نهاية الفترة',
    other: 'بعد {} يوم من نهاية الفترة',
  },
  en: {
    zero: 'at the end of the period',
    one: '{} day after the end of the period',
    other: '{} days after the end of the period',
  },
};

/** What hangs on a convention, a signing or a partner: papers, duties, and what partners answer. */
export const papers = {
  documents: { fr: 'Documents publiés', ar: 'الوثائق المنشورة', en: 'Published documents' },
  noDocuments: {
    fr: 'Aucun document publié n’est enregistré.',
    ar: 'لا وثيقة منشورة مسجلة.',
    en: 'No published document is registered.',
  },
  amendments: { fr: 'Avenants', ar: 'الملاحق التعديلية', en: 'Amendments' },
  noAmendments: {
    fr: 'Aucun avenant n’est enregistré.',
    ar: 'لا ملحق تعديليا مسجلا.',
    en: 'No amendment is registered.',
  },
  schedules: { fr: 'Calendrier de déclaration', ar: 'جدول التصريح', en: 'Reporting schedule' },
  noSchedules: {
    fr: 'Aucune obligation de déclaration n’est publiée.',
    ar: 'لم يُنشر أي واجب تصريح.',
    en: 'No reporting duty is published.',
  },
  earlier: { fr: 'Versions d’avant', ar: 'صيغ سابقة', en: 'Earlier versions' },
  stood: {
    fr: (from: string, until: string) => `du ${from} au ${until}`,
    ar: (from: string, until: string) => `من ${from} إلى ${until}`,
    en: (from: string, until: string) => `${from} to ${until}`,
  },
  replies: { fr: 'Réponses de partenaires', ar: 'ردود الشركاء', en: 'Replies of partners' },
} satisfies Dictionary;
