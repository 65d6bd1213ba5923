import { describe, expect, it } from 'vitest';
import type { SupportedFactFragment } from '../gql/graphql';
import { keyOf, thingsOf } from '../lib/things';

let made = 0;
const cited = (subject: SupportedFactFragment['subject']): SupportedFactFragment => ({
  id: String((made += 1)),
  place: null,
  quote: null,
  statementText: { value: 'x', language: 'FR', translated: false, original: 'x', originalLanguage: 'FR' },
  subject,
});
const nameText = { value: 'Groupe Akwa', language: 'FR' } as const;
const convention = (slug: string) => cited({ __typename: 'Convention', slug, reference: '1/8' });

describe('the things that a source supports', () => {
  it('are told apart by where they are found', () => {
    const things = thingsOf([convention('2021-1'), convention('2022-1'), convention('2021-1')]);
    expect(things.map((thing) => thing.slug)).toEqual(['2021-1', '2022-1']);
    expect(new Set(things.map(keyOf)).size).toBe(2);
  });

  it('name a partner once, though it is cited as a signatory too', () => {
    const things = thingsOf([
      cited({
        __typename: 'Signatory',
        nameText,
        signedAt: { slug: '2021' },
        signedBy: { slug: 'akwa' },
      }),
      cited({ __typename: 'Partner', slug: 'akwa', nameText }),
    ]);
    expect(things.map(({ page, slug }) => [page, slug])).toEqual([['partner', 'akwa']]);
  });

  it('lead to the signing where a signatory is no partner', () => {
    const [agency] = thingsOf([
      cited({ __typename: 'Signatory', nameText, signedAt: { slug: '2021' }, signedBy: null }),
    ]);
    expect(agency).toMatchObject({ page: 'signing', slug: '2021', hash: 'signatories' });
  });
});
