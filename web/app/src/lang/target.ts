import type { Dictionary } from '../lib/language';

/** What the pages of commitments say; the home page goes without. */
export const target = {
  none: {
    fr: 'Aucun engagement dans ce registre.',
    ar: 'لا التزام في هذا السجل.',
    en: 'No commitment in this register.',
  },
  lead: {
    fr: 'Ce qui a été promis, ligne par ligne. L’engagement d’une convention peut être une part de celui de sa signature : ne les additionnez jamais.',
    ar: 'ما وُعد به، سطرا سطرا. وقد يكون التزام اتفاقية جزءا من التزام توقيعها: لا تُجمع أبدا.',
    en: 'What was promised, line by line. A convention’s commitment can be a part of its signing’s: never add them up.',
  },
  first: { fr: 'Objectif initial', ar: 'الهدف الأول', en: 'First target' },
  present: { fr: 'Objectif actuel', ar: 'الهدف الحالي', en: 'Present target' },
  baseline: { fr: 'Niveau de départ', ar: 'مستوى الانطلاق', en: 'Baseline' },
  madeBy: { fr: 'Pris par', ar: 'صادر عن', en: 'Made by' },
  partOf: { fr: 'Part de', ar: 'جزء من', en: 'Part of' },
  parts: { fr: 'Parts, dans les conventions', ar: 'أجزاؤه في الاتفاقيات', en: 'Parts, in the conventions' },
  version: { fr: 'Version', ar: 'النسخة', en: 'Version' },
  target: { fr: 'Objectif', ar: 'الهدف', en: 'Target' },
  what: { fr: 'Nature', ar: 'الطبيعة', en: 'What it is' },
  asTable: { fr: 'Montrer en tableau', ar: 'عرض في جدول', en: 'Show as table' },
  allocation: { fr: 'Répartition', ar: 'التوزيع', en: 'Allocation' },
  noAllocation: {
    fr: 'Aucune répartition de l’objectif n’est publiée.',
    ar: 'لم يُنشر أي توزيع للهدف.',
    en: 'No allocation of the target is published.',
  },
  notAllocated: { fr: 'non réparti', ar: 'غير موزع', en: 'not allocated' },
  byRegion: { fr: 'Par région', ar: 'حسب الجهة', en: 'By region' },
  byYear: { fr: 'Par année', ar: 'حسب السنة', en: 'By year' },
  bySector: { fr: 'Par secteur', ar: 'حسب القطاع', en: 'By sector' },
  byPartner: { fr: 'Par partenaire', ar: 'حسب الشريك', en: 'By partner' },
  byMany: { fr: 'Par plusieurs critères', ar: 'حسب معايير عدة', en: 'By several criteria' },
  delivery: { fr: 'Réalisation', ar: 'الإنجاز', en: 'Delivery' },
  declared: { fr: 'déclaré', ar: 'مصرح به', en: 'declared' },
  verified: { fr: 'vérifié', ar: 'متحقق منه', en: 'verified' },
  sustained: { fr: 'maintenu', ar: 'مستمر', en: 'sustained' },
  saidOfSigning: {
    fr: 'Ce que des sources disent de la réalisation de toute la signature\u202f:',
    ar: 'ما تقوله المصادر عن إنجاز التوقيع في مجمله:',
    en: 'What sources say of the delivery of the whole signing:',
  },
  progress: { fr: 'Avancement', ar: 'نسبة التقدم', en: 'Progress' },
  progressOf: {
    fr: 'vérifié, par rapport à l’objectif actuel',
    ar: 'المتحقق منه بالنسبة إلى الهدف الحالي',
    en: 'verified, against the present target',
  },
} satisfies Dictionary;
