import type { SignatoryRole } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';

export const roles: Record<SignatoryRole, Words> = {
  AGENCY: { fr: 'agence', ar: 'وكالة', en: 'agency' },
  PARTNER: { fr: 'partenaire', ar: 'شريك', en: 'partner' },
  WITNESS: { fr: 'témoin', ar: 'شاهد', en: 'witness' },
};

export const signing = {
  plural: { fr: 'Signatures', ar: 'التوقيعات', en: 'Signings' },
  one: { fr: 'Signature', ar: 'التوقيع', en: 'Signing' },
  lead: {
    fr: 'Les cérémonies auxquelles des conventions ont été signées\u202f: ce qui y a été annoncé pour toutes ensemble, et par qui.',
    ar: 'المناسبات التي وُقعت فيها الاتفاقيات: ما أُعلن فيها بالنسبة إلى مجموعها، ومن أعلنه.',
    en: 'The ceremonies at which conventions were signed: what was announced for all of them together, and by whom.',
  },
  none: {
    fr: 'Aucune signature dans ce registre.',
    ar: 'لا توقيع في هذا السجل.',
    en: 'No signing in this register.',
  },
  date: { fr: 'Date', ar: 'التاريخ', en: 'Date' },
  place: { fr: 'Lieu', ar: 'المكان', en: 'Place' },
  occasion: { fr: 'Occasion', ar: 'المناسبة', en: 'Occasion' },
  theme: { fr: 'Thème', ar: 'الموضوع', en: 'Theme' },
  announced: { fr: 'Conventions annoncées', ar: 'الاتفاقيات المعلنة', en: 'Conventions announced' },
  whole: { fr: 'La signature dans son ensemble', ar: 'التوقيع في مجمله', en: 'The signing as a whole' },
  signatories: { fr: 'Signataires', ar: 'الأطراف الموقعة', en: 'Signatories' },
  commitmentsLead: {
    fr: 'Annoncés pour toutes les conventions ensemble.',
    ar: 'أُعلنت بالنسبة إلى مجموع الاتفاقيات.',
    en: 'Announced for all the conventions together.',
  },
  noCommitments: {
    fr: 'Aucun engagement enregistré.',
    ar: 'لا التزام مسجل.',
    en: 'No commitment registered.',
  },
  orientations: {
    fr: 'Orientations stratégiques',
    ar: 'التوجهات الاستراتيجية',
    en: 'Strategic orientations',
  },
  delivery: { fr: 'Réalisation', ar: 'الإنجاز', en: 'Delivery' },
  sources: { fr: 'Sources', ar: 'المصادر', en: 'Sources' },
  conventions: { fr: 'Conventions signées', ar: 'الاتفاقيات الموقعة', en: 'Conventions signed' },
  signed: {
    fr: (when: string) => `Signature ${when}`,
    ar: (when: string) => `التوقيع ${when}`,
    en: (when: string) => `Signed ${when}`,
  },
} satisfies Dictionary;
