import { pages } from '../lang/pages';
import { addressOf } from './asked';
import { isLang, type Lang } from './language';
import { placeOf, type Place } from './place';
import { askBeforeLeaving, mayLeave } from './unsaved';
import { entry, entryAfter, keepPlace, keepScrolls, leftAt, settle } from './scrolls';

/** How the reader came: by a link, by going back or forth, or by opening the page. */
export type Arrival = 'opened' | 'followed' | 'returned';

export interface Visit {
  place: Place;
  arrival: Arrival;
  /** How far down the page was left; null where it is new. */
  top: number | null;
}

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
  return { lang: preferred(), page: null, slug: '', path: '/', query: '' };
}

/** The entry of the history that is shown; those that the browser makes, for places of a page, are numbered as they come. */
let here = numbered();

function numbered(last?: typeof here) {
  const known = entry();
  if (known) return known;
  const next = entryAfter(last);
  history.replaceState(next, '');
  return next;
}

let visit = $state.raw<Visit>({ place: current(), arrival: 'opened', top: leftAt() });
let address = location.pathname + location.search;
let hash = $state(location.hash);

/** The visit that is wanted; what is shown follows when its data are there. */
export const router = {
  get visit(): Visit {
    return visit;
  },
  /** The place on the page that the address names, with its "#". */
  get hash(): string {
    return hash;
  },
};

/**
 * Whether the app answers an address itself. The page for developers may style at run time and no other may: to it and
 * from it leads the browser, so that each has the policy of its own document.
 */
function ours(url: URL): boolean {
  const place = url.origin === location.origin && placeOf(url);
  return !!place && (place.page === 'developers') === (visit.place.page === 'developers');
}

/** The link of a plain click that the app answers itself; null for every other: the browser knows better. */
function ownLink(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  if (!link || link.hasAttribute('download') || (link.target && link.target !== '_self')) return null;
  const url = new URL(link.href);
  if (!ours(url)) return null;
  const samePage = url.pathname === location.pathname && url.search === location.search;
  return samePage && url.hash ? null : url;
}

function follow(url: URL) {
  here = entryAfter(here);
  history.pushState(here, '', url);
  address = url.pathname + url.search;
  hash = url.hash;
  visit = { place: placeOf(url) as Place, arrival: 'followed', top: null };
}

const waiting: (() => void)[] = [];

/** Tells those who led here that the page is shown. */
export function arrived() {
  for (const tells of waiting.splice(0)) tells();
}

/** Leads to another page of the site, as a link would. What leads is busy until that is shown: so nothing is sent twice. */
export function lead(path: string): Promise<void> {
  const url = new URL(path, location.origin);
  keepPlace();
  const shown = new Promise<void>((tells) => waiting.push(tells));
  if (ours(url)) follow(url);
  else location.assign(url);
  return shown;
}

/** Takes what the address names after its "#" out of it, so that the history doesn't keep it. */
export function takeHash(): string {
  const taken = location.hash.slice(1);
  if (taken) history.replaceState(history.state, '', location.pathname + location.search);
  hash = '';
  return taken;
}

/** Where a form of the app's own asks to go; null where the browser leads there. */
function ownForm(event: SubmitEvent): URL | null {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== 'get') return null;
  const url = addressOf(form);
  return ours(url) ? url : null;
}

/** Whether the address names a place in the middle of a list. */
export const hasCursor = (): boolean => /[?&](after|before)=/.test(location.search);

/** Leads from the middle of a list, which its cursor did not name, to its start. */
export function toStart() {
  const url = new URL(location.href);
  url.searchParams.delete('after');
  url.searchParams.delete('before');
  history.replaceState(history.state, '', url);
  address = url.pathname + url.search;
  visit = { ...visit, place: current() };
}

/** Starts to listen; gives back how to stop. */
export function listen(): () => void {
  history.scrollRestoration = 'manual';
  const stop = new AbortController();
  const { signal } = stop;
  const answer = (event: Event, url: URL | null) => {
    keepPlace();
    if (!url) return;
    event.preventDefault();
    if (mayLeave()) follow(url);
  };
  const click = (event: MouseEvent) => answer(event, ownLink(event));
  const submit = (event: SubmitEvent) => answer(event, ownForm(event));
  const popped = () => {
    const to = numbered(here);
    const top = leftAt();
    // The browser has left already: who stays is led back, by as many entries.
    if (address !== location.pathname + location.search && !mayLeave())
      return history.go(here.before - to.before);
    here = to;
    hash = location.hash;
    if (address !== location.pathname + location.search) {
      address = location.pathname + location.search;
      visit = { place: current(), arrival: 'returned', top };
    } else {
      // The browser leads to another place of the page itself, but not back to where one was.
      settle(top);
    }
  };
  document.addEventListener('click', click, { signal });
  document.addEventListener('submit', submit, { signal });
  addEventListener('popstate', popped, { signal });
  addEventListener('scroll', keepPlace, { signal, passive: true });
  addEventListener('pagehide', keepScrolls, { signal });
  addEventListener('beforeunload', askBeforeLeaving, { signal });
  // What a browser has kept whole to go back to may be of somebody who has signed out since.
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted && visit.place.page && pages[visit.place.page].private) location.reload();
  };
  addEventListener('pageshow', shown, { signal });
  return () => stop.abort();
}
