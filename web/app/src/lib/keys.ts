/**
 * Sends something with a key of its own. The same that is sent again, since no answer came, has the same key, so that it is
 * done once; what was answered is over.
 */
export function keyed() {
  let last = '';
  let key = '';
  return async <Result>(payload: object, send: (key: string) => Promise<Result>): Promise<Result> => {
    const text = JSON.stringify(payload);
    if (text !== last) [last, key] = [text, crypto.randomUUID?.() ?? String(Math.random())];
    const result = await send(key);
    last = '';
    return result;
  };
}
