import { describe, expect, it } from 'vitest';
import { counted, months, years } from '../lang/commitment';
import { conventionsCounted } from '../lang/nouns';
import { formatNumber, formsFor } from '../lib/numbers';

describe('numbers', () => {
  it('groups French with narrow no-break spaces, Arabic with dots and Western digits, English with commas', () => {
    expect(formatNumber(6000, 'fr')).toBe('6\u202f000');
    expect(formatNumber(6000, 'ar')).toBe('6.000');
    expect(formatNumber(6000, 'en')).toBe('6,000');
    expect(formatNumber(1_234_567, 'ar')).toBe('1.234.567');
  });

  it('never groups small numbers', () => {
    for (const lang of ['fr', 'ar', 'en'] as const) expect(formatNumber(900, lang)).toBe('900');
  });
});

describe('plurals', () => {
  it.each([
    [0, 'لا اتفاقية'],
    [1, 'اتفاقية واحدة'],
    [2, 'اتفاقيتين'],
    [3, '{} اتفاقيات'],
    [8, '{} اتفاقيات'],
    [11, '{} اتفاقية'],
    [100, '{} اتفاقية'],
    [103, '{} اتفاقيات'],
  ])('has six forms in Arabic: %i', (value, form) => {
    expect(formsFor(value, conventionsCounted, 'ar')).toBe(form);
  });

  it('tells many from few in Arabic where they differ', () => {
    expect(formsFor(11, months, 'ar')).toBe('{} شهرا');
    expect(formsFor(4, months, 'ar')).toBe('{} أشهر');
    expect(formsFor(4, years, 'ar')).toBe('{} سنوات');
    expect(formsFor(2, years, 'ar')).toBe('سنتان');
  });

  it('counts nought as one thing in French and as many in English', () => {
    expect(formsFor(0, conventionsCounted, 'fr')).toBe('{} convention');
    expect(formsFor(0, conventionsCounted, 'en')).toBe('{} conventions');
  });

  it('says "de" after a million in French', () => {
    const jobs = counted['JOBS_CREATED'];
    expect(jobs && formsFor(1_000_000, jobs, 'fr')).toBe('{} d’emplois');
    expect(jobs && formsFor(6000, jobs, 'fr')).toBe('{} emplois');
  });
});
