import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '../lib/act';
import { Refusal } from '../lib/api';
import { language } from '../lib/say.svelte';
import ResetFactor from '../parts/ResetFactor.svelte';

vi.mock('../lib/act');

const done = vi.fn(() => Promise.resolve());

beforeEach(() => {
  language.set('en');
  vi.mocked(act).mockReset();
  done.mockClear();
  render(ResetFactor, { account: { id: 'x', email: 'officer@agency.test' }, done });
});

const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

async function sends(password: string) {
  await press(/^Reset the second factor/);
  await fireEvent.input(screen.getByLabelText('Password'), { target: { value: password } });
  await press(/^Yes, turn/);
}

describe('a second factor that an administrator resets', () => {
  it('is asked about first, and stays where one says no', async () => {
    await press(/^Reset the second factor/);
    expect(screen.getByRole('group').textContent).toMatch(
      /Turn off the second factor of .*officer@agency\.test/,
    );
    await press(/^No, change nothing/);
    expect(screen.queryByRole('group')).toBeNull();
    expect(act).not.toHaveBeenCalled();
  });

  it('is reset by one’s own password, and that is told', async () => {
    await sends('quatre chevaux bleus');
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(vi.mocked(act).mock.calls[0]?.[1]).toEqual({
      input: { account: 'x', password: 'quatre chevaux bleus' },
    });
  });

  it('stays with a wrong one, which is said', async () => {
    vi.mocked(act).mockRejectedValue(new Refusal('BAD_USER_INPUT', 'password', { reason: 'password_wrong' }));
    await sends('wrong');
    await waitFor(() => expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true'));
    expect(done).not.toHaveBeenCalled();
  });

  it('keeps no password that was typed before one said no', async () => {
    await press(/^Reset the second factor/);
    await fireEvent.input(screen.getByLabelText('Password'), { target: { value: 'quatre chevaux bleus' } });
    await press(/^No, change nothing/);
    await press(/^Reset the second factor/);
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('');
  });

  it('isn’t without a password', async () => {
    await press(/^Reset the second factor/);
    await press(/^Yes, turn/);
    expect((await screen.findAllByText('Write the password.')).length).toBeGreaterThan(0);
    expect(act).not.toHaveBeenCalled();
  });
});
