import { isLang, type Lang } from './language';
import { placeOf, type Place } from './place';

/** How the reader came: by a link, by going back or forth, or by opening the page. */
export type Arrival = 'opened' | 'followed' | 'returned';

export interface Visit {
  place: Place;
  arrival: Arrival;
  /** How far down the page was left; 0 where it is new. */
  top: number;
}

const scrolls: Record<string, number> = JSON.parse(sessionStorage.getItem('scrolls') ?? '{}');

const entryKey = (): string => (history.state as { key?: string } | null)?.key ?? 'first';

const leftAt = (): number => scrolls[entryKey()] ?? 0;

/** The language of a first visit to an address without one. */
function preferred(): Lang {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLang);
  return wanted ?? 'fr';
}

function current(): Place {
  const place = placeOf(new URL(location.href));
  if (place) return place;
  // Only the development server leaves an address without a language to the app.
  const url = new URL(location.href);
  if (url.pathname === '/') {
    history.replaceState(history.state, '', `/${preferred()}${url.search}${url.hash}`);
    return placeOf(new URL(location.href)) as Place;
  }
  return { lang: preferred(), page: null, slug: '', after: null, path: '/' };
}

let visit = $state.raw<Visit>({ place: current(), arrival: 'opened', top: leftAt() });
let address = location.pathname + location.search;

/** The visit that is wanted; what is shown follows when its data are there. */
export const router = {
  get visit(): Visit {
    return visit;
  },
};

/** The link of a plain click that the app answers itself; null for every other: the browser knows better. */
function ownLink(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  if (!link || link.hasAttribute('download') || (link.target && link.target !== '_self')) return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !placeOf(url)) return null;
  const samePage = url.pathname === location.pathname && url.search === location.search;
  return samePage && url.hash ? null : url;
}

function follow(url: URL) {
  history.pushState({ key: crypto.randomUUID?.() ?? String(Math.random()) }, '', url);
  address = url.pathname + url.search;
  visit = { place: placeOf(url) as Place, arrival: 'followed', top: 0 };
}

/** Starts to listen; gives back how to stop. */
export function listen(): () => void {
  history.scrollRestoration = 'manual';
  const stop = new AbortController();
  const { signal } = stop;
  const click = (event: MouseEvent) => {
    const url = ownLink(event);
    if (!url) return;
    event.preventDefault();
    follow(url);
  };
  const popped = () => {
    // A step between two hashes of one page is the browser's own.
    if (address === location.pathname + location.search) return;
    address = location.pathname + location.search;
    visit = { place: current(), arrival: 'returned', top: leftAt() };
  };
  document.addEventListener('click', click, { signal });
  addEventListener('popstate', popped, { signal });
  addEventListener('scroll', () => (scrolls[entryKey()] = scrollY), { signal, passive: true });
  addEventListener('pagehide', () => sessionStorage.setItem('scrolls', JSON.stringify(scrolls)), { signal });
  return () => stop.abort();
}
