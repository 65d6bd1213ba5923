import type { SampleResult } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

export const sampleResults: Record<SampleResult, Words> = {
  WAITING: {
    fr: 'des lignes tirées attendent encore',
    ar: 'ما زالت أسطر مسحوبة تنتظر',
    en: 'drawn rows still wait',
  },
  ACCEPTED: {
    fr: 'le reste s’accepte d’après l’échantillon',
    ar: 'يُقبل الباقي بناء على العينة',
    en: 'the rest is accepted on the sample',
  },
  RETURNED: {
    fr: 'plus d’une ligne sur dix non acceptée\u202f: le reste est renvoyé',
    ar: 'أكثر من عُشر الأسطر لم يُقبل: أُعيد الباقي',
    en: 'more than one in ten not accepted: the rest is returned',
  },
};

const drawnCounted: Counted = {
  fr: { one: '{} ligne tirée', other: '{} lignes tirées' },
  ar: {
    zero: 'لم يُسحب أي سطر',
    one: 'سُحب سطر واحد',
    two: 'سُحب سطران',
    few: 'سُحبت {} أسطر',
    many: 'سُحب {} سطرا',
    other: 'سُحب {} سطر',
  },
  en: { one: '{} row drawn', other: '{} rows drawn' },
};

/** What is drawn of a declaration of many rows, and what follows from it. */
export const sampling = {
  title: { fr: 'Échantillon', ar: 'العينة', en: 'Sample' },
  plural: {
    fr: 'Échantillons vérifiés ligne par ligne',
    ar: 'عينات فُحصت سطرا سطرا',
    en: 'Samples looked at row by row',
  },
  pluralLead: {
    fr: 'D’une déclaration de plus de 50 lignes, un échantillon est tiré au sort et vérifié ligne par ligne. Si plus d’une ligne tirée sur dix n’est pas acceptée, tout le reste est renvoyé. C’est la règle propre de ce registre.',
    ar: 'من كل تصريح يفوق 50 سطرا تُسحب عينة بالقرعة وتُفحص سطرا سطرا. وإذا لم يُقبل أكثر من عُشر الأسطر المسحوبة أُعيد الباقي كله. هذه قاعدة خاصة بهذا السجل.',
    en: 'Of a declaration of more than 50 rows a sample is drawn and looked at row by row. If more than one drawn row in ten is not accepted, all the rest is returned. That is this register’s own rule.',
  },
  due: {
    fr: 'Cette déclaration a plus de 50 lignes\u202f: avant toute décision, un échantillon est tiré au sort. Vous vérifiez chaque ligne tirée\u202f; le reste en découle. Les lignes tirées ont été fixées à la soumission\u202f: ni le partenaire ni vous ne les choisissez.',
    ar: 'يفوق هذا التصريح 50 سطرا: قبل أي قرار تُسحب عينة بالقرعة. تفحصون كل سطر مسحوب، وينبني الباقي على ذلك. تحددت الأسطر المسحوبة عند التقديم: لا يختارها الشريك ولا أنتم.',
    en: 'This declaration has more than 50 rows: before anything is decided, a sample is drawn. You look at each drawn row, and the rest follows. Which rows are drawn was fixed at the submission: neither the partner nor you choose them.',
  },
  draw: { fr: 'Tirer l’échantillon', ar: 'سحب العينة', en: 'Draw the sample' },
  drawDone: { fr: 'L’échantillon est tiré.', ar: 'سُحبت العينة.', en: 'The sample is drawn.' },
  counted: drawnCounted,
  of: {
    fr: (rows: string) => `sur ${rows}`,
    ar: (rows: string) => `من أصل ${rows}`,
    en: (rows: string) => `of ${rows}`,
  },
  drawnOn: { fr: 'Tiré le', ar: 'تاريخ السحب', en: 'Drawn on' },
  waiting: { fr: 'Attendent encore', ar: 'ما زالت تنتظر', en: 'Still waiting' },
  notAccepted: { fr: 'Non acceptées', ar: 'غير مقبولة', en: 'Not accepted' },
  rate: { fr: 'Taux d’erreur', ar: 'نسبة الخطأ', en: 'Error rate' },
  interval: {
    fr: (low: string, high: string) =>
      `pour toutes les lignes\u202f: de ${low} à ${high} (Wilson, 95\u00a0%)`,
    ar: (low: string, high: string) => `في كل الأسطر: من ${low} إلى ${high} (ويلسون، 95%)`,
    en: (low: string, high: string) => `among all rows: ${low} to ${high} (Wilson, 95%)`,
  },
  result: { fr: 'Il en découle', ar: 'ما يترتب', en: 'What follows' },
  value: {
    fr: 'Valeur publiée au tirage',
    ar: 'القيمة المنشورة عند السحب',
    en: 'Value published by the draw',
  },
  committed: {
    fr: 'Empreinte de la valeur du tirage (SHA-256)',
    ar: 'بصمة قيمة السحب (SHA-256)',
    en: 'Sum of the value of the draw (SHA-256)',
  },
  onlyDrawn: { fr: 'Seulement les lignes tirées', ar: 'الأسطر المسحوبة فقط', en: 'Only the drawn rows' },
  every: { fr: 'Toutes les lignes', ar: 'كل الأسطر', en: 'All rows' },
  isDrawn: { fr: 'tirée au sort', ar: 'مسحوب بالقرعة', en: 'drawn' },
  allDrawn: {
    fr: 'Pour accepter\u202f: toutes les lignes tirées qui attendent. Pour renvoyer ou refuser\u202f: toutes celles qui attendent',
    ar: 'للقبول: كل الأسطر المسحوبة التي تنتظر. للإعادة أو الرفض: كل الأسطر التي تنتظر',
    en: 'To accept: all drawn rows that wait. To return or refuse: all rows that wait',
  },
  acceptRest: { fr: 'Accepter le reste', ar: 'قبول الباقي', en: 'Accept the rest' },
  acceptQuestion: {
    fr: 'Accepter les lignes non tirées\u202f? Elles n’ont pas été vérifiées une à une, et chacune le dira.',
    ar: 'هل تقبلون الأسطر غير المسحوبة؟ لم تُفحص واحدا واحدا، وسيُذكر ذلك في كل منها.',
    en: 'Accept the rows that were not drawn? They were not looked at one by one, and each will say so.',
  },
  acceptYes: { fr: 'Oui, accepter', ar: 'نعم، قبول', en: 'Yes, accept' },
  acceptDone: { fr: 'Le reste est accepté.', ar: 'قُبل الباقي.', en: 'The rest is accepted.' },
} satisfies Dictionary;
