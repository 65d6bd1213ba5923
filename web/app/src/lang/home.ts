import { isolated, type Dictionary } from '../lib/language';
import type { Counted } from '../lib/numbers';

/** The agency as the subject of a sentence; its article in French depends on its first letter. */
const frenchAgency = (name: string): string =>
  /^[aeiouyàâéèêëîïôûü]/i.test(name) ? `l’${name}` : `l’agence ${name}`;

/** "In" is written onto an Arabic word, and stands apart from any other. */
const arabicIn = (place: string): string =>
  /^\p{Script=Arabic}/u.test(place) ? `ب${place}` : `بـ ${isolated(place)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the sources of a signing give of its delivery, when none of them gives a figure. */
const noneDelivered: Counted = {
  fr: {
    zero: 'Aucune source enregistrée ne parle de cette signature, ni de sa réalisation.',
    one: 'La seule source qui parle de cette signature ne donne pas de chiffre de réalisation.',
    other: 'Aucune des {} sources qui parlent de cette signature ne donne de chiffre de réalisation.',
  },
  ar: {
    zero: 'لا يتحدث أي مصدر مسجل عن هذا التوقيع ولا عن إنجازه.',
    one: 'يتحدث عن هذا التوقيع مصدر واحد، ولا يقدم رقما عن الإنجاز.',
    two: 'يتحدث عن هذا التوقيع مصدران، ولا يقدم أي منهما رقما عن الإنجاز.',
    few: 'تتحدث عن هذا التوقيع {} مصادر، ولا يقدم أي منها رقما عن الإنجاز.',
    many: 'يتحدث عن هذا التوقيع {} مصدرا، ولا يقدم أي منها رقما عن الإنجاز.',
    other: 'يتحدث عن هذا التوقيع {} مصدر، ولا يقدم أي منها رقما عن الإنجاز.',
  },
  en: {
    zero: 'No registered source speaks of this signing, nor of its delivery.',
    one: 'The one source that speaks of this signing gives no figure of delivery.',
    two: 'Neither of the {} sources that speak of this signing gives a figure of delivery.',
    other: 'None of the {} sources that speak of this signing gives a figure of delivery.',
  },
};

export const home = {
  /** Between the things that were promised, as the question names them. */
  and: { fr: ', ', ar: ' و', en: ', ' },
  question: {
    fr: (promised: string) => `${promised}\u202f: qu’en est-il\u202f?`,
    ar: (promised: string) => `${promised}: ما مصيرها؟`,
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
  noTotals: {
    fr: 'Aucun total n’est enregistré pour cette signature\u202f: les engagements sont ceux des conventions.',
    ar: 'لا مجموع مسجل لهذا التوقيع: الالتزامات هي التزامات الاتفاقيات.',
    en: 'No total is registered for this signing: the commitments are those of its conventions.',
  },
  exists: { fr: 'Qu’est-ce qui existe\u202f?', ar: 'ماذا تحقق؟', en: 'What exists?' },
  stands: { fr: 'Où en est-on\u202f?', ar: 'أين وصلنا؟', en: 'Where does it stand?' },
  byWhom: { fr: 'Par qui\u202f?', ar: 'من وعد بذلك؟', en: 'By whom?' },
  noneDelivered,
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
