import type { TokenScope } from '../gql/graphql';
import { isolated, type Dictionary, type Words } from '../lib/language';

export const scopes: Record<TokenScope, Words> = {
  READ: { fr: 'lire', ar: 'القراءة', en: 'read' },
  DECLARE: { fr: 'déclarer', ar: 'التصريح', en: 'declare' },
};

export const scopeMeanings: Record<TokenScope, Words> = {
  READ: {
    fr: 'Ce que lisent les membres du partenaire.',
    ar: 'ما يقرؤه أعضاء الشريك.',
    en: 'What the partner’s members read.',
  },
  DECLARE: { fr: 'Déclarer pour le partenaire.', ar: 'التصريح باسم الشريك.', en: 'Declare for the partner.' },
};

/** Tokens, by which a partner's own systems ask. */
export const token = {
  plural: { fr: 'Jetons', ar: 'رموز الوصول', en: 'Tokens' },
  lead: {
    fr: 'Un jeton permet à vos propres systèmes d’interroger l’API à la place d’une personne.',
    ar: 'يسمح رمز الوصول لأنظمتكم بالاتصال بالواجهة البرمجية بدل شخص.',
    en: 'A token lets your own systems ask the API in place of a person.',
  },
  none: { fr: 'Aucun jeton.', ar: 'لا رمز وصول.', en: 'No token.' },
  make: { fr: 'Créer un jeton', ar: 'إنشاء رمز وصول', en: 'Make a token' },
  name: { fr: 'Nom du jeton', ar: 'اسم الرمز', en: 'Name of the token' },
  nameHint: {
    fr: 'Le système qui s’en servira. Les gens de ce partenaire le voient.',
    ar: 'النظام الذي سيستعمله. يراه أعضاء هذا الشريك.',
    en: 'The system that will use it. The people of this partner see it.',
  },
  may: { fr: 'Ce qu’il permet', ar: 'ما يسمح به', en: 'What it may do' },
  mayNeeded: {
    fr: 'Dites ce que le jeton permet.',
    ar: 'حددوا ما يسمح به الرمز.',
    en: 'Say what the token may do.',
  },
  days: { fr: 'Durée, en jours', ar: 'المدة بالأيام', en: 'For how many days' },
  daysHint: { fr: 'De 1 à 366.', ar: 'من 1 إلى 366.', en: '1 to 366.' },
  daysNeeded: {
    fr: 'Écrivez un nombre de jours, de 1 à 366.',
    ar: 'اكتبوا عدد الأيام، من 1 إلى 366.',
    en: 'Write a number of days, from 1 to 366.',
  },
  made: {
    fr: (name: string) =>
      `Le jeton ${isolated(name)} est créé. Copiez-le maintenant\u202f: il n’est montré que cette fois.`,
    ar: (name: string) => `أُنشئ الرمز ${isolated(name)}. انسخوه الآن: لا يُعرض إلا هذه المرة.`,
    en: (name: string) => `The token ${isolated(name)} is made. Copy it now: it is shown this once.`,
  },
  secret: {
    fr: (name: string) => `Jeton ${isolated(name)}`,
    ar: (name: string) => `الرمز ${isolated(name)}`,
    en: (name: string) => `Token ${isolated(name)}`,
  },
  header: {
    fr: 'À envoyer dans l’en-tête',
    ar: 'يُرسل في الترويسة',
    en: 'To be sent in the header',
  },
  kept: { fr: 'Je l’ai copié', ar: 'نسخته', en: 'I have copied it' },
  created: { fr: 'créé le', ar: 'أُنشئ في', en: 'made on' },
  used: { fr: 'utilisé pour la dernière fois le', ar: 'آخر استعمال في', en: 'last used on' },
  unused: { fr: 'n’a jamais servi', ar: 'لم يُستعمل قط', en: 'never used' },
  expires: { fr: 'valable jusqu’au', ar: 'صالح إلى غاية', en: 'good until' },
  expired: { fr: 'terminé le', ar: 'انتهى في', en: 'ended on' },
  revoked: { fr: 'révoqué le', ar: 'أُلغي في', en: 'revoked on' },
  revoke: { fr: 'Révoquer', ar: 'إلغاء', en: 'Revoke' },
  question: {
    fr: (name: string) =>
      `Révoquer le jeton ${isolated(name)}\u202f? Les systèmes qui s’en servent sont refusés aussitôt, et cela ne se défait pas.`,
    ar: (name: string) =>
      `هل تريدون إلغاء الرمز ${isolated(name)}؟ ستُرفض فورا الأنظمة التي تستعمله، ولا رجوع في ذلك.`,
    en: (name: string) =>
      `Revoke the token ${isolated(name)}? The systems that use it are refused at once, and it cannot be undone.`,
  },
  yes: { fr: 'Oui, révoquer', ar: 'نعم، إلغاء', en: 'Yes, revoke' },
  done: {
    fr: (name: string) => `Le jeton ${isolated(name)} est révoqué.`,
    ar: (name: string) => `أُلغي الرمز ${isolated(name)}.`,
    en: (name: string) => `The token ${isolated(name)} is revoked.`,
  },
} satisfies Dictionary;
