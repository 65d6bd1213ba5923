import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '../lib/act';
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

/** What is asked at first, and once are answered. */
const all = ['Q-1', 'Q-2'].map((id) => question(id, 'A')).concat(question('Q-3', 'B'));
let asked = all;

beforeEach(() => {
  language.set('en');
  asked = all;
  vi.mocked(act).mockImplementation((document, variables) => {
    if (document.toString().includes('AnswerStillHeld')) {
      const { answers } = (variables as { input: { answers: { question: string }[] } }).input;
      asked = asked.filter(({ id }) => !answers.some((one) => one.question === id));
      const declaration = { id: 'D', reference: 'D-2026-1', convention: { reference: 'A' } };
      return Promise.resolve({ answerStillHeld: { declaration } }) as never;
    }
    const stillHeld = { totalCount: asked.length, pageInfo: {}, nodes: asked };
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
    asked = all.slice(2);
    render(StillHeld, { slug: 'atelier' });
    await screen.findByRole('region', { name: 'Convention B' });
    await answers('Q-3', 'B');
    await sends('B');
    await screen.findByText('You are asked nothing.');
    expect(screen.getByText('It is noted.')).toBeTruthy();
  });
});
