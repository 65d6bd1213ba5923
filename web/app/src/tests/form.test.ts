import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../lib/api';
import { language } from '../lib/say.svelte';
import Sheet from './Sheet.svelte';

const mark = 'Erreur\u202f: ';

beforeEach(() => {
  language.set('fr');
  document.title = 'Se connecter · Mithaq';
});

/** The form with all of it filled in. */
async function filled(send: (sent: object) => Promise<string | void>) {
  render(Sheet, { send });
  await fireEvent.input(screen.getByLabelText('Adresse'), { target: { value: 'a@exemple.ma' } });
  await fireEvent.input(screen.getByLabelText('Mot de passe'), { target: { value: 'un deux trois quatre' } });
  await fireEvent.click(screen.getByLabelText('lire'));
}

const press = () => fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));

describe('a form with something missing', () => {
  it('is not sent, and says what, in its order, in a summary with the focus', async () => {
    const send = vi.fn();
    render(Sheet, { send });
    await press();
    const summary = await screen.findByRole('alert');
    await waitFor(() => expect(document.activeElement).toBe(summary));
    expect(send).not.toHaveBeenCalled();
    expect(summary.getAttribute('aria-labelledby')).toBe(summary.querySelector('.title')?.id);
    expect(summary.querySelector('.title')?.textContent).toBe('Il y a 3\u00a0erreurs');
    expect([...summary.querySelectorAll('a')].map((a) => a.textContent)).toEqual([
      'Écrivez l’adresse.',
      'Écrivez le mot de passe.',
      'Choisissez.',
    ]);
    expect(document.title).toBe(`${mark}Se connecter · Mithaq`);
  });

  it('leads from the summary to the field, which says what is wrong', async () => {
    render(Sheet, { send: vi.fn() });
    const field = screen.getByLabelText('Adresse');
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await press();
    await fireEvent.click(await screen.findByRole('link', { name: 'Écrivez l’adresse.' }));
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const told = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(told.map((id) => document.getElementById(id)?.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Pour écrire',
      'Erreur : Écrivez l’adresse.',
    ]);
  });

  it('says nothing while it is being filled', async () => {
    render(Sheet, { send: vi.fn() });
    await fireEvent.input(screen.getByLabelText('Adresse'), { target: { value: '' } });
    await fireEvent.blur(screen.getByLabelText('Adresse'));
    expect(document.querySelector('.summary')).toBeNull();
  });
});

describe('a form that is refused', () => {
  it('keeps its answers, and words the faults of the API at their fields', async () => {
    const faults = [
      { code: 'BAD_USER_INPUT', field: 'scopes', reason: 'scopes_missing' },
      { code: 'BAD_USER_INPUT', field: 'email', reason: 'email_malformed' },
    ];
    await filled(() => Promise.reject(new Refusal('BAD_USER_INPUT', 'scopes', { faults })));
    await press();
    const summary = await screen.findByRole('alert');
    expect([...summary.querySelectorAll('li')].map((li) => li.textContent?.trim())).toEqual([
      'Écrivez une adresse e-mail complète, comme nom@exemple.ma.',
      'Dites ce que le jeton permet.',
    ]);
    expect((screen.getByLabelText('Adresse') as HTMLInputElement).value).toBe('a@exemple.ma');
    expect((screen.getByLabelText('lire') as HTMLInputElement).checked).toBe(true);
  });

  it('says without a link what is no field’s own, and leads who is signed out to sign in', async () => {
    await filled(() => Promise.reject(new Refusal('UNAUTHENTICATED')));
    await press();
    const summary = await screen.findByRole('alert');
    expect(summary.textContent).toContain('Votre session est terminée.');
    expect(summary.querySelector('a')?.getAttribute('href')).toMatch(/^\/fr\/sign-in\?next=/);
  });
});

describe('a form that is taken', () => {
  it('says what came of it, and takes back what it said before', async () => {
    const send = vi
      .fn<(sent: object) => Promise<string>>()
      .mockRejectedValueOnce(new Refusal('UNAVAILABLE'))
      .mockResolvedValueOnce('C’est fait.');
    await filled(send);
    await press();
    await screen.findByRole('alert');
    await press();
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('C’est fait.'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.title).toBe('Se connecter · Mithaq');
    expect(send).toHaveBeenLastCalledWith({
      email: 'a@exemple.ma',
      password: 'un deux trois quatre',
      scopes: ['READ'],
    });
  });

  it('is sent once, however often it is pressed, and its button keeps the focus', async () => {
    let resolve = () => {};
    const send = vi.fn(() => new Promise<void>((done) => (resolve = done)));
    await filled(send);
    await press();
    const button = screen.getByRole('button', { name: 'Un instant…' }) as HTMLButtonElement;
    expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
    await fireEvent.click(button);
    resolve();
    await screen.findByRole('button', { name: 'Envoyer' });
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('a password', () => {
  it('is shown when it is wanted, and hidden while it is sent', async () => {
    await filled(() => new Promise(() => {}));
    const field = screen.getByLabelText('Mot de passe') as HTMLInputElement;
    await fireEvent.click(screen.getByRole('button', { name: /^Montrer/ }));
    expect(field.type).toBe('text');
    await press();
    expect(field.type).toBe('password');
    expect(field.value).toBe('un deux trois quatre');
  });
});
