import { describe, expect, it } from 'vitest';
import { educations, genders, identityKinds, jobForm, situations } from '../lang/jobForm';
import { contractKinds } from '../lang/opening';
import type { Words } from '../lib/language';
import source from '../../../columns_jobs.go?raw';

// What is chosen in a sheet, the program says; what is chosen in a form, the app. A partner has both before them.

/** The choices of a column, as the program has them. */
function choicesOf(key: string): Record<string, Words> {
  const column = source.split(/\n\t\{\n/).find((text) => text.includes(`key: "${key}"`)) ?? '';
  const each = /\{"([A-Z_]+)", words\{"FR": "([^"]*)", "AR": "([^"]*)", "EN": "([^"]*)"\}\}/g;
  return Object.fromEntries(
    [...column.matchAll(each)].map(([, code = '', fr = '', ar = '', en = '']) => [code, { fr, ar, en }]),
  );
}

const known = (words: Record<string, Words>) =>
  Object.fromEntries(Object.entries(words).filter(([code]) => code !== 'UNKNOWN'));

describe('the choices of sheets and forms', () => {
  it.each([
    ['person.identityKind', identityKinds],
    ['person.gender', genders],
    ['person.education', educations],
    ['person.situationBefore', situations],
    ['contractKind', contractKinds],
  ] as [string, Record<string, Words>][])('are called the same: %s', (key, words) => {
    expect(Object.keys(choicesOf(key)).length).toBeGreaterThan(1);
    expect(choicesOf(key)).toEqual(known(words));
  });

  it('call the end of a job the same', () => expect(choicesOf('kind')['JOB_END']).toEqual(jobForm.isEnd));
});
