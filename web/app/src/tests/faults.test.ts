import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../lib/api';
import { faultsOf } from '../lib/faults';
import { language } from '../lib/say.svelte';

beforeEach(() => language.set('en'));

const said = (error: unknown) => faultsOf(error).map(({ field, text }) => `${field}|${text}`);

describe('a refusal in words', () => {
  it('is worded by its reason, at its field', () =>
    expect(said(new Refusal('BAD_USER_INPUT', 'password', { reason: 'password_short' }))).toEqual([
      'password|The password must have 12 characters at least.',
    ]));

  it('has every fault by itself', () => {
    const faults = [
      { code: 'BAD_USER_INPUT', field: 'name', reason: 'name_missing' },
      { code: 'BAD_USER_INPUT', field: 'password', reason: 'password_common' },
    ];
    expect(faultsOf(new Refusal('BAD_USER_INPUT', 'name', { faults })).map((one) => one.field)).toEqual([
      'name',
      'password',
    ]);
  });

  it('says in how many minutes to try again', () =>
    expect(said(new Refusal('RATE_LIMITED', '', { reason: 'attempts_too_many', retryAfter: 61 }))).toEqual([
      '|There were too many tries. Try again in 2\u00a0minutes.',
    ]));

  it('says so in hours where that is many minutes', () =>
    expect(
      said(new Refusal('RATE_LIMITED', '', { reason: 'invitations_many', retryAfter: 82801 }))[0],
    ).toMatch(/Try again in 24\u00a0hours\.$/));

  it('falls back to its code, and from there to a general sentence', () => {
    expect(said(new Refusal('FORBIDDEN', '', { reason: 'never_heard_of' }))).toEqual([
      '|Your roles do not allow it.',
    ]);
    const general = said(new Refusal('HTTP_502'));
    expect(general).toEqual(said(new TypeError('x')));
    expect(general[0]).toMatch(/^\|Nothing was done/);
  });

  it('leads to sign in again where the session is over, and not where the password was wrong', () => {
    expect(faultsOf(new Refusal('UNAUTHENTICATED'))[0]?.signedOut).toBe(true);
    expect(
      faultsOf(new Refusal('UNAUTHENTICATED', '', { reason: 'sign_in_wrong' }))[0]?.signedOut,
    ).toBeFalsy();
  });
});
