import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import { language } from '../lib/say.svelte';
import RecentChanges from '../parts/RecentChanges.svelte';

const change = {
  id: '1',
  happenedAt: '2026-11-26T23:58:30Z',
  cause: 'correction',
  removed: false,
  subject: { __typename: 'Convention' as const, slug: 'c-1', reference: '1/8' },
  fields: [{ field: 'place_fr', old: 'Casa', new: 'Casablanca' }],
};

beforeEach(() => language.set('fr'));

test('a register in which nothing has changed says so', () => {
  render(RecentChanges, { changes: [] });
  expect(screen.getByText('Aucun fait publié n’a changé jusqu’ici.')).toBeTruthy();
});

test('a change leads to what it is about, and says what was and what is', () => {
  const { container } = render(RecentChanges, { changes: [change] });
  expect(screen.getByRole('link').getAttribute('href')).toBe('/fr/conventions/c-1');
  expect(container.querySelector('del')?.textContent).toBe('Casa');
  expect(container.querySelector('ins')?.textContent).toBe('Casablanca');
  const heard = container.querySelector('.small')?.textContent?.replace(/\s+/g, ' ').trim();
  expect(heard).toBe('place_fr avant : Casa maintenant : Casablanca');
});

test('what was removed says so, and leads nowhere', () => {
  render(RecentChanges, { changes: [{ ...change, removed: true, subject: null }] });
  expect(screen.getByText(/retiré/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});
