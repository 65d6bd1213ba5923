import type { DeclarationState, RowState } from '../gql/graphql';
import { isolated, type Dictionary, type Words } from '../lib/language';
import type { Counted } from '../lib/numbers';
import { rowsCounted } from './rows';

export const declarationStates: Record<DeclarationState, Words> = {
  DRAFT: { fr: 'brouillon', ar: 'مسودة', en: 'draft' },
  SUBMITTED: { fr: 'soumise', ar: 'مقدَّم', en: 'submitted' },
  DECIDED: { fr: 'décidée', ar: 'بُتّ فيه', en: 'decided' },
  WITHDRAWN: { fr: 'retirée', ar: 'مسحوب', en: 'withdrawn' },
};

export const rowStates: Record<RowState, Words> = {
  DRAFT: { fr: 'brouillon', ar: 'مسودة', en: 'draft' },
  WAITING: { fr: 'à vérifier', ar: 'في انتظار التحقق', en: 'waiting' },
  ACCEPTED: { fr: 'acceptée', ar: 'مقبول', en: 'accepted' },
  RETURNED: { fr: 'renvoyée pour correction', ar: 'مُعاد للتصحيح', en: 'returned' },
  REFUSED: { fr: 'refusée', ar: 'مرفوض', en: 'refused' },
  REPLACED: { fr: 'remplacée', ar: 'معوَّض', en: 'replaced' },
  WITHDRAWN: { fr: 'retirée', ar: 'مسحوب', en: 'withdrawn' },
};

const daysWaiting: Counted = {
  fr: { one: 'attend depuis {} jour', other: 'attend depuis {} jours' },
  ar: {
    zero: 'ينتظر منذ اليوم',
    one: 'ينتظر منذ يوم واحد',
    two: 'ينتظر منذ يومين',
    few: 'ينتظر منذ {} أيام',
    many: 'ينتظر منذ {} يوما',
    other: 'ينتظر منذ {} يوم',
  },
  en: { one: 'has waited for {} day', other: 'has waited for {} days' },
};

