import type { Words } from '../lib/language';
import { alike, registerReasons } from './registerFaults';

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
};

/** The words for a reason; none where it isn't one of revisions. */
export const revisedReason = (reason: string): Words | undefined =>
  named[reason] ?? registerReasons[reason] ?? alike.find(([form]) => form.test(reason))?.[1];
