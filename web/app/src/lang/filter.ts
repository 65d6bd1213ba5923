import { isolated, type Dictionary, type Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

/** What a list can be narrowed by, under the names that addresses give it. */
export const filters = {
  signing: { fr: 'Signature', ar: 'التوقيع', en: 'Signing' },
  partner: { fr: 'Partenaire', ar: 'الشريك', en: 'Partner' },
  region: { fr: 'Région', ar: 'الجهة', en: 'Region' },
  sector: { fr: 'Secteur', ar: 'القطاع', en: 'Sector' },
  indicator: { fr: 'Indicateur', ar: 'المؤشر', en: 'Indicator' },
  status: { fr: 'État', ar: 'الحالة', en: 'Status' },
  kind: { fr: 'Nature', ar: 'الصفة', en: 'Kind' },
  language: { fr: 'Langue', ar: 'اللغة', en: 'Language' },
  contractKind: { fr: 'Type de contrat', ar: 'نوع العقد', en: 'Contract kind' },
  occupationGroup: { fr: 'Groupe de métiers', ar: 'مجموعة المهن', en: 'Occupation group' },
  openOn: { fr: 'Candidatures ouvertes le', ar: 'الترشيح مفتوح يوم', en: 'Open to applications on' },
  signedFrom: { fr: 'À partir de (année)', ar: 'ابتداء من (السنة)', en: 'From (year)' },
  signedUntil: { fr: 'Jusqu’à (année)', ar: 'إلى غاية (السنة)', en: 'Until (year)' },
  startedFrom: {
    fr: 'Début à partir de (année)',
    ar: 'البداية ابتداء من (السنة)',
    en: 'Started from (year)',
  },
  startedUntil: {
    fr: 'Début jusqu’à (année)',
    ar: 'البداية إلى غاية (السنة)',
    en: 'Started until (year)',
  },
  orderBy: { fr: 'Ordre', ar: 'الترتيب', en: 'Order' },
} satisfies Record<string, Words>;
export type FilterName = keyof typeof filters;

export const orders: Record<string, Words> = {
  DATE_DESC: { fr: 'les plus récentes d’abord', ar: 'الأحدث أولا', en: 'latest first' },
  DATE_ASC: { fr: 'les plus anciennes d’abord', ar: 'الأقدم أولا', en: 'earliest first' },
  SIGNED_ON_DESC: { fr: 'les plus récentes d’abord', ar: 'الأحدث أولا', en: 'latest first' },
  SIGNED_ON_ASC: { fr: 'les plus anciennes d’abord', ar: 'الأقدم أولا', en: 'earliest first' },
  PUBLISHED_ON_DESC: { fr: 'les plus récentes d’abord', ar: 'الأحدث أولا', en: 'latest first' },
  PUBLISHED_ON_ASC: { fr: 'les plus anciennes d’abord', ar: 'الأقدم أولا', en: 'earliest first' },
  NAME_ASC: { fr: 'par nom', ar: 'حسب الاسم', en: 'by name' },
  NAME_DESC: { fr: 'par nom, en sens inverse', ar: 'حسب الاسم، بالعكس', en: 'by name, turned round' },
  POSITION_ASC: { fr: 'ordre du registre', ar: 'ترتيب السجل', en: 'the register’s order' },
  POSITION_DESC: {
    fr: 'ordre du registre, en sens inverse',
    ar: 'ترتيب السجل، بالعكس',
    en: 'the register’s order, turned round',
  },
  CLOSES_ON_DESC: {
    fr: 'date limite la plus lointaine d’abord',
    ar: 'آخر أجل أولا',
    en: 'last to close first',
  },
  CLOSES_ON_ASC: {
    fr: 'date limite la plus proche d’abord',
    ar: 'أقرب أجل أولا',
    en: 'first to close first',
  },
  OPENS_ON_DESC: { fr: 'les plus récents d’abord', ar: 'الأحدث أولا', en: 'latest first' },
  START_MONTH_DESC: { fr: 'les plus récents d’abord', ar: 'الأحدث أولا', en: 'latest first' },
  START_MONTH_ASC: { fr: 'les plus anciens d’abord', ar: 'الأقدم أولا', en: 'earliest first' },
  UPDATED_AT_DESC: {
    fr: 'dernière modification d’abord',
    ar: 'آخر تعديل أولا',
    en: 'last changed first',
  },
};

const notPlaced: Counted = {
  fr: {
    one: '{} entrée n’a pas pu être placée\u202f: ce que le filtre demande n’est pas connu d’elle.',
    other: '{} entrées n’ont pas pu être placées\u202f: ce que le filtre demande n’est pas connu d’elles.',
  },
  ar: {
    zero: 'لم يبق شيء دون تصنيف.',
    one: 'تعذر تصنيف عنصر واحد: ما يطلبه الفرز غير معروف عنه.',
    two: 'تعذر تصنيف عنصرين: ما يطلبه الفرز غير معروف عنهما.',
    few: 'تعذر تصنيف {} عناصر: ما يطلبه الفرز غير معروف عنها.',
    many: 'تعذر تصنيف {} عنصرا: ما يطلبه الفرز غير معروف عنها.',
    other: 'تعذر تصنيف {} عنصر: ما يطلبه الفرز غير معروف عنها.',
  },
  en: {
    one: '{} entry could not be placed: what the filter asks for is not known of it.',
    other: '{} entries could not be placed: what the filter asks for is not known of them.',
  },
};

export const filter = {
  title: { fr: 'Filtrer et trier', ar: 'الفرز والترتيب', en: 'Filter and sort' },
  any: { fr: 'indifférent', ar: 'الكل', en: 'any' },
  apply: { fr: 'Appliquer', ar: 'تطبيق', en: 'Apply' },
  active: { fr: 'Filtres appliqués', ar: 'معايير الفرز المطبقة', en: 'Filters applied' },
  remove: { fr: 'Retirer ce filtre', ar: 'إزالة هذا المعيار', en: 'Remove this filter' },
  removeAll: { fr: 'Retirer tous les filtres', ar: 'إزالة كل المعايير', en: 'Remove all filters' },
  nothing: {
    fr: 'Rien dans le registre ne répond à ce filtre\u202f:',
    ar: 'لا شيء في السجل يوافق هذا المعيار:',
    en: 'Nothing in the register answers this filter:',
  },
  nothingTogether: {
    fr: 'Rien dans le registre ne répond à ces filtres ensemble\u202f:',
    ar: 'لا شيء في السجل يوافق هذه المعايير مجتمعة:',
    en: 'Nothing in the register answers these filters together:',
  },
  unknown: {
    fr: (value: string, name: string) =>
      `${name}\u202f: le registre ne connaît pas «\u202f${isolated(value)}\u202f». La liste est montrée sans.`,
    ar: (value: string, name: string) =>
      `${name}: السجل لا يعرف «${isolated(value)}». تُعرض القائمة من دون ذلك.`,
    en: (value: string, name: string) =>
      `${name}: the register knows no “${isolated(value)}”. The list is shown without it.`,
  },
  notPlaced,
} satisfies Dictionary;
