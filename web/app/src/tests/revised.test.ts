import { beforeEach, describe, expect, it } from 'vitest';
import { takeCodes } from '../lib/coded.svelte';
import {
  asTree,
  fits,
  flat,
  nested,
  rowLabel,
  shownValue,
  slugFor,
  slugged,
  type Column,
  type DraftRow,
} from '../lib/revised';
import { pagesOf } from '../lib/revisedPages';
import { language } from '../lib/say.svelte';

beforeEach(() => language.set('fr'));

const column = (name: string, kind: Column['kind'] = 'TEXT', more: Partial<Column> = {}): Column => ({
  name,
  kind,
  values: [],
  reference: null,
  rule: null,
  default: null,
  isRequired: false,
  isOfRequiredGroup: false,
  isList: false,
  isKey: false,
  ...more,
});

describe('what a form says', () => {
  it('becomes a row: numbers, groups and lists, and nothing of what is left empty', () => {
    const of = [
      column('slug'),
      column('title.language', 'ENUM'),
      column('title.fr'),
      column('title.ar'),
      column('occasion.language', 'ENUM'),
      column('occasion.fr'),
      column('figure', 'FIGURE'),
      column('baseline', 'FIGURE'),
      column('register_own', 'BOOLEAN'),
      column('regions', 'REFERENCE', { isList: true }),
    ];
    const texts = {
      slug: ' un-deux ',
      'title.language': 'FR',
      'title.fr': 'Titre',
      'title.ar': ' ',
      'occasion.language': 'AR',
      figure: '1\u202f200',
      baseline: 'NOT_PUBLISHED',
      register_own: 'false',
    };
    const row = nested(of, texts, { regions: ['MA-01', 'MA-06'] });
    expect(row).toEqual({
      slug: 'un-deux',
      title: { language: 'FR', fr: 'Titre' },
      figure: 1200,
      baseline: 'NOT_PUBLISHED',
      register_own: false,
      regions: ['MA-01', 'MA-06'],
    });
    expect(flat(row)).toMatchObject({ 'title.fr': 'Titre', figure: '1200', regions: ['MA-01', 'MA-06'] });
  });

  it.each([
    ['PARTIAL_DATE', '2026-11', true],
    ['PARTIAL_DATE', '2026-13', false],
    ['PARTIAL_DATE', 'novembre', false],
    ['FIGURE', 'quarante', false],
    ['FIGURE', 'UNKNOWN', true],
    ['FIGURE', '6 000', true],
    ['INTEGER', '-1', false],
    ['TEXT', 'novembre', true],
  ] as const)('is held to its form: %s %s', (kind, text, right) =>
    expect(fits(column('x', kind), text)).toBe(right),
  );

  it('has a slug made of it, without accents', () => {
    expect(slugged('  L’Été à Fès — 2026 ')).toBe('l-ete-a-fes-2026');
    expect(slugFor('commitments', { indicator: 'JOBS_CREATED' }, 'convention-1')).toBe(
      'convention-1-jobs-created',
    );
    expect(slugFor('signings', { title: { ar: 'توقيع' } }, '')).toBe('');
  });
});

describe('a value, as it is read', () => {
  const shown = (kind: Column['kind'], value: unknown, isList = false) =>
    shownValue('openings', 'x', value, { kind, isList });

  it('is said by what its column holds', () => {
    expect([shown('BOOLEAN', 'true'), shown('BOOLEAN', false)]).toEqual(['oui', 'non']);
    expect([shown('DAY', '2026-11-01'), shown('PARTIAL_DATE', '2026-11')]).toEqual([
      '1er\u00a0novembre\u00a02026',
      'novembre\u00a02026',
    ]);
    expect(shown('MOMENT', '2026-11-27T09:05:00')).toBe('27\u00a0novembre\u00a02026 à\u00a09\u00a0h\u00a005');
    expect([shown('FIGURE', '1200'), shown('FIGURE', 'UNKNOWN')]).toEqual(['1\u202f200', 'non connu']);
    expect(shown('TEXT', '2026-11-01')).toBe('2026-11-01');
    expect(shownValue('allocations', 'year', '2026', { kind: 'INTEGER' })).toBe('2026');
  });

  it('is the name of the row that its code stands for, alone and in a list', () => {
    const names = (...nodes: { code: string; name: string }[]) => ({ nodes });
    takeCodes({
      regions: names({ code: 'MA-06', name: 'Casablanca-Settat' }),
      sectors: names({ code: 'C', name: 'Industrie manufacturière' }),
      occupationGroups: names({ code: '2', name: 'Professions intellectuelles' }),
    });
    const column = { kind: 'REFERENCE', reference: 'regions', isList: true } as const;
    expect(shownValue('conventions', 'regions', ['MA-06', 'MA-99'], column)).toBe(
      'Casablanca-Settat et MA-99',
    );
    expect(shownValue('conventions', 'regions', 'MA-06, MA-99', column)).toBe('Casablanca-Settat et MA-99');
    const group = { kind: 'REFERENCE', reference: 'occupation_groups' } as const;
    expect(shownValue('openings', 'occupation_group', '2', group)).toBe('Professions intellectuelles');
    expect(rowLabel('allocations', { region: 'MA-06', sector: 'C', figure: 40 })).toBe(
      'Casablanca-Settat · Industrie manufacturière · 40',
    );
  });

  it('has all of a list, as a row has it and as a change tells it', () => {
    expect(shown('REFERENCE', ['MA-01', 'MA-06'], true)).toBe('MA-01 et MA-06');
    expect(shown('REFERENCE', 'MA-01, MA-02, MA-06', true)).toBe('MA-01, MA-02 et MA-06');
  });

  it('is in the language of the page', () => {
    language.set('ar');
    expect([shown('BOOLEAN', 'true'), shown('DAY', '2026-11-01')]).toEqual(['نعم', '1\u00a0نونبر\u00a02026']);
  });
});

const row = (id: string, table: string, values: object, more: Partial<DraftRow> = {}): DraftRow => ({
  id,
  table,
  values,
  position: 1,
  operation: 'WRITE',
  subjectId: null,
  ofId: null,
  version: 1,
  above: null,
  ...more,
});

describe('the rows of a draft', () => {
  const signing = row('1', 'signings', { slug: 's', title: { fr: 'Une signature' } });
  const target = row('3', 'targets', { kind: 'SIGNATURE', figure: 40 }, { ofId: '2' });
  const commitment = row('2', 'commitments', { slug: 'c', wording: { fr: 'Des emplois' } }, { ofId: '1' });
  const tie = row(
    '4',
    'partner_ties',
    {},
    {
      ofId: 'P',
      above: { id: 'P', table: 'partners', values: { slug: 'p', name: { fr: 'Atelier' } }, above: null },
    },
  );

  it('stand under what they belong to', () =>
    expect(asTree([signing, target, commitment, tie]).map(({ row: { id }, depth }) => [id, depth])).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 2],
      ['4', 0],
    ]));

  it('are seen on their own page, or on that of what they belong to, each once', () =>
    expect(pagesOf([signing, commitment, target, tie]).map(({ path }) => path)).toEqual([
      '/signings/s',
      '/commitments/c',
      '/partners/p',
    ]));

  it('are called by their words in the language of the page, else by what they say', () => {
    language.set('ar');
    expect(rowLabel('partners', { name: { fr: 'Atelier', ar: 'ورشة' } })).toBe('ورشة');
    expect(rowLabel('partners', { name: { fr: 'Atelier' } })).toBe('Atelier');
    language.set('fr');
    expect(rowLabel('targets', target.values)).toBe('objectif initial, à la signature · 40');
  });
});
