import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../lib/api';
import { renew } from '../lib/renewal.svelte';
import { language } from '../lib/say.svelte';
import Loading from '../parts/Loading.svelte';
import NotRenewed from '../parts/NotRenewed.svelte';

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

describe('what stands above a page that is old', () => {
  it('brings it anew once, and leads to its title', async () => {
    let comes: () => void = () => {};
    const brings = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new Refusal('UNAUTHENTICATED'))
      .mockImplementation(() => new Promise((done) => (comes = done)));
    await renew(brings);
    document.body.insertAdjacentHTML('afterbegin', '<h1 id="title" tabindex="-1">Page</h1>');
    render(NotRenewed);
    expect(screen.getByRole('alert').textContent).toContain('This page could not be brought up to date');
    expect(screen.getByRole('link').getAttribute('target')).toBe('_blank'); // what is typed on the page stays
    const again = screen.getByRole('button', { name: 'Try again' });
    await fireEvent.click(again);
    await fireEvent.click(again);
    expect(brings).toHaveBeenCalledTimes(2);
    comes();
    await waitFor(() => expect(document.activeElement?.id).toBe('title'));
  });
});
