import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '../lib/act';
import { Refusal } from '../lib/api';
import { language } from '../lib/say.svelte';
import StillHeld from '../parts/StillHeld.svelte';

vi.mock('../lib/act');

const question = (id: string, convention: string) => ({
  id,
  version: 0,
  dueOn: '2026-12-01',
  convention: { slug: convention, reference: convention },
  row: { reference: id, job: null, progress: null, profile: null, details: null },
});

const all = ['Q-1', 'Q-2'].map((id) => question(id, 'A')).concat(question('Q-3', 'B'), question('Q-4', 'B'));
/** What is asked, of which a page shows the first so many. */
let asked = all;
let most = 100;

beforeEach(() => {
  language.set('en');
  [asked, most] = [all, 100];
  vi.mocked(act).mockReset();
  vi.mocked(act).mockImplementation((document, variables) => {
    if (document.toString().includes('AnswerStillHeld')) {
      const { answers } = (variables as { input: { answers: { question: string }[] } }).input;
      asked = asked.filter(({ id }) => !answers.some((one) => one.question === id));
      const declaration = { id: 'D', reference: 'D-2026-1', convention: { reference: 'A' } };
      return Promise.resolve({ answerStillHeld: { declaration } }) as never;
    }
    const stillHeld = { totalCount: asked.length, pageInfo: {}, nodes: asked.slice(0, most) };
    return Promise.resolve({ viewer: { own: [{ stillHeld }] } }) as never;
  });
});

const part = (name: string) => within(screen.getByRole('region', { name: `Convention ${name}` }));
const answers = (row: string, inside: string) =>
  fireEvent.change(part(inside).getByLabelText(row), { target: { value: 'HELD' } });
const sends = (inside: string) =>
  fireEvent.click(part(inside).getByRole('button', { name: 'Send these answers' }));

describe('what still holds, of two conventions', () => {
  it('is answered for one, with the receipt, while what is chosen for the other stays', async () => {
    render(StillHeld, { slug: 'atelier' });
    await screen.findByRole('region', { name: 'Convention A' });
    await answers('Q-3', 'B');
    await answers('Q-1', 'A');
    await sends('A');
    await waitFor(() => expect(part('A').queryByLabelText('Q-1')).toBeNull());
    await screen.findByText('It is noted.');
    expect(screen.getByRole('link', { name: /D-2026-1/ }).getAttribute('href')).toBe(
      '/en/declarations/D?received',
    );
    expect((part('B').getByLabelText('Q-3') as HTMLSelectElement).value).toBe('HELD');
  });

  it('is still said to be noted when nothing is left to answer', async () => {
    asked = all.slice(2, 3);
    render(StillHeld, { slug: 'atelier' });
    await screen.findByRole('region', { name: 'Convention B' });
    await answers('Q-3', 'B');
    await sends('B');
    await screen.findByText('You are asked nothing.');
    expect(screen.getByText('It is noted.')).toBeTruthy();
  });

  it('is said to be noted even where what is left can’t be read anew', async () => {
    render(StillHeld, { slug: 'atelier' });
    await screen.findByRole('region', { name: 'Convention B' });
    await answers('Q-3', 'B');
    const given = vi.mocked(act).getMockImplementation();
    vi.mocked(act).mockImplementation((document, variables) =>
      document.toString().includes('AnswerStillHeld') && given
        ? given(document, variables)
        : Promise.reject(new Refusal('NETWORK')),
    );
    await sends('B');
    await screen.findByText('It is noted.');
    expect(screen.queryByRole('alert')?.textContent).toBeFalsy();
  });

  it('stays where it is chosen when more of the same convention come after it', async () => {
    most = 3;
    render(StillHeld, { slug: 'atelier' });
    await screen.findByRole('region', { name: 'Convention A' });
    await answers('Q-3', 'B');
    await answers('Q-1', 'A');
    await sends('A');
    await waitFor(() => expect(part('B').queryByLabelText('Q-4')).toBeTruthy());
    expect((part('B').getByLabelText('Q-3') as HTMLSelectElement).value).toBe('HELD');
  });

  it('that somebody else has answered is asked anew, and told at its question', async () => {
    render(StillHeld, { slug: 'atelier' });
    await screen.findByRole('region', { name: 'Convention B' });
    await answers('Q-4', 'B');
    vi.mocked(act).mockRejectedValueOnce(
      new Refusal('CONFLICT', 'answers.0.version', { reason: 'question_changed' }),
    );
    asked = all.map((one) => ({ ...one, version: 1 }));
    await sends('B');
    await waitFor(() => expect(part('B').getByLabelText('Q-4').getAttribute('aria-invalid')).toBe('true'));
    await sends('B');
    await screen.findByText('It is noted.');
    expect(vi.mocked(act).mock.calls.at(-2)?.[1]).toMatchObject({
      input: { answers: [{ question: 'Q-4', version: 1, answer: 'HELD' }] },
    });
  });

  it('says so where all of a later page is answered', async () => {
    most = 0;
    render(StillHeld, { slug: 'atelier' });
    await screen.findByText(/^All that was asked on this page is answered/);
  });
});
