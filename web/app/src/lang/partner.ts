import type { PartnerKind } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

export const kinds: Record<PartnerKind, Words> = {
  COMPANY: { fr: 'entreprise', ar: 'مقاولة', en: 'company' },
  FEDERATION: { fr: 'fédération', ar: 'فيدرالية', en: 'federation' },
  FOUNDATION: { fr: 'fondation', ar: 'مؤسسة', en: 'foundation' },
  ASSOCIATION: { fr: 'association', ar: 'جمعية', en: 'association' },
  PUBLIC_BODY: { fr: 'organisme public', ar: 'هيئة عمومية', en: 'public body' },
};

const whichUncounted = {
  fr: 'Aucune source ne dit laquelle ou lesquelles des conventions il a signées.',
  ar: 'لا يوضح أي مصدر الاتفاقية أو الاتفاقيات التي وقعها.',
  en: 'No source says which of the conventions it signed.',
};

const arabicWhich = (all: string): string =>
  `لا يوضح أي مصدر الاتفاقية أو الاتفاقيات التي وقعها (العدد: ${all}).`;

/** Which of all the conventions of a signing a partner signed. */
const which: Counted = {
  fr: {
    zero: whichUncounted.fr,
    one: 'Aucune source ne dit s’il a signé l’unique convention.',
    other: 'Aucune source ne dit laquelle ou lesquelles des {} conventions il a signées.',
  },
  ar: {
    zero: whichUncounted.ar,
    one: 'لا يوضح أي مصدر هل وقع الاتفاقية الوحيدة.',
    two: arabicWhich('اتفاقيتان'),
    few: arabicWhich('{} اتفاقيات'),
    many: arabicWhich('{} اتفاقية'),
    other: arabicWhich('{} اتفاقية'),
  },
  en: {
    zero: whichUncounted.en,
    one: 'No source says whether it signed the one convention.',
    other: 'No source says which of the {} conventions it signed.',
  },
};

export const partner = {
  plural: { fr: 'Partenaires', ar: 'الشركاء', en: 'Partners' },
  lead: {
    fr: 'Les signataires des conventions, tels que les sources les nomment.',
    ar: 'الأطراف الموقعة على الاتفاقيات، كما تذكرها المصادر.',
    en: 'The signatories of the conventions, as the sources name them.',
  },
  none: {
    fr: 'Aucun partenaire dans ce registre.',
    ar: 'لا شريك في هذا السجل.',
    en: 'No partner in this register.',
  },
  ice: { fr: 'ICE', ar: 'التعريف الموحد للمقاولة', en: 'ICE' },
  shortName: { fr: 'Sigle', ar: 'الاسم المختصر', en: 'Short name' },
  names: { fr: 'Autres noms', ar: 'أسماء أخرى', en: 'Other names' },
  signings: { fr: 'Signature', ar: 'التوقيع', en: 'Signing' },
  noSigning: {
    fr: 'Aucune signature enregistrée.',
    ar: 'لا توقيع مسجل.',
    en: 'No signing is registered.',
  },
  conventions: { fr: 'Conventions', ar: 'الاتفاقيات', en: 'Conventions' },
  which,
  whichUncounted,
  members: {
    fr: 'Membres, actuels ou passés',
    ar: 'الأعضاء، حاليا أو سابقا',
    en: 'Members, present or past',
  },
  federations: { fr: 'Est ou a été membre de', ar: 'عضو حاليا أو سابقا في', en: 'Is or was a member of' },
  subsidiaries: {
    fr: 'Filiales, actuelles ou passées',
    ar: 'الشركات التابعة، حاليا أو سابقا',
    en: 'Subsidiaries, present or past',
  },
  groups: { fr: 'Est ou a été filiale de', ar: 'تابعة حاليا أو سابقا لـ', en: 'Is or was a subsidiary of' },
  successors: { fr: 'Lui a succédé', ar: 'خلَفه', en: 'Succeeded by' },
  predecessors: { fr: 'A succédé à', ar: 'خلَف', en: 'Succeeded' },
  since: {
    fr: (when: string) => `depuis ${when}`,
    ar: (when: string) => `منذ ${when}`,
    en: (when: string) => `since ${when}`,
  },
  until: {
    fr: (when: string) => `jusqu’à ${when}`,
    ar: (when: string) => `إلى ${when}`,
    en: (when: string) => `until ${when}`,
  },
  citations: { fr: 'Ce que disent les sources', ar: 'ما تقوله المصادر', en: 'What the sources say' },
} satisfies Dictionary;
