import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '../lib/act';
import { ask, Refusal } from '../lib/api';
import { own } from '../lib/own';
import { language } from '../lib/say.svelte';
import Declarations from '../pages/Declarations.svelte';
import CheckAnswers from '../parts/CheckAnswers.svelte';
import DeclaredRows from '../parts/DeclaredRows.svelte';
import OwnDues from '../parts/OwnDues.svelte';

vi.mock('../lib/act');
vi.mock(import('../lib/api'), async (original) => ({ ...(await original()), ask: vi.fn() as never }));

const row = (id: string, more: object) =>
  ({ id, position: 1, state: 'DRAFT', reference: id, version: 1, checks: [], ...more }) as never;
const launch = (more: object) =>
  row('P-1', { kind: 'PROGRESS', progress: { stage: 'LAUNCHED', reachedOn: '2026-03-01', ...more } });

beforeEach(() => {
  language.set('en');
  vi.mocked(act).mockReset();
  vi.mocked(ask).mockReset();
});

describe('the rows of a declaration', () => {
  it('say of a person what was written, even the same twice', () => {
    const holder = row('P-1', {
      kind: 'PROGRESS',
      progress: { stage: 'WELCOMED', reachedOn: '2026-01-05' },
      details: { fullName: null, telephone: 'none', email: 'none', project: 'none' },
    });
    render(DeclaredRows, { rows: [holder], persons: true });
    expect(screen.getAllByText('none')).toHaveLength(3);
  });

  it('say until when, and name the table, of jobs alone', () => {
    const job = {
      region: { name: 'Fès' },
      contractKind: 'CDI',
      startedOn: '2026-01-05',
      endedOn: '2026-02-06',
    };
    render(DeclaredRows, { rows: [row('J-1', { kind: 'JOB', job })] });
    expect(screen.getByRole('table', { name: 'Jobs' }).textContent).toMatch(/until 6.February.2026/);
  });

  it('say in the marks of each language which stages were verified before', () => {
    const verified = [
      { stage: 'WELCOMED', reachedOn: '2026-01-05' },
      { stage: 'TRAINED', reachedOn: '2026-02-06' },
      { stage: 'LAUNCHED', reachedOn: '2026-03-01' },
    ];
    language.set('fr');
    render(DeclaredRows, { rows: [launch({ verified })] });
    expect(screen.getByText(/étapes vérifiées/).textContent).toMatch(
      /^étapes vérifiées\u202f: accueilli \(.*\) et formé \(.*\)$/,
    );
  });
});

describe('a declaration that is checked before its submission', () => {
  const checked = (nodes: never[], totalCount: number, overtaken = () => Promise.resolve()) =>
    render(CheckAnswers, {
      found: { id: 'D', version: 1, rows: { nodes, totalCount, pageInfo: {} } } as never,
      address: '/en/declarations/D',
      overtaken,
    });
  const job = row('J-1', {
    kind: 'JOB',
    job: {
      employer: { nameText: { value: 'Atelier', language: 'EN' } },
      region: { name: 'Fès' },
      contractKind: 'CDI',
      startedOn: '2026-01-05',
    },
  });

  it('says of project holders what everyone will see, where they are on another page', () => {
    checked([job], 2);
    expect(screen.getByText(/^Of project holders, nothing/)).toBeTruthy();
  });

  it('says nothing of project holders where there are none', () => {
    checked([job], 1);
    expect(screen.queryByText(/^Of project holders/)).toBeNull();
    expect(screen.getByText(/^From the submission on/)).toBeTruthy();
  });

  it('isn’t submitted where there is nothing to submit', () => {
    checked([], 0);
    expect(screen.getByText(/^There is nothing to submit/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('tells why it could not be read anew, where somebody else has changed it', async () => {
    vi.mocked(act).mockRejectedValueOnce(new Refusal('CONFLICT', '', { reason: 'draft_changed' }));
    checked([job], 1, () => Promise.reject(new Refusal('NETWORK')));
    await fireEvent.click(screen.getByRole('button', { name: 'Submit the declaration' }));
    await screen.findByText(/^The register could not be reached/);
  });
});

describe('what is due from a partner', () => {
  it('is found on whatever page it stands', async () => {
    const standing = (id: string, returned: number) => ({
      id,
      reference: id,
      answerDueOn: null,
      counts: { returned },
    });
    vi.mocked(act).mockImplementation((_, variables) => {
      const { returned, after } = variables as { returned?: true; after: string | null };
      const declarations = !returned
        ? { nodes: [], pageInfo: { hasNextPage: false } }
        : after
          ? { nodes: [standing('D-2', 3)], pageInfo: { hasNextPage: false } }
          : { nodes: [standing('D-1', 1)], pageInfo: { hasNextPage: true, endCursor: 'x' } };
      return Promise.resolve({ viewer: { own: [{ declarations }] } }) as never;
    });
    render(OwnDues, { partner: 'atelier', reports: [] });
    await screen.findByRole('link', { name: /D-2/ });
    expect(screen.queryByText(/^Nothing is due/)).toBeNull();
  });
});

describe('the list of declarations', () => {
  const declarations = { totalCount: 0, nodes: [], pageInfo: {} };
  const viewer = { account: { roles: [{ id: '1', role: 'OFFICER' }] }, partners: [], declarations };

  it('says why the partners could not be had, and is narrowed to none and entered for none until then', async () => {
    vi.mocked(ask)
      .mockRejectedValueOnce(new Refusal('NETWORK'))
      .mockResolvedValueOnce({
        choices: {
          nodes: [{ slug: 'atelier', nameText: { value: 'Atelier', language: 'EN' } }],
          pageInfo: { hasNextPage: false },
        },
      } as never);
    render(Declarations, { data: { viewer } as never });
    await screen.findByText(/^The register could not be reached/);
    expect(screen.getAllByRole('combobox')).toHaveLength(1); // that of the states
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getAllByRole('option', { name: 'Atelier' })).toHaveLength(2));
    const before = location.href;
    await fireEvent.change(screen.getAllByRole('combobox')[0] as HTMLElement, { target: { value: 'DRAFT' } });
    expect(location.href).toBe(before);
    expect(screen.getByRole('button', { name: 'Apply' })).toBeTruthy();
  });

  it('is asked for by states that there are', async () => {
    vi.mocked(act).mockResolvedValue({ viewer } as never);
    const at = { lang: 'en', page: 'declarations', slug: '', path: '/declarations' } as const;
    await own.declarations({ ...at, query: '?state=toString' }, false);
    await own.declarations({ ...at, query: '?state=DRAFT' }, false);
    expect(vi.mocked(act).mock.calls.map(([, asked]) => (asked as { state?: string }).state)).toEqual([
      undefined,
      'DRAFT',
    ]);
  });
});
