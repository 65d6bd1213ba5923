import type { Lang, Words } from './language';
import { formatNumber, formatPercent, formsFor, type Counted } from './numbers';
import { formatDate, formatOn } from './dates';

let current = $state<Lang>('fr');

/** The language of the page that is shown. */
export const language = {
  get now(): Lang {
    return current;
  },
  set(lang: Lang) {
    current = lang;
  },
};

export function say<T>(words: Words<T>): T {
  return words[current];
}

export const number = (value: number): string => formatNumber(value, current);

/** A share or a rate, in hundredths. */
export const percent = (value: number): string => formatPercent(value, current);

/** A counted noun, "{}" standing where the number goes: some Arabic forms have none. */
export const form = (value: number, words: Counted): string => formsFor(value, words, current);

/** The number with its noun or sentence, never parted at the end of a line from the word after it. */
export const count = (value: number, words: Counted): string =>
  form(value, words).replace('{} ', `${number(value)}\u00a0`);

export const date = (value: string): string => formatDate(value, current);

/** A date as it stands in a sentence: "le 15 décembre 2021", "en décembre 2021". */
export const onDate = (value: string): string => formatOn(value, current);

/** A colon with its spaces, after which something follows in the line. */
export const colon = (): string => (current === 'fr' ? '\u202f: ' : ': ');

export const list = (items: string[]): string =>
  new Intl.ListFormat(current, { style: 'long' }).format(items);
