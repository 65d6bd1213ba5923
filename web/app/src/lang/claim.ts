import type { ClaimStance, ClaimSubject } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

export const subjects: Record<ClaimSubject, Words> = {
  DATE: { fr: 'Date', ar: 'التاريخ', en: 'Date' },
  CONVENTIONS: { fr: 'Conventions', ar: 'الاتفاقيات', en: 'Conventions' },
  PARTNERS: { fr: 'Partenaires', ar: 'الشركاء', en: 'Partners' },
  JOBS: { fr: 'Emplois', ar: 'مناصب الشغل', en: 'Jobs' },
  PROJECT_HOLDERS: { fr: 'Porteurs de projets', ar: 'حاملو المشاريع', en: 'Project holders' },
  DUE_DATE: { fr: 'Échéance', ar: 'الأجل', en: 'Due date' },
  REGIONS: { fr: 'Régions', ar: 'الجهات', en: 'Regions' },
  SECTORS: { fr: 'Secteurs', ar: 'القطاعات', en: 'Sectors' },
  REMARKS: { fr: 'Propos tenus', ar: 'تصريحات', en: 'What was said there' },
  DELIVERY: { fr: 'Réalisation', ar: 'الإنجاز', en: 'Delivery' },
};

export const stances: Record<ClaimStance, Words> = {
  AGREES: {
    fr: 'appuie la lecture du registre',
    ar: 'يدعم قراءة السجل',
    en: 'supports the register’s reading',
  },
  DIFFERS: { fr: 'diffère', ar: 'مختلف', en: 'differs' },
  NOT_READ: { fr: 'passage non lu', ar: 'مقطع لم يُقرأ', en: 'passage not read' },
  NO_READING: {
    fr: 'le registre n’a pas de lecture propre',
    ar: 'ليس للسجل قراءة خاصة',
    en: 'the register has no reading of its own',
  },
};

export const sourcesCounted: Counted = {
  fr: { one: '{} source', other: '{} sources' },
  ar: {
    zero: 'لا مصدر',
    one: 'مصدر واحد',
    two: 'مصدران',
    few: '{} مصادر',
    many: '{} مصدرا',
    other: '{} مصدر',
  },
  en: { one: '{} source', other: '{} sources' },
};

const rest = {
  fr: 'D’abord la lecture du registre et celles qui l’appuient\u202f; puis, en ambre, chaque version qui diffère. Aucune n’est effacée.',
  ar: 'أولا قراءة السجل ومن يدعمها، ثم بلون العنبر كل قول مختلف. ولا يُحذف أي قول.',
  en: 'First the register’s reading and those that support it; then, in amber, each version that differs. None is deleted.',
};

/** How the comparison of the sources that speak of a signing reads. */
const explained: Counted = {
  fr: {
    zero: 'Aucune source enregistrée ne parle de cette signature.',
    one: 'Une seule source parle de cette signature. Ce qui y diffère de la lecture du registre est en ambre.',
    other: `{} sources parlent de cette signature. ${rest.fr}`,
  },
  ar: {
    zero: 'لا يتحدث أي مصدر مسجل عن هذا التوقيع.',
    one: 'يتحدث عن هذا التوقيع مصدر واحد. وما يختلف فيه عن قراءة السجل بلون العنبر.',
    two: `يتحدث عن هذا التوقيع مصدران. ${rest.ar}`,
    few: `تتحدث عن هذا التوقيع {} مصادر. ${rest.ar}`,
    many: `يتحدث عن هذا التوقيع {} مصدرا. ${rest.ar}`,
    other: `يتحدث عن هذا التوقيع {} مصدر. ${rest.ar}`,
  },
  en: {
    zero: 'No registered source speaks of this signing.',
    one: 'Only one source speaks of this signing. What differs there from the register’s reading is in amber.',
    other: `{} sources speak of this signing. ${rest.en}`,
  },
};

export const claim = {
  reading: { fr: 'lecture du registre', ar: 'قراءة السجل', en: 'the register’s reading' },
  whoSaysWhat: { fr: 'Qui dit quoi\u202f?', ar: 'من يقول ماذا؟', en: 'Who says what?' },
  explained,
  speakerThenRole: { fr: ', ', ar: '، ', en: ', ' },
} satisfies Dictionary;
