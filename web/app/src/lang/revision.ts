import type { RevisionState, RowChange } from '../gql/graphql';
import { isolated, type Dictionary, type Words } from '../lib/language';
import type { Counted } from '../lib/numbers';
import { rowsCounted } from './rows';

export const revisionStates: Record<RevisionState, Words> = {
  DRAFT: { fr: 'brouillon', ar: 'مسودة', en: 'draft' },
  SCHEDULED: { fr: 'à publier à son heure', ar: 'للنشر في وقتها', en: 'to be published at its time' },
  PUBLISHED: { fr: 'publiée', ar: 'منشورة', en: 'published' },
  DISCARDED: { fr: 'abandonnée', ar: 'متخلى عنها', en: 'discarded' },
};

export const rowChanges: Record<RowChange, Words> = {
  ADDED: { fr: 'ajout', ar: 'إضافة', en: 'added' },
  CHANGED: { fr: 'changement', ar: 'تغيير', en: 'changed' },
  WITHDRAWN: { fr: 'retrait', ar: 'سحب', en: 'withdrawn' },
  UNCHANGED: { fr: 'sans changement', ar: 'دون تغيير', en: 'unchanged' },
};

const revisionsCounted: Counted = {
  fr: { one: '{} révision', other: '{} révisions' },
  ar: {
    zero: 'لا مراجعة',
    one: 'مراجعة واحدة',
    two: 'مراجعتان',
    few: '{} مراجعات',
    many: '{} مراجعة',
    other: '{} مراجعة',
  },
  en: { one: '{} revision', other: '{} revisions' },
};

