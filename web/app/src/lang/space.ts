import { isolated, type Dictionary } from '../lib/language.ts';
import type { Counted } from '../lib/numbers';

const returnedCounted: Counted = {
  fr: { one: '{} ligne renvoyée est à corriger', other: '{} lignes renvoyées sont à corriger' },
  ar: {
    zero: 'لا سطر للتصحيح',
    one: 'سطر واحد مُعاد للتصحيح',
    two: 'سطران مُعادان للتصحيح',
    few: '{} أسطر مُعادة للتصحيح',
    many: '{} سطرا مُعادا للتصحيح',
    other: '{} سطر مُعاد للتصحيح',
  },
  en: { one: '{} returned row is to be corrected', other: '{} returned rows are to be corrected' },
};

const charactersCounted: Counted = {
  fr: { one: '{} caractère au plus', other: '{} caractères au plus' },
  ar: {
    zero: 'لا حرف',
    one: 'حرف واحد على الأكثر',
    two: 'حرفان على الأكثر',
    few: '{} أحرف على الأكثر',
    many: '{} حرفا على الأكثر',
    other: '{} حرف على الأكثر',
  },
  en: { one: '{} character at most', other: '{} characters at most' },
};

/** A partner's own page, besides its declarations, its people and its tokens. */
export const space = {
  title: { fr: 'Espace partenaire', ar: 'فضاء الشريك', en: 'Partner space' },
  declare: { fr: 'Déclarer', ar: 'التصريح', en: 'Declare' },
  due: { fr: 'Ce qui est attendu', ar: 'ما هو منتظر', en: 'What is due' },
  nothingDue: {
    fr: 'Rien n’est attendu de vous en ce moment.',
    ar: 'لا شيء منتظر منكم حاليا.',
    en: 'Nothing is due from you at the moment.',
  },
  noDuty: {
    fr: 'Aucune obligation de déclaration n’est publiée pour vos conventions\u202f: une déclaration ne peut donc pas être en retard.',
    ar: 'لم يُنشر أي التزام بالتصريح يخص اتفاقياتكم، فلا يمكن أن يتأخر أي تصريح.',
    en: 'No reporting duty is published for your conventions, so no declaration can be late.',
  },
  returned: returnedCounted,
  report: {
    fr: (from: string, until: string) => `Rien n’est déclaré pour la période du ${from} au ${until}`,
    ar: (from: string, until: string) => `لم يُصرَّح بشيء عن الفترة من ${from} إلى ${until}`,
    en: (from: string, until: string) => `Nothing is declared of ${from} to ${until}`,
  },
  dueOn: {
    fr: (day: string) => `attendu au plus tard le ${day}`,
    ar: (day: string) => `منتظر في أجل أقصاه ${day}`,
    en: (day: string) => `due by ${day}`,
  },
  late: {
    fr: (day: string) => `en retard\u202f: c’était attendu au plus tard le ${day}`,
    ar: (day: string) => `متأخر: كان منتظرا في أجل أقصاه ${day}`,
    en: (day: string) => `late: it was due by ${day}`,
  },
  agency: {
    fr: (reference: string, day: string) =>
      `L’agence doit répondre à ${isolated(reference)} au plus tard le ${day}`,
    ar: (reference: string, day: string) =>
      `على الوكالة أن تجيب عن ${isolated(reference)} في أجل أقصاه ${day}`,
    en: (reference: string, day: string) => `The agency is to answer ${isolated(reference)} by ${day}`,
  },
  agencyLate: {
    fr: (reference: string, day: string) =>
      `L’agence n’a pas répondu à ${isolated(reference)}, ce qu’elle devait au plus tard le ${day}`,
    ar: (reference: string, day: string) =>
      `لم تجب الوكالة عن ${isolated(reference)}، وكان عليها ذلك في أجل أقصاه ${day}`,
    en: (reference: string, day: string) =>
      `The agency has not answered ${isolated(reference)}, which it was to do by ${day}`,
  },
  promised: { fr: 'Ce qui a été promis', ar: 'ما وُعد به', en: 'What was promised' },
  noPromise: {
    fr: 'Aucun engagement n’est enregistré pour vos conventions.',
    ar: 'لا التزام مسجل في اتفاقياتكم.',
    en: 'No commitment is registered for your conventions.',
  },
  noParty: {
    fr: 'Ce qui manque\u202f: aucune source ne dit laquelle des conventions de ces signatures vous avez signée. Tant que vous n’en êtes pas enregistré comme partie, vous ne pouvez rien déclarer.',
    ar: 'ما ينقص: لا يذكر أي مصدر أي اتفاقية من هذه التوقيعات وقعتم. وما دمتم غير مسجلين طرفا فيها لا يمكنكم التصريح بشيء.',
    en: 'What is missing: no source says which of the conventions of these signings you have signed. Until you are registered as a party of one, you cannot declare anything.',
  },
  ask: {
    fr: 'Demandez à l’administrateur du registre, qui vous a invité, d’ajouter la convention que vous avez signée\u202f; donnez-lui la convention elle-même, ou un autre document publié, car il faut une source.',
    ar: 'اطلبوا من مدير السجل الذي دعاكم أن يضيف الاتفاقية التي وقعتموها؛ وسلموه الاتفاقية نفسها أو وثيقة منشورة أخرى، إذ لا بد من مصدر.',
    en: 'Ask the administrator of the register, who invited you, to add the convention that you have signed; give them the convention itself or another published document, as a source is needed.',
  },
  operator: {
    fr: (name: string) => `Cette copie du registre est tenue par ${isolated(name)}\u202f:`,
    ar: (name: string) => `الجهة التي تدير هذه النسخة من السجل هي ${isolated(name)}:`,
    en: (name: string) => `This copy of the register is kept by ${isolated(name)}:`,
  },
  announce: { fr: 'Annoncer un poste à pourvoir', ar: 'الإعلان عن منصب شاغر', en: 'Announce an opening' },
  announceLead: {
    fr: 'Tout le monde lira cette annonce, avec votre nom. Elle pourra être comparée plus tard aux emplois déclarés.',
    ar: 'سيقرأ الجميع هذا الإعلان مع اسمكم. ويمكن مقارنته لاحقا بمناصب الشغل المصرح بها.',
    en: 'Everyone will read this, with your name. It can be compared later with the jobs that are declared.',
  },
  changeOpening: { fr: 'Modifier l’annonce', ar: 'تعديل الإعلان', en: 'Change the opening' },
  noOpenings: {
    fr: 'Vous n’avez annoncé aucun poste à pourvoir.',
    ar: 'لم تعلنوا عن أي منصب شاغر.',
    en: 'You have announced no opening.',
  },
  fromSource: {
    fr: 'Le registre l’a trouvée dans une source\u202f: l’administrateur du registre peut la modifier.',
    ar: 'وجده السجل في مصدر: يمكن لمدير السجل تعديله.',
    en: 'The register found it in a source: its administrator can change it.',
  },
  occupation: { fr: 'Métier', ar: 'المهنة', en: 'Occupation' },
  occupationNeeded: { fr: 'Écrivez le métier.', ar: 'اكتبوا المهنة.', en: 'Write the occupation.' },
  apply: { fr: 'Comment postuler', ar: 'كيفية الترشح', en: 'How to apply' },
  applyHint: {
    fr: 'Une adresse, un lien ou un lieu. Pas de numéro personnel\u202f: tout le monde le lira.',
    ar: 'عنوان أو رابط أو مكان. لا رقم شخصيا: سيقرؤه الجميع.',
    en: 'An address, a link or a place. No personal number: everyone will read it.',
  },
  applyNeeded: {
    fr: 'Dites comment postuler.',
    ar: 'اذكروا كيفية الترشح.',
    en: 'Say how to apply.',
  },
  textLanguage: { fr: 'Langue de votre texte', ar: 'لغة نصكم', en: 'Language of your text' },
  languageNeeded: {
    fr: 'Choisissez la langue de votre texte.',
    ar: 'اختاروا لغة نصكم.',
    en: 'Choose the language of your text.',
  },
  posts: { fr: 'Nombre de postes', ar: 'عدد المناصب', en: 'Number of posts' },
  postsHint: {
    fr: 'Laissez vide s’il n’est pas connu.',
    ar: 'اتركوه فارغا إن لم يكن معروفا.',
    en: 'Leave it empty where it is not known.',
  },
  opensOn: { fr: 'Premier jour pour postuler', ar: 'أول يوم للترشح', en: 'First day to apply' },
  closesOn: { fr: 'Dernier jour pour postuler', ar: 'آخر يوم للترشح', en: 'Last day to apply' },
  dayNeeded: { fr: 'Écrivez le jour.', ar: 'اكتبوا اليوم.', en: 'Write the day.' },
  noConvention: { fr: 'aucune', ar: 'بدون', en: 'none' },
  preview: {
    fr: 'Voir ce que tout le monde lira',
    ar: 'معاينة ما سيقرؤه الجميع',
    en: 'See what everyone will read',
  },
  previewTitle: {
    fr: 'Ce que tout le monde lira',
    ar: 'ما سيقرؤه الجميع',
    en: 'What everyone will read',
  },
  back: { fr: 'Revenir aux réponses', ar: 'العودة إلى الأجوبة', en: 'Back to the answers' },
  publish: { fr: 'Publier', ar: 'نشر', en: 'Publish' },
  published: { fr: 'C’est publié.', ar: 'تم النشر.', en: 'It is published.' },
  theirs: {
    fr: 'Un collègue a publié entre-temps',
    ar: 'نشر زميل في غضون ذلك',
    en: 'A colleague has published meanwhile',
  },
  theirsLead: {
    fr: 'Vos réponses sont toujours plus bas. Publiez-les pour les mettre à la place des siennes, ou gardez les siennes.',
    ar: 'أجوبتكم لا تزال أسفله. انشروها لتحل محل أجوبته، أو احتفظوا بأجوبته.',
    en: 'Your answers are still below. Publish them to put them in the place of theirs, or keep theirs.',
  },
  keepTheirs: { fr: 'Garder les siennes', ar: 'الاحتفاظ بأجوبته', en: 'Keep theirs' },
  close: { fr: 'Clore', ar: 'إغلاق', en: 'Close' },
  closeQuestion: {
    fr: (what: string) => `Clore «\u202f${isolated(what)}\u202f»\u202f? On ne pourra plus postuler.`,
    ar: (what: string) => `هل تريدون إغلاق «${isolated(what)}»؟ لن يبقى الترشح ممكنا.`,
    en: (what: string) => `Close “${isolated(what)}”? Nobody will be able to apply any more.`,
  },
  closeYes: { fr: 'Oui, clore', ar: 'نعم، إغلاق', en: 'Yes, close it' },
  closed: {
    fr: 'Les candidatures sont closes.',
    ar: 'أُغلق باب الترشح.',
    en: 'It is closed to applications.',
  },
  withdraw: { fr: 'Retirer', ar: 'سحب', en: 'Withdraw' },
  withdrawQuestion: {
    fr: (what: string) =>
      `Retirer «\u202f${isolated(what)}\u202f»\u202f? Tout le monde lira que c’est retiré, et depuis quand. Cela ne s’annule pas.`,
    ar: (what: string) =>
      `هل تريدون سحب «${isolated(what)}»؟ سيقرأ الجميع أنه سُحب ومنذ متى. ولا رجعة في ذلك.`,
    en: (what: string) =>
      `Withdraw “${isolated(what)}”? Everyone will read that it is withdrawn, and since when. It cannot be taken back.`,
  },
  withdrawYes: { fr: 'Oui, retirer', ar: 'نعم، سحب', en: 'Yes, withdraw it' },
  withdrawn: { fr: 'C’est retiré.', ar: 'تم السحب.', en: 'It is withdrawn.' },
  replies: { fr: 'Vos réponses publiques', ar: 'ردودكم العلنية', en: 'Your public replies' },
  noReplies: {
    fr: 'Vous n’avez répondu publiquement à rien.',
    ar: 'لم تردوا علنا على شيء.',
    en: 'You have replied to nothing publicly.',
  },
  answer: {
    fr: 'Répondre à un chiffre ou à un refus',
    ar: 'الرد على رقم أو على رفض',
    en: 'Reply to a figure or a refusal',
  },
  answerLead: {
    fr: 'Votre réponse sera publique, avec votre nom et la date, à côté de ce dont elle parle. Elle n’est jamais traduite\u202f; si vous la modifiez, les versions d’avant restent lisibles.',
    ar: 'سيكون ردكم علنيا مع اسمكم والتاريخ، بجانب ما يتناوله. لا يُترجم أبدا؛ وإن عدلتموه بقيت الصيغ السابقة مقروءة.',
    en: 'Your reply will be public, with your name and the date, beside what it is about. It is never translated; if you change it, the versions before stay to be read.',
  },
  changeReply: { fr: 'Modifier la réponse', ar: 'تعديل الرد', en: 'Change the reply' },
  about: { fr: 'À quoi répondez-vous', ar: 'على ماذا تردون', en: 'What you reply to' },
  aboutNeeded: {
    fr: 'Choisissez à quoi vous répondez.',
    ar: 'اختاروا ما تردون عليه.',
    en: 'Choose what you reply to.',
  },
  aCommitment: { fr: 'Engagement', ar: 'التزام', en: 'Commitment' },
  aClaim: { fr: 'Ce que dit une source', ar: 'ما يقوله مصدر', en: 'What a source says' },
  words: { fr: 'Votre réponse', ar: 'ردكم', en: 'Your reply' },
  wordsHint: {
    fr: 'Tout le monde la lira. N’y nommez personne.',
    ar: 'سيقرؤه الجميع. لا تذكروا فيه اسم أي شخص.',
    en: 'Everyone will read it. Name no person in it.',
  },
  wordsNeeded: { fr: 'Écrivez votre réponse.', ar: 'اكتبوا ردكم.', en: 'Write your reply.' },
  most: charactersCounted,
} satisfies Dictionary;

