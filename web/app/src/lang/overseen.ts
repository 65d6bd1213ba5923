import type { Dictionary } from '../lib/language';
import type { Counted } from '../lib/numbers';

const declarations: Counted = {
  fr: { one: '{} déclaration', other: '{} déclarations' },
  ar: {
    zero: 'لا تصريح',
    one: 'تصريح واحد',
    two: 'تصريحان',
    few: '{} تصريحات',
    many: '{} تصريحا',
    other: '{} تصريح',
  },
  en: { one: '{} declaration', other: '{} declarations' },
};

/** Lists of declarations for officers, auditors and administrators, and a person that an auditor opens. */
export const overseen = {
  counted: declarations,
  rows: { fr: 'Lignes', ar: 'الأسطر', en: 'Rows' },
  OFFICER: {
    fr: 'Comme agent : celles qui ont des lignes dans vos régions, et les brouillons que vous saisissez pour un partenaire.',
    ar: 'بصفتكم مكلفا بالتحقق: التصريحات التي فيها أسطر من جهاتكم، والمسودات التي تدخلونها باسم شريك.',
    en: 'As an officer: those with rows in your regions, and the drafts that you enter for a partner.',
  },
  AUDITOR: {
    fr: 'Comme auditeur : celles de votre périmètre, sans les personnes, que vous ouvrez une à une.',
    ar: 'بصفتكم مدققا: ما يدخل في نطاقكم، دون الأشخاص الذين تكشفونهم واحدا واحدا.',
    en: 'As an auditor: those of your scope, without the persons, whom you open one by one.',
  },
  ADMINISTRATOR: {
    fr: 'Comme administrateur : toutes, sans les personnes.',
    ar: 'بصفتكم مديرا للسجل: كلها، دون الأشخاص.',
    en: 'As an administrator: all of them, without the persons.',
  },
  none: { fr: 'Aucune déclaration.', ar: 'لا تصريح.', en: 'No declaration.' },
  anyState: { fr: 'Tous', ar: 'الكل', en: 'All' },
  anyPartner: { fr: 'Tous', ar: 'الكل', en: 'All' },
  enter: { fr: 'Saisir pour un partenaire', ar: 'الإدخال باسم شريك', en: 'Enter for a partner' },
  enterLead: {
    fr: 'Choisissez le partenaire. La déclaration dira qu’un agent l’a saisie ; un autre agent en décidera.',
    ar: 'اختاروا الشريك. سيُذكر في التصريح أن مكلفا بالتحقق أدخله، وسيبت فيه مكلف آخر.',
    en: 'Choose the partner. The declaration will say that an officer entered it; another officer decides on it.',
  },
  enterFor: { fr: 'Continuer', ar: 'متابعة', en: 'Continue' },
  forPartner: {
    fr: 'Vous saisissez pour ce partenaire : la déclaration le dira, et un autre agent en décidera.',
    ar: 'تدخلون التصريح باسم هذا الشريك: سيُذكر ذلك فيه، وسيبت فيه مكلف آخر.',
    en: 'You enter this for the partner: the declaration will say so, and another officer decides on it.',
  },
  open: { fr: 'Ouvrir la personne', ar: 'كشف الشخص', en: 'Open the person' },
  openLead: {
    fr: 'Chaque ouverture est inscrite au journal, avec votre nom et ce motif.',
    ar: 'يُدوَّن كل كشف في سجل العمليات باسمكم وبهذا السبب.',
    en: 'Each opening is recorded in the trail, with who you are and this reason.',
  },
  why: { fr: 'Motif', ar: 'السبب', en: 'Reason' },
  whyHint: {
    fr: 'De 10 à 500 caractères. Les auditeurs et les administrateurs le liront. N’y écrivez rien de la personne.',
    ar: 'من 10 إلى 500 حرف. سيقرؤه المدققون ومديرو السجل. لا تكتبوا فيه شيئا عن الشخص.',
    en: '10 to 500 characters. Auditors and administrators will read it. Write nothing of the person in it.',
  },
  whyNeeded: { fr: 'Dites pourquoi.', ar: 'قولوا لماذا.', en: 'Say why.' },
  opens: { fr: 'Ouvrir', ar: 'كشف', en: 'Open' },
  opened: {
    fr: 'L’ouverture est inscrite au journal.',
    ar: 'دُوِّن الكشف في سجل العمليات.',
    en: 'The opening is recorded.',
  },
  nobody: {
    fr: 'Cette ligne n’a pas de personne.',
    ar: 'لا شخص في هذا السطر.',
    en: 'There is no person in this row.',
  },
} satisfies Dictionary;
