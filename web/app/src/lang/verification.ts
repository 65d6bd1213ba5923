import type { Basis, DecisionReason, RowFound } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

/** What somebody can hold in hand or do: which documents are named, and what is said of a row that was looked at. */
export const ownBases: Record<Exclude<Basis, 'SAMPLE'>, Words> = {
  SOCIAL_SECURITY_LIST: { fr: 'liste de la CNSS', ar: 'لائحة الضمان الاجتماعي', en: 'social-security list' },
  CONTRACT: { fr: 'contrat', ar: 'العقد', en: 'contract' },
  PAYSLIP: { fr: 'bulletin de paie', ar: 'ورقة الأجر', en: 'payslip' },
  REGISTER_EXTRACT: { fr: 'extrait de registre', ar: 'مستخرج من سجل', en: 'register extract' },
  VISIT: { fr: 'visite', ar: 'زيارة', en: 'visit' },
  CALL: { fr: 'appel', ar: 'مكالمة', en: 'call' },
  OTHER: { fr: 'autre', ar: 'آخر', en: 'other' },
};

export const bases: Record<Basis, Words> = {
  ...ownBases,
  SAMPLE: {
    fr: 'échantillon, sans vérification de cette ligne',
    ar: 'العينة، دون فحص هذا السطر',
    en: 'the sample, without a look at this row',
  },
};

export const decisionReasons: Record<DecisionReason, Words> = {
  EVIDENCE_MISSING: { fr: 'justificatif manquant', ar: 'وثيقة إثبات ناقصة', en: 'evidence is missing' },
  EVIDENCE_CONTRADICTS: {
    fr: 'le justificatif dit autre chose',
    ar: 'وثيقة الإثبات تقول غير ذلك',
    en: 'the evidence says otherwise',
  },
  INCOMPLETE: { fr: 'incomplet', ar: 'غير مكتمل', en: 'incomplete' },
  NOT_FOUND: {
    fr: 'emploi ou personne introuvable',
    ar: 'لم يُعثر على المنصب أو الشخص',
    en: 'post or person not found',
  },
  NOT_UNDER_CONVENTION: {
    fr: 'ne relève pas de cette convention',
    ar: 'لا يدخل في هذه الاتفاقية',
    en: 'not under this convention',
  },
  OUTSIDE_PERIOD: { fr: 'hors de la période', ar: 'خارج الفترة', en: 'outside the period' },
  CONTRACT_NOT_COUNTED: {
    fr: 'type de contrat non compté',
    ar: 'نوع عقد غير محتسب',
    en: 'contract kind not counted',
  },
  DECLARED_TWICE: { fr: 'déjà déclaré par vous', ar: 'سبق أن صرحتم به', en: 'declared by you before' },
  SAMPLE_ABOVE_RATE: {
    fr: 'trop de lignes tirées n’ont pas été acceptées',
    ar: 'عدد كبير من الأسطر المسحوبة لم يُقبل',
    en: 'too many drawn rows were not accepted',
  },
  UNANSWERED: {
    fr: 'close\u202f: pas corrigée en 60 jours',
    ar: 'أُغلق: لم يُصحح خلال 60 يوما',
    en: 'closed: not corrected within 60 days',
  },
  OTHER: { fr: 'autre motif', ar: 'سبب آخر', en: 'another reason' },
};

export const rowsFound: Record<RowFound, Words> = {
  PERSON_DECLARED_ELSEWHERE: {
    fr: 'personne déclarée ailleurs',
    ar: 'شخص مصرح به في مكان آخر',
    en: 'person declared elsewhere',
  },
  START_BEFORE_CONVENTION: {
    fr: 'début avant la convention',
    ar: 'البداية قبل الاتفاقية',
    en: 'start before the convention',
  },
  START_AFTER_CONVENTION: {
    fr: 'début après la convention',
    ar: 'البداية بعد الاتفاقية',
    en: 'start after the convention',
  },
  START_OUTSIDE_PERIOD: {
    fr: 'début hors de la période',
    ar: 'البداية خارج الفترة',
    en: 'start outside the period',
  },
  CONTRACT_EXCLUDED: {
    fr: 'type de contrat exclu par la règle de comptage',
    ar: 'نوع عقد تستثنيه قاعدة الاحتساب',
    en: 'contract kind excluded by the counting rule',
  },
  CHANGED: { fr: 'remplace une autre ligne', ar: 'يعوض سطرا آخر', en: 'stands for another row' },
};

