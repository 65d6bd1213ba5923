import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PartnerQuery, QueueQuery, TrailQuery } from '../gql/graphql';
import { router } from '../lib/router.svelte';
import { language } from '../lib/say.svelte';
import Partner from '../pages/Partner.svelte';
import Queue from '../pages/Queue.svelte';
import Trail from '../pages/Trail.svelte';
import Footer from '../parts/Footer.svelte';

vi.mock(import('../lib/site'), async (original) => ({
  ...(await original()),
  site: {
    operator: { name: 'Mithaq', contact: 'https://mithaq.example/', legal: '' },
    keptMonths: 24,
  },
}));

const startOnly = 'Only the start of the list is shown here.';
const ends = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
const list = (nodes: unknown[] = [], hasNextPage = false, more = {}) => ({
  coverage: 'COMPLETE',
  totalCount: nodes.length,
  pageInfo: { ...ends, hasNextPage },
  nodes,
  ...more,
});
const spaces = { account: { id: 'A', roles: [] }, partners: [] };

beforeEach(() => language.set('en'));

describe('a partner', () => {
  const tied = { slug: 'x', nameText: { value: 'Atelier', language: 'FR' } };
  const figure = { value: null, status: 'UNKNOWN' };
  const lists = ['names', 'signings', 'conventions', 'members', 'federations', 'subsidiaries', 'groups'];
  const others = ['successors', 'predecessors', 'openings', 'allocations', 'replies', 'citations'];
  const shown = (more: object) =>
    render(Partner, {
      data: {
        partner: {
          ...tied,
          kind: 'COMPANY',
          ...Object.fromEntries([...lists, ...others].map((name) => [name, list()])),
          decisions: { late: figure },
          ...more,
        },
      } as unknown as PartnerQuery,
    }).container;

  it('without a signing is said to have none', () =>
    expect(shown({}).textContent).toContain('No signing is registered.'));

  it('says where more is tied to it than what is shown, and only there', () => {
    const all = shown({ members: list([tied], true), groups: list([{ ...tied, slug: 'y' }]) });
    const told = [...all.querySelectorAll('dd')].filter((one) => one.textContent?.includes(startOnly));
    expect(told.map((one) => one.previousElementSibling?.textContent)).toEqual(['Members, present or past']);
  });
});

describe('an entry of the trail', () => {
  it('says where it has more records than what is shown', () => {
    const record = { what: 'INSERT', table: 'jobs', rows: 1, fields: [] };
    const entry = (position: number, more: boolean) => ({
      position,
      recordedAt: '2026-11-27T09:05:00Z',
      recordedFor: 'x',
      actor: 'COMMAND',
      reason: '',
      records: list([record], more),
    });
    const trail = list([entry(2, true), entry(1, false)]);
    render(Trail, { data: { viewer: { ...spaces, trailHead: null, trail } } as unknown as TrailQuery });
    expect(screen.getAllByText(startOnly)).toHaveLength(1);
  });
});

describe('the queue', () => {
  beforeEach(() => {
    const waits = (id: string, answerDueOn: string | null) => ({
      id,
      reference: id,
      answerDueOn,
      daysWaiting: 3,
      isClaimed: false,
      claimEndsAt: null,
      counts: { rows: 2, waiting: 1 },
      partner: { nameText: { value: 'Atelier', language: 'FR' } },
      convention: { reference: 'C' },
    });
    const queue = list([waits('D-1', '2020-01-06'), waits('D-2', '2999-01-06'), waits('D-3', null)]);
    const regions = { nodes: [{ code: 'MA-06', name: 'Casablanca-Settat' }] };
    render(Queue, { data: { regions, viewer: { ...spaces, queue } } as unknown as QueueQuery });
  });

  it('says in words which answer is late', () =>
    expect(screen.getAllByText(/late/).map((one) => one.closest('tr')?.textContent)).toEqual([
      expect.stringContaining('D-1'),
    ]));

  it('is narrowed to a region by a form that is sent, not while one chooses', async () => {
    const select = screen.getByRole<HTMLSelectElement>('combobox');
    const before = router.visit;
    await fireEvent.change(select, { target: { value: select.options[1]?.value } });
    expect([select.selectedIndex, router.visit]).toEqual([1, before]);
    expect([select.name, select.form?.method]).toEqual(['region', 'get']);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply' }).form).toBe(select.form);
  });
});

describe('whom to write to', () => {
  it('is a link that reads from left to right in every language', () => {
    language.set('ar');
    render(Footer);
    const link = screen.getByRole('link', { name: 'https://mithaq.example/' });
    expect(link.querySelector('bdi')?.dir).toBe('ltr');
  });
});
