import { describe, expect, it } from 'vitest';
import { restOf, ways } from '../lib/allocations';

const known = (value: number) => ({ value, status: 'KNOWN' as const });

describe('the parts of a target', () => {
  it('leave a rest', () => {
    expect(restOf(known(400), [{ figure: known(300) }, { figure: known(60) }])).toEqual(known(40));
    expect(restOf(known(400), [])).toEqual(known(400));
  });

  it('leave a rest that is not known where a part or the target is not', () => {
    const unknown = { status: 'UNKNOWN' };
    expect(restOf(known(400), [{ figure: known(300) }, { figure: { status: 'UNKNOWN' } }])).toEqual(unknown);
    expect(restOf({ status: 'NOT_PUBLISHED' }, [{ figure: known(1) }])).toEqual(unknown);
    expect(restOf(known(10), [{ figure: known(11) }])).toEqual(unknown);
  });

  it('stand by region, by year, and never together', () => {
    const region = { region: {}, figure: known(1) };
    const year = { year: 2024, figure: known(2) };
    const both = { region: {}, year: 2024, figure: known(3) };
    expect(ways([region, year, both, region]).map(({ parts }) => parts.length)).toEqual([2, 1, 1]);
  });
});
