import type { Words } from '../lib/language';

/** Which rule of the register a row breaks, by the names of its constraints. */
export const registerReasons: Record<string, Words> = {
  targets_append_only: {
    fr: 'Ce qui a été promis ne se change pas\u202f: ajoutez un nouvel objectif.',
    ar: 'ما وُعد به لا يُغيَّر: أضيفوا هدفا جديدا.',
    en: 'What was promised is not changed: add a new target.',
  },
  allocations_append_only: {
    fr: 'Une répartition ne se change pas\u202f: retirez-la et ajoutez-en une autre.',
    ar: 'التوزيع لا يُغيَّر: اسحبوه وأضيفوا غيره.',
    en: 'An allocation is not changed: withdraw it and add another.',
  },
  text_length: {
    fr: 'Cherchez par 1 à 100 caractères.',
    ar: 'ابحثوا بحرف واحد إلى 100 حرف.',
    en: 'Search by 1 to 100 characters.',
  },
  allocations_to_one_thing: {
    fr: 'Une répartition va à une région, une année, un secteur ou un partenaire\u202f: au moins à l’un d’eux.',
    ar: 'يعود التوزيع إلى جهة أو سنة أو قطاع أو شريك: إلى واحد منها على الأقل.',
    en: 'An allocation goes to a region, a year, a sector or a partner: to one of them.',
  },
  allocations_year_plausible: {
    fr: 'Cette année n’est pas vraisemblable.',
    ar: 'هذه السنة غير معقولة.',
    en: 'This year is not plausible.',
  },
  citations_support_one_row: {
    fr: 'Une citation appuie une seule ligne.',
    ar: 'تسند الإحالة سطرا واحدا.',
    en: 'A citation supports one row.',
  },
  claims_speaker_has_role: {
    fr: 'La fonction de qui parle demande son nom.',
    ar: 'صفة المتحدث تستلزم اسمه.',
    en: 'The role of who speaks needs the name.',
  },
  check_commitment: {
    fr: 'Un engagement et ses objectifs ne vont pas ensemble\u202f: il en faut un à la signature.',
    ar: 'الالتزام وأهدافه لا تتوافق: يلزم هدف عند التوقيع.',
    en: 'A commitment and its targets do not go together: one at signature is needed.',
  },
  check_convention: {
    fr: 'La convention et ce qui lui appartient ne vont pas ensemble.',
    ar: 'الاتفاقية وما يتبعها لا يتوافقان.',
    en: 'The convention and what belongs to it do not go together.',
  },
  commitments_part_of_another: {
    fr: 'Un engagement ne fait pas partie de lui-même.',
    ar: 'لا يكون الالتزام جزءا من نفسه.',
    en: 'A commitment is no part of itself.',
  },
  commitments_part_of_convention: {
    fr: 'Seul l’engagement d’une convention fait partie d’un autre.',
    ar: 'وحده التزام اتفاقية يكون جزءا من غيره.',
    en: 'Only a convention’s commitment is part of another.',
  },
  commitments_same_indicator: {
    fr: 'Une partie et son tout ont le même indicateur.',
    ar: 'للجزء والكل المؤشر نفسه.',
    en: 'A part and its whole have the same indicator.',
  },
  conventions_same_signing: {
    fr: 'Une partie et son tout sont de la même signature.',
    ar: 'الجزء والكل من التوقيع نفسه.',
    en: 'A part and its whole are of the same signing.',
  },
  counting_rules_excluded_contracts: {
    fr: 'Les types de contrat s’écrivent CDI, CDD, INTERIM, INSERTION, APPRENTICESHIP, SEASONAL ou OTHER, séparés par des virgules.',
    ar: 'تُكتب أنواع العقود CDI أو CDD أو INTERIM أو INSERTION أو APPRENTICESHIP أو SEASONAL أو OTHER، وتفصل بينها فواصل.',
    en: 'Contract kinds are written CDI, CDD, INTERIM, INSERTION, APPRENTICESHIP, SEASONAL or OTHER, with commas between them.',
  },
  counting_rules_version_positive: {
    fr: 'Les versions comptent à partir de 1.',
    ar: 'تُعد الصيغ ابتداء من 1.',
    en: 'Versions count from 1.',
  },
  documents_amendment_of_convention: {
    fr: 'L’avenant d’un document est de la même convention.',
    ar: 'ملحق الوثيقة من الاتفاقية نفسها.',
    en: 'A document’s amendment is of the same convention.',
  },
  documents_sha256_is_one: {
    fr: 'Une empreinte SHA-256 a 64 chiffres de 0 à f.',
    ar: 'بصمة SHA-256 من 64 رمزا بين 0 وf.',
    en: 'A SHA-256 has 64 digits from 0 to f.',
  },
  indicators_code_plain: {
    fr: 'Un code a des majuscules, des chiffres et des tirets bas.',
    ar: 'الرمز من حروف لاتينية كبيرة وأرقام وشرطات سفلية.',
    en: 'A code has capitals, digits and underscores.',
  },
  openings_posts_counted: {
    fr: 'Un poste à pourvoir en compte au moins un.',
    ar: 'عدد المناصب واحد على الأقل.',
    en: 'An opening has at least one post.',
  },
  openings_close_after_they_open: {
    fr: 'La fermeture vient avant l’ouverture.',
    ar: 'الإغلاق قبل الفتح.',
    en: 'It closes before it opens.',
  },
  partner_ties_between_two: {
    fr: 'Un lien va d’un partenaire à un autre.',
    ar: 'الصلة بين شريك وآخر.',
    en: 'A tie is between one partner and another.',
  },
  partner_ties_succession_dated: {
    fr: 'Une succession a une date\u202f: dites depuis quand.',
    ar: 'للخلافة تاريخ: حددوا منذ متى.',
    en: 'A succession is dated: say since when.',
  },
  partners_ice_check_digits: {
    fr: 'Cet ICE n’est pas juste\u202f: 15 chiffres, dont les deux derniers vérifient les autres.',
    ar: 'هذا التعريف الموحد غير صحيح: 15 رقما، يتحقق آخر رقمين من الباقي.',
    en: 'This ICE is not right: 15 digits, of which the last two check the others.',
  },
  replies_to_one_thing: {
    fr: 'Une réponse porte sur une convention, un engagement ou une affirmation.',
    ar: 'يخص الرد اتفاقية أو التزاما أو قولا.',
    en: 'A reply is to a convention, a commitment or a claim.',
  },
  reporting_schedules_days_allowed: {
    fr: 'Les jours laissés vont de 0 à 366.',
    ar: 'الأيام الممنوحة بين 0 و366.',
    en: 'Days allowed go from 0 to 366.',
  },
  sources_address_kind_known: {
    fr: 'Dites ce que l’adresse ouvre, et l’adresse avec lui.',
    ar: 'حددوا ما يفتحه العنوان، والعنوان معه.',
    en: 'Say what the address opens, and give the address with it.',
  },
  targets_amendment_of_amendment: {
    fr: 'Un objectif par avenant nomme son avenant, et lui seul.',
    ar: 'هدف بملحق تعديلي يذكر ملحقه، وهو وحده.',
    en: 'A target by amendment names its amendment, and no other does.',
  },
  targets_change_has_reason: {
    fr: 'Un nouvel objectif dit son motif.',
    ar: 'للهدف الجديد سبب يُذكر.',
    en: 'A new target says why.',
  },
  targets_first_at_signature: {
    fr: 'Le premier objectif est celui de la signature, et lui seul.',
    ar: 'الهدف الأول هو هدف التوقيع، وهو وحده.',
    en: 'The first target is that at signature, and no other is.',
  },
  targets_version_positive: {
    fr: 'Les versions comptent à partir de 1.',
    ar: 'تُعد الصيغ ابتداء من 1.',
    en: 'Versions count from 1.',
  },
};

