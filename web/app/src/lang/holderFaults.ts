import type { Words } from '../lib/language';

/** Why what is said of a project holder, or of what still holds, isn't taken, by the API's own reasons. */
export const holderReasons: Record<string, Words> = {
  holder_unknown: {
    fr: 'Ce n’est la référence d’aucun de vos porteurs de projets sous cette convention. Déclarez d’abord son accueil.',
    ar: 'ليس هذا مرجع أي حامل مشروع لكم في هذه الاتفاقية. صرحوا أولا باستقباله.',
    en: 'This is the reference of no project holder of yours under this convention. Declare the welcome first.',
  },
  holder_progresses: {
    fr: 'Des étapes de ce porteur de projet sont dans le brouillon : retirez-les d’abord.',
    ar: 'في المسودة مراحل لحامل المشروع هذا: أزيلوها أولا.',
    en: 'Stages of this project holder are in the draft: take those out first.',
  },
  project_holder_details_name_given: {
    fr: 'Écrivez le nom, de 200 caractères au plus, ou laissez vide tout ce qui dit qui c’est.',
    ar: 'اكتبوا الاسم في 200 حرف على الأكثر، أو اتركوا كل ما يعرّف بالشخص فارغا.',
    en: 'Write the name, 200 characters at most, or leave all that says who it is empty.',
  },
  project_long: {
    fr: '1 000 caractères au plus.',
    ar: '1000 حرف على الأكثر.',
    en: '1,000 characters at most.',
  },
  left_reason_long: {
    fr: '500 caractères au plus.',
    ar: '500 حرف على الأكثر.',
    en: '500 characters at most.',
  },
  project_stages_left_has_reason: { fr: 'Dites pourquoi.', ar: 'اذكروا السبب.', en: 'Say why.' },
  stage_of_welcome: {
    fr: 'L’accueil se déclare avec le porteur de projet.',
    ar: 'يُصرَّح بالاستقبال مع حامل المشروع.',
    en: 'The welcome is declared with the project holder.',
  },
  stage_to_come: {
    fr: 'Ce jour est à venir : une étape se déclare une fois atteinte.',
    ar: 'هذا اليوم لم يحل بعد: يُصرَّح بالمرحلة بعد بلوغها.',
    en: 'This day is to come: a stage is declared once it is reached.',
  },
  stage_declared: {
    fr: 'Cette étape est déjà déclarée pour ce porteur de projet.',
    ar: 'سبق التصريح بهذه المرحلة لحامل المشروع هذا.',
    en: 'This stage is declared of this project holder already.',
  },
  stage_before_the_former: {
    fr: 'Ce jour est avant celui d’une étape précédente.',
    ar: 'هذا اليوم قبل يوم مرحلة سابقة.',
    en: 'This day is before that of a former stage.',
  },
  stage_after_the_next: {
    fr: 'Ce jour est après celui d’une étape suivante, ou de la sortie du parcours.',
    ar: 'هذا اليوم بعد يوم مرحلة لاحقة أو بعد مغادرة المسار.',
    en: 'This day is after that of a later stage, or of leaving.',
  },
  project_stages_in_order: {
    fr: 'Une étape n’est plus dans l’ordre de celles qui ont été déclarées entre-temps : retirez-la, ou changez son jour.',
    ar: 'لم تعد إحدى المراحل في ترتيب ما صُرِّح به في غضون ذلك: أزيلوها أو غيروا يومها.',
    en: 'A stage is not in order with those that were declared meanwhile: take it out, or change its day.',
  },
  project_stages_after_the_welcome: {
    fr: 'Une étape n’est acceptée qu’une fois l’accueil de ce porteur de projet accepté.',
    ar: 'لا تُقبل مرحلة إلا بعد قبول استقبال حامل المشروع.',
    en: 'A stage is accepted only once the welcome of its project holder is.',
  },
  answers_number: {
    fr: 'Répondez au moins à une question.',
    ar: 'أجيبوا عن سؤال واحد على الأقل.',
    en: 'Answer one question at least.',
  },
  question_changed: {
    fr: 'Un collègue a répondu entre-temps. Ce qui reste demandé est montré\u202f: vos autres réponses sont là.',
    ar: 'أجاب زميل في غضون ذلك. يُعرض ما بقي مطلوبا: أجوبتكم الأخرى هنا.',
    en: 'A colleague has answered meanwhile. What is still asked is shown: your other answers are there.',
  },
  question_answered: {
    fr: 'Cette réponse est déjà donnée. Tant qu’elle attend, retirez-la pour la changer.',
    ar: 'سبق تقديم هذا الجواب. ما دام ينتظر، اسحبوه لتغييره.',
    en: 'This is answered already. While the answer waits, withdraw it to change it.',
  },
  question_closed: {
    fr: 'Le délai est passé : c’est « non connu ».',
    ar: 'انقضى الأجل: أصبح «غير معروف».',
    en: 'The time for it is over: it is “not known”.',
  },
  held_answers_ended_on_a_day: {
    fr: 'Écrivez le dernier jour de ce qui est terminé.',
    ar: 'اكتبوا اليوم الأخير لما انتهى.',
    en: 'Write the last day of what has ended.',
  },
};