const waitingCounted: Counted = {
  fr: { one: '{} déclaration attend', other: '{} déclarations attendent' },
  ar: {
    zero: 'لا تصريح ينتظر',
    one: 'تصريح واحد ينتظر',
    two: 'تصريحان ينتظران',
    few: '{} تصريحات تنتظر',
    many: '{} تصريحا ينتظر',
    other: '{} تصريح ينتظر',
  },
  en: { one: '{} declaration waits', other: '{} declarations wait' },
};

/** What an officer does: the queue, and decisions with reasons. */
export const verification = {
  queueLead: {
    fr: 'Celles qui attendent depuis le plus longtemps d’abord.',
    ar: 'الأقدم انتظارا أولا.',
    en: 'Those that have waited longest first.',
  },
  counted: waitingCounted,
  none: { fr: 'Rien n’attend.', ar: 'لا شيء ينتظر.', en: 'Nothing waits.' },
  everywhere: { fr: 'Toutes', ar: 'الكل', en: 'All' },
  all: { fr: 'Toutes les déclarations', ar: 'كل التصريحات', en: 'All declarations' },
  chosenRows: { fr: 'Les lignes choisies', ar: 'الأسطر المختارة', en: 'The rows chosen above' },
  mine: {
    fr: 'Seulement celles que j’ai prises',
    ar: 'فقط التي أخذتها',
    en: 'Only those that I have claimed',
  },
  partner: { fr: 'Partenaire', ar: 'الشريك', en: 'Partner' },
  reference: { fr: 'Référence du partenaire', ar: 'مرجع الشريك', en: 'The partner’s reference' },
  waiting: { fr: 'À vérifier', ar: 'في انتظار التحقق', en: 'Waiting' },
  since: { fr: 'Depuis', ar: 'منذ', en: 'Since' },
  answerDue: { fr: 'Réponse due', ar: 'أجل الجواب', en: 'Answer due' },
  late: { fr: 'en retard', ar: 'متأخر', en: 'late' },
  claimed: { fr: 'prise par vous', ar: 'أخذتموه', en: 'claimed by you' },
  taken: { fr: 'prise par un autre agent', ar: 'أخذه مكلف آخر', en: 'claimed by another officer' },
  yours: {
    fr: 'Vous avez pris cette déclaration.',
    ar: 'لقد أخذتم هذا التصريح.',
    en: 'You have claimed this declaration.',
  },
  claim: { fr: 'Prendre cette déclaration', ar: 'أخذ هذا التصريح', en: 'Claim this declaration' },
  claimLead: {
    fr: 'Tant que vous l’avez, aucun autre agent n’en décide. Elle redevient libre après deux jours ouvrés.',
    ar: 'ما دام عندكم لا يبت فيه مكلف آخر. ويصبح متاحا بعد يومي عمل.',
    en: 'While you have it, no other officer decides on it. It is free again after two working days.',
  },
  claimDone: { fr: 'Elle est à vous.', ar: 'هو لكم.', en: 'It is yours.' },
  overlap: {
    fr: 'Seulement avec une personne déclarée ailleurs',
    ar: 'فقط التي فيها شخص مصرح به في مكان آخر',
    en: 'Only with a person declared elsewhere',
  },
  free: { fr: 'Libérer cette déclaration', ar: 'تحرير هذا التصريح', en: 'Free this declaration' },
  freeLead: {
    fr: 'Elle n’est plus réservée à l’agent qui l’a prise\u202f: tous les agents compétents pourront la prendre et en décider.',
    ar: 'لن يبقى محجوزا للمكلف الذي أخذه: يمكن لكل مكلف مختص أن يأخذه ويبت فيه.',
    en: 'It is no longer kept for the officer who claimed it: every officer who may decide on it can claim it.',
  },
  freeYes: { fr: 'Oui, libérer', ar: 'نعم، تحرير', en: 'Yes, free it' },
  release: { fr: 'La laisser à d’autres', ar: 'تركه لغيركم', en: 'Leave it to others' },
  releaseDone: { fr: 'Elle est libre de nouveau.', ar: 'أصبح متاحا من جديد.', en: 'It is free again.' },
  decide: { fr: 'Décider', ar: 'البت', en: 'Decide' },
  rows: { fr: 'Sur quelles lignes', ar: 'على أي أسطر', en: 'On which rows' },
  rowsNeeded: {
    fr: 'Choisissez au moins une ligne.',
    ar: 'اختاروا سطرا واحدا على الأقل.',
    en: 'Choose at least one row.',
  },
  allRows: { fr: 'Toutes les lignes qui attendent', ar: 'كل الأسطر التي تنتظر', en: 'All rows that wait' },
  chooseRow: { fr: 'Choisir', ar: 'اختيار', en: 'Choose' },
  outcome: { fr: 'Décision', ar: 'القرار', en: 'Decision' },
  outcomeNeeded: {
    fr: 'Choisissez ce que vous décidez.',
    ar: 'اختاروا قراركم.',
    en: 'Choose what you decide.',
  },
  accept: { fr: 'Accepter', ar: 'قبول', en: 'Accept' },
  giveBack: { fr: 'Renvoyer pour correction', ar: 'إعادة للتصحيح', en: 'Return for correction' },
  refuse: { fr: 'Refuser', ar: 'رفض', en: 'Refuse' },
  basis: { fr: 'Fondement de la vérification', ar: 'أساس التحقق', en: 'Basis' },
  basisHint: {
    fr: 'Le partenaire, les agents, les auditeurs et les administrateurs le liront.',
    ar: 'سيقرؤه الشريك والمكلفون بالتحقق والمدققون ومديرو السجل.',
    en: 'The partner, officers, auditors and administrators will read it.',
  },
  basisNeeded: {
    fr: 'Choisissez sur quoi cela repose.',
    ar: 'اختاروا أساس ذلك.',
    en: 'Choose what it rests on.',
  },
  reason: { fr: 'Motif', ar: 'السبب', en: 'Reason' },
  reasonHint: {
    fr: 'Le partenaire, les agents, les auditeurs et les administrateurs le liront.',
    ar: 'سيقرؤه الشريك والمكلفون بالتحقق والمدققون ومديرو السجل.',
    en: 'The partner, officers, auditors and administrators will read it.',
  },
  reasonNeeded: { fr: 'Choisissez un motif.', ar: 'اختاروا سببا.', en: 'Choose a reason.' },
  words: { fr: 'Explication', ar: 'التوضيح', en: 'Explanation' },
  wordsHint: {
    fr: 'Dites tout ce qui manque, en une fois. Le partenaire, les agents et les auditeurs le liront, le public non. N’y nommez personne et n’y dites rien d’un autre partenaire\u202f: cela reste.',
    ar: 'قولوا كل ما ينقص دفعة واحدة. سيقرؤه الشريك والمكلفون بالتحقق والمدققون، ولن يقرأه العموم. لا تسمّوا فيه أحدا ولا تذكروا شيئا عن شريك آخر، فهو يبقى.',
    en: 'Say all that is missing, at once. The partner, officers and auditors will read it, the public will not. Name nobody in it, and say nothing of another partner: it stays.',
  },
  wordsNeeded: { fr: 'Expliquez ce qui manque.', ar: 'وضحوا ما ينقص.', en: 'Explain what is missing.' },
  send: { fr: 'Enregistrer la décision', ar: 'حفظ القرار', en: 'Save the decision' },
  done: { fr: 'La décision est enregistrée.', ar: 'حُفظ القرار.', en: 'The decision is saved.' },
  personOf: { fr: 'Personne', ar: 'الشخص', en: 'Person' },
} satisfies Dictionary;
