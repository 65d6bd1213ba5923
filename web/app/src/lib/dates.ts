import type { Lang, Words } from './language';

// Written out, since browsers know neither Morocco's Arabic month names everywhere nor the French "1er".
const months: Words<string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  ar: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'ماي',
    'يونيو',
    'يوليوز',
    'غشت',
    'شتنبر',
    'أكتوبر',
    'نونبر',
    'دجنبر',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

export type Precision = 'year' | 'month' | 'day';

const parts = (value: string): number[] => value.split('-').map(Number);

export const precisionOf = (value: string): Precision =>
  (['year', 'month', 'day'] as const)[value.split('-').length - 1] ?? 'day';

/** A year, a month or a day, as precise as it is known. The day never parts from its month at the end of a line. */
export function formatDate(value: string, lang: Lang): string {
  const [year, month, day] = parts(value);
  if (!month) return String(year);
  const name = months[lang][month - 1];
  if (!day) return `${name}\u00a0${year}`;
  const ordinal = lang === 'fr' && day === 1 ? '1er' : String(day);
  return `${ordinal}\u00a0${name}\u00a0${year}`;
}

const prepositions: Words<Record<Precision, string>> = {
  fr: { year: 'en', month: 'en', day: 'le' },
  ar: { year: 'في سنة', month: 'في', day: 'في' },
  en: { year: 'in', month: 'in', day: 'on' },
};

export const formatOn = (value: string, lang: Lang): string =>
  `${prepositions[lang][precisionOf(value)]} ${formatDate(value, lang)}`;

/** Today where the reader is, as a day of the calendar. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole years and months between two days; null where one of them is not known to the day. */
export function elapsed(from: string, to: string): { years: number; months: number } | null {
  if (precisionOf(from) !== 'day' || precisionOf(to) !== 'day' || to < from) return null;
  const [y1 = 0, m1 = 0, d1 = 0] = parts(from);
  const [y2 = 0, m2 = 0, d2 = 0] = parts(to);
  const all = (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
  return { years: Math.floor(all / 12), months: all % 12 };
}

/** The place of a date on a line of time, in days; a year or a month stands at its beginning. */
export function dayNumber(value: string): number {
  const [year = 0, month = 1, day = 1] = parts(value);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The same date some years later, as precise as before. */
export const plusYears = (value: string, years: number): string =>
  value.replace(/^\d+/, (year) => String(Number(year) + years).padStart(4, '0'));
