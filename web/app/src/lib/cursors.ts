/** The page of a list that an address names: what follows one cursor, or comes before another. */
export function pageAt(query: string, size = 50) {
  const address = new URLSearchParams(query);
  const before = address.get('before');
  return before ? { last: size, before } : { first: size, after: address.get('after') };
}
