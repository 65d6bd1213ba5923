import type { RowKind } from '../gql/graphql';
import { isolated, type Dictionary, type Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

const counted: Counted = {
  fr: { zero: 'Rien n’est trouvé.', one: '{} ligne est trouvée.', other: '{} lignes sont trouvées.' },
  ar: {
    zero: 'لم يُعثر على شيء.',
    one: 'عُثر على سطر واحد.',
    two: 'عُثر على سطرين.',
    few: 'عُثر على {} أسطر.',
    many: 'عُثر على {} سطرا.',
    other: 'عُثر على {} سطر.',
  },
  en: { zero: 'Nothing is found.', one: '{} row is found.', other: '{} rows are found.' },
};

/** What rows declare, in a word. */
export const foundKinds: Record<RowKind, Words> = {
  JOB: { fr: 'emploi', ar: 'منصب', en: 'job' },
  JOB_END: { fr: 'fin d’un emploi', ar: 'نهاية منصب', en: 'end of a job' },
  PROGRESS: { fr: 'porteur de projet', ar: 'حامل مشروع', en: 'project holder' },
  STILL_HELD: { fr: 'réponse', ar: 'جواب', en: 'answer' },
};

/** What is held of somebody who has asked, and how it goes. */
export const found = {
  counted,
  title: {
    fr: 'Trouver ce qui est conservé',
    ar: 'البحث عما هو محفوظ',
    en: 'Find what is held',
  },
  lead: {
    fr: 'Par la carte que la personne a montrée, ou par la référence de la ligne. Le numéro n’est pas gardé\u202f; que l’on a cherché est inscrit au journal.',
    ar: 'بالبطاقة التي أظهرها الشخص، أو بمرجع السطر. لا يُحتفظ بالرقم؛ ويُسجَّل في السجل أن بحثا قد أُجري.',
    en: 'By the card that the person has shown, or by the row’s reference. The number is not kept; that it was looked stands in the trail.',
  },
  noCard: { fr: 'sans carte', ar: 'بدون بطاقة', en: 'without a card' },
  numberHint: { fr: 'Tel que la carte le montre.', ar: 'كما يظهر على البطاقة.', en: 'As the card shows it.' },
  reference: { fr: 'Référence de la ligne', ar: 'مرجع السطر', en: 'Reference of the row' },
  referenceHint: {
    fr: 'Celle que le partenaire lui a donnée.',
    ar: 'المرجع الذي أعطاه الشريك له.',
    en: 'The one that the partner has given it.',
  },
  find: { fr: 'Chercher', ar: 'بحث', en: 'Look' },
  erase: {
    fr: 'Effacer les données personnelles',
    ar: 'محو البيانات الشخصية',
    en: 'Erase the personal details',
  },
  eraseQuestion: {
    fr: (row: string) =>
      `Effacer pour de bon les données personnelles et l’empreinte de ${isolated(row)}\u202f? La ligne reste comptée.`,
    ar: (row: string) => `محو البيانات الشخصية والبصمة الخاصة بـ ${isolated(row)} نهائيا؟ يبقى السطر محسوبا.`,
    en: (row: string) =>
      `Erase for good the personal details and the fingerprint of ${isolated(row)}? The row still counts.`,
  },
  eraseYes: { fr: 'Oui, effacer', ar: 'نعم، امحُها', en: 'Yes, erase' },
  erased: {
    fr: (row: string) => `Les données personnelles de ${isolated(row)} sont effacées.`,
    ar: (row: string) => `مُحيت البيانات الشخصية الخاصة بـ ${isolated(row)}.`,
    en: (row: string) => `The personal details of ${isolated(row)} are erased.`,
  },
  isGone: { fr: 'données effacées', ar: 'مُحيت البيانات', en: 'details erased' },
} satisfies Dictionary;
