import type { StillHeld } from '../gql/graphql';
import { isolated, type Dictionary, type Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

export const heldAnswers: Record<StillHeld, Words> = {
  HELD: { fr: 'toujours en place', ar: 'لا يزال قائما', en: 'still held' },
  ENDED: { fr: 'terminé', ar: 'انتهى', en: 'ended' },
  NOT_KNOWN: { fr: 'non connu', ar: 'غير معروف', en: 'not known' },
};

const questions: Counted = {
  fr: { one: '{} réponse attendue', other: '{} réponses attendues' },
  ar: {
    zero: 'لا جواب منتظر',
    one: 'جواب واحد منتظر',
    two: 'جوابان منتظران',
    few: '{} أجوبة منتظرة',
    many: '{} جوابا منتظرا',
    other: '{} جواب منتظر',
  },
  en: { one: '{} answer is wanted', other: '{} answers are wanted' },
};

/** Whether what was verified still holds: what a partner is asked, and answers. */
export const stillHeld = {
  title: { fr: 'Toujours en place\u202f?', ar: 'هل لا يزال قائما؟', en: 'Still held?' },
  lead: {
    fr: 'Six mois après le début d’un emploi vérifié, et douze mois après le lancement d’un projet. Un agent vérifie vos réponses comme toute autre ligne\u202f; ce qui reste sans réponse au bout de 30 jours est «\u202fnon connu\u202f».',
    ar: 'بعد ستة أشهر من بداية منصب متحقق منه، وبعد اثني عشر شهرا من انطلاق مشروع. يتحقق مكلف من أجوبتكم كأي سطر آخر؛ وما يبقى بلا جواب بعد 30 يوما يُعد «غير معروف».',
    en: 'Six months after the start of a verified job, and twelve after the launch of a project. An officer verifies your answers like any other row; what has no answer after 30 days is “not known”.',
  },
  counted: questions,
  none: { fr: 'Rien ne vous est demandé.', ar: 'لا سؤال موجَّه إليكم.', en: 'You are asked nothing.' },
  noneHere: {
    fr: 'Tout ce qui était demandé sur cette page a sa réponse\u202f; d’autres questions restent sur les autres pages.',
    ar: 'كل ما كان مطلوبا في هذه الصفحة له جوابه؛ وتبقى أسئلة أخرى في الصفحات الأخرى.',
    en: 'All that was asked on this page is answered; other questions stay on the other pages.',
  },
  job: {
    fr: (since: string) => `emploi commencé le ${isolated(since)}`,
    ar: (since: string) => `منصب بدأ في ${isolated(since)}`,
    en: (since: string) => `job begun on ${isolated(since)}`,
  },
  project: {
    fr: (since: string) => `projet lancé le ${isolated(since)}`,
    ar: (since: string) => `مشروع انطلق في ${isolated(since)}`,
    en: (since: string) => `project launched on ${isolated(since)}`,
  },
  due: {
    fr: (day: string) => `à répondre au plus tard le ${isolated(day)}`,
    ar: (day: string) => `يُجاب عنه في أجل أقصاه ${isolated(day)}`,
    en: (day: string) => `to be answered by ${isolated(day)}`,
  },
  about: { fr: 'Ce qui était vérifié', ar: 'ما سبق التحقق منه', en: 'What was verified' },
  answer: { fr: 'Réponse', ar: 'الجواب', en: 'Answer' },
  later: { fr: 'répondre plus tard', ar: 'الجواب لاحقا', en: 'answer later' },
  allHeld: {
    fr: 'Tout ce qui reste est toujours en place',
    ar: 'كل ما تبقى لا يزال قائما',
    en: 'All that is left is still held',
  },
  endedOn: {
    fr: (reference: string) => `Dernier jour de ${isolated(reference)}`,
    ar: (reference: string) => `اليوم الأخير لـ ${isolated(reference)}`,
    en: (reference: string) => `Last day of ${isolated(reference)}`,
  },
  endedNeeded: { fr: 'Écrivez le dernier jour.', ar: 'اكتبوا اليوم الأخير.', en: 'Write the last day.' },
  send: { fr: 'Envoyer ces réponses', ar: 'إرسال هذه الأجوبة', en: 'Send these answers' },
  declared: {
    fr: (reference: string) => `Reçu\u202f: déclaration ${isolated(reference)}`,
    ar: (reference: string) => `الوصل: التصريح ${isolated(reference)}`,
    en: (reference: string) => `Receipt: declaration ${isolated(reference)}`,
  },
  noted: { fr: 'C’est noté.', ar: 'سُجِّل ذلك.', en: 'It is noted.' },
} satisfies Dictionary;