/** What a partner names as evidence. */
export const evidence = {
  title: { fr: 'Justificatifs', ar: 'وثائق الإثبات', en: 'Evidence' },
  lead: {
    fr: 'Dites quels documents prouvent ce que vous déclarez, pour que l’agent vérificateur vous les demande. Ils ne sont pas déposés ici. Vous, les agents et les auditeurs le liront, le public non.',
    ar: 'اذكروا الوثائق التي تثبت ما تصرحون به ليطلبها منكم المكلف بالتحقق. لا تُودَع هنا. ستقرؤه أنتم والمكلفون بالتحقق والمدققون، ولن يقرأه العموم.',
    en: 'Say which documents prove what you declare, so that the officer can ask you for them. They are not left here. You, officers and auditors will read this, the public will not.',
  },
  none: { fr: 'Aucun justificatif n’est nommé.', ar: 'لم تُذكر أي وثيقة إثبات.', en: 'No evidence is named.' },
  kind: { fr: 'Sorte de document', ar: 'نوع الوثيقة', en: 'Kind of document' },
  kindNeeded: {
    fr: 'Choisissez la sorte de document.',
    ar: 'اختاروا نوع الوثيقة.',
    en: 'Choose the kind of document.',
  },
  description: { fr: 'Quel document', ar: 'أي وثيقة', en: 'Which document' },
  descriptionHint: {
    fr: 'Pour qu’on le retrouve\u202f: «\u202fliste CNSS de mars, page 2\u202f». 500 caractères au plus.',
    ar: 'ليسهل العثور عليها: «لائحة الضمان الاجتماعي لشهر مارس، الصفحة 2». 500 حرف على الأكثر.',
    en: 'So that it is found again: “social-security list of March, page 2”. 500 characters at most.',
  },
  descriptionNeeded: { fr: 'Dites quel document.', ar: 'اذكروا أي وثيقة.', en: 'Say which document.' },
  datedOn: { fr: 'Date du document', ar: 'تاريخ الوثيقة', en: 'Day of the document' },
  of: { fr: 'Pour quelle ligne', ar: 'لأي سطر', en: 'Of which row' },
  whole: { fr: 'toute la déclaration', ar: 'التصريح كله', en: 'the whole declaration' },
  save: { fr: 'Nommer ce justificatif', ar: 'ذكر هذه الوثيقة', en: 'Name this evidence' },
  saved: { fr: 'Le justificatif est nommé.', ar: 'ذُكرت الوثيقة.', en: 'The evidence is named.' },
  removed: { fr: 'Le justificatif est retiré.', ar: 'أُزيلت الوثيقة.', en: 'The evidence is removed.' },
} satisfies Dictionary;
