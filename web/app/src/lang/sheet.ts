import { isolated, type Dictionary } from '../lib/language';
import type { Counted } from '../lib/numbers';

const faultsCounted: Counted = {
  fr: { one: '{} cellule à corriger', other: '{} cellules à corriger' },
  ar: {
    zero: 'لا خلية للتصحيح',
    one: 'خلية واحدة للتصحيح',
    two: 'خليتان للتصحيح',
    few: '{} خلايا للتصحيح',
    many: '{} خلية للتصحيح',
    other: '{} خلية للتصحيح',
  },
  en: { one: '{} cell to correct', other: '{} cells to correct' },
};

const readyCounted: Counted = {
  fr: { one: '{} ligne est prête', other: '{} lignes sont prêtes' },
  ar: {
    zero: 'لا سطر جاهز',
    one: 'سطر واحد جاهز',
    two: 'سطران جاهزان',
    few: '{} أسطر جاهزة',
    many: '{} سطرا جاهزا',
    other: '{} سطر جاهز',
  },
  en: { one: '{} row is ready', other: '{} rows are ready' },
};

const takenCounted: Counted = {
  fr: { one: '{} ligne est prise dans le brouillon.', other: '{} lignes sont prises dans le brouillon.' },
  ar: {
    zero: 'لم يؤخذ أي سطر.',
    one: 'أُخذ سطر واحد في المسودة.',
    two: 'أُخذ سطران في المسودة.',
    few: 'أُخذت {} أسطر في المسودة.',
    many: 'أُخذ {} سطرا في المسودة.',
    other: 'أُخذ {} سطر في المسودة.',
  },
  en: { one: '{} row is taken into the draft.', other: '{} rows are taken into the draft.' },
};

const changedCounted: Counted = {
  fr: {
    one: 'Dont {} à la place de ce qui y était.',
    other: 'Dont {} à la place de ce qui y était.',
  },
  ar: {
    zero: 'لم يُعوَّض أي سطر.',
    one: 'منها سطر واحد حل محل ما كان فيها.',
    two: 'منها سطران حلا محل ما كان فيها.',
    few: 'منها {} أسطر حلت محل ما كان فيها.',
    many: 'منها {} سطرا حلت محل ما كان فيها.',
    other: 'منها {} سطر حلت محل ما كان فيها.',
  },
  en: { one: '{} of them in place of what stood there.', other: '{} of them in place of what stood there.' },
};

const knownCounted: Counted = {
  fr: {
    one: '{} ligne était déjà là, sans changement.',
    other: '{} lignes étaient déjà là, sans changement.',
  },
  ar: {
    zero: 'لا سطر كان موجودا.',
    one: 'سطر واحد كان موجودا دون تغيير.',
    two: 'سطران كانا موجودين دون تغيير.',
    few: '{} أسطر كانت موجودة دون تغيير.',
    many: '{} سطرا كان موجودا دون تغيير.',
    other: '{} سطر كان موجودا دون تغيير.',
  },
  en: { one: '{} row was there already, unchanged.', other: '{} rows were there already, unchanged.' },
};

const takeCounted: Counted = {
  fr: { one: 'Prendre {} ligne, laisser les autres', other: 'Prendre {} lignes, laisser les autres' },
  ar: {
    zero: 'لا شيء يؤخذ',
    one: 'أخذ السطر الجاهز وترك الباقي',
    two: 'أخذ السطرين الجاهزين وترك الباقي',
    few: 'أخذ {} أسطر وترك الباقي',
    many: 'أخذ {} سطرا وترك الباقي',
    other: 'أخذ {} سطر وترك الباقي',
  },
  en: { one: 'Take {} row, leave the others', other: 'Take {} rows, leave the others' },
};

const checkedCounted: Counted = {
  fr: { one: '{} ligne vérifiée', other: '{} lignes vérifiées' },
  ar: {
    zero: 'لم يُفحص أي سطر',
    one: 'فُحص سطر واحد',
    two: 'فُحص سطران',
    few: 'فُحصت {} أسطر',
    many: 'فُحص {} سطرا',
    other: 'فُحص {} سطر',
  },
  en: { one: '{} row checked', other: '{} rows checked' },
};

