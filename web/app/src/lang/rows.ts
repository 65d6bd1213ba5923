import type { Counted } from '../lib/numbers';

/** Rows of a declaration, a revision or an entry of the trail. */
export const rowsCounted: Counted = {
  fr: { one: '{} ligne', other: '{} lignes' },
  ar: {
    zero: 'لا سطر',
    one: 'سطر واحد',
    two: 'سطران',
    few: '{} أسطر',
    many: '{} سطرا',
    other: '{} سطر',
  },
  en: { one: '{} row', other: '{} rows' },
};
