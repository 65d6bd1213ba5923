import { placeOf } from './place';

/** Where to go on after signing in: only to a page of this site. */
export function nextOf(query: string): string | null {
  const next = new URLSearchParams(query).get('next') ?? '';
  if (!next.startsWith('/') || !URL.canParse(next, location.origin)) return null;
  const url = new URL(next, location.origin);
  return url.origin === location.origin && placeOf(url)?.page ? url.pathname + url.search : null;
}
