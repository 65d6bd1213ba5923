import type { Words } from '../lib/language';

/** Why something of a revision isn't done or can't be published, by the API's own reasons. */
const named: Record<string, Words> = {
  citation_missing: {
    fr: 'Aucune citation valable n’appuie ce fait\u202f: ajoutez la source et ce qu’elle dit.',
    ar: 'لا إحالة قائمة تسند هذه الواقعة: أضيفوا المصدر وما يقوله.',
    en: 'No citation that stands supports this: add the source and what it states.',
  },
  reference_unknown: {
    fr: 'Il n’y a rien de ce nom, ni au registre ni plus haut dans ce brouillon.',
    ar: 'لا شيء بهذا الاسم، لا في السجل ولا قبله في هذه المسودة.',
    en: 'There is nothing of that name, neither in the register nor before it in this draft.',
  },
  value_missing: { fr: 'Cela est nécessaire.', ar: 'هذا ضروري.', en: 'This is needed.' },
  value_malformed: {
    fr: 'La forme ne convient pas.',
    ar: 'الصيغة غير مناسبة.',
    en: 'The form does not fit.',
  },
  rows_missing: {
    fr: 'Il faut encore au moins une ligne qui lui appartienne.',
    ar: 'يلزم سطر واحد على الأقل يتبعه.',
    en: 'It still needs at least one row that belongs to it.',
  },
  row_there: {
    fr: 'Une telle ligne est déjà au registre\u202f: modifiez celle-là.',
    ar: 'هذا السطر موجود في السجل: عدلوه هو.',
    en: 'Such a row is in the register already: change that one.',
  },
  row_stays: {
    fr: 'Ce qui distingue une ligne ne change pas\u202f: retirez-la et ajoutez-en une autre.',
    ar: 'ما يميز السطر لا يتغير: اسحبوه وأضيفوا غيره.',
    en: 'What tells a row apart stays: withdraw it and add another.',
  },
  row_above_faulty: {
    fr: 'La ligne à laquelle elle appartient n’est pas encore en ordre.',
    ar: 'السطر الذي ينتمي إليه لم يستقم بعد.',
    en: 'The row that it belongs to is not in order yet.',
  },
  row_has_rows: {
    fr: 'D’autres lignes du brouillon lui appartiennent\u202f: ôtez-les d’abord.',
    ar: 'أسطر أخرى في المسودة تتبعه: أزيلوها أولا.',
    en: 'Other rows of the draft belong to it: take them out first.',
  },
  row_unknown: {
    fr: 'Cette ligne n’existe plus.',
    ar: 'لم يعد هذا السطر موجودا.',
    en: 'This row is not there any more.',
  },
  rows_faulty: {
    fr: 'Cela ne peut pas encore être publié\u202f: voyez plus haut ce qui l’empêche.',
    ar: 'لا يمكن نشر هذا بعد: انظروا أعلاه ما يمنعه.',
    en: 'This can’t be published yet: see above what keeps it from it.',
  },
  revised_row_changed: {
    fr: 'Cette ligne a changé au registre depuis qu’elle est dans le brouillon. Le tableau montre ce que dit le registre et ce que le brouillon en ferait\u202f: regardez, puis enregistrez la ligne à nouveau.',
    ar: 'تغير هذا السطر في السجل منذ وضعه في المسودة. يبين الجدول ما يقوله السجل وما ستجعله المسودة: انظروا ثم احفظوا السطر من جديد.',
    en: 'This row was changed in the register since it was put to the draft. The table shows what the register says and what the draft would make of it: look, then save the row again.',
  },
  not_withdrawn: {
    fr: 'De telles lignes ne se retirent pas\u202f: elles se rectifient.',
    ar: 'مثل هذه الأسطر لا تُسحب بل تُصحح.',
    en: 'Rows like this are not withdrawn, but corrected.',
  },
  withdrawn_already: { fr: 'C’est déjà retiré.', ar: 'سُحب هذا من قبل.', en: 'This is withdrawn already.' },
  rows_stand_on_what_stands: {
    fr: 'Ce dont cela dépend est retiré : rien de nouveau ne s’y rattache.',
    ar: 'ما يستند إليه هذا قد سُحب: لا يُضاف إليه جديد.',
    en: 'What this would belong to is withdrawn: nothing new is put on it.',
  },
  not_published_yet: {
    fr: 'Elle n’est pas encore au registre\u202f: ôtez-la du brouillon.',
    ar: 'ليس في السجل بعد: أزيلوه من المسودة.',
    en: 'It is not in the register yet: take it out of the draft.',
  },
  revision_changed: {
    fr: 'Cette révision a changé entre-temps. Elle est montrée telle qu’elle est maintenant\u202f: regardez-la à nouveau.',
    ar: 'تغيرت هذه المراجعة في غضون ذلك. وهي معروضة كما هي الآن: انظروا إليها من جديد.',
    en: 'This revision was changed meanwhile. It is shown as it is now: look at it again.',
  },
  revision_empty: {
    fr: 'Cette révision ne change rien encore.',
    ar: 'لا تغير هذه المراجعة شيئا بعد.',
    en: 'This revision changes nothing yet.',
  },
  revision_full: {
    fr: 'Une révision a 200 lignes au plus\u202f: publiez-la et commencez-en une autre.',
    ar: 'لا تتجاوز المراجعة 200 سطر: انشروها وابدؤوا غيرها.',
    en: 'A revision has 200 rows at most: publish it and begin another.',
  },
  revisions_published_stay: {
    fr: 'Cette révision est publiée\u202f: une autre peut l’annuler ou changer encore.',
    ar: 'هذه المراجعة منشورة: يمكن لغيرها أن تلغيها أو تغير من جديد.',
    en: 'This revision is published: another one can undo it or change further.',
  },
  revision_discarded: {
    fr: 'Cette révision est abandonnée\u202f: commencez-en une autre.',
    ar: 'جرى التخلي عن هذه المراجعة: ابدؤوا غيرها.',
    en: 'This revision was discarded: begin another.',
  },
  revisions_reason_given: {
    fr: 'Un motif a de 3 à 2 000 caractères.',
    ar: 'السبب من 3 إلى 2000 حرف.',
    en: 'A reason has 3 to 2,000 characters.',
  },
  revisions_title_given: {
    fr: 'Un titre a de 1 à 200 caractères.',
    ar: 'الموضوع من حرف واحد إلى 200 حرف.',
    en: 'A title has 1 to 200 characters.',
  },
  register_needed: {
    fr: 'Il y a plusieurs registres\u202f: commencez la révision pour l’un d’eux.',
    ar: 'هناك عدة سجلات: ابدؤوا المراجعة لواحد منها.',
    en: 'There are several registers: begin the revision for one of them.',
  },
  name_unknown: {
    fr: 'Il n’y a rien de ce nom.',
    ar: 'لا شيء بهذا الاسم.',
    en: 'There is nothing of that name.',
  },
  time_gone: {
    fr: 'Choisissez un moment à venir, dans l’année.',
    ar: 'اختاروا وقتا مقبلا خلال سنة.',
    en: 'Choose a time to come, within a year.',
  },
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
const alike: [RegExp, Words][] = [
  [
    /_withdrawn_last$/,
    {
      fr: 'D’autres faits en dépendent encore : retirez-les d’abord, ou plus haut dans ce brouillon.',
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

/** The words for a reason; none where it isn't one of revisions. */
export const revisedReason = (reason: string): Words | undefined =>
  named[reason] ?? alike.find(([form]) => form.test(reason))?.[1];
