import { json } from './act';
import { Refusal, request, type Reasons } from './api';
import { hint } from './hint.svelte';

/** What a page that leads to the one for signing in hands on, without writing it into the address. */
export const handed: { email: string; after: 'joined' | 'reset' | null } = { email: '', after: null };

/** What the site refuses to sign in with. */
interface Refused extends Reasons {
  code?: string;
  field?: string;
}

export async function signIn(email: string, password: string, code?: string): Promise<void> {
  const response = await request('/session', {
    method: 'POST',
    ...json({ email, password, ...(code && { code }) }),
  });
  if (!response.ok) {
    const {
      code: why = `HTTP_${response.status}`,
      field,
      ...more
    } = (await response.json().catch(() => ({}))) as Refused;
    throw new Refusal(why, field, more);
  }
  hint.set(true);
}

export async function signOut(): Promise<void> {
  const response = await request('/session', { method: 'DELETE' });
  if (!response.ok) throw new Refusal(`HTTP_${response.status}`);
  hint.set(false);
}
