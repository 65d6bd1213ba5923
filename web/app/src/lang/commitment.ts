import type { TargetKind } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

export const targetKinds: Record<TargetKind, Words> = {
  SIGNATURE: {
    fr: 'objectif initial, à la signature',
    ar: 'الهدف الأول، عند التوقيع',
    en: 'first target, at signature',
  },
  AMENDMENT: { fr: 'avenant', ar: 'ملحق تعديلي', en: 'amendment' },
  CORRECTION: { fr: 'rectification', ar: 'تصحيح', en: 'correction' },
};

/** What indicators count, as counted nouns; an indicator without an entry is called by its own name. */
export const counted: Record<string, Counted> = {
  JOBS_CREATED: {
    fr: { one: '{} emploi', many: '{} d’emplois', other: '{} emplois' },
    ar: {
      zero: 'لا منصب شغل',
      one: 'منصب شغل واحد',
      two: 'منصبا شغل',
      few: '{} مناصب شغل',
      many: '{} منصب شغل',
      other: '{} منصب شغل',
    },
    en: { one: '{} job', other: '{} jobs' },
  },
  PROJECT_HOLDERS_SUPPORTED: {
    fr: { one: '{} porteur de projet', many: '{} de porteurs de projets', other: '{} porteurs de projets' },
    ar: {
      zero: 'لا حامل مشروع',
      one: 'حامل مشروع واحد',
      two: 'حاملا مشروعين',
      few: '{} حاملي مشاريع',
      many: '{} حامل مشروع',
      other: '{} حامل مشروع',
    },
    en: { one: '{} project holder', other: '{} project holders' },
  },
  PEOPLE_TRAINED: {
    fr: { one: '{} personne formée', many: '{} de personnes formées', other: '{} personnes formées' },
    ar: {
      zero: 'لا شخص مكوَّن',
      one: 'شخص مكوَّن واحد',
      two: 'شخصان مكوَّنان',
      few: '{} أشخاص مكوَّنين',
      many: '{} شخصا مكوَّنا',
      other: '{} شخص مكوَّن',
    },
    en: { one: '{} person trained', other: '{} people trained' },
  },
};

/** What indicators count, as it is promised: a promise is never worded as a fact. */
export const promised: Record<string, Counted> = {
  JOBS_CREATED: {
    fr: { one: '{} emploi promis', many: '{} d’emplois promis', other: '{} emplois promis' },
    ar: {
      zero: 'لا منصب شغل موعود به',
      one: 'منصب شغل واحد موعود به',
      two: 'منصبا شغل موعود بهما',
      few: '{} مناصب شغل موعود بها',
      many: '{} منصب شغل موعودا به',
      other: '{} منصب شغل موعود به',
    },
    en: { one: '{} job promised', other: '{} jobs promised' },
  },
  PROJECT_HOLDERS_SUPPORTED: {
    fr: {
      one: '{} porteur de projet à accompagner',
      many: '{} de porteurs de projets à accompagner',
      other: '{} porteurs de projets à accompagner',
    },
    ar: {
      zero: 'لا حامل مشروع ستتم مواكبته',
      one: 'حامل مشروع واحد ستتم مواكبته',
      two: 'حاملا مشروعين ستتم مواكبتهما',
      few: '{} حاملي مشاريع ستتم مواكبتهم',
      many: '{} حامل مشروع ستتم مواكبته',
      other: '{} حامل مشروع ستتم مواكبته',
    },
    en: { one: '{} project holder to be supported', other: '{} project holders to be supported' },
  },
  PEOPLE_TRAINED: {
    fr: {
      one: '{} personne à former',
      many: '{} de personnes à former',
      other: '{} personnes à former',
    },
    ar: {
      zero: 'لا شخص سيتم تكوينه',
      one: 'شخص واحد سيتم تكوينه',
      two: 'شخصان سيتم تكوينهما',
      few: '{} أشخاص سيتم تكوينهم',
      many: '{} شخصا سيتم تكوينهم',
      other: '{} شخص سيتم تكوينهم',
    },
    en: { one: '{} person to be trained', other: '{} people to be trained' },
  },
};

export const months: Counted = {
  fr: { one: '{} mois', other: '{} mois' },
  ar: { zero: 'أقل من شهر', one: 'شهر واحد', two: 'شهران', few: '{} أشهر', many: '{} شهرا', other: '{} شهر' },
  en: { one: '{} month', other: '{} months' },
};

export const years: Counted = {
  fr: { one: '{} an', other: '{} ans' },
  ar: {
    zero: 'أقل من سنة',
    one: 'سنة واحدة',
    two: 'سنتان',
    few: '{} سنوات',
    many: '{} سنة',
    other: '{} سنة',
  },
  en: { one: '{} year', other: '{} years' },
};

export const commitment = {
  plural: { fr: 'Engagements', ar: 'الالتزامات', en: 'Commitments' },
  unchanged: {
    fr: 'Objectif initial, inchangé depuis la signature',
    ar: 'الهدف الأول، لم يتغير منذ التوقيع',
    en: 'First target, unchanged since the signing',
  },
  changed: {
    fr: (first: string) => `Objectif actuel\u202f; objectif initial\u202f: ${first}`,
    ar: (first: string) => `الهدف الحالي؛ الهدف الأول: ${first}`,
    en: (first: string) => `Present target; first target: ${first}`,
  },
  targetAt: {
    fr: (value: string) => `objectif ${value}`,
    ar: (value: string) => `الهدف ${value}`,
    en: (value: string) => `target ${value}`,
  },
  history: { fr: 'Historique de l’objectif', ar: 'تطور الهدف', en: 'History of the target' },
  dueOn: { fr: 'Échéance', ar: 'الأجل', en: 'Due date' },
  decidedOn: { fr: 'Décidé', ar: 'تاريخ القرار', en: 'Decided' },
  reason: { fr: 'Motif', ar: 'السبب', en: 'Reason' },
  definition: { fr: 'Définition et règle', ar: 'التعريف والقاعدة', en: 'Definition and rule' },
  source: { fr: 'Source', ar: 'المصدر', en: 'Source' },
  link: { fr: 'Lien', ar: 'رابط', en: 'Link' },
  of: {
    fr: (handle: string, what: string) => `${handle}\u202f: ${what}`,
    ar: (handle: string, what: string) => `${handle}: ${what}`,
    en: (handle: string, what: string) => `${handle}: ${what}`,
  },
  rule: {
    fr: (version: string) => `Règle de comptage ${version}`,
    ar: (version: string) => `قاعدة الاحتساب ${version}`,
    en: (version: string) => `Counting rule ${version}`,
  },
  registerOwn: {
    fr: 'règle propre au registre\u202f: aucune source n’en définit une',
    ar: 'قاعدة خاصة بالسجل: لا يحددها أي مصدر',
    en: 'the register’s own rule: no source defines one',
  },
  appliesFrom: {
    fr: (since: string) => `appliquée à partir de\u202f: ${since}`,
    ar: (since: string) => `تسري ابتداء من: ${since}`,
    en: (since: string) => `applies from: ${since}`,
  },
} satisfies Dictionary;
