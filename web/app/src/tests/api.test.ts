import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TypedDocumentString } from '../gql/graphql';

const document = new TypedDocumentString<{ register: { kind: string } }, { language: string }>(
  'query Home($language: Language!) { register { kind } }',
);
const answer = { data: { register: { kind: 'REAL' } } };

const replies = (body: unknown, status = 200) =>
  vi.fn<typeof fetch>(
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
  );

let ask: typeof import('../lib/api').ask;
beforeEach(async () => {
  vi.resetModules(); // what is kept is kept by the module
  ({ ask } = await import('../lib/api'));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const codeOf = (asked: Promise<unknown>) => asked.then(() => 'answered').catch((error) => error.code);

describe('asking', () => {
  it('asks anew once something was done', async () => {
    const fetched = replies(answer);
    vi.stubGlobal('fetch', fetched);
    const { act } = await import('../lib/act');
    await ask(document, { language: 'FR' });
    await ask(document, { language: 'FR' });
    expect(fetched).toHaveBeenCalledTimes(1);
    await act(document, { language: 'FR' }); // that reads
    await ask(document, { language: 'FR' });
    expect(fetched).toHaveBeenCalledTimes(2);
    await act(new TypedDocumentString<unknown, { input: object }>('mutation'), { input: {} });
    await ask(document, { language: 'FR' });
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  const addressed = async (text: string, variables: object) => {
    const fetched = replies(answer);
    vi.stubGlobal('fetch', fetched);
    expect(await ask(new TypedDocumentString<unknown, object>(text), variables)).toEqual(answer.data);
    const [address, init] = fetched.mock.calls[0] ?? [];
    expect(init?.method).toBeUndefined();
    return new URL(String(address), 'https://mithaq.example');
  };

  it('sends the document and its variables in the address', async () => {
    const { pathname, searchParams } = await addressed(document.toString(), { language: 'AR' });
    expect([pathname, ...searchParams.keys()]).toEqual(['/graphql', 'query', 'variables']);
    expect(searchParams.get('query')).toBe(document.toString());
    expect(searchParams.get('variables')).toBe('{"language":"AR"}');
  });

  it('sends the hash of a document that the program knows', async () => {
    const { searchParams } = await addressed('ab'.repeat(32), {});
    expect([...searchParams.keys()]).toEqual(['extensions']);
    expect(JSON.parse(searchParams.get('extensions') ?? '')).toEqual({
      persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) },
    });
  });

  it('keeps an answer for some minutes, unless a fresh one is wanted', async () => {
    vi.useFakeTimers();
    const fetched = replies(answer);
    vi.stubGlobal('fetch', fetched);
    await ask(document, { language: 'FR' });
    await ask(document, { language: 'FR' });
    expect(fetched).toHaveBeenCalledTimes(1);
    await ask(document, { language: 'EN' });
    await ask(document, { language: 'FR' }, true);
    expect(fetched).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(6 * 60_000);
    await ask(document, { language: 'FR' });
    expect(fetched).toHaveBeenCalledTimes(4);
  });
});

describe('an answer that does not come', () => {
  it.each([
    [
      'the API’s own code',
      { ...answer, errors: [{ message: 'x', extensions: { code: 'TIMEOUT' } }] },
      200,
      'TIMEOUT',
    ],
    ['an error without a code', { errors: [{ message: 'x' }] }, 200, 'HTTP_200'],
    ['no data', {}, 500, 'HTTP_500'],
    ['no JSON', '<html>', 502, 'HTTP_502'],
  ])('is refused with %s', async (_, body, status, code) => {
    vi.stubGlobal('fetch', replies(body, status));
    expect(await codeOf(ask(document, { language: 'FR' }))).toBe(code);
  });

  it('is told from one that nobody could be asked for, and is not kept', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('no network')));
    expect(await codeOf(ask(document, { language: 'FR' }))).toBe('NETWORK');
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new DOMException('', 'TimeoutError')));
    expect(await codeOf(ask(document, { language: 'FR' }))).toBe('NO_ANSWER');
    vi.stubGlobal('fetch', replies(answer));
    expect(await codeOf(ask(document, { language: 'FR' }))).toBe('answered');
  });
});