/** Changes of the register: drafts, and their publication. */
export const revision = {
  lead: {
    fr: 'Le registre change par révisions\u202f: un brouillon, son aperçu, puis sa publication avec un motif que tout le monde lit. Rien n’est effacé.',
    ar: 'يتغير السجل بالمراجعات: مسودة، ثم معاينة، ثم نشر بسبب يقرؤه الجميع. ولا يُمحى شيء.',
    en: 'The register changes by revisions: a draft, its preview, then its publication with a reason that everyone reads. Nothing is erased.',
  },
  begin: { fr: 'Commencer une révision', ar: 'بدء مراجعة', en: 'Begin a revision' },
  title: { fr: 'De quoi il s’agit', ar: 'موضوع المراجعة', en: 'What it is about' },
  titleHint: {
    fr: 'Pour les administrateurs, par exemple «\u202fLa signature de novembre\u202f».',
    ar: 'للمديرين، مثل «توقيع نونبر».',
    en: 'For administrators, such as “The signing of November”.',
  },
  titleNeeded: {
    fr: 'Écrivez de quoi il s’agit.',
    ar: 'اكتبوا موضوع المراجعة.',
    en: 'Write what it is about.',
  },
  register: { fr: 'Registre', ar: 'السجل', en: 'Register' },
  registerHint: {
    fr: 'Le fichier du registre où vont les nouvelles lignes.',
    ar: 'ملف السجل الذي تُضاف إليه الأسطر الجديدة.',
    en: 'The register file that new rows go into.',
  },
  registerNeeded: { fr: 'Choisissez le registre.', ar: 'اختاروا السجل.', en: 'Choose the register.' },
  start: { fr: 'Commencer', ar: 'ابدؤوا', en: 'Begin' },
  state: { fr: 'État', ar: 'الحالة', en: 'State' },
  every: { fr: 'Toutes', ar: 'الكل', en: 'All' },
  none: { fr: 'Aucune révision ici.', ar: 'لا مراجعة هنا.', en: 'No revision here.' },
  counted: revisionsCounted,
  rows: { fr: 'Lignes', ar: 'الأسطر', en: 'Rows' },
  rowsCounted,
  startedAt: { fr: 'Commencée', ar: 'بدأت في', en: 'Begun' },
  publishedAt: { fr: 'Publiée', ar: 'نُشرت في', en: 'Published' },
  publishAt: { fr: 'Sera publiée', ar: 'ستُنشر في', en: 'To be published' },
  reason: { fr: 'Motif', ar: 'السبب', en: 'Reason' },
  by: {
    fr: (name: string) => `par ${isolated(name)}`,
    ar: (name: string) => `من طرف ${isolated(name)}`,
    en: (name: string) => `by ${isolated(name)}`,
  },
  undoes: { fr: 'Annule', ar: 'تلغي', en: 'Undoes' },
  failed: {
    fr: 'Elle n’a pas pu être publiée à son heure\u202f:',
    ar: 'تعذر نشرها في وقتها:',
    en: 'It could not be published at its time:',
  },
  noRows: {
    fr: 'Aucune ligne encore. Choisissez ci-dessous par quoi commencer.',
    ar: 'لا سطر بعد. اختاروا أدناه ما تبدؤون به.',
    en: 'No row yet. Choose below what to begin with.',
  },
  enter: { fr: 'Saisir', ar: 'إدخال', en: 'Enter' },
  deedSigning: { fr: 'Une signature', ar: 'توقيع', en: 'A signing' },
  deedConvention: { fr: 'Une convention', ar: 'اتفاقية', en: 'A convention' },
  deedCommitment: { fr: 'Un engagement', ar: 'التزام', en: 'A commitment' },
  deedAmendment: { fr: 'Un avenant', ar: 'ملحق تعديلي', en: 'An amendment' },
  deedTarget: {
    fr: 'Un nouvel objectif, par avenant',
    ar: 'هدف جديد بملحق تعديلي',
    en: 'A new target, by amendment',
  },
  deedCorrection: {
    fr: 'La rectification d’un objectif',
    ar: 'تصحيح هدف',
    en: 'The correction of a target',
  },
  deedSuccession: {
    fr: 'La succession d’un partenaire',
    ar: 'خلافة شريك',
    en: 'The succession of a partner',
  },
  deedRename: {
    fr: 'L’ancien nom d’un partenaire qui en change',
    ar: 'الاسم السابق لشريك غيّر اسمه',
    en: 'The former name of a partner that changes it',
  },
  deedRule: {
    fr: 'Une nouvelle règle de comptage',
    ar: 'قاعدة احتساب جديدة',
    en: 'A new counting rule',
  },
  deedPartner: { fr: 'Un partenaire', ar: 'شريك', en: 'A partner' },
  deedSource: { fr: 'Une source', ar: 'مصدر', en: 'A source' },
  other: { fr: 'Autre chose', ar: 'شيء آخر', en: 'Something else' },
  table: { fr: 'Table', ar: 'الجدول', en: 'Table' },
  add: { fr: 'Ajouter', ar: 'إضافة', en: 'Add' },
  adding: {
    fr: (what: string) => `Ajouter\u202f: ${what}`,
    ar: (what: string) => `إضافة: ${what}`,
    en: (what: string) => `Add: ${what}`,
  },
  changing: {
    fr: (what: string) => `Modifier\u202f: ${isolated(what)}`,
    ar: (what: string) => `تعديل: ${isolated(what)}`,
    en: (what: string) => `Change: ${isolated(what)}`,
  },
  alter: {
    fr: 'Modifier ou retirer ce qui est au registre',
    ar: 'تعديل ما في السجل أو سحبه',
    en: 'Change or withdraw what is in the register',
  },
  alterLead: {
    fr: 'Cherchez la ligne\u202f; ce qui lui appartient se trouve à partir d’elle.',
    ar: 'ابحثوا عن السطر؛ وما يتبعه يوجد انطلاقا منه.',
    en: 'Look for the row; what belongs to it is found from there.',
  },
  text: { fr: 'Mots à chercher', ar: 'كلمات البحث', en: 'Words to look for' },
  search: { fr: 'Chercher', ar: 'بحث', en: 'Search' },
  foundNone: {
    fr: 'Rien de tel au registre.',
    ar: 'لا شيء كهذا في السجل.',
    en: 'Nothing like that in the register.',
  },
  foundMany: {
    fr: 'Voici les 50 dernières lignes\u202f; cherchez par des mots pour en trouver d’autres.',
    ar: 'هذه آخر 50 سطرا؛ ابحثوا بكلمات لإيجاد غيرها.',
    en: 'These are the latest 50 rows; search by words to find others.',
  },
  belongs: {
    fr: (what: string) => `À quoi cela appartient-il\u202f? ${what}`,
    ar: (what: string) => `إلى ماذا ينتمي هذا؟ ${what}`,
    en: (what: string) => `What does it belong to? ${what}`,
  },
  belongsTo: { fr: 'Appartient à', ar: 'ينتمي إلى', en: 'Belongs to' },
  inDraft: { fr: 'Dans ce brouillon', ar: 'في هذه المسودة', en: 'In this draft' },
  inRegister: { fr: 'Au registre', ar: 'في السجل', en: 'In the register' },
  beneath: { fr: 'Ajouter ce qui lui appartient', ar: 'إضافة ما يتبعه', en: 'Add what belongs to it' },
  nothingBelow: { fr: 'Rien encore.', ar: 'لا شيء بعد.', en: 'Nothing yet.' },
  change: { fr: 'Modifier', ar: 'تعديل', en: 'Change' },
  remove: { fr: 'Ôter du brouillon', ar: 'إزالة من المسودة', en: 'Take out of the draft' },
  removeQuestion: {
    fr: 'Ôter cette ligne du brouillon\u202f? Ce qui y est saisi ne revient pas.',
    ar: 'إزالة هذا السطر من المسودة؟ لن يعود ما أُدخل فيه.',
    en: 'Take this row out of the draft? What is entered there does not come back.',
  },
  removeYes: { fr: 'Oui, ôter la ligne', ar: 'نعم، أزيلوا السطر', en: 'Yes, take the row out' },
  removed: { fr: 'La ligne est ôtée.', ar: 'أُزيل السطر.', en: 'The row is taken out.' },
  withdraw: { fr: 'Retirer', ar: 'سحب', en: 'Withdraw' },
  withdrawQuestion: {
    fr: 'La retirer à la publication\u202f? Elle restera visible, avec le jour et le motif.',
    ar: 'سحبه عند النشر؟ سيبقى ظاهرا مع اليوم والسبب.',
    en: 'Withdraw it when this is published? It stays visible, with the day and the reason.',
  },
  withdrawYes: { fr: 'Oui, retirer', ar: 'نعم، اسحبوا', en: 'Yes, withdraw' },
  withdraws: { fr: 'à retirer', ar: 'للسحب', en: 'to be withdrawn' },
  withdrawn: { fr: 'retirée', ar: 'مسحوب', en: 'withdrawn' },
  isNew: { fr: 'nouvelle', ar: 'جديد', en: 'new' },
  isChanged: { fr: 'modifiée', ar: 'معدَّل', en: 'changed' },
  save: { fr: 'Enregistrer', ar: 'حفظ', en: 'Save' },
  addedNow: {
    fr: (what: string) => `Enregistré\u202f: ${isolated(what)}`,
    ar: (what: string) => `تم الحفظ: ${isolated(what)}`,
    en: (what: string) => `Saved: ${isolated(what)}`,
  },
  optional: { fr: 'Autres informations', ar: 'معلومات أخرى', en: 'Further details' },
  slugHint: {
    fr: 'Minuscules, chiffres et traits d’union. Ne change plus. Laissez vide pour le tirer du reste.',
    ar: 'حروف لاتينية صغيرة وأرقام وشرطات. لا يتغير بعد ذلك. اتركوه فارغا ليؤخذ من الباقي.',
    en: 'Small letters, digits and hyphens. It stays. Leave it empty to have it made from the rest.',
  },
  partialHint: {
    fr: 'Une année, un mois ou un jour\u202f: 2026, 2026-11 ou 2026-11-27.',
    ar: 'سنة أو شهر أو يوم: 2026 أو 2026-11 أو 2026-11-27.',
    en: 'A year, a month or a day: 2026, 2026-11 or 2026-11-27.',
  },
  orElse: {
    fr: 'S’il n’y a pas de nombre',
    ar: 'إذا لم يوجد عدد',
    en: 'If there is no number',
  },
  aNumber: { fr: 'Le nombre est donné', ar: 'العدد معطى', en: 'The number is given' },
  yes: { fr: 'oui', ar: 'نعم', en: 'yes' },
  no: { fr: 'non', ar: 'لا', en: 'no' },
  moreToFind: {
    fr: 'Chercher parmi d’autres',
    ar: 'البحث ضمن غيرها',
    en: 'Look among others',
  },
  cite: { fr: 'Citation', ar: 'الإحالة', en: 'Citation' },
  citeLead: {
    fr: 'Pas de fait sans citation\u202f: la source, l’endroit et ce qu’elle dit, dans vos mots.',
    ar: 'لا واقعة دون إحالة: المصدر والموضع وما يقوله بكلماتكم.',
    en: 'No fact without a citation: the source, the place, and what it states in your words.',
  },
  citeRemove: { fr: 'Ôter cette citation', ar: 'إزالة هذه الإحالة', en: 'Take this citation out' },
  citeMore: { fr: 'Ajouter une citation', ar: 'إضافة إحالة', en: 'Add a citation' },
  citeExtra: {
    fr: 'Les citations qui sont au registre restent\u202f; celles-ci s’y ajoutent.',
    ar: 'الإحالات الموجودة في السجل تبقى؛ وهذه تضاف إليها.',
    en: 'The citations that are in the register stay; these are added to them.',
  },
  fieldNeeded: {
    fr: (what: string) => `À remplir\u202f: ${what}.`,
    ar: (what: string) => `يجب ملء: ${what}.`,
    en: (what: string) => `Fill in: ${what}.`,
  },
  fieldMalformed: {
    fr: (what: string) => `La forme ne convient pas\u202f: ${what}.`,
    ar: (what: string) => `الصيغة غير مناسبة: ${what}.`,
    en: (what: string) => `The form does not fit: ${what}.`,
  },
  back: { fr: 'Retour au brouillon', ar: 'العودة إلى المسودة', en: 'Back to the draft' },
  backToRevision: { fr: 'Retour à la révision', ar: 'العودة إلى المراجعة', en: 'Back to the revision' },
  theirs: { fr: 'Ce que l’autre a écrit', ar: 'ما كتبه الآخر', en: 'What the other has written' },
  theirsLead: {
    fr: 'Quelqu’un a changé cette ligne entre-temps. Vos réponses sont restées dans le formulaire\u202f: enregistrez-les pour les mettre à la place, ou gardez ce que l’autre a écrit.',
    ar: 'غيّر شخص هذا السطر في غضون ذلك. بقيت أجوبتكم في الاستمارة: احفظوها لتحل محله، أو أبقوا ما كتبه الآخر.',
    en: 'Somebody has changed this row meanwhile. Your answers are still in the form: save them to put them in its place, or keep what the other has written.',
  },
  keepTheirs: {
    fr: 'Garder ce que l’autre a écrit',
    ar: 'إبقاء ما كتبه الآخر',
    en: 'Keep what the other has written',
  },
  yours: { fr: 'Vos réponses', ar: 'أجوبتكم', en: 'Your answers' },
} satisfies Dictionary;
