import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrived, lead, listen, router } from '../lib/router.svelte';
import { language } from '../lib/say.svelte';
import Sheet from './Sheet.svelte';

const asked = vi.fn<(question?: string) => boolean>();
let stop: () => void;

beforeEach(async () => {
  language.set('fr');
  await lead0('/fr/partners');
  stop = listen();
  vi.stubGlobal('confirm', asked);
  asked.mockReset();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

/** Leads somewhere, and has it shown. */
async function lead0(path: string) {
  const led = lead(path);
  arrived();
  await led;
}

async function typed(send: () => Promise<string | void> = async () => {}) {
  render(Sheet, { send });
  await fireEvent.input(screen.getByLabelText('Adresse'), { target: { value: 'a@exemple.ma' } });
  await fireEvent.input(screen.getByLabelText('Mot de passe'), { target: { value: 'un deux trois' } });
  await fireEvent.click(screen.getByLabelText('lire'));
}

function follow() {
  const link = document.createElement('a');
  link.href = '/fr/sources';
  document.body.append(link);
  link.click();
  link.remove();
}

const closes = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('what was typed', () => {
  it('is asked about before a link leads away, and stays', async () => {
    await typed();
    asked.mockReturnValue(false);
    follow();
    expect(asked.mock.calls).toEqual([
      ['Quitter cette page\u202f? Ce qui n’est pas encore envoyé ou noté sera perdu.'],
    ]);
    expect([location.pathname, router.visit.place.page]).toEqual(['/fr/partners', 'partners']);
    expect((screen.getByLabelText('Adresse') as HTMLInputElement).value).toBe('a@exemple.ma');
    asked.mockReturnValue(true);
    follow();
    expect(location.pathname).toBe('/fr/sources');
  });

  it('is asked about before one goes back, and stays with what lies before and after', async () => {
    await lead0('/fr/sources');
    await lead0('/fr/regions');
    history.back();
    await waitFor(() => expect(router.visit.place.page).toBe('sources'));
    await typed();
    asked.mockReturnValue(false);
    for (const [i, step] of [-1, 1].entries()) {
      history.go(step);
      await waitFor(() => expect(asked).toHaveBeenCalledTimes(i + 1));
      await waitFor(() => expect(location.pathname).toBe('/fr/sources'));
      expect(router.visit.place.page).toBe('sources');
    }
    asked.mockReturnValue(true);
    history.forward();
    await waitFor(() => expect(router.visit.place.page).toBe('regions'));
    history.go(-2);
    await waitFor(() => expect(router.visit.place.page).toBe('partners'));
  });

  it('is asked about before a place of the page is left by which one came', async () => {
    location.hash = '#main';
    await waitFor(() => expect(router.hash).toBe('#main'));
    await lead0('/fr/sources');
    await typed();
    asked.mockReturnValue(false);
    history.go(-2);
    await waitFor(() => expect(asked).toHaveBeenCalledOnce());
    await waitFor(() => expect(location.pathname).toBe('/fr/sources'));
    asked.mockReturnValue(true);
    history.back();
    await waitFor(() => expect(location.href).toMatch('/fr/partners#main'));
  });

  it('is asked about by the browser before the page is closed', async () => {
    expect(closes()).toBe(false);
    await typed();
    expect(closes()).toBe(true);
  });

  it('is nothing where a form is sent empty', async () => {
    render(Sheet, { send: async () => {} });
    await fireEvent.submit(document.querySelector('form') as HTMLFormElement);
    await screen.findByRole('alert');
    expect(closes()).toBe(false);
  });

  it('is asked about no more once it is sent, and again where that was refused', async () => {
    const send = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error()).mockResolvedValue();
    await typed(send);
    const press = () => fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
    await press();
    await screen.findByRole('alert');
    expect(closes()).toBe(true);
    await press();
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(closes()).toBe(false);
    follow();
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('a part that goes while it is sent', () => {
  it('leaves nothing to ask about, whatever comes of it', async () => {
    let fails: (error: unknown) => void = () => {};
    const { unmount } = render(Sheet, { send: () => new Promise<void>((_, failed) => (fails = failed)) });
    await fireEvent.input(screen.getByLabelText('Adresse'), { target: { value: 'a@exemple.ma' } });
    await fireEvent.input(screen.getByLabelText('Mot de passe'), { target: { value: 'un deux trois' } });
    await fireEvent.click(screen.getByLabelText('lire'));
    await fireEvent.submit(document.querySelector('form') as HTMLFormElement);
    unmount();
    fails(new Error());
    await new Promise((soon) => setTimeout(soon));
    expect(closes()).toBe(false);
  });
});

describe('a form whose sending leads elsewhere', () => {
  it('is busy until that is shown, and sends nothing twice', async () => {
    const send = vi.fn(() => lead('/fr/sources'));
    await typed(send);
    const press = () => fireEvent.submit(document.querySelector('form') as HTMLFormElement);
    await press();
    await press();
    expect(send).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Un instant…' })).toBeTruthy();
    arrived();
    await screen.findByRole('button', { name: 'Envoyer' });
  });
});
