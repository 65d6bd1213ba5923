import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '../lib/act';
import { language } from '../lib/say.svelte';
import InviteColleague from '../parts/InviteColleague.svelte';

vi.mock('../lib/act');

const account = { email: 'colleague@partner.test', joinedAt: null as string | null };

/** What is said after an invitation, where mail is sent or isn't. */
async function told(sendsMail: boolean): Promise<string> {
  vi.mocked(act).mockImplementation(
    (document) =>
      Promise.resolve(
        document.toString().includes('sendsMail')
          ? { viewer: { sendsMail } }
          : { invite: { role: { account } } },
      ) as never,
  );
  render(InviteColleague, { partner: 'akwa', sendsMail: true, reload: () => Promise.resolve() });
  await fireEvent.click(screen.getByLabelText(/^partner member/));
  await fireEvent.input(screen.getByLabelText('E-mail address'), { target: { value: account.email } });
  await fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
  return (await screen.findByText(/colleague@partner\.test.* (is invited|had an account)/)).textContent ?? '';
}

beforeEach(() => {
  language.set('en');
  account.joinedAt = null;
});

describe('a colleague who is invited', () => {
  it('is written to', async () => expect(await told(true)).toMatch(/is on its way/));
  it('is handed the link by an administrator of the register, where no mail is sent', async () => {
    expect(await told(false)).toMatch(/ask an administrator of the register/);
    expect(screen.getByText(/^This site sends no mail/)).toBeTruthy();
  });
  it('is told of a further role by who gives it, where no mail is sent', async () => {
    account.joinedAt = '2026-01-01T00:00:00Z';
    expect(await told(false)).toMatch(/tell the person yourself/);
  });
});
