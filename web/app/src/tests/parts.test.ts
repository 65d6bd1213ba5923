import { render } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FigureStatus, TextPartsFragment } from '../gql/graphql';
import { conventionsCounted } from '../lang/nouns';
import { typeset } from '../lib/language';
import { originals, someTranslated } from '../lib/originals.svelte';
import { language } from '../lib/say.svelte';
import Count from '../parts/Count.svelte';
import Day from '../parts/Day.svelte';
import Figure from '../parts/Figure.svelte';
import Ladder from '../parts/Ladder.svelte';
import TargetCount from '../parts/TargetCount.svelte';
import Text from '../parts/Text.svelte';
import Unbroken from '../parts/Unbroken.svelte';

beforeEach(() => {
  language.set('fr');
  originals.set(false);
});

describe('a figure', () => {
  const shown = (value: number | null, status: FigureStatus) =>
    render(Figure, { figure: { value, status } }).container.textContent?.trim();

  it('is its number, grouped', () => expect(shown(6000, 'KNOWN')).toBe('6\u202f000'));
  it('is nought only where nought is stated', () => expect(shown(0, 'KNOWN')).toBe('0'));
  it('says that it is a part', () => expect(shown(12, 'AT_LEAST')).toBe('au moins 12'));
  it.each([
    ['UNKNOWN', 'non connu'],
    ['NOT_PUBLISHED', 'non publié'],
    ['SUPPRESSED', 'masqué pour protéger les personnes'],
    ['NOT_APPLICABLE', 'sans objet'],
  ] as const)('says why there is none: %s', (status, words) => expect(shown(null, status)).toBe(words));
});

describe('a target', () => {
  const shown = (code: string, value: number | null, status: FigureStatus) =>
    render(TargetCount, {
      figure: { value, status },
      indicator: { code, name: 'emplois créés' },
    }).container.textContent?.trim();

  it('is worded as a promise', () => expect(shown('JOBS_CREATED', 7, 'KNOWN')).toBe('7 emplois promis'));
  it('is called by its indicator’s name where it has no words of its own', () =>
    expect(shown('OTHER', 7, 'KNOWN')).toBe('7 emplois créés'));
  it('says why there is no number', () =>
    expect(shown('JOBS_CREATED', null, 'NOT_PUBLISHED')).toBe('non publié emplois créés'));

  it('has a tick on its bar only where it is known', () => {
    const open = (value: number | null, status: FigureStatus) =>
      render(Ladder, { props: { target: { value, status } } }).container.querySelector('.track.open') !==
      null;
    expect([open(6000, 'KNOWN'), open(null, 'NOT_PUBLISHED')]).toEqual([false, true]);
  });
});

describe('a sentence with joined words', () => {
  it('keeps them together, and a number with its noun in any case', () => {
    const { container } = render(Unbroken, { text: '7\u00a0porteurs\u00a0de\u00a0projets: et alors?' });
    expect(container.querySelector('span')?.textContent).toBe('7\u00a0porteurs de projets:');
    expect(container.textContent).toBe('7\u00a0porteurs de projets: et alors?');
  });
});

describe('a text', () => {
  const translated: TextPartsFragment = {
    value: 'ندوة',
    language: 'AR',
    translated: true,
    original: "séminaire initié par l'ANAPEC",
    originalLanguage: 'FR',
  };

  it('stands without a mark in the language of the page', () => {
    language.set('ar');
    expect(render(Text, { text: translated }).container.querySelector('[lang]')).toBeNull();
  });

  it('is marked with its language and direction in another', () => {
    const mark = render(Text, { text: translated }).container.querySelector('bdi');
    expect(mark?.getAttribute('lang')).toBe('ar');
    expect(mark?.getAttribute('dir')).toBe('rtl');
  });

  it('is its original when that is wanted', () => {
    language.set('ar');
    originals.set(true);
    const { container } = render(Text, { text: translated });
    expect(container.textContent).toBe('séminaire initié par l’ANAPEC');
    expect(container.querySelector('bdi')?.getAttribute('lang')).toBe('fr');
  });

  it('makes its page say that it is translated', () => {
    expect(someTranslated({ signing: { nodes: [{ titleText: translated }] } })).toBe(true);
    expect(
      someTranslated({ signing: { nodes: [{ titleText: { ...translated, translated: false } }, null] } }),
    ).toBe(false);
  });
});

describe('a count and a day', () => {
  it('stand out with their number, which some Arabic nouns hold in themselves', () => {
    language.set('ar');
    expect(render(Count, { value: 2, of: conventionsCounted }).container.textContent).toBe('اتفاقيتين');
    expect(render(Count, { value: 8, of: conventionsCounted }).container.textContent).toBe('8 اتفاقيات');
  });

  it('are never an empty place', () => {
    expect(render(Day, { value: null }).container.textContent).toBe('non publié');
    const time = render(Day, { value: '2021-12' }).container.querySelector('time');
    expect(time?.getAttribute('datetime')).toBe('2021-12');
    expect(time?.textContent).toBe('décembre\u00a02021');
  });
});

describe('French as it is set', () => {
  it('keeps its marks with their words', () => {
    expect(typeset("« l'emploi » : 6 000 ?", 'fr')).toBe('«\u202fl’emploi\u202f»\u202f: 6\u202f000\u202f?');
  });
  it('leaves other languages alone', () => expect(typeset("the ministry's", 'en')).toBe("the ministry's"));
});
