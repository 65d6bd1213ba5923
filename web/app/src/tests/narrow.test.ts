import { describe, expect, it } from 'vitest';
import { askedFor, forgetting, partialDate, viewOf, type Narrowable } from '../lib/narrow';
import { queryOf, without } from '../lib/viewed';

const list: Narrowable = {
  by: { region: null, status: ['SIGNED', 'ENDED'], from: partialDate },
  orders: ['DATE_DESC', 'DATE_ASC'],
  size: 20,
};
const view = (query: string) => viewOf(query, list);

describe('an address', () => {
  it.each([
    ['', ''],
    ['?region=MA-06&status=ENDED', '?region=MA-06&status=ENDED'],
    ['?status=&region=', ''],
    ['?from=2021-12&orderBy=DATE_ASC', '?from=2021-12&orderBy=DATE_ASC'],
    ['?orderBy=DATE_DESC&x=1', ''],
    ['?region=MA-06&after=abc', '?region=MA-06'],
  ])('is read and written: %s', (given, written) => expect(queryOf(view(given), list)).toBe(written));

  it('keeps its filters and order from page to page', () => {
    const next = queryOf(view('?region=MA-06&orderBy=DATE_ASC&before=x'), list, { after: 'a+=' });
    expect(next).toBe('?region=MA-06&orderBy=DATE_ASC&after=a%2B%3D');
    expect(view(next).after).toBe('a+=');
  });

  it('drops the cursor with a filter', () => {
    expect(without(view('?region=MA-06&status=ENDED&after=x'), list, 'status')).toBe('?region=MA-06');
    expect(without(view('?region=MA-06&after=x'), list, 'region')).toBe('');
  });

  it('tells what nothing is known of, and goes without', () => {
    const found = view('?status=NEW&orderBy=SIZE&from=soon');
    expect(found.values).toEqual({});
    expect(found.unknown).toEqual([
      { name: 'status', value: 'NEW' },
      { name: 'from', value: 'soon' },
      { name: 'orderBy', value: 'SIZE' },
    ]);
  });

  it('forgets what the register turned out not to know, once', () => {
    const found = forgetting(view('?region=MA-99&status=ENDED'), 'region');
    expect(found).toMatchObject({
      values: { status: 'ENDED' },
      unknown: [{ name: 'region', value: 'MA-99' }],
    });
    expect(found && forgetting(found, 'region')).toBeNull();
  });
});

describe('the API', () => {
  it('is asked for a page on either side of a cursor', () => {
    expect(askedFor(view('?region=MA-06'), list)).toEqual({
      filter: { region: 'MA-06' },
      orderBy: 'DATE_DESC',
      first: 20,
      after: null,
    });
    expect(askedFor(view('?before=x'), list)).toMatchObject({ last: 20, before: 'x' });
  });
});
