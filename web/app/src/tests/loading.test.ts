import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../lib/api';
import { language } from '../lib/say.svelte';
import Loading from '../parts/Loading.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>what was asked for</p>' }));

beforeEach(() => language.set('en'));

describe('what a part asks for by itself', () => {
  it('is said to be on its way, and then shown', async () => {
    let come = () => {};
    render(Loading, { load: () => new Promise<void>((done) => (come = done)), children });
    expect(screen.getByRole('status').textContent?.trim()).toBe('Loading…');
    come();
    await screen.findByText('what was asked for');
    expect(screen.getByRole('status').textContent?.trim()).toBe('');
  });

  it('says why it does not come, is tried again, and keeps the focus', async () => {
    const load = vi.fn().mockRejectedValueOnce(new Refusal('NETWORK')).mockResolvedValue(undefined);
    render(Loading, { load, children });
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
    const again = screen.getByRole('button', { name: 'Try again' });
    again.focus();
    await fireEvent.click(again);
    await screen.findByText('what was asked for');
    expect(screen.queryByRole('alert')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('status')));
  });

  it('says that there is nothing', async () => {
    render(Loading, { load: () => Promise.resolve(), empty: 'Nothing.', children });
    await screen.findByText('Nothing.');
    expect(screen.queryByText('what was asked for')).toBeNull();
  });
});
