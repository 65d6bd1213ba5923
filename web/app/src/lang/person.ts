import type {
  IdentityCheck,
  PersonRequestKind,
  PersonRequestReason,
  PersonRequestState,
} from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

export const requestKinds: Record<PersonRequestKind, Words> = {
  SEE: { fr: 'Voir ce qui est conservé', ar: 'الاطلاع على ما يُحفظ', en: 'See what is held' },
  CORRECT: { fr: 'Faire corriger', ar: 'التصحيح', en: 'Have it corrected' },
  OBJECT: { fr: 'M’opposer à son usage', ar: 'الاعتراض على استعماله', en: 'Object to its use' },
  ERASE: { fr: 'Faire effacer', ar: 'المحو', en: 'Have it erased' },
};

export const requestStates: Record<PersonRequestState, Words> = {
  RECEIVED: {
    fr: 'reçue, identité à vérifier',
    ar: 'وصل، والهوية قيد التحقق',
    en: 'received, identity to be checked',
  },
  IDENTITY_CHECKED: {
    fr: 'identité vérifiée, réponse attendue',
    ar: 'تم التحقق من الهوية، والجواب منتظر',
    en: 'identity checked, answer to come',
  },
  ANSWERED: { fr: 'faite', ar: 'أُنجز', en: 'done' },
  REFUSED: { fr: 'refusée', ar: 'رُفض', en: 'refused' },
  WITHDRAWN: { fr: 'retirée', ar: 'سُحب', en: 'withdrawn' },
};

export const requestReasons: Record<PersonRequestReason, Words> = {
  IDENTITY_NOT_SHOWN: { fr: 'identité non établie', ar: 'لم تثبت الهوية', en: 'identity was not shown' },
  NOTHING_HELD: { fr: 'rien n’est conservé', ar: 'لا شيء محفوظ', en: 'nothing is held' },
  NEEDED_TO_VERIFY: {
    fr: 'encore nécessaire à la vérification',
    ar: 'ما زال ضروريا للتحقق',
    en: 'still needed to verify',
  },
  OTHER: { fr: 'autre motif', ar: 'سبب آخر', en: 'another reason' },
};

export const identityChecks: Record<IdentityCheck, Words> = {
  IN_PERSON: { fr: 'en personne, au guichet', ar: 'حضوريا في المكتب', en: 'in person, at an office' },
  CALL: {
    fr: 'par un appel à un numéro déjà connu',
    ar: 'بمكالمة إلى رقم معروف من قبل',
    en: 'by a call to a number known before',
  },
  PARTNER_RECORDS: {
    fr: 'par ce que le partenaire sait de ses employés',
    ar: 'بما يعرفه الشريك عن مستخدميه',
    en: 'by what the partner knows of its people',
  },
  OTHER: { fr: 'autrement', ar: 'بطريقة أخرى', en: 'another way' },
};

const months: Counted = {
  fr: { one: '{} mois', other: '{} mois' },
  ar: {
    zero: 'أقل من شهر',
    one: 'شهر واحد',
    two: 'شهرين',
    few: '{} أشهر',
    many: '{} شهرا',
    other: '{} شهر',
  },
  en: { one: '{} month', other: '{} months' },
};

