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

/** An entry of the history: its own key, and how many of the document's came before it. */
interface Entry {
  key: string;
  before: number;
}

/** The entry that the browser is at; null for one that it has made itself. */
export function entry(): Entry | null {
  const state = history.state as Partial<Entry> | null;
  return state?.before === undefined ? null : (state as Entry);
}

/** An entry after one; the first, after none. */
export const entryAfter = (last?: Entry | null): Entry => ({
  key: crypto.randomUUID?.() ?? String(Math.random()),
  before: last ? last.before + 1 : 0,
});

/** How far down the present entry was left; null where it is new. */
export const leftAt = (): number | null => scrolls[entry()?.key ?? ''] ?? null;

export function keepPlace() {
  const at = entry();
  if (at) scrolls[at.key] = scrollY;
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
