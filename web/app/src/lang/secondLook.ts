import { isolated, type Dictionary } from '../lib/language';

/** A second officer, for whom a partner asks once, and the day on which a returned row is closed. */
export const secondLook = {
  ask: { fr: 'Demander un second agent', ar: 'طلب مكلف ثان', en: 'Ask for a second officer' },
  lead: {
    fr: 'Un autre agent réexaminera cette ligne. Cela se demande une fois.',
    ar: 'سيعيد مكلف آخر النظر في هذا السطر. يُطلب ذلك مرة واحدة.',
    en: 'Another officer will look at this row again. That is asked for once.',
  },
  words: { fr: 'Pourquoi', ar: 'لماذا', en: 'Why' },
  wordsHint: {
    fr: 'Les agents et les auditeurs le liront. N’y nommez personne\u202f: cela reste.',
    ar: 'سيقرؤه المكلفون بالتحقق والمدققون. لا تسمّوا فيه أحدا، فهو يبقى.',
    en: 'Officers and auditors will read it. Name nobody in it: it stays.',
  },
  wordsNeeded: { fr: 'Dites pourquoi.', ar: 'قولوا لماذا.', en: 'Say why.' },
  send: { fr: 'Demander', ar: 'طلب', en: 'Ask' },
  done: {
    fr: (reference: string) => `Un second agent est demandé pour ${isolated(reference)}.`,
    ar: (reference: string) => `طُلب مكلف ثان من أجل ${isolated(reference)}.`,
    en: (reference: string) => `A second officer is asked for ${isolated(reference)}.`,
  },
  asked: {
    fr: 'second agent demandé',
    ar: 'طُلب مكلف ثان',
    en: 'second officer asked for',
  },
  FIRST: { fr: 'premier agent', ar: 'المكلف الأول', en: 'first officer' },
  SECOND: { fr: 'second agent', ar: 'المكلف الثاني', en: 'second officer' },
  closesOn: {
    fr: (day: string) => `sera close le ${day} si rien ne la corrige`,
    ar: (day: string) => `سيُغلق في ${day} إن لم يُصحح`,
    en: (day: string) => `will be closed on ${day} unless it is corrected`,
  },
} satisfies Dictionary;
