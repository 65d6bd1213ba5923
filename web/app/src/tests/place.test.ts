import { describe, expect, it } from 'vitest';
import { href, pathTo, placeOf } from '../lib/place';

const at = (path: string) => placeOf(new URL(path, 'https://register.example'));

describe('addresses', () => {
  it.each([
    ['/fr', 'home', ''],
    ['/ar/', 'home', ''],
    ['/en/signings', 'signings', ''],
    ['/fr/signings/2021-12-15-casablanca', 'signing', '2021-12-15-casablanca'],
    ['/fr/conventions/2021-12-15-anapec-1', 'convention', '2021-12-15-anapec-1'],
    ['/ar/partners/efe%2Dmaroc', 'partner', 'efe-maroc'],
    ['/fr/sources/x', 'source', 'x'],
  ])('lead to their page: %s', (path, page, slug) => {
    expect(at(path)).toMatchObject({ page, slug });
  });

  it.each(['/fr/nowhere', '/fr/partners/a/b', '/fr/partners/', '/fr/partners/%E0', '/fr/404'])(
    'lead nowhere: %s',
    (path) => expect(at(path)?.page).toBeNull(),
  );

  it.each(['/', '/de/partners', '/french', '/graphql', '/favicon.svg'])(
    'without a language are not ours: %s',
    (path) => expect(at(path)).toBeNull(),
  );

  it('keep the page in another language', () => {
    const place = at('/fr/partners/akwa');
    expect(place && href('ar', place.path)).toBe('/ar/partners/akwa');
    expect(href('en', at('/fr')?.path ?? '')).toBe('/en');
  });

  it('are made from the same patterns', () => {
    expect(pathTo('partner', 'a b')).toBe('/partners/a%20b');
    expect(pathTo('home')).toBe('/');
  });
});
