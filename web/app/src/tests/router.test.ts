import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let stop: () => void;
let router: typeof import('../lib/router.svelte').router;

beforeEach(async () => {
  vi.resetModules();
  sessionStorage.clear();
  history.replaceState(null, '', '/fr/partners');
  const module = await import('../lib/router.svelte');
  router = module.router;
  stop = module.listen();
});
afterEach(() => stop());

/** Clicks a link; whether the app took the click for itself. */
function click(markup: string, options: MouseEventInit = {}): boolean {
  document.body.innerHTML = markup;
  let taken = false;
  const last = (event: Event) => {
    taken = event.defaultPrevented;
    event.preventDefault(); // what the app leaves alone must not reach jsdom, which cannot navigate
  };
  addEventListener('click', last, { once: true });
  document
    .querySelector('a span, a')
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...options }));
  return taken;
}

describe('a click on a link', () => {
  it('to a page of the register is answered by the app', () => {
    expect(click('<a href="/fr/sources"><span>Sources</span></a>')).toBe(true);
    expect(location.pathname).toBe('/fr/sources');
    expect(router.visit).toMatchObject({ arrival: 'followed', place: { page: 'sources' } });
  });

  it.each([
    ['a modified click', '<a href="/fr/sources">x</a>', { ctrlKey: true }],
    ['a click for a new window', '<a href="/fr/sources">x</a>', { shiftKey: true }],
    ['a middle click', '<a href="/fr/sources">x</a>', { button: 1 }],
    ['another target', '<a href="/fr/sources" target="_blank">x</a>', {}],
    ['a download', '<a href="/fr/sources" download>x</a>', {}],
    ['another site', '<a href="https://example.org/fr/sources">x</a>', {}],
    ['what is not a page', '<a href="/graphql">x</a>', {}],
    ['a page whose styles another policy allows', '<a href="/fr/developers">x</a>', {}],
    ['a place on this page', '<a href="#main">x</a>', {}],
  ])('is left to the browser: %s', (_, markup, options) => {
    expect(click(markup, options)).toBe(false);
    expect(router.visit.arrival).toBe('opened');
  });

  it('that somebody else has answered is left alone', () => {
    document.body.innerHTML = '<a href="/fr/sources">x</a>';
    const link = document.querySelector('a') as HTMLAnchorElement;
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(location.pathname).toBe('/fr/partners');
  });
});

describe('an entry of the history', () => {
  it('has a key of its own from the start', () => {
    const first = (history.state as { key: string }).key;
    expect(first).toBeTruthy();
    click('<a href="/fr/sources">x</a>');
    expect((history.state as { key: string }).key).not.toBe(first);
  });
});

describe('going back', () => {
  it('is a return to the page before', () => {
    click('<a href="/fr/sources">x</a>');
    history.replaceState(null, '', '/fr/partners');
    dispatchEvent(new PopStateEvent('popstate'));
    expect(router.visit).toMatchObject({ arrival: 'returned', place: { page: 'partners' } });
  });

  it('between two places of one page leads to where each was left', () => {
    const scrolled = vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
    history.replaceState(null, '', '/fr/partners#main');
    dispatchEvent(new PopStateEvent('popstate'));
    expect(router.visit.arrival).toBe('opened');
    expect(router.hash).toBe('#main');
    expect(scrolled).toHaveBeenCalledWith(0, 0);
  });
});
