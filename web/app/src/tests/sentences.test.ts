import { beforeEach, describe, expect, it } from 'vitest';
import { claim } from '../lang/claim';
import { counted, promised } from '../lang/commitment';
import { home } from '../lang/home';
import { partner } from '../lang/partner';
import { languages, type Lang } from '../lib/language';
import type { Counted } from '../lib/numbers';
import { count, language } from '../lib/say.svelte';

beforeEach(() => language.set('fr'));

/** How a sentence begins in a language, at each number. */
function beginnings(words: Counted, lang: Lang): (length: number) => string[] {
  language.set(lang);
  return (length) => [0, 1, 2, 7, 11].map((n) => count(n, words).replaceAll('\u00a0', ' ').slice(0, length));
}

describe('a sentence around a count, at 0, 1, 2, 7 and 11', () => {
  it('says how many sources speak of a signing', () => {
    expect(beginnings(claim.explained, 'fr')(24)).toEqual([
      'Aucune source enregistré',
      'Une seule source parle d',
      '2 sources parlent de cet',
      '7 sources parlent de cet',
      '11 sources parlent de ce',
    ]);
    expect(beginnings(claim.explained, 'ar')(31)).toEqual([
      'لا يتحدث أي مصدر مسجل عن هذا ال',
      'يتحدث عن هذا التوقيع مصدر واحد.',
      'يتحدث عن هذا التوقيع مصدران. أو',
      'تتحدث عن هذا التوقيع 7 مصادر. أ',
      'يتحدث عن هذا التوقيع 11 مصدرا. ',
    ]);
    expect(beginnings(claim.explained, 'en')(24)).toEqual([
      'No registered source spe',
      'Only one source speaks o',
      '2 sources speak of this ',
      '7 sources speak of this ',
      '11 sources speak of this',
    ]);
  });

  it('says that none of them gives a figure of delivery', () => {
    expect(beginnings(home.noneDelivered, 'fr')(22)).toEqual([
      'Aucune source enregist',
      'La seule source qui pa',
      'Aucune des 2 sources q',
      'Aucune des 7 sources q',
      'Aucune des 11 sources ',
    ]);
    expect(beginnings(home.noneDelivered, 'ar')(29)).toEqual([
      'لا يتحدث أي مصدر مسجل عن هذا ',
      'يتحدث عن هذا التوقيع مصدر واح',
      'يتحدث عن هذا التوقيع مصدران، ',
      'تتحدث عن هذا التوقيع 7 مصادر،',
      'يتحدث عن هذا التوقيع 11 مصدرا',
    ]);
    expect(beginnings(home.noneDelivered, 'en')(24)).toEqual([
      'No registered source spe',
      'The one source that spea',
      'Neither of the 2 sources',
      'None of the 7 sources th',
      'None of the 11 sources t',
    ]);
  });

  it('says that nobody tells which convention a partner signed', () => {
    expect(beginnings(partner.which, 'fr')(72)).toEqual([
      'Aucune source ne dit laquelle ou lesquelles des conventions il a signées',
      'Aucune source ne dit s’il a signé l’unique convention.',
      'Aucune source ne dit laquelle ou lesquelles des 2 conventions il a signé',
      'Aucune source ne dit laquelle ou lesquelles des 7 conventions il a signé',
      'Aucune source ne dit laquelle ou lesquelles des 11 conventions il a sign',
    ]);
    expect(beginnings(partner.which, 'ar')(99).map((text) => text.split('وقع').at(-1))).toEqual([
      'ها.',
      ' الاتفاقية الوحيدة.',
      'ها (العدد: اتفاقيتان).',
      'ها (العدد: 7 اتفاقيات).',
      'ها (العدد: 11 اتفاقية).',
    ]);
    expect(beginnings(partner.which, 'en')(39)).toEqual([
      'No source says which of the conventions',
      'No source says whether it signed the on',
      'No source says which of the 2 conventio',
      'No source says which of the 7 conventio',
      'No source says which of the 11 conventi',
    ]);
  });
});

describe('a promise', () => {
  it('has its own words wherever a count has', () => {
    expect(Object.keys(promised)).toEqual(Object.keys(counted));
  });

  it('is counted in every Arabic form', () => {
    language.set('ar');
    const jobs = promised['JOBS_CREATED'] as Counted;
    expect([1, 2, 7, 11, 6000].map((n) => count(n, jobs).replaceAll('\u00a0', ' '))).toEqual([
      'منصب شغل واحد موعود به',
      'منصبا شغل موعود بهما',
      '7 مناصب شغل موعود بها',
      '11 منصب شغل موعودا به',
      '6.000 منصب شغل موعود به',
    ]);
  });

  it('is never worded as a fact', () => {
    for (const lang of languages)
      for (const [code, words] of Object.entries(promised))
        expect(Object.values(words[lang])).not.toEqual(Object.values((counted[code] as Counted)[lang]));
  });
});
