import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TypedDocumentString } from '../gql/graphql';
import { act } from '../lib/act';
import { deviceOf } from '../lib/devices';
import { hint } from '../lib/hint.svelte';
import { nextOf } from '../lib/next';
import { signIn, signOut } from '../lib/session';

const answers = (status: number, body: object | null = null) => {
  const fetched = vi.fn<typeof fetch>(async () => new Response(body && JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
const sentBy = (fetched: ReturnType<typeof answers>) => {
  const [address, init] = fetched.mock.calls[0] ?? [];
  return { address, method: init?.method, body: JSON.parse(String(init?.body ?? 'null')) };
};

beforeEach(() => hint.set(false));
afterEach(() => vi.unstubAllGlobals());

describe('signing in', () => {
  it('sends what was given, without a code where none was', async () => {
    const fetched = answers(200, {});
    await signIn('a@exemple.ma', 'secret');
    expect(sentBy(fetched)).toEqual({
      address: '/session',
      method: 'POST',
      body: { email: 'a@exemple.ma', password: 'secret' },
    });
    expect([hint.signedIn, localStorage.getItem('mithaq.signedIn')]).toEqual([true, '1']);
  });

  it('is refused with the reason that the site gives', async () => {
    answers(401, { code: 'UNAUTHENTICATED', reason: 'second_factor_needed' });
    await expect(signIn('a', 'b')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      more: { reason: 'second_factor_needed' },
    });
    expect(hint.signedIn).toBe(false);
  });

  it('is over when one signs out', async () => {
    hint.set(true);
    const fetched = answers(204);
    await signOut();
    expect(sentBy(fetched)).toMatchObject({ address: '/session', method: 'DELETE' });
    expect(localStorage.getItem('mithaq.signedIn')).toBeNull();
  });

  it('works in a browser that keeps nothing', () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    hint.set(true);
    expect(hint.signedIn).toBe(true);
  });
});

describe('acting', () => {
  it('sends a document that the program knows by its hash, in the body', async () => {
    const fetched = answers(200, { data: { done: true } });
    const document = new TypedDocumentString<{ done: boolean }, object>('ab'.repeat(32));
    expect(await act(document, { input: { name: 'x' } })).toEqual({ done: true });
    expect(sentBy(fetched)).toEqual({
      address: '/graphql',
      method: 'POST',
      body: {
        extensions: { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } },
        variables: { input: { name: 'x' } },
      },
    });
  });

  it('tells every fault of what is refused', async () => {
    const faults = [{ code: 'BAD_USER_INPUT', field: 'name', reason: 'name_missing' }];
    answers(200, {
      data: null,
      errors: [{ message: 'x', extensions: { code: 'BAD_USER_INPUT', field: 'name', faults } }],
    });
    const asked = act(new TypedDocumentString<unknown, object>('mutation { x }'), {});
    await expect(asked).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'name', more: { faults } });
  });
});

describe('where one goes on', () => {
  it.each([
    ['/fr/account', '/fr/account'],
    ['/ar/administration/accounts?after=x', '/ar/administration/accounts?after=x'],
    ['https://example.org/fr', null],
    ['//example.org/fr', null],
    ['/\\example.org/fr', null],
    ['javascript:alert(1)', null],
    ['/de/account', null],
    ['/fr/nowhere', null],
    ['', null],
  ])('after %s', (next, expected) => {
    expect(nextOf(`?next=${encodeURIComponent(next)}`)).toBe(expected);
  });
});

describe('a browser', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox · Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge · Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome · Android',
    ],
    ['curl/8.5', 'curl/8.5'],
  ])('is called as people call it: %s', (agent, name) => expect(deviceOf(agent)).toBe(name));
});
