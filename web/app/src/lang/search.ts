import type { Dictionary, Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

const found: Counted = {
  fr: { zero: 'Rien n’a été trouvé.', one: '{} résultat', many: '{} de résultats', other: '{} résultats' },
  ar: {
    zero: 'لم يُعثر على شيء.',
    one: 'نتيجة واحدة',
    two: 'نتيجتان',
    few: '{} نتائج',
    many: '{} نتيجة',
    other: '{} نتيجة',
  },
  en: { zero: 'Nothing was found.', one: '{} result', other: '{} results' },
};

/** The kinds of things that a search finds, as headings. */
export const foundKinds: Record<string, Words> = {
  Partner: { fr: 'Partenaires', ar: 'الشركاء', en: 'Partners' },
  Signing: { fr: 'Signatures', ar: 'التوقيعات', en: 'Signings' },
  Convention: { fr: 'Conventions', ar: 'الاتفاقيات', en: 'Conventions' },
  Commitment: { fr: 'Engagements', ar: 'الالتزامات', en: 'Commitments' },
  Opening: { fr: 'Postes à pourvoir', ar: 'المناصب الشاغرة', en: 'Openings' },
  Region: { fr: 'Régions', ar: 'الجهات', en: 'Regions' },
  Sector: { fr: 'Secteurs', ar: 'القطاعات', en: 'Sectors' },
  Orientation: { fr: 'Orientations', ar: 'التوجهات', en: 'Orientations' },
  Indicator: { fr: 'Indicateurs', ar: 'المؤشرات', en: 'Indicators' },
  Source: { fr: 'Sources', ar: 'المصادر', en: 'Sources' },
};

export const search = {
  title: { fr: 'Recherche', ar: 'البحث', en: 'Search' },
  lead: {
    fr: 'En français, en arabe ou en anglais, avec ou sans accents\u202f; une faute de frappe ne gêne pas.',
    ar: 'بالفرنسية أو العربية أو الإنجليزية، بالتشكيل أو بدونه؛ ولا يضر خطأ في الكتابة.',
    en: 'In French, Arabic or English, with or without accents; a misspelling does no harm.',
  },
  malformed: {
    fr: 'Écrivez de 1 à 100 caractères, dont au moins une lettre ou un chiffre.',
    ar: 'اكتبوا من 1 إلى 100 حرف، منها حرف أو رقم واحد على الأقل.',
    en: 'Write 1 to 100 characters, at least one of them a letter or a digit.',
  },
  matched: { fr: 'trouvé dans', ar: 'عُثر عليه في', en: 'found in' },
  found,
} satisfies Dictionary;