/** What a partner declares: drafts, receipts, and what became of them. */
export const declaration = {
  plural: { fr: 'Déclarations', ar: 'التصريحات', en: 'Declarations' },
  none: { fr: 'Rien n’a encore été déclaré.', ar: 'لم يُصرَّح بشيء بعد.', en: 'Nothing has been declared yet.' },
  begin: { fr: 'Commencer une déclaration', ar: 'بدء تصريح', en: 'Begin a declaration' },
  beginLead: {
    fr: 'Une déclaration porte sur une convention et une période. Rien n’est soumis avant que vous ne l’ayez vérifié\u202f; vos collègues peuvent la remplir avec vous.',
    ar: 'يخص التصريح اتفاقية وفترة. لا يُقدَّم شيء قبل أن تتحققوا منه؛ ويمكن لزملائكم ملؤه معكم.',
    en: 'A declaration is for a convention and a period. Nothing is submitted before you have checked it; your colleagues can fill it in with you.',
  },
  convention: { fr: 'Convention', ar: 'الاتفاقية', en: 'Convention' },
  conventionNeeded: {
    fr: 'Choisissez la convention.',
    ar: 'اختاروا الاتفاقية.',
    en: 'Choose the convention.',
  },
  noConvention: {
    fr: 'Ce partenaire n’est encore enregistré comme partie d’aucune convention\u202f: il ne peut donc rien déclarer. Demandez à l’administrateur du registre, qui vous a invité, d’ajouter la convention que vous avez signée, avec sa source.',
    ar: 'لم يُسجَّل هذا الشريك بعد طرفا في أي اتفاقية، فلا يمكنه التصريح بشيء. اطلبوا من مدير السجل الذي دعاكم أن يضيف الاتفاقية التي وقعتموها مع مصدرها.',
    en: 'This partner is not registered as a party of any convention yet, so it cannot declare anything. Ask the administrator of the register who invited you to add the convention that you signed, with its source.',
  },
  from: { fr: 'Premier jour de la période', ar: 'اليوم الأول من الفترة', en: 'First day of the period' },
  fromNeeded: { fr: 'Écrivez le premier jour.', ar: 'اكتبوا اليوم الأول.', en: 'Write the first day.' },
  until: { fr: 'Dernier jour de la période', ar: 'اليوم الأخير من الفترة', en: 'Last day of the period' },
  untilHint: {
    fr: 'Aujourd’hui au plus tard.',
    ar: 'اليوم على أبعد تقدير.',
    en: 'Today at the latest.',
  },
  untilNeeded: { fr: 'Écrivez le dernier jour.', ar: 'اكتبوا اليوم الأخير.', en: 'Write the last day.' },
  start: { fr: 'Commencer', ar: 'ابدؤوا', en: 'Begin' },
  period: {
    fr: (from: string, until: string) => `du ${from} au ${until}`,
    ar: (from: string, until: string) => `من ${from} إلى ${until}`,
    en: (from: string, until: string) => `${from} to ${until}`,
  },
  titled: {
    fr: (reference: string) => `Déclaration ${isolated(reference)}`,
    ar: (reference: string) => `التصريح ${isolated(reference)}`,
    en: (reference: string) => `Declaration ${isolated(reference)}`,
  },
  draft: { fr: 'Déclaration en préparation', ar: 'تصريح قيد الإعداد', en: 'Declaration in preparation' },
  rows: {
    fr: 'Lignes de cette déclaration',
    ar: 'أسطر هذا التصريح',
    en: 'Rows of this declaration',
  },
  counted: rowsCounted,
  noRows: { fr: 'Aucune ligne encore.', ar: 'لا سطر بعد.', en: 'No row yet.' },
  corrects: {
    fr: 'corrige une ligne renvoyée ou refusée',
    ar: 'يصحح سطرا مُعادا أو مرفوضا',
    en: 'corrects a row that was returned or refused',
  },
  amends: {
    fr: 'modifie une ligne acceptée, qui reste vérifiée jusqu’à la décision',
    ar: 'يعدل سطرا مقبولا يبقى متحققا منه إلى حين البت',
    en: 'amends an accepted row, which stays verified until this is decided',
  },
  byOfficer: {
    fr: 'saisie par un agent vérificateur pour le partenaire',
    ar: 'أدخله مكلف بالتحقق باسم الشريك',
    en: 'entered by an officer for the partner',
  },
  change: { fr: 'Modifier', ar: 'تعديل', en: 'Change' },
  remove: { fr: 'Retirer', ar: 'إزالة', en: 'Remove' },
  removed: {
    fr: (reference: string) => `${isolated(reference)} est retiré de la déclaration.`,
    ar: (reference: string) => `أُزيل ${isolated(reference)} من التصريح.`,
    en: (reference: string) => `${isolated(reference)} is out of the declaration.`,
  },
  discard: { fr: 'Jeter ce brouillon', ar: 'حذف هذه المسودة', en: 'Throw this draft away' },
  discardQuestion: {
    fr: 'Jeter ce brouillon avec toutes ses lignes\u202f? Rien n’en a été soumis.',
    ar: 'هل تريدون حذف هذه المسودة بكل أسطرها؟ لم يُقدَّم منها شيء.',
    en: 'Throw this draft away with all its rows? Nothing of it was submitted.',
  },
  discardYes: { fr: 'Oui, jeter', ar: 'نعم، حذف', en: 'Yes, throw it away' },
  check: { fr: 'Vérifier et soumettre', ar: 'المراجعة والتقديم', en: 'Check and submit' },
  checkTitle: { fr: 'Vérifiez vos réponses', ar: 'راجعوا أجوبتكم', en: 'Check your answers' },
  checkLead: {
    fr: 'Une fois soumis, cela ne se réécrit plus\u202f: cela se corrige par une nouvelle ligne, ou se retire.',
    ar: 'ما قُدِّم لا يُعاد كتابته: يُصحَّح بسطر جديد أو يُسحب.',
    en: 'Once submitted, it is not rewritten: it is corrected by a new row, or withdrawn.',
  },
  nothingToSubmit: {
    fr: 'Rien à soumettre\u202f: ce brouillon n’a aucune ligne.',
    ar: 'لا شيء للتقديم: لا سطر في هذه المسودة.',
    en: 'There is nothing to submit: this draft has no row.',
  },
  back: { fr: 'Revenir au brouillon', ar: 'العودة إلى المسودة', en: 'Back to the draft' },
  preview: {
    fr: 'Ce que tout le monde en verra',
    ar: 'ما سيراه الجميع منه',
    en: 'What everyone will see of it',
  },
  previewLead: {
    fr: 'Dès la soumission, le nombre d’emplois déclarés. De chaque emploi accepté\u202f: l’employeur, le secteur, la région, le type de contrat, le groupe de métiers et le mois du début. Rien de la personne, ni votre référence.',
    ar: 'بمجرد التقديم: عدد مناصب الشغل المصرح بها. ومن كل منصب مقبول: المشغل والقطاع والجهة ونوع العقد ومجموعة المهن وشهر البداية. لا شيء عن الشخص ولا مرجعكم.',
    en: 'From the submission on, the number of declared jobs. Of each accepted job: the employer, the sector, the region, the contract kind, the group of occupations and the month of the start. Nothing of the person, nor your reference.',
  },
  submit: { fr: 'Soumettre la déclaration', ar: 'تقديم التصريح', en: 'Submit the declaration' },
  received: { fr: 'La déclaration est soumise.', ar: 'قُدِّم التصريح.', en: 'The declaration is submitted.' },
  receipt: { fr: 'Accusé de réception', ar: 'وصل', en: 'Receipt' },
  receiptLead: {
    fr: 'L’agence examine chaque ligne\u202f; vous lirez ici ce qu’elle décide, et pourquoi. Le délai est la règle propre de ce registre.',
    ar: 'تدرس الوكالة كل سطر؛ وستقرؤون هنا ما تقرره ولماذا. والأجل قاعدة خاصة بهذا السجل.',
    en: 'The agency looks at each row; you will read here what it decides, and why. The time allowed is this register’s own rule.',
  },
  reference: { fr: 'Référence', ar: 'المرجع', en: 'Reference' },
  submittedAt: { fr: 'Soumise le', ar: 'تاريخ التقديم', en: 'Submitted' },
  sum: {
    fr: 'Empreinte du contenu (SHA-256)',
    ar: 'بصمة المحتوى (SHA-256)',
    en: 'Sum of the contents (SHA-256)',
  },
  answerDue: {
    fr: 'Réponse de l’agence attendue au plus tard le',
    ar: 'آخر أجل لجواب الوكالة',
    en: 'The agency is to answer by',
  },
  waits: daysWaiting,
  state: { fr: 'État', ar: 'الحالة', en: 'State' },
  standing: { fr: 'Où en est-elle', ar: 'الوضعية', en: 'Where it stands' },
  withdraw: {
    fr: 'Retirer ce qui n’est pas accepté',
    ar: 'سحب ما لم يُقبل',
    en: 'Withdraw what is not accepted',
  },
  withdrawQuestion: {
    fr: 'Retirer les lignes qui attendent ou ont été renvoyées\u202f? Elles ne compteront plus comme déclarées.',
    ar: 'هل تريدون سحب الأسطر التي تنتظر أو أُعيدت؟ لن تُحسب بعد ذلك ضمن المصرح به.',
    en: 'Withdraw the rows that wait or were returned? They will not count as declared any more.',
  },
  withdrawYes: { fr: 'Oui, retirer', ar: 'نعم، سحب', en: 'Yes, withdraw' },
  withdrawn: { fr: 'C’est retiré.', ar: 'تم السحب.', en: 'It is withdrawn.' },
  correct: {
    fr: 'Corriger les lignes renvoyées',
    ar: 'تصحيح الأسطر المُعادة',
    en: 'Correct the returned rows',
  },
  correction: { fr: 'La correction', ar: 'التصحيح', en: 'The correction' },
  correctOne: { fr: 'Corriger', ar: 'تصحيح', en: 'Correct' },
  onBasis: {
    fr: (basis: string) => `fondée sur\u202f: ${basis}`,
    ar: (basis: string) => `أساس التحقق: ${basis}`,
    en: (basis: string) => `on the basis of: ${basis}`,
  },
} satisfies Dictionary;
