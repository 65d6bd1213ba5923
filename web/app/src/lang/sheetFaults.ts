import type { Words } from '../lib/language';

/** Why a file of rows isn't taken, by the API's own reasons, and one that only a browser knows. */
export const sheetReasons: Record<string, Words> = {
  sheet_empty: {
    fr: 'Le fichier est vide, ou n’a que ses titres.',
    ar: 'الملف فارغ، أو ليس فيه سوى العناوين.',
    en: 'The file is empty, or has its headings alone.',
  },
  file_changed: {
    fr: 'Le fichier a changé depuis que vous l’avez choisi\u202f: choisissez-le de nouveau.',
    ar: 'تغير الملف منذ أن اخترتموه: اختاروه من جديد.',
    en: 'The file has changed since it was chosen: choose it again.',
  },
  sheet_type: {
    fr: 'Ce n’est ni un classeur XLSX, ni un CSV, ni du JSON Lines.',
    ar: 'ليس هذا مصنف XLSX ولا CSV ولا JSON Lines.',
    en: 'This is no XLSX workbook, no CSV and no JSON Lines.',
  },
  sheet_header: {
    fr: 'La ligne des titres manque. Partez du modèle.',
    ar: 'سطر العناوين ناقص. انطلقوا من النموذج.',
    en: 'The row of headings is missing. Start from the template.',
  },
  sheet_malformed: {
    fr: 'Le fichier ne se lit pas jusqu’au bout. Enregistrez-le de nouveau, puis recommencez.',
    ar: 'تعذرت قراءة الملف إلى آخره. احفظوه من جديد ثم أعيدوا المحاولة.',
    en: 'The file can’t be read to its end. Save it anew, and try again.',
  },
  sheet_formula: {
    fr: 'Le fichier contient des formules. Collez-les comme valeurs, puis recommencez.',
    ar: 'يحتوي الملف على صيغ. ألصقوها كقيم ثم أعيدوا المحاولة.',
    en: 'The file holds formulas. Paste them as values, and try again.',
  },
  sheet_macros: {
    fr: 'Le classeur contient des macros. Enregistrez-le comme XLSX simple.',
    ar: 'يحتوي المصنف على وحدات ماكرو. احفظوه بصيغة XLSX عادية.',
    en: 'The workbook holds macros. Save it as a plain XLSX.',
  },
  sheet_unzipped: {
    fr: 'Le classeur devient trop grand une fois ouvert.',
    ar: 'يصبح المصنف كبيرا جدا عند فتحه.',
    en: 'The workbook gets too big once it is opened.',
  },
  sheet_rows: {
    fr: '10\u202f000 lignes au plus. Partagez le fichier.',
    ar: '10000 سطر على الأكثر. قسموا الملف.',
    en: '10,000 rows at most. Part the file.',
  },
  sheet_columns: {
    fr: '100 colonnes au plus. Partez du modèle.',
    ar: '100 عمود على الأكثر. انطلقوا من النموذج.',
    en: '100 columns at most. Start from the template.',
  },
  sheet_long: {
    fr: '10 Mo au plus. Partagez le fichier.',
    ar: '10 ميغابايت على الأكثر. قسموا الملف.',
    en: '10 MB at most. Part the file.',
  },
  upload_slow: {
    fr: 'L’envoi n’avançait plus. Recommencez.',
    ar: 'توقف الإرسال. أعيدوا المحاولة.',
    en: 'The sending had stopped. Try again.',
  },
  upload_broken: {
    fr: 'L’envoi s’est interrompu. Recommencez.',
    ar: 'انقطع الإرسال. أعيدوا المحاولة.',
    en: 'The sending broke off. Try again.',
  },
  draft_changed: {
    fr: 'Le brouillon a changé entre-temps, et ce fichier en remplacerait des lignes. Regardez-les ci-dessus, puis recommencez.',
    ar: 'تغيرت المسودة في غضون ذلك، وسيعوض هذا الملف أسطرا منها. راجعوها أعلاه ثم أعيدوا المحاولة.',
    en: 'The draft has changed meanwhile, and this file would write over rows of it. Look at them above, then try again.',
  },
};
