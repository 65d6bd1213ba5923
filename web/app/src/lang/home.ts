import { isolated, type Dictionary } from '../lib/language';

/** The agency as the subject of a sentence; its article in French depends on its first letter. */
const frenchAgency = (name: string): string =>
  /^[aeiouyàâéèêëîïôûü]/i.test(name) ? `l’${name}` : `l’agence ${name}`;

/** "In" is written onto an Arabic word, and stands apart from any other. */
const arabicIn = (place: string): string =>
  /^\p{Script=Arabic}/u.test(place) ? `ب${place}` : `بـ ${isolated(place)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const home = {
  question: {
    fr: (promised: string) => `${promised}\u202f: qu’en est-il\u202f?`,
    ar: (promised: string) => `${promised}: ماذا تحقق؟`,
    en: (promised: string) => `${promised}: what came of them?`,
  },
  lead: {
    fr: (when: string, place: string | null, agency: string, conventions: string) =>
      `${capital(when)}${place ? `, à ${place}` : ''}, ${frenchAgency(agency)} a signé ${conventions}`,
    ar: (when: string, place: string | null, agency: string, conventions: string) =>
      `${when}${place ? ` ${arabicIn(place)}` : ''}، وقعت ${isolated(agency)} ${conventions}`,
    en: (when: string, place: string | null, agency: string, conventions: string) =>
      `${capital(when)}${place ? `, in ${place}` : ''}, ${agency} signed ${conventions}`,
  },
  withPartners: {
    fr: (kinds: string) => ` avec ${kinds}`,
    ar: (kinds: string) => ` مع ${kinds}`,
    en: (kinds: string) => ` with ${kinds}`,
  },
  withPartnersAmongOthers: {
    fr: (kinds: string) => ` avec notamment ${kinds}`,
    ar: (kinds: string) => ` مع ${kinds} على الخصوص`,
    en: (kinds: string) => ` with, among others, ${kinds}`,
  },
  follows: {
    fr: 'Voici ce qui a été promis, ce qui existe, et comment on le sait.',
    ar: 'هنا ما وُعد به، وما تحقق، وكيف نعرف ذلك.',
    en: 'Here is what was promised, what exists, and how we know.',
  },
  promised: { fr: 'Qu’a-t-on promis\u202f?', ar: 'بماذا وُعد؟', en: 'What was promised?' },
  exists: { fr: 'Qu’est-ce qui existe\u202f?', ar: 'ماذا تحقق؟', en: 'What exists?' },
  stands: { fr: 'Où en est-on\u202f?', ar: 'أين وصلنا؟', en: 'Where does it stand?' },
  byWhom: { fr: 'Par qui\u202f?', ar: 'من طرف من؟', en: 'By whom?' },
  noneDelivered: {
    fr: (sources: string) => `Aucune des ${sources} enregistrées ne donne de chiffre de réalisation.`,
    ar: (sources: string) => `${sources}: لا يقدم أي منها رقما عن الإنجاز.`,
    en: (sources: string) => `None of the ${sources} registered gives a figure of delivery.`,
  },
  someDelivered: {
    fr: 'Ce que des sources disent de la réalisation\u202f:',
    ar: 'ما تقوله المصادر عن الإنجاز:',
    en: 'What sources say of delivery:',
  },
  soughtOn: {
    fr: (when: string) => `Dernière recherche\u202f: ${when}.`,
    ar: (when: string) => `آخر بحث: ${when}.`,
    en: (when: string) => `Last looked for: ${when}.`,
  },
  knowOne: {
    fr: 'Vous en connaissez un\u202f? Signalez la source',
    ar: 'هل تعرف رقما؟ أخبرنا بالمصدر',
    en: 'Do you know of one? Tell us the source',
  },
  noFigure: { fr: 'Aucun chiffre publié', ar: 'لا رقم منشور', en: 'No figure published' },
  signature: { fr: 'signature', ar: 'التوقيع', en: 'signing' },
  today: { fr: 'aujourd’hui', ar: 'اليوم', en: 'today' },
  elapsed: {
    fr: (time: string) => `${time} depuis la signature.`,
    ar: (time: string) => `${time} منذ التوقيع.`,
    en: (time: string) => `${time} since the signing.`,
  },
  dueUnpublished: {
    fr: 'Échéance\u202f: non publiée.',
    ar: 'الأجل: غير منشور.',
    en: 'Due date: not published.',
  },
  dueOn: {
    fr: (when: string) => `Échéance\u202f: ${when}.`,
    ar: (when: string) => `الأجل: ${when}.`,
    en: (when: string) => `Due date: ${when}.`,
  },
  accordingTo: { fr: ', selon ', ar: '، حسب ', en: ', according to ' },
  whole: {
    fr: 'Tout ce que le registre sait de cette signature',
    ar: 'كل ما يعرفه السجل عن هذا التوقيع',
    en: 'All that the register knows of this signing',
  },
} satisfies Dictionary;
