import { describe, expect, it, vi } from 'vitest';
import { Refusal } from '../lib/api';
import { renew, renewal } from '../lib/renewal.svelte';

const fails = () => Promise.reject(new Refusal('NETWORK'));

describe('a page after something was done on it', () => {
  it('says that it could not be brought anew, until all of it comes', async () => {
    const brings = vi.fn().mockImplementationOnce(fails).mockImplementationOnce(fails).mockResolvedValue(1);
    await renew(brings); // it doesn't fail: what was done is done
    expect(renewal.isNeeded).toBe(true);
    await renew(() => Promise.resolve()); // another part of the page
    expect(renewal.isNeeded).toBe(true);
    await renewal.again();
    expect([renewal.isNeeded, renewal.signedOut]).toEqual([true, false]);
    await renewal.again();
    expect([renewal.isNeeded, brings.mock.calls.length]).toEqual([false, 3]);
  });

  it('says that signing in helps, where it does', async () => {
    await renew(() => Promise.reject(new Refusal('UNAUTHENTICATED')));
    expect(renewal.signedOut).toBe(true);
    renewal.forget();
  });

  it('says nothing of another page, be that left before it failed', async () => {
    await renew(fails);
    let late: (error: unknown) => void = () => {};
    const still = renew(() => new Promise((_, failed) => (late = failed)));
    renewal.forget();
    expect(renewal.isNeeded).toBe(false);
    late(new Refusal('NETWORK'));
    await still;
    expect(renewal.isNeeded).toBe(false);
  });
});