const moreCounted: Counted = {
  fr: {
    one: 'et {} autre\u202f: elle est dans la copie marquée.',
    other: 'et {} autres\u202f: toutes sont dans la copie marquée.',
  },
  ar: {
    zero: 'ولا خلية أخرى.',
    one: 'وخلية أخرى: هي في النسخة المعلَّمة.',
    two: 'وخليتان أخريان: هما في النسخة المعلَّمة.',
    few: 'و{} خلايا أخرى: كلها في النسخة المعلَّمة.',
    many: 'و{} خلية أخرى: كلها في النسخة المعلَّمة.',
    other: 'و{} خلية أخرى: كلها في النسخة المعلَّمة.',
  },
  en: {
    one: 'and {} more: it is in the marked copy.',
    other: 'and {} more: all are in the marked copy.',
  },
};

/** Declaring by a spreadsheet. */
export const sheet = {
  title: { fr: 'Par un tableur', ar: 'بواسطة جدول', en: 'By a spreadsheet' },
  lead: {
    fr: 'Pour plus de dix emplois. Remplissez le modèle, une ligne par emploi ou par fin d’emploi, et déposez-le ici\u202f: tout est vérifié d’un coup, et rien n’est pris tant qu’une cellule est à corriger. Le fichier n’est pas gardé.',
    ar: 'لأكثر من عشرة مناصب. املؤوا النموذج، سطرا لكل منصب أو لكل نهاية منصب، ثم ضعوه هنا: يُفحص كل شيء دفعة واحدة، ولا يؤخذ شيء ما دامت خلية بحاجة إلى تصحيح. لا يُحتفظ بالملف.',
    en: 'For more than ten jobs. Fill in the template, a row for each job or end of a job, and give it here: all is checked at once, and nothing is taken while a cell is to be corrected. The file is not kept.',
  },
  template: { fr: 'Modèle à remplir', ar: 'نموذج للملء', en: 'Template to fill in' },
  rows: { fr: 'Mes lignes, à reprendre', ar: 'أسطري، لإعادة العمل عليها', en: 'My rows, to go on with' },
  file: {
    fr: 'Fichier (XLSX, CSV ou JSON Lines)',
    ar: 'الملف (XLSX أو CSV أو JSON Lines)',
    en: 'File (XLSX, CSV or JSON Lines)',
  },
  fileHint: {
    fr: '10 Mo et 10\u202f000 lignes au plus. Une référence qui est déjà dans ce brouillon en change la ligne.',
    ar: '10 ميغابايت و10000 سطر على الأكثر. المرجع الموجود في هذه المسودة يغير سطره.',
    en: '10 MB and 10,000 rows at most. A reference that is in this draft already changes its row.',
  },
  fileNeeded: { fr: 'Choisissez un fichier.', ar: 'اختاروا ملفا.', en: 'Choose a file.' },
  send: {
    fr: 'Vérifier le fichier et prendre ses lignes',
    ar: 'فحص الملف وأخذ أسطره',
    en: 'Check the file and take its rows',
  },
  checked: checkedCounted,
  progress: {
    fr: (checked: string, of: string) => `${checked} sur ${of}`,
    ar: (checked: string, of: string) => `${checked} من ${of}`,
    en: (checked: string, of: string) => `${checked} out of ${of}`,
  },
  faults: faultsCounted,
  ready: readyCounted,
  found: {
    fr: (faults: string, ready: string) => `${faults}\u202f; ${ready}`,
    ar: (faults: string, ready: string) => `${faults}؛ ${ready}`,
    en: (faults: string, ready: string) => `${faults}; ${ready}`,
  },
  taken: takenCounted,
  changed: changedCounted,
  known: knownCounted,
  nothingYet: { fr: 'Rien n’est encore pris.', ar: 'لم يؤخذ شيء بعد.', en: 'Nothing is taken yet.' },
  at: {
    fr: (row: string, column: string, cell: string) =>
      `Ligne ${row}, ${column}${cell && ` (${isolated(cell)})`}`,
    ar: (row: string, column: string, cell: string) =>
      `السطر ${row}، ${column}${cell && ` (${isolated(cell)})`}`,
    en: (row: string, column: string, cell: string) =>
      `Row ${row}, ${column}${cell && ` (${isolated(cell)})`}`,
  },
  more: moreCounted,
  marked: {
    fr: 'Télécharger le fichier avec les cellules marquées',
    ar: 'تنزيل الملف مع تعليم الخلايا',
    en: 'Download the file with the cells marked',
  },
  markedHint: { fr: 'Pendant une heure.', ar: 'خلال ساعة.', en: 'For an hour.' },
  take: takeCounted,
} satisfies Dictionary;
