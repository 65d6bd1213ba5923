import type { Words } from '../lib/language';

/** Why something of a declaration isn't done, by the API's own reasons. */
export const declaredReasons: Record<string, Words> = {
  opening_reason_length: {
    fr: 'Dites pourquoi, en 10 à 500 caractères.',
    ar: 'قولوا لماذا، في 10 إلى 500 حرف.',
    en: 'Say why, in 10 to 500 characters.',
  },
  decisions_second_by_another: {
    fr: 'Le partenaire a demandé un second agent\u202f: un autre que celui qui a déjà décidé.',
    ar: 'طلب الشريك مكلفا ثانيا: غير الذي بتّ من قبل.',
    en: 'The partner has asked for a second officer: another than who has decided before.',
  },
  second_looks_of_what_was_not_accepted: {
    fr: 'Un second agent se demande une fois, pour une ligne renvoyée ou refusée que rien ne corrige encore.',
    ar: 'يُطلب مكلف ثان مرة واحدة، لسطر أُعيد أو رُفض ولم يُصحح بعد.',
    en: 'A second officer is asked for once, for a row that was returned or refused and that nothing corrects yet.',
  },
  second_looks_words_given: {
    fr: 'Dites pourquoi, en 2\u202f000 caractères au plus.',
    ar: 'قولوا لماذا، في 2000 حرف على الأكثر.',
    en: 'Say why, in 2,000 characters at most.',
  },
  decisions_after_the_draw: {
    fr: 'Au-delà de 50 lignes, tirez d’abord l’échantillon.',
    ar: 'إذا تجاوز التصريح 50 سطرا فاسحبوا العينة أولا.',
    en: 'Above 50 rows, draw the sample first.',
  },
  decisions_by_the_sample: {
    fr: 'Une ligne tirée s’accepte sur un fondement propre, les autres d’après l’échantillon.',
    ar: 'يُقبل السطر المسحوب على أساس خاص به، وتُقبل البقية بناء على العينة.',
    en: 'A drawn row is accepted on a basis of its own, the others on the sample.',
  },
  decisions_reason_follows: {
    fr: 'Ce motif découle de l’échantillon\u202f: choisissez-en un autre.',
    ar: 'هذا السبب يترتب عن العينة: اختاروا غيره.',
    en: 'This reason follows from a sample: choose another.',
  },
  samples_once: {
    fr: 'L’échantillon de cette déclaration est déjà tiré, ou il n’en faut pas.',
    ar: 'سُحبت عينة هذا التصريح من قبل، أو لا حاجة إليها.',
    en: 'The sample of this declaration is drawn already, or none is needed.',
  },
  sample_waits: {
    fr: 'Des lignes tirées attendent encore\u202f: décidez d’abord de celles-là.',
    ar: 'ما زالت أسطر مسحوبة تنتظر: بُتّوا فيها أولا.',
    en: 'Drawn rows still wait: decide on those first.',
  },
  sample_above_rate: {
    fr: 'Plus d’une ligne tirée sur dix n’est pas acceptée\u202f: le reste est renvoyé.',
    ar: 'لم يُقبل أكثر من عُشر الأسطر المسحوبة: يُعاد الباقي.',
    en: 'More than one drawn row in ten was not accepted: the rest is returned.',
  },
  draw_unreadable: {
    fr: 'La valeur scellée avec cette déclaration ne se lit plus\u202f: la clé du registre a changé. Elle est à déclarer de nouveau.',
    ar: 'لم تعد القيمة المختومة مع هذا التصريح مقروءة: تغير مفتاح السجل. يجب التصريح من جديد.',
    en: 'The value that was sealed with this declaration can no longer be read: the register’s key is another. It has to be declared anew.',
  },
  party_unknown: {
    fr: 'Ce partenaire n’est pas enregistré comme partie de cette convention. L’administrateur du registre peut l’ajouter.',
    ar: 'هذا الشريك غير مسجل طرفا في هذه الاتفاقية. يمكن لمدير السجل إضافته.',
    en: 'This partner is not registered as a party of this convention. The register’s administrator can add it.',
  },
  declarations_period: {
    fr: 'La période finit avant de commencer.',
    ar: 'الفترة تنتهي قبل أن تبدأ.',
    en: 'The period ends before it begins.',
  },
  period_to_come: {
    fr: 'La période finit aujourd’hui au plus tard.',
    ar: 'تنتهي الفترة اليوم على أبعد تقدير.',
    en: 'A period ends today at the latest.',
  },
  period_long: {
    fr: 'Une période dure un an au plus.',
    ar: 'لا تتجاوز الفترة سنة واحدة.',
    en: 'A period is a year long at most.',
  },
  reference_length: {
    fr: 'Votre référence a 1 à 100 caractères.',
    ar: 'مرجعكم من حرف واحد إلى 100 حرف.',
    en: 'Your reference has 1 to 100 characters.',
  },
  reference_twice: {
    fr: 'Une autre ligne de cette déclaration a déjà cette référence.',
    ar: 'لسطر آخر في هذا التصريح المرجع نفسه.',
    en: 'Another row of this declaration has this reference already.',
  },
  reference_drafted: {
    fr: 'Une ligne d’un autre de vos brouillons a déjà cette référence.',
    ar: 'لسطر في مسودة أخرى لكم المرجع نفسه.',
    en: 'A row of another draft of yours has this reference already.',
  },
  reference_declared: {
    fr: 'Cette référence a déjà été déclarée. Pour changer ce qui a été déclaré, corrigez cette ligne-là.',
    ar: 'سبق التصريح بهذا المرجع. لتغيير ما صُرِّح به، صححوا ذلك السطر.',
    en: 'This reference was declared before. To change what was declared, correct that row.',
  },
  reference_fixed: {
    fr: 'Une correction garde la référence de ce qu’elle corrige.',
    ar: 'يحتفظ التصحيح بمرجع ما يصححه.',
    en: 'A correction keeps the reference of what it corrects.',
  },
  jobs_undertaking_of_interim: {
    fr: 'L’entreprise où se fait le travail ne se dit que pour l’intérim.',
    ar: 'لا تُذكر المقاولة التي يُنجز فيها الشغل إلا في الشغل المؤقت.',
    en: 'The undertaking where the work is, is said of temporary agency work alone.',
  },
  start_long_ago: {
    fr: 'Ce début est trop ancien.',
    ar: 'هذه البداية قديمة جدا.',
    en: 'This start is too long ago.',
  },
  start_to_come: {
    fr: 'Ce jour est à venir\u202f: un emploi se déclare une fois commencé.',
    ar: 'هذا اليوم لم يحل بعد: يُصرَّح بالمنصب بعد بدايته.',
    en: 'This day is to come: a job is declared once it has begun.',
  },
  jobs_end_after_start: {
    fr: 'La fin est avant le début.',
    ar: 'النهاية قبل البداية.',
    en: 'The end is before the start.',
  },
  end_to_come: {
    fr: 'Ce jour est à venir\u202f: une fin se déclare une fois venue.',
    ar: 'هذا اليوم لم يحل بعد: يُصرَّح بالنهاية بعد حلولها.',
    en: 'This day is to come: an end is declared once it has come.',
  },
  refilled_unknown: {
    fr: 'Ce n’est la référence d’aucun autre de vos emplois sous cette convention, en attente ou accepté.',
    ar: 'ليس هذا مرجع أي منصب آخر لكم في هذه الاتفاقية ينتظر أو قُبل.',
    en: 'This is the reference of no other job of yours under this convention that waits or was accepted.',
  },
  refilled_twice: {
    fr: 'Un autre de vos emplois occupe déjà ce poste depuis.',
    ar: 'يشغل منصب آخر لكم هذا المكان منذ ذلك الحين.',
    en: 'Another job of yours is on this post since.',
  },
  ended_unknown: {
    fr: 'Ce n’est la référence d’aucun de vos emplois sous cette convention, en attente ou accepté.',
    ar: 'ليس هذا مرجع أي منصب لكم في هذه الاتفاقية ينتظر أو قُبل.',
    en: 'This is the reference of no job of yours under this convention that waits or was accepted.',
  },
  ended_already: {
    fr: 'Cet emploi a déjà pris fin.',
    ar: 'انتهى هذا المنصب من قبل.',
    en: 'This job has ended already.',
  },
  end_declared: {
    fr: 'La fin de cet emploi est déjà déclarée.',
    ar: 'سبق التصريح بنهاية هذا المنصب.',
    en: 'The end of this job is declared already.',
  },
  wording_long: { fr: '200 caractères au plus.', ar: '200 حرف على الأكثر.', en: '200 characters at most.' },
  birth_year_impossible: {
    fr: 'Cette année est impossible\u202f: on a entre 14 et 90 ans au début d’un emploi.',
    ar: 'هذه السنة غير ممكنة: العمر عند بداية الشغل بين 14 و90 سنة.',
    en: 'This year is impossible: one is 14 to 90 years old at the start of a job.',
  },
  identity_kind_missing: {
    fr: 'Dites de quelle pièce est ce numéro.',
    ar: 'حددوا نوع الوثيقة التي لها هذا الرقم.',
    en: 'Say what kind of document the number is of.',
  },
  identity_number_missing: {
    fr: 'Écrivez le numéro de la pièce, ou choisissez «\u202faucune pièce\u202f».',
    ar: 'اكتبوا رقم الوثيقة، أو اختاروا «لا وثيقة».',
    en: 'Write the number of the document, or choose “none”.',
  },
  identity_number_malformed: {
    fr: 'Un numéro a 4 à 20 lettres latines et chiffres.',
    ar: 'يتكون الرقم من 4 إلى 20 حرفا لاتينيا ورقما.',
    en: 'A number has 4 to 20 Latin letters and digits.',
  },
  declaration_empty: {
    fr: 'Il n’y a rien dans cette déclaration.',
    ar: 'لا شيء في هذا التصريح.',
    en: 'There is nothing in this declaration.',
  },
  declaration_changed: {
    fr: 'Un collègue a changé cette déclaration entre-temps. Elle est affichée telle qu’elle est maintenant\u202f: vérifiez-la encore.',
    ar: 'غيّر زميل هذا التصريح في غضون ذلك. إنه معروض كما هو الآن: راجعوه من جديد.',
    en: 'A colleague has changed this declaration meanwhile. It is shown as it is now: check it again.',
  },
  declaration_submitted: {
    fr: 'Cette déclaration est déjà soumise.',
    ar: 'سبق تقديم هذا التصريح.',
    en: 'This declaration is submitted already.',
  },
  row_changed: {
    fr: 'Un collègue a changé cette ligne entre-temps. Les deux versions sont ci-dessous.',
    ar: 'غيّر زميل هذا السطر في غضون ذلك. النسختان أدناه.',
    en: 'A colleague has changed this row meanwhile. Both versions are below.',
  },
  row_decided_since: {
    fr: 'Ce que corrige une de ces lignes a changé entre-temps\u202f: retirez-la.',
    ar: 'ما يصححه أحد هذه الأسطر تغير في غضون ذلك: أزيلوه.',
    en: 'What one of these rows corrects has changed meanwhile: take it out.',
  },
  nothing_to_withdraw: {
    fr: 'Il n’y a rien à retirer\u202f: ce qui est accepté se corrige.',
    ar: 'لا شيء يُسحب: ما قُبل يُصحَّح.',
    en: 'There is nothing to withdraw: what is accepted is corrected.',
  },
  not_to_be_corrected: {
    fr: 'Ces lignes sont déjà en cours de correction, ou attendent encore.',
    ar: 'هذه الأسطر قيد التصحيح أو لا تزال تنتظر.',
    en: 'These rows are being corrected already, or still wait.',
  },
  claimed_by_another: {
    fr: 'Un autre agent a pris cette déclaration.',
    ar: 'أخذ مكلف آخر هذا التصريح.',
    en: 'Another officer has claimed this declaration.',
  },
  nothing_waits: {
    fr: 'Rien n’attend plus ici.',
    ar: 'لم يعد شيء ينتظر هنا.',
    en: 'Nothing waits here any more.',
  },
  decisions_on_what_waits: {
    fr: 'Certaines de ces lignes n’attendent plus, ou ne sont pas de votre région. Rien n’a été décidé.',
    ar: 'بعض هذه الأسطر لم تعد تنتظر، أو ليست من جهتكم. لم يُبت في شيء.',
    en: 'Some of these rows do not wait any more, or are not of your region. Nothing was decided.',
  },
  decisions_not_on_own_entry: {
    fr: 'Personne ne décide de ce qu’il a saisi\u202f: un autre agent le doit.',
    ar: 'لا أحد يبت فيما أدخله بنفسه: على مكلف آخر ذلك.',
    en: 'Nobody decides on what they entered: another officer must.',
  },
  busy: {
    fr: 'D’autres fichiers sont en cours de lecture. Recommencez dans quelques secondes.',
    ar: 'تُقرأ ملفات أخرى الآن. أعيدوا المحاولة بعد بضع ثوان.',
    en: 'Other files are being read. Try again in a few seconds.',
  },
  declaration_full: {
    fr: 'Une déclaration a 10\u202f000 lignes au plus. Commencez-en une autre pour la suite.',
    ar: 'للتصريح 10000 سطر على الأكثر. ابدؤوا تصريحا آخر للباقي.',
    en: 'A declaration has 10,000 rows at most. Begin another for the others.',
  },
  result_gone: {
    fr: 'Cela a été jeté entre-temps. Rechargez la page.',
    ar: 'حُذف هذا في غضون ذلك. أعيدوا تحميل الصفحة.',
    en: 'It was thrown away meanwhile. Reload the page.',
  },
  words_long: {
    fr: '2\u202f000 caractères au plus.',
    ar: '2000 حرف على الأكثر.',
    en: '2,000 characters at most.',
  },
};
