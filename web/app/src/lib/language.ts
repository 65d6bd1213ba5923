import type { Language } from '../gql/graphql';

export const languages = ['fr', 'ar', 'en'] as const;
export type Lang = (typeof languages)[number];

/** The same words in every language; leaving one out is a type error. */
export type Words<T = string> = Record<Lang, T>;

/** What a file of src/lang holds: every key in every language. */
export type Dictionary = Record<string, Words<unknown>>;

export const languageNames: Record<Lang, string> = { fr: 'Français', ar: 'العربية', en: 'English' };

export const isLang = (text: string): text is Lang => (languages as readonly string[]).includes(text);

export const directionOf = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr');

/** The API's name of a language, and back. */
export const codeOf = (lang: Lang): Language => lang.toUpperCase() as Language;
export const langOf = (code: Language): Lang => code.toLowerCase() as Lang;

/** Keeps a foreign name from turning the words around it; for sentences that are put together as text. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Sets a text as its language is set: the marks of French never begin a line, its apostrophes are curved. */
export const typeset = (text: string, lang: Lang): string =>
  lang === 'fr'
    ? text
        .replace(/ ([?!;:»])/g, '\u202f$1')
        .replace(/« /g, '«\u202f')
        .replace(/(\p{L})'(\p{L})/gu, '$1’$2')
        .replace(/(\d) (\d{3})/g, '$1\u202f$2')
    : text;
