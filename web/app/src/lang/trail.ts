import type { TrailActor } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';
import { rowsCounted } from './rows';

export const actors: Record<TrailActor, Words> = {
  ACCOUNT: { fr: 'un compte', ar: 'حساب', en: 'an account' },
  TOKEN: { fr: 'un jeton', ar: 'رمز نظام', en: 'a token' },
  COMMAND: { fr: 'une commande', ar: 'أمر', en: 'a command' },
  PROGRAM: {
    fr: 'le programme, au fil du temps',
    ar: 'البرنامج مع مرور الوقت',
    en: 'the program, as time goes by',
  },
  NOBODY: { fr: 'personne de connecté', ar: 'غير مسجل الدخول', en: 'nobody signed in' },
  OTHER: { fr: 'autre', ar: 'آخر', en: 'other' },
};

/** The trail: what each transaction has written. */
export const trail = {
  lead: {
    fr: 'Ce que chaque opération a écrit, la dernière d’abord\u202f: qui, quand, quelles tables et quels champs, jamais ce qui y est dit. Chaque entrée porte la somme de celle d’avant.',
    ar: 'ما كتبته كل عملية، الأحدث أولا: من، ومتى، وأي جداول وحقول، دون ما كُتب فيها. ويحمل كل قيد مجموع القيد الذي قبله.',
    en: 'What each transaction has written, the last one first: who, when, which tables and fields, never what they say. Each entry carries the sum of the one before.',
  },
  head: { fr: 'La dernière entrée', ar: 'القيد الأخير', en: 'The last entry' },
  headWords: {
    fr: 'Notez cette somme ailleurs\u202f: elle porte sur tout ce qui précède. Sur la machine du registre, cette commande retrouve ce qui a été changé, retiré ou déplacé depuis\u202f:',
    ar: 'دوّنوا هذا المجموع في مكان آخر: فهو يشمل كل ما سبق. وعلى جهاز السجل يكشف هذا الأمر ما غُيّر أو حُذف أو نُقل منذ ذلك:',
    en: 'Write this sum down elsewhere: it is over all that comes before. On the register’s own machine, this command finds what was changed, dropped or moved since:',
  },
  verify: { fr: 'Vérifier', ar: 'التحقق', en: 'Verify' },
  sum: { fr: 'Somme', ar: 'المجموع', en: 'Sum' },
  none: { fr: 'Aucune entrée.', ar: 'لا قيد.', en: 'No entry.' },
  from: { fr: 'Du', ar: 'من', en: 'From' },
  until: { fr: 'Au', ar: 'إلى', en: 'Until' },
  actor: { fr: 'Par', ar: 'بواسطة', en: 'By' },
  anybody: { fr: 'n’importe qui', ar: 'أي كان', en: 'anybody' },
  narrow: { fr: 'Filtrer', ar: 'تصفية', en: 'Filter' },
  position: { fr: 'N°', ar: 'الرقم', en: 'No.' },
  when: { fr: 'Quand', ar: 'متى', en: 'When' },
  who: { fr: 'Qui', ar: 'من', en: 'Who' },
  why: { fr: 'Pour quoi', ar: 'لأي غرض', en: 'What for' },
  what: { fr: 'Ce qui a été écrit', ar: 'ما كُتب', en: 'What was written' },
  rows: rowsCounted,
} satisfies Dictionary;
