import type { Lang, Words } from './language';

// fr-MA groups thousands with a dot, which reads as a decimal point in French: hence fr-FR, with its narrow no-break
// space. Arabic is written in Morocco with Western digits.
const locales: Words = { fr: 'fr-FR', ar: 'ar-MA-u-nu-latn', en: 'en-GB' };

export const formatNumber = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(locales[lang]).format(value);

export const formatPercent = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(locales[lang], { style: 'percent', maximumFractionDigits: 1 }).format(value);

/** A noun, or a whole sentence, in the plural forms of each language; "{}" stands for the number. */
export interface Counted {
  fr: { zero?: string; one: string; many?: string; other: string };
  ar: { zero: string; one: string; two: string; few: string; many: string; other: string };
  en: { zero?: string; one: string; two?: string; other: string };
}

export function formsFor(value: number, words: Counted, lang: Lang): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } = words[lang];
  // French counts nought as one and knows no pair, English neither: where a sentence differs there, it says so itself.
  const exact = value === 0 ? forms.zero : value === 2 ? forms.two : undefined;
  return exact ?? forms[new Intl.PluralRules(lang).select(value)] ?? forms.other;
}
