import type { ConventionStatus, ReferenceKind } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';

export const referenceKinds: Record<ReferenceKind, Words> = {
  OFFICIAL: {
    fr: 'référence donnée par les parties',
    ar: 'مرجع من الأطراف',
    en: 'reference given by the parties',
  },
  REGISTER: {
    fr: 'numérotée par ce registre\u202f; l’ordre ne veut rien dire',
    ar: 'رقمها من هذا السجل؛ ولا معنى للترتيب',
    en: 'numbered by this register; the order means nothing',
  },
};

export const conventionStatuses: Record<ConventionStatus, Words> = {
  SIGNED: {
    fr: 'signée\u202f; aucune source enregistrée n’en dit plus',
    ar: 'موقعة؛ لا يقول أي مصدر مسجل أكثر من ذلك',
    en: 'signed; no registered source says more',
  },
  IN_FORCE: { fr: 'en cours', ar: 'سارية', en: 'in force' },
  ENDED: { fr: 'arrivée à son terme', ar: 'منتهية', en: 'ended' },
  TERMINATED: { fr: 'résiliée avant son terme', ar: 'مفسوخة قبل أجلها', en: 'ended before its time' },
};

export const convention = {
  one: { fr: 'Convention', ar: 'الاتفاقية', en: 'Convention' },
  plural: { fr: 'Conventions', ar: 'الاتفاقيات', en: 'Conventions' },
  lead: {
    fr: 'Un accord entre l’agence et un ou plusieurs partenaires. Les hachures signalent ce qu’aucune source ne publie.',
    ar: 'اتفاق بين الوكالة وشريك أو أكثر. والتظليل المخطط يعني ما لا ينشره أي مصدر.',
    en: 'An agreement between the agency and one or more partners. Hatching says what no source publishes.',
  },
  none: {
    fr: 'Aucune convention dans ce registre.',
    ar: 'لا اتفاقية في هذا السجل.',
    en: 'No convention in this register.',
  },
  numberedHere: {
    fr: 'Numérotées par ce registre, pour les distinguer\u202f; l’ordre ne veut rien dire.',
    ar: 'رقّمها هذا السجل للتمييز بينها؛ ولا معنى للترتيب.',
    en: 'Numbered by this register, to tell them apart; the order means nothing.',
  },
  title: { fr: 'Titre', ar: 'العنوان', en: 'Title' },
  status: { fr: 'État', ar: 'الحالة', en: 'Status' },
  signing: { fr: 'Signature', ar: 'التوقيع', en: 'Signing' },
  signedOn: { fr: 'Signée', ar: 'تاريخ التوقيع', en: 'Signed' },
  startsOn: { fr: 'Début', ar: 'البداية', en: 'Starts' },
  endsOn: { fr: 'Fin', ar: 'النهاية', en: 'Ends' },
  parties: { fr: 'Parties', ar: 'الأطراف', en: 'Parties' },
  commitments: { fr: 'Engagements', ar: 'الالتزامات', en: 'Commitments' },
  regions: { fr: 'Régions', ar: 'الجهات', en: 'Regions' },
  sectors: { fr: 'Secteurs', ar: 'القطاعات', en: 'Sectors' },
  orientations: { fr: 'Orientations', ar: 'التوجهات', en: 'Orientations' },
  citations: { fr: 'Ce que disent les sources', ar: 'ما تقوله المصادر', en: 'What the sources say' },
  noSigning: {
    fr: 'Sans signature enregistrée',
    ar: 'دون توقيع مسجل',
    en: 'Without a registered signing',
  },
  partiesUntold: { fr: 'parties non publiées', ar: 'الأطراف غير منشورة', en: 'parties not published' },
} satisfies Dictionary;
