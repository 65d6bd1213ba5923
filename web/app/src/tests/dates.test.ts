import { describe, expect, it } from 'vitest';
import { dayNumber, elapsed, formatDate, formatOn, plusYears, precisionOf, today } from '../lib/dates';

const nb = (text: string) => text.replaceAll(' ', '\u00a0');

describe('partial dates', () => {
  it.each([
    ['2021', '2021', '2021', '2021'],
    ['2021-12', 'décembre 2021', 'دجنبر 2021', 'December 2021'],
    ['2021-12-15', '15 décembre 2021', '15 دجنبر 2021', '15 December 2021'],
    ['2022-08-01', '1er août 2022', '1 غشت 2022', '1 August 2022'],
  ])('are said as precisely as they are known: %s', (value, fr, ar, en) => {
    expect(formatDate(value, 'fr')).toBe(nb(fr));
    expect(formatDate(value, 'ar')).toBe(nb(ar));
    expect(formatDate(value, 'en')).toBe(nb(en));
  });

  it('have the Moroccan names of months in Arabic', () => {
    const names = Array.from({ length: 12 }, (_, i) =>
      formatDate(`2024-${String(i + 1).padStart(2, '0')}`, 'ar').replace('\u00a02024', ''),
    );
    const wanted = 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر';
    expect(names.join(' ')).toBe(wanted);
  });

  it('take the preposition of their precision', () => {
    expect(formatOn('2021-12-15', 'fr')).toBe(`le ${nb('15 décembre 2021')}`);
    expect(formatOn('2021-12', 'fr')).toBe(`en ${nb('décembre 2021')}`);
    expect(formatOn('2021', 'ar')).toBe('في سنة 2021');
    expect(formatOn('2021-12', 'en')).toBe(`in ${nb('December 2021')}`);
    expect(precisionOf('2021-12')).toBe('month');
  });
});

describe('time', () => {
  it('passes in whole years and months', () => {
    expect(elapsed('2021-12-15', '2026-11-26')).toEqual({ years: 4, months: 11 });
    expect(elapsed('2021-12-15', '2026-12-14')).toEqual({ years: 4, months: 11 });
    expect(elapsed('2021-12-15', '2026-12-15')).toEqual({ years: 5, months: 0 });
  });

  it('is not counted from a date that is not known to the day, nor backwards', () => {
    expect(elapsed('2021-12', '2026-11-26')).toBeNull();
    expect(elapsed('2027-01-01', '2026-11-26')).toBeNull();
  });

  it('is measured in days', () => {
    expect(dayNumber('2022-01-01') - dayNumber('2021-12-31')).toBe(1);
    expect(dayNumber('2021-12')).toBe(dayNumber('2021-12-01'));
  });

  it('goes on by years, as precise as before', () => {
    expect(plusYears('2021-12-15', 2)).toBe('2023-12-15');
    expect(plusYears('2021-12', 2)).toBe('2023-12');
    expect(plusYears('2021', 10)).toBe('2031');
  });

  it("is the reader's own day", () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
