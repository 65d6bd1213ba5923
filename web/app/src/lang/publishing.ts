import { type Dictionary } from '../lib/language';
import type { Counted } from '../lib/numbers';

const toMend: Counted = {
  fr: {
    zero: 'Rien n’empêche de publier.',
    one: '{} point à régler avant de publier',
    other: '{} points à régler avant de publier',
  },
  ar: {
    zero: 'لا شيء يمنع النشر.',
    one: 'أمر واحد يجب تسويته قبل النشر',
    two: 'أمران يجب تسويتهما قبل النشر',
    few: '{} أمور يجب تسويتها قبل النشر',
    many: '{} أمرا يجب تسويته قبل النشر',
    other: '{} أمر يجب تسويته قبل النشر',
  },
  en: {
    zero: 'Nothing keeps it from being published.',
    one: '{} thing to mend before it is published',
    other: '{} things to mend before it is published',
  },
};

/** What a revision changes, how that looks, and its publication. */
export const publishing = {
  check: { fr: 'Ce qui va changer', ar: 'ما سيتغير', en: 'What will change' },
  checked: { fr: 'Ce qui a changé', ar: 'ما تغير', en: 'What has changed' },
  field: { fr: 'Champ', ar: 'الحقل', en: 'Field' },
  before: { fr: 'Avant', ar: 'قبل', en: 'Before' },
  after: { fr: 'Après', ar: 'بعد', en: 'After' },
  nothing: { fr: 'rien', ar: 'لا شيء', en: 'nothing' },
  toMend,
  mend: { fr: 'Régler', ar: 'تسوية', en: 'Mend' },
  previews: { fr: 'Aperçu public', ar: 'معاينة عامة', en: 'Preview as public' },
  previewsLead: {
    fr: 'Les pages telles que tout le monde les verrait si ce brouillon était publié maintenant.',
    ar: 'الصفحات كما سيراها الجميع لو نُشرت هذه المسودة الآن.',
    en: 'The pages as everyone would see them if this draft were published now.',
  },
  preview: {
    fr: 'Aperçu\u202f: rien de ceci n’est encore public.',
    ar: 'معاينة: لا شيء من هذا عام بعد.',
    en: 'Preview: none of this is public yet.',
  },
  previewMissing: {
    fr: 'Il n’y aurait pas de page à cette adresse.',
    ar: 'لن تكون هناك صفحة في هذا العنوان.',
    en: 'There would be no page at this address.',
  },
  previewFaulty: {
    fr: 'L’aperçu sera possible quand rien n’empêchera plus de publier.',
    ar: 'ستكون المعاينة ممكنة عندما لا يبقى ما يمنع النشر.',
    en: 'A preview will be possible once nothing keeps this from being published.',
  },
  publish: { fr: 'Publier', ar: 'النشر', en: 'Publish' },
  publishReason: { fr: 'Motif de la publication', ar: 'سبب النشر', en: 'Reason for publishing' },
  publishReasonHint: {
    fr: 'Tout le monde le lit à côté de ce qui a changé.',
    ar: 'يقرؤه الجميع بجانب ما تغير.',
    en: 'Everyone reads it beside what was changed.',
  },
  publishReasonNeeded: { fr: 'Écrivez le motif.', ar: 'اكتبوا السبب.', en: 'Write the reason.' },
  whenLabel: { fr: 'Quand', ar: 'متى', en: 'When' },
  whenNeeded: { fr: 'Choisissez quand publier.', ar: 'اختاروا وقت النشر.', en: 'Choose when to publish.' },
  now: { fr: 'maintenant', ar: 'الآن', en: 'now' },
  later: { fr: 'à une heure fixée', ar: 'في وقت محدد', en: 'at a set time' },
  at: { fr: 'Jour et heure', ar: 'اليوم والساعة', en: 'Day and time' },
  atNeeded: {
    fr: 'Écrivez le jour et l’heure.',
    ar: 'اكتبوا اليوم والساعة.',
    en: 'Write the day and the time.',
  },
  atHint: {
    fr: 'Dans l’année, à l’heure de votre appareil. Tout changement du brouillon d’ici là annule la publication.',
    ar: 'خلال سنة، بتوقيت جهازكم. وكل تغيير في المسودة قبل ذلك يلغي النشر.',
    en: 'Within a year, by your device’s clock. Any change to the draft before then cancels the publication.',
  },
  publishedNow: {
    fr: 'C’est publié\u202f: tout le monde le voit.',
    ar: 'تم النشر: يراه الجميع.',
    en: 'It is published: everyone sees it.',
  },
  scheduledNow: {
    fr: 'C’est prévu\u202f; tout changement d’ici là en refait un brouillon.',
    ar: 'تمت البرمجة؛ وكل تغيير قبل ذلك يعيدها مسودة.',
    en: 'It is scheduled; any change before then makes it a draft again.',
  },
  pagesNow: { fr: 'Pages publiques', ar: 'الصفحات العامة', en: 'Public pages' },
  discard: { fr: 'Abandonner cette révision', ar: 'التخلي عن هذه المراجعة', en: 'Discard this revision' },
  discardQuestion: {
    fr: 'Abandonner cette révision\u202f? Elle reste lisible, mais ne sera jamais publiée.',
    ar: 'التخلي عن هذه المراجعة؟ تبقى للقراءة، لكنها لن تُنشر أبدا.',
    en: 'Discard this revision? It stays to be read, but will never be published.',
  },
  discardYes: { fr: 'Oui, abandonner', ar: 'نعم، تخلوا عنها', en: 'Yes, discard' },
  undo: { fr: 'Annuler cette publication', ar: 'إلغاء هذا النشر', en: 'Undo this publication' },
  undoLead: {
    fr: 'Commence une révision qui remet les lignes comme elles étaient et retire les nouvelles.',
    ar: 'تبدأ مراجعة تعيد الأسطر كما كانت وتسحب الجديدة.',
    en: 'Begins a revision that puts the rows back as they were, and withdraws the new ones.',
  },
  undoTitle: {
    fr: (title: string) => `Annulation de «\u202f${title}\u202f»`,
    ar: (title: string) => `إلغاء «${title}»`,
    en: (title: string) => `Undoing “${title}”`,
  },
} satisfies Dictionary;
