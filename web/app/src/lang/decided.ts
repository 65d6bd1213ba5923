import type { Dictionary } from '../lib/language';
import type { Counted } from '../lib/numbers';

const jobs: Counted = {
  fr: { one: '{} emploi', other: '{} emplois' },
  ar: {
    zero: 'لا منصب',
    one: 'منصب واحد',
    two: 'منصبان',
    few: '{} مناصب',
    many: '{} منصبا',
    other: '{} منصب',
  },
  en: { one: '{} job', other: '{} jobs' },
};

const days: Counted = {
  fr: { one: '{} jour', other: '{} jours' },
  ar: {
    zero: 'اليوم نفسه',
    one: 'يوم واحد',
    two: 'يومان',
    few: '{} أيام',
    many: '{} يوما',
    other: '{} يوم',
  },
  en: { one: '{} day', other: '{} days' },
};

/** What officers decided on declared jobs, how long it took, and what is unusual of a declaration. */
export const decided = {
  title: { fr: 'Décisions de l’agence', ar: 'قرارات الوكالة', en: 'The agency’s decisions' },
  lead: {
    fr: 'Sur les emplois déclarés. Chaque décision compte une fois prise : un emploi renvoyé, corrigé puis accepté en a reçu deux.',
    ar: 'بشأن المناصب المصرح بها. يُحتسب كل قرار بعد اتخاذه: المنصب الذي أُعيد ثم صُحح وقُبل صدر بشأنه قراران.',
    en: 'On declared jobs. Each decision counts once it is made: a job that was returned, corrected and accepted had two.',
  },
  accepted: { fr: 'Acceptés', ar: 'مقبولة', en: 'Accepted' },
  returned: { fr: 'Renvoyés pour correction', ar: 'مُعادة للتصحيح', en: 'Returned' },
  refused: { fr: 'Refusés', ar: 'مرفوضة', en: 'Refused' },
  median: { fr: 'La moitié décidée en', ar: 'بُتّ في النصف خلال', en: 'Half decided within' },
  longest: { fr: 'Tout décidé en', ar: 'بُتّ في الكل خلال', en: 'All decided within' },
  late: {
    fr: 'Attendent au-delà du délai de réponse',
    ar: 'تنتظر بعد انقضاء أجل الجواب',
    en: 'Waiting beyond the time to answer',
  },
  jobs,
  days,
  unusual: {
    fr: 'Bien plus d’emplois que d’habitude',
    ar: 'مناصب أكثر بكثير من المعتاد',
    en: 'Many more jobs than usual',
  },
  beside: {
    fr: (now: string, usual: string, count: string) =>
      `Ici ${now} par mois de la période ; d’habitude ${usual} (médiane des ${count} dernières déclarations décidées de ce partenaire).`,
    ar: (now: string, usual: string, count: string) =>
      `هنا ${now} في كل شهر من الفترة؛ والمعتاد ${usual} (وسيط آخر التصريحات التي بُتّ فيها لهذا الشريك، وعددها ${count}).`,
    en: (now: string, usual: string, count: string) =>
      `Here ${now} a month of the period; usually ${usual} (the median of this partner’s latest ${count} decided declarations).`,
  },
  unusualLead: {
    fr: 'Signalé au-delà de trois fois l’habitude, à partir de 10 emplois : règle propre du registre. Cela n’établit rien ; vous seul décidez.',
    ar: 'يُشار إليه إذا تجاوز ثلاثة أضعاف المعتاد، ابتداء من 10 مناصب: قاعدة خاصة بالسجل. لا يُثبت ذلك شيئا، والقرار لكم وحدكم.',
    en: 'Pointed out above three times as usual, from 10 jobs on: the register’s own rule. It settles nothing; the decision is yours.',
  },
} satisfies Dictionary;
