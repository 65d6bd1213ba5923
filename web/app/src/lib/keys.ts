/** 128 bits: `randomUUID` is there only where the site comes with a certificate. */
const unguessed = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Sends something with a key of its own. The same that is sent again, since no answer came, has the same key, so that it is
 * done once; what was answered is over.
 */
export function keyed() {
  let last = '';
  let key = '';
  return async <Result>(payload: object, send: (key: string) => Promise<Result>): Promise<Result> => {
    const text = JSON.stringify(payload);
    if (text !== last) [last, key] = [text, unguessed()];
    const result = await send(key);
    last = '';
    return result;
  };
}
