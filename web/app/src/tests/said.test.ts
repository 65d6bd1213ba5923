import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '../lib/act';
import { ask, Refusal } from '../lib/api';
import { partyConventions } from '../lib/conventions';
import { language } from '../lib/say.svelte';
import Announce from '../pages/Announce.svelte';
import Answer from '../pages/Answer.svelte';

vi.mock('../lib/act');
vi.mock(import('../lib/api'), async (original) => ({ ...(await original()), ask: vi.fn() as never }));

const nameText = { value: 'Atelier', language: 'EN' };
const viewer = { account: null, partners: [], own: [{ isAdministered: true }] };
const page = (nodes: object[], hasNextPage = false) => ({ nodes, pageInfo: { hasNextPage } });
const convention = (slug: string, signedOn: string | null = null) => ({ slug, reference: '1/8', signedOn });
const party = (...own: object[]) => ({
  slug: 'atelier',
  nameText,
  conventions: page(own),
  federations: page([]),
  groups: page([]),
});

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
/** What was sent, of a mutation by its name. */
const sent = (name: string) =>
  vi
    .mocked(act)
    .mock.calls.flatMap(([document, variables]) =>
      document.toString().includes(name) ? [(variables as { input: object }).input] : [],
    );

beforeEach(() => {
  language.set('en');
  vi.mocked(act).mockReset();
  vi.mocked(ask).mockReset();
});

describe('the conventions that a partner can choose', () => {
  it('are its own and its federation’s, each once, by day, and what is chosen already', () => {
    const federation = {
      conventions: page([convention('a', '2024-05-06'), convention('b', '2025-06-07')], true),
    };
    const partner = { ...party(convention('a', '2024-05-06')), federations: page([federation]) };
    const found = partyConventions(partner as never, convention('c'), null);
    expect(found.options.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    expect(found.options[1]?.label).toMatch(/1\/8 · 7.June.2025/);
    expect(found.isWhole).toBe(false);
  });
});

describe('an opening that a colleague has changed meanwhile', () => {
  const opening = (version: number, occupation: string) => ({
    id: 'O',
    slug: 'o',
    version,
    occupationText: { original: occupation, originalLanguage: 'EN' },
    applyText: { original: 'On the spot.' },
    posts: { value: 3 },
    opensOn: '2026-11-01',
    closesOn: '2026-12-01',
    convention: convention('elsewhere', '2024-05-06'),
  });

  it('is shown beside what is typed, which is sent over it next', async () => {
    const codes = { regions: page([]), sectors: page([]), occupationGroups: page([]) };
    const data = { viewer, ...codes, partner: party(), opening: opening(1, 'Driver') };
    render(Announce, { data: data as never });
    vi.mocked(act)
      .mockResolvedValueOnce({ announceOpening: { opening: null } } as never)
      .mockRejectedValueOnce(new Refusal('CONFLICT', 'version', { reason: 'opening_changed' }))
      .mockResolvedValueOnce({ opening: opening(2, 'Conductor') } as never)
      .mockResolvedValueOnce({ announceOpening: { opening: { slug: 'o' } } } as never);
    await fireEvent.input(screen.getByLabelText('Occupation'), { target: { value: 'Line driver' } });
    await press('See what everyone will read');
    await screen.findByText('Line driver');
    expect(screen.getByText(/1\/8/).textContent).toMatch(/2024/);
    await press('Publish');
    await screen.findByText('Conductor');
    expect(screen.getByText('Line driver')).toBeTruthy();
    await press('Publish');
    await waitFor(() => expect(sent('AnnounceOpening')).toHaveLength(3));
    expect(sent('AnnounceOpening')[2]).toMatchObject({ version: 2, occupation: 'Line driver' });
  });
});

describe('a reply', () => {
  const found: Record<string, unknown> = {
    AnswerableSignings: { partner: { signings: page([{ slug: 's' }]) } },
    AnswerableConventions: { conventions: page([convention('a'), convention('a')]) },
    AnswerableCommitments: {
      commitments: page(['1', '2', '3', '4', '5', '6'].map((slug) => ({ slug, wording: `Jobs ${slug}` }))),
    },
    AnswerableClaims: { claims: page([{ slug: 'x', statement: 'It is said.' }]) },
  };
  beforeEach(() => {
    vi.mocked(ask).mockImplementation((document) => {
      const name = /query (\w+)/.exec(document.toString())?.[1] ?? '';
      return Promise.resolve(found[name]) as never;
    });
  });

  it('is about any of what was signed, and told there what is wrong with it', async () => {
    render(Answer, { data: { viewer, partner: party(), changed: [] } as never });
    const about = await screen.findByLabelText<HTMLSelectElement>('What you reply to');
    expect([...about.options].map(({ value }) => value)).toEqual([
      '',
      ...['1', '2', '3', '4', '5', '6'].map((slug) => `commitment:${slug}`),
      'convention:a',
      'claim:x',
    ]);
    vi.mocked(act).mockRejectedValueOnce(
      new Refusal('BAD_USER_INPUT', 'commitment', { reason: 'reply_to_others' }),
    );
    await fireEvent.change(about, { target: { value: 'commitment:6' } });
    await fireEvent.input(screen.getByLabelText('Your reply'), { target: { value: 'No.' } });
    await press('See what everyone will read');
    await waitFor(() => expect(about.getAttribute('aria-invalid')).toBe('true'));
    expect(sent('PublishReply')[0]).toMatchObject({ commitment: '6', words: 'No.' });
  });

  it('that a colleague has changed meanwhile is shown beside one’s own, which is sent over it next', async () => {
    const reply = (version: number, text: string) => ({
      id: 'R',
      version,
      repliedOn: '2026-11-01',
      words: { text, language: 'EN' },
      convention: convention('a'),
    });
    render(Answer, { data: { viewer, partner: party(), changed: [reply(1, 'Before.')] } as never });
    const words = await screen.findByLabelText('Your reply');
    await fireEvent.input(words, { target: { value: 'Mine.' } });
    vi.mocked(act)
      .mockRejectedValueOnce(new Refusal('CONFLICT', 'version', { reason: 'reply_changed' }))
      .mockResolvedValueOnce({ changed: [reply(2, 'Theirs.')] } as never)
      .mockResolvedValueOnce({ publishReply: { reply: null } } as never);
    await press('See what everyone will read');
    await screen.findByText('Theirs.');
    await press('See what everyone will read');
    await screen.findByText('Mine.');
    expect(sent('PublishReply')[1]).toMatchObject({ reply: 'R', version: 2, words: 'Mine.' });
  });
});
