import type { Dictionary } from '../lib/language';
import type { Counted } from '../lib/numbers';

const counted: Counted = {
  fr: { one: '{} demande', other: '{} demandes' },
  ar: {
    zero: 'لا طلب',
    one: 'طلب واحد',
    two: 'طلبان',
    few: '{} طلبات',
    many: '{} طلبا',
    other: '{} طلب',
  },
  en: { one: '{} request', other: '{} requests' },
};

/** What officers and partners say to those who ask about themselves. */
export const personAnswer = {
  counted,
  lead: {
    fr: 'Celles dont la réponse est due le plus tôt d’abord. Vérifiez qui demande, sans jamais réclamer de copie de carte.',
    ar: 'الأقرب أجلا أولا. تحققوا من صاحب الطلب دون أن تطلبوا أبدا نسخة من البطاقة.',
    en: 'Those whose answer is due soonest first. Check who asks, without ever wanting a copy of a card.',
  },
  open: { fr: 'Seulement celles qui attendent', ar: 'التي تنتظر فقط', en: 'Only those that wait' },
  all: { fr: 'Toutes les demandes', ar: 'كل الطلبات', en: 'All requests' },
  none: { fr: 'Aucune demande.', ar: 'لا طلب.', en: 'No request.' },
  who: { fr: 'Qui demande', ar: 'صاحب الطلب', en: 'Who asks' },
  gone: {
    fr: 'Ses coordonnées ont disparu\u202f: elles ont été gardées assez longtemps.',
    ar: 'مُحيت بياناته: لقد حُفظت المدة اللازمة.',
    en: 'Who it was is gone: it was kept long enough.',
  },
  checked: { fr: 'Identité vérifiée', ar: 'تم التحقق من الهوية', en: 'Identity checked' },
  check: { fr: 'L’identité est vérifiée', ar: 'تم التحقق من الهوية', en: 'The identity is checked' },
  how: { fr: 'Comment', ar: 'كيف', en: 'How' },
  howNeeded: {
    fr: 'Choisissez comment elle a été vérifiée.',
    ar: 'اختاروا كيف تم ذلك.',
    en: 'Choose how it was checked.',
  },
  checkDone: {
    fr: 'C’est noté\u202f: la demande peut être satisfaite.',
    ar: 'سُجل ذلك: يمكن تلبية الطلب.',
    en: 'It is noted: the request can be met.',
  },
  respond: { fr: 'Répondre', ar: 'الجواب', en: 'Answer' },
  outcome: { fr: 'Réponse', ar: 'الجواب', en: 'Answer' },
  done: {
    fr: 'C’est fait',
    ar: 'تم ذلك',
    en: 'It is done',
  },
  doneHint: {
    fr: 'Seulement une fois l’identité vérifiée.',
    ar: 'فقط بعد التحقق من الهوية.',
    en: 'Only once the identity was checked.',
  },
  refused: { fr: 'Refusé\u202f:', ar: 'مرفوض:', en: 'Refused:' },
  outcomeNeeded: {
    fr: 'Choisissez la réponse.',
    ar: 'اختاروا الجواب.',
    en: 'Choose the answer.',
  },
  words: { fr: 'Ce que la personne lira', ar: 'ما سيقرؤه صاحب الطلب', en: 'What the person will read' },
  wordsHint: {
    fr: 'Elle seule le lira, et ceux qui répondent aux demandes. N’y dites rien d’un autre partenaire.',
    ar: 'سيقرؤه هو وحده ومن يجيبون عن الطلبات. لا تذكروا فيه شيئا عن شريك آخر.',
    en: 'They alone will read it, and those who answer requests. Say nothing in it of another partner.',
  },
  wordsNeeded: {
    fr: 'Écrivez la réponse.',
    ar: 'اكتبوا الجواب.',
    en: 'Write the answer.',
  },
  send: { fr: 'Envoyer la réponse', ar: 'إرسال الجواب', en: 'Send the answer' },
  sent: { fr: 'La réponse est partie.', ar: 'أُرسل الجواب.', en: 'The answer has gone.' },
} satisfies Dictionary;