/** What the page for persons says of what is held, and how it is asked about. */
export const person = {
  lead: {
    fr: 'Un partenaire a peut-être déclaré ici votre emploi ou votre projet. Voici ce qui est conservé de vous, pourquoi, par qui et jusqu’à quand, et comment demander.',
    ar: 'ربما صرح هنا أحد الشركاء بعملكم أو بمشروعكم. هذا ما يُحفظ عنكم، ولماذا، ومن يحفظه، وإلى متى، وكيف تطلبون.',
    en: 'A partner may have declared your job or your project here. This is what is held of you, why, by whom and until when, and how to ask.',
  },
  what: { fr: 'Ce qui est conservé', ar: 'ما يُحفظ', en: 'What is held' },
  whatJob: {
    fr: 'Pour un emploi\u202f: genre, année de naissance et tranche d’âge, niveau d’études, situation d’avant\u202f; le type de pièce d’identité et ses deux derniers caractères. Le numéro lui-même n’est pas conservé\u202f: une empreinte, faite avec une clé gardée à part, permet seulement de reconnaître deux fois la même personne. Votre nom n’est pas demandé.',
    ar: 'بالنسبة إلى عمل: الجنس، وسنة الميلاد والفئة العمرية، والمستوى الدراسي، والوضعية السابقة؛ ونوع وثيقة الهوية وآخر حرفين من رقمها. أما الرقم نفسه فلا يُحفظ: بصمة أُنشئت بمفتاح محفوظ على حدة تسمح فقط بمعرفة الشخص نفسه إذا ورد مرتين. ولا يُطلب اسمكم.',
    en: 'For a job: gender, year of birth and age band, education, situation before; the kind of identity card and its last two characters. The number itself is not kept: a fingerprint, made with a key that is kept apart, only tells that the same person comes twice. Your name is not asked for.',
  },
  whatProject: {
    fr: 'Pour un projet accompagné\u202f: de plus votre nom, téléphone, adresse e-mail et projet, dans un tableau à part.',
    ar: 'بالنسبة إلى مشروع تتم مواكبته: إضافة إلى ذلك اسمكم وهاتفكم وبريدكم ومشروعكم، في جدول منفصل.',
    en: 'For a project that is accompanied: your name, telephone, e-mail and project as well, in a table of their own.',
  },
  why: { fr: 'Pourquoi', ar: 'لماذا', en: 'Why' },
  whyWords: {
    fr: 'Pour vérifier que l’emploi ou le projet existe, et qu’une personne ne compte qu’une fois. Le public ne voit que des nombres.',
    ar: 'للتحقق من أن العمل أو المشروع موجود، ومن أن الشخص لا يُحسب إلا مرة واحدة. ولا يرى العموم إلا أعدادا.',
    en: 'To verify that the job or the project exists, and that a person counts once. The public sees numbers alone.',
  },
  who: { fr: 'Qui le voit', ar: 'من يراه', en: 'Who sees it' },
  whoWords: {
    fr: 'Le partenaire qui vous a déclaré et l’agent qui vérifie. Un auditeur ouvre une fiche à la fois, avec un motif qui reste inscrit. Ni le public, ni un autre partenaire, ni les administrateurs du site.',
    ar: 'الشريك الذي صرح بكم والمكلف بالتحقق. ويفتح المدقق بطاقة واحدة في كل مرة، بسبب يبقى مسجلا. ولا يراه العموم ولا شريك آخر ولا مديرو الموقع.',
    en: 'The partner that has declared you, and the officer who verifies. An auditor opens one at a time, with a reason that stays on record. Not the public, no other partner, not the site’s administrators.',
  },
  until: { fr: 'Jusqu’à quand', ar: 'إلى متى', en: 'Until when' },
  untilWords: {
    fr: (kept: string) =>
      `${kept} après la décision\u202f: nom, téléphone, adresse, année de naissance, pièce d’identité et justificatifs disparaissent alors d’eux-mêmes. Restent ce qui est compté et l’empreinte, pour que personne ne compte deux fois.`,
    ar: (kept: string) =>
      `بعد ${kept} من القرار: يُمحى تلقائيا الاسم والهاتف والعنوان وسنة الميلاد ووثيقة الهوية والوثائق المرفقة. ويبقى ما يُحسب والبصمة، حتى لا يُحسب أحد مرتين.`,
    en: (kept: string) =>
      `${kept} after the decision: name, telephone, address, year of birth, card and evidence then go by themselves. What is counted stays, and the fingerprint, so that nobody counts twice.`,
  },
  months,
  twice: { fr: 'Comptées deux fois', ar: 'من حُسبوا مرتين', en: 'Counted twice' },
  twiceWords: {
    fr: 'Combien de personnes ont été vérifiées chez un second partenaire ou sous une seconde convention, par année, en dizaines arrondies vers le bas. C’est un minimum\u202f: une ligne sans numéro n’est rapprochée d’aucune autre.',
    ar: 'عدد الأشخاص الذين تم التحقق منهم لدى شريك ثان أو في إطار اتفاقية ثانية، حسب السنة، بالعشرات مقربة إلى الأدنى. وهو حد أدنى: فالسطر الذي لا رقم فيه لا يقارن بغيره.',
    en: 'How many people were verified with a second partner or under a second convention, by year, in tens, rounded down. It is a minimum: a row without a number is matched with no other.',
  },
  year: { fr: 'Année', ar: 'السنة', en: 'Year' },
  verified: { fr: 'Vérifiés', ar: 'تم التحقق منهم', en: 'Verified' },
  withoutNumber: { fr: 'Sans numéro', ar: 'بدون رقم', en: 'Without a number' },
  noYear: {
    fr: 'Aucune année n’est encore comptée.',
    ar: 'لم تُحسب أي سنة بعد.',
    en: 'No year is counted yet.',
  },
  ask: { fr: 'Faire une demande', ar: 'تقديم طلب', en: 'Make a request' },
  askLead: {
    fr: 'Vous aurez une réponse dans le mois. Le partenaire ou un agent vérifie d’abord que c’est vous. N’envoyez jamais de copie de votre carte, et n’écrivez pas son numéro.',
    ar: 'ستتلقون جوابا خلال شهر. يتحقق الشريك أو أحد المكلفين أولا من أنكم أنتم أصحاب الطلب. لا ترسلوا أبدا نسخة من بطاقتكم ولا تكتبوا رقمها.',
    en: 'You will have an answer within a month. The partner or an officer checks first that it is you. Never send a copy of your card, and do not write its number.',
  },
  kind: { fr: 'Ce que vous demandez', ar: 'ما تطلبونه', en: 'What you ask' },
  kindNeeded: {
    fr: 'Choisissez ce que vous demandez.',
    ar: 'اختاروا ما تطلبونه.',
    en: 'Choose what you ask.',
  },
  partner: {
    fr: 'Partenaire qui vous a déclaré',
    ar: 'الشريك الذي صرح بكم',
    en: 'Partner that has declared you',
  },
  partnerHint: {
    fr: 'Il lira votre demande. Si vous ne savez pas, laissez ainsi\u202f: les agents seuls la liront.',
    ar: 'سيقرأ طلبكم. إن كنتم لا تعرفونه فاتركوه كذلك: سيقرؤه المكلفون وحدهم.',
    en: 'It will read your request. If you do not know, leave it: officers alone will read it.',
  },
  region: { fr: 'Région où vous travaillez', ar: 'الجهة التي تعملون فيها', en: 'Region where you work' },
  unknown: { fr: 'Je ne sais pas', ar: 'لا أعرف', en: 'I do not know' },
  name: { fr: 'Votre nom', ar: 'اسمكم', en: 'Your name' },
  email: { fr: 'Votre adresse e-mail', ar: 'بريدكم الإلكتروني', en: 'Your e-mail address' },
  telephone: { fr: 'Votre téléphone', ar: 'هاتفكم', en: 'Your telephone' },
  reach: {
    fr: 'L’un des deux suffit. Il sert à vérifier que c’est vous, et à vous répondre.',
    ar: 'يكفي واحد منهما. يُستعمل للتحقق من هويتكم وللرد عليكم.',
    en: 'One of the two is enough. It serves to check that it is you, and to answer you.',
  },
  words: { fr: 'Ce que vous voulez dire', ar: 'ما تودون قوله', en: 'What you want to say' },
  wordsHint: {
    fr: 'Les agents et le partenaire choisi le liront. Pas de numéro de carte.',
    ar: 'سيقرؤه المكلفون والشريك المختار. لا تكتبوا رقم البطاقة.',
    en: 'Officers and the partner chosen will read it. No number of a card.',
  },
  send: { fr: 'Envoyer la demande', ar: 'إرسال الطلب', en: 'Send the request' },
  sent: { fr: 'Votre demande est arrivée', ar: 'وصل طلبكم', en: 'Your request has come' },
  sentWords: {
    fr: (due: string) =>
      `Réponse au plus tard ${due}. Gardez ce lien\u202f: il est montré cette seule fois, et sans lui personne ne retrouve votre demande.`,
    ar: (due: string) =>
      `الجواب في أجل أقصاه ${due}. احتفظوا بهذا الرابط: لا يُعرض إلا هذه المرة، وبدونه لا يُعثر على طلبكم.`,
    en: (due: string) =>
      `An answer ${due} at the latest. Keep this link: it is shown this once, and without it nobody finds your request again.`,
  },
  link: { fr: 'Lien de votre demande', ar: 'رابط طلبكم', en: 'Link of your request' },
  follow: { fr: 'Suivre une demande', ar: 'متابعة طلب', en: 'Follow a request' },
  followLead: {
    fr: 'Par la référence et le code qui vous ont été montrés.',
    ar: 'بالمرجع والرمز اللذين عُرضا عليكم.',
    en: 'By the reference and the code that you were shown.',
  },
  reference: { fr: 'Référence', ar: 'المرجع', en: 'Reference' },
  referenceNeeded: { fr: 'Écrivez la référence.', ar: 'اكتبوا المرجع.', en: 'Write the reference.' },
  code: { fr: 'Code', ar: 'الرمز', en: 'Code' },
  codeNeeded: { fr: 'Écrivez le code.', ar: 'اكتبوا الرمز.', en: 'Write the code.' },
  show: { fr: 'Montrer la demande', ar: 'عرض الطلب', en: 'Show the request' },
  asked: { fr: 'Demandé', ar: 'المطلوب', en: 'Asked' },
  state: { fr: 'État', ar: 'الحالة', en: 'State' },
  received: { fr: 'Reçue', ar: 'تاريخ الوصول', en: 'Received' },
  due: { fr: 'Réponse due', ar: 'أجل الجواب', en: 'Answer due' },
  reason: { fr: 'Motif', ar: 'السبب', en: 'Reason' },
  answer: { fr: 'Réponse', ar: 'الجواب', en: 'Answer' },
  withdraw: { fr: 'Retirer la demande', ar: 'سحب الطلب', en: 'Withdraw the request' },
  withdrawAsk: {
    fr: 'Retirer cette demande\u202f? Elle restera sans réponse.',
    ar: 'هل تسحبون هذا الطلب؟ سيبقى بلا جواب.',
    en: 'Withdraw this request? It will have no answer.',
  },
  withdrawYes: { fr: 'Oui, la retirer', ar: 'نعم، سحبه', en: 'Yes, withdraw it' },
} satisfies Dictionary;
