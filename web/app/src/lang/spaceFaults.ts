import type { Words } from '../lib/language';

const changed: Words = {
  fr: 'Un collègue a modifié cela entre-temps. Regardez ce qu’il en a fait avant de recommencer.',
  ar: 'عدّل زميل هذا في غضون ذلك. انظروا ما صار إليه قبل إعادة المحاولة.',
  en: 'A colleague has changed this meanwhile. Look at what it is now before you try again.',
};

const gone: Words = { fr: 'C’est déjà retiré.', ar: 'سُحب هذا من قبل.', en: 'It is withdrawn already.' };

/** Why something that a partner announces, answers or names isn't done, by the API's own reasons. */
export const spaceReasons: Record<string, Words> = {
  wording_length: {
    fr: 'Ce texte est vide ou trop long.',
    ar: 'هذا النص فارغ أو طويل جدا.',
    en: 'This text is empty or too long.',
  },
  openings_posts_counted: {
    fr: 'De 1 à 100\u202f000 postes\u202f; laissez vide si le nombre n’est pas connu.',
    ar: 'من منصب واحد إلى 100000؛ اتركوه فارغا إن لم يكن العدد معروفا.',
    en: '1 to 100,000 posts; leave it empty where the number is not known.',
  },
  openings_close_after_they_open: {
    fr: 'Le dernier jour est avant le premier.',
    ar: 'اليوم الأخير قبل الأول.',
    en: 'The last day is before the first.',
  },
  opening_over: {
    fr: 'Ce jour est passé\u202f: annoncez ce pour quoi on peut encore postuler.',
    ar: 'انقضى هذا اليوم: أعلنوا عما لا يزال الترشح له ممكنا.',
    en: 'This day is over: announce what one can still apply for.',
  },
  opening_long: {
    fr: 'On peut postuler pendant un an au plus.',
    ar: 'لا تتجاوز مدة الترشح سنة.',
    en: 'One can apply for a year at most.',
  },
  opening_not_open: {
    fr: 'Les candidatures ne sont pas encore ouvertes\u202f: retirez plutôt l’annonce.',
    ar: 'لم يُفتح الترشح بعد: اسحبوا الإعلان بدلا من ذلك.',
    en: 'It is not open yet: withdraw it instead.',
  },
  opening_closed: { fr: 'C’est déjà clos.', ar: 'أُغلق هذا من قبل.', en: 'It is closed already.' },
  opening_changed: changed,
  reply_changed: changed,
  opening_withdrawn: gone,
  reply_withdrawn: gone,
  openings_number: {
    fr: 'Un partenaire a 200 annonces ouvertes au plus. Fermez-en ou retirez-en une.',
    ar: 'للشريك 200 إعلان مفتوح على الأكثر. أغلقوا أو اسحبوا واحدا منها.',
    en: 'A partner has 200 openings at most that stand. Close or withdraw one.',
  },
  replies_number: {
    fr: 'Un partenaire a 200 réponses au plus. Modifiez-en une, ou retirez-en une.',
    ar: 'للشريك 200 رد على الأكثر. عدلوا أحدها أو اسحبوه.',
    en: 'A partner has 200 replies at most. Change one, or withdraw one.',
  },
  not_own_words: {
    fr: 'Le registre a trouvé cela dans une source\u202f: l’administrateur du registre peut le modifier.',
    ar: 'وجد السجل هذا في مصدر: يمكن لمدير السجل تعديله.',
    en: 'The register found this in a source: its administrator can change it.',
  },
  replies_to_one_thing: {
    fr: 'Choisissez à quoi vous répondez.',
    ar: 'اختاروا ما تردون عليه.',
    en: 'Choose what you reply to.',
  },
  reply_to_others: {
    fr: 'On répond à ce qui concerne une signature ou une convention où l’on est nommé.',
    ar: 'يُرد على ما يخص توقيعا أو اتفاقية ذُكر فيها اسمكم.',
    en: 'One replies about a signing or a convention that names one.',
  },
  evidence_number: {
    fr: 'Une déclaration nomme 100 justificatifs au plus. Un seul peut valoir pour toute la déclaration.',
    ar: 'يذكر التصريح 100 وثيقة على الأكثر. ويمكن لوثيقة واحدة أن تخص التصريح كله.',
    en: 'A declaration names 100 documents at most. One can be of the whole declaration.',
  },
  evidence_held_by_its_partner: {
    fr: 'Un échantillon n’est pas un justificatif : dites quel document vous avez.',
    ar: 'العينة ليست وثيقة إثبات: اذكروا أي وثيقة لديكم.',
    en: 'A sample is no evidence: say what document you hold.',
  },
  document_to_come: {
    fr: 'Ce jour est à venir.',
    ar: 'هذا اليوم لم يأت بعد.',
    en: 'This day is to come.',
  },
};