/** Rules of which several tables have one. */

/** Those that several tables have alike. */
export const alike: [RegExp, Words][] = [
  [
    /_withdrawn_last$/,
    {
      fr: 'D’autres faits en dépendent encore\u202f: retirez-les d’abord, ou plus haut dans ce brouillon.',
      ar: 'لا تزال وقائع أخرى تستند إليه: اسحبوها أولا، أو قبله في هذه المسودة.',
      en: 'Other facts still stand on it: withdraw them first, or before it in this draft.',
    },
  ],
  [
    /_once$/,
    {
      fr: 'Cela est déjà au registre.',
      ar: 'هذا موجود في السجل من قبل.',
      en: 'The register has this already.',
    },
  ],
  [
    /_original$/,
    {
      fr: 'Écrivez le texte dans la langue de l’original.',
      ar: 'اكتبوا النص بلغة الأصل.',
      en: 'Write the text in the language of the original.',
    },
  ],
  [
    /_figure$/,
    {
      fr: 'Un nombre entier à partir de 0, ou pourquoi il n’y en a pas.',
      ar: 'عدد صحيح ابتداء من 0، أو سبب غيابه.',
      en: 'A whole number from 0, or why there is none.',
    },
  ],
  [
    /_(end|until)_after_(start|since)$/,
    {
      fr: 'La fin vient avant le début.',
      ar: 'النهاية قبل البداية.',
      en: 'The end is before the beginning.',
    },
  ],
  [
    /_given$/,
    {
      fr: 'Donnez-le au moins dans une langue.',
      ar: 'اذكروه بلغة واحدة على الأقل.',
      en: 'Give it in one language at least.',
    },
  ],
  [
    /_language_known$/,
    {
      fr: 'Dites la langue des mots exacts, et les mots avec elle.',
      ar: 'حددوا لغة الكلمات نفسها، والكلمات معها.',
      en: 'Say the language of the exact words, and give the words with it.',
    },
  ],
  [
    /_partner_known$/,
    {
      fr: 'Dans le rôle de partenaire, nommez le partenaire.',
      ar: 'في دور الشريك، اذكروا الشريك.',
      en: 'In the role of a partner, name the partner.',
    },
  ],
  [
    /_of_one_thing$/,
    {
      fr: 'Cela appartient à une signature ou à une convention, à l’une des deux.',
      ar: 'ينتمي هذا إلى توقيع أو إلى اتفاقية، إلى أحدهما.',
      en: 'It belongs to a signing or to a convention, to one of the two.',
    },
  ],
];
