import { decoded } from './place';

/** How far down each entry of the history was left, by the entry's own key. */
const scrolls = read();

/** A browser that keeps nothing for this site throws: places are then forgotten with the document. */
function read(): Record<string, number> {
  try {
    return JSON.parse(sessionStorage.getItem('scrolls') ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

export function keepScrolls() {
  try {
    sessionStorage.setItem('scrolls', JSON.stringify(scrolls));
  } catch {
    // as above
  }
}

export const newKey = (): string => crypto.randomUUID?.() ?? String(Math.random());

const keyOf = (state: unknown): string | undefined => (state as { key?: string } | null)?.key;

/** How far down the present entry was left; one that is new is given its key, and has no place. */
export function leftAt(): number | null {
  const key = keyOf(history.state);
  if (key) return scrolls[key] ?? null;
  history.replaceState({ key: newKey() }, '');
  return null;
}

export function keepPlace() {
  const key = keyOf(history.state);
  if (key) scrolls[key] = scrollY;
}

/** What the address names on the page. */
export function target(): HTMLElement | null {
  return document.getElementById(decoded(location.hash.slice(1)) ?? '');
}

/** Goes to where the page was left; where it is new, to what the address names, or to its start. */
export function settle(top: number | null) {
  const named = target();
  if (named && top === null) named.scrollIntoView();
  else scrollTo(0, top ?? 0);
}
