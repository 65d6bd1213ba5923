import { formatDate, today } from './dates';
import type { Lang, Words } from './language';

const clocks: Words<(hour: string, minute: string) => string> = {
  fr: (hour, minute) => `à\u00a0${hour}\u00a0h\u00a0${minute}`,
  ar: (hour, minute) => `على الساعة\u00a0${hour}:${minute}`,
  en: (hour, minute) => `at\u00a0${hour}:${minute}`,
};

/** A moment, to the minute, by the clock of the reader. */
export function formatMoment(value: string, lang: Lang): string {
  const moment = new Date(value);
  const clock = clocks[lang](String(moment.getHours()), String(moment.getMinutes()).padStart(2, '0'));
  return `${formatDate(today(moment), lang)} ${clock}`;
}
