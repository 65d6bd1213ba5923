import { describe, expect, it, vi } from 'vitest';
import { renew, renewal } from '../lib/renewal.svelte';

describe('a page after something was done on it', () => {
  it('says that it could not be brought anew, and is once that comes', async () => {
    const brings = vi
      .fn()
      .mockRejectedValueOnce(new Error())
      .mockRejectedValueOnce(new Error())
      .mockResolvedValue(1);
    await renew(brings); // it doesn't fail: what was done is done
    const first = renewal.again;
    expect(first).not.toBeNull();
    await first?.();
    expect(renewal.again).not.toBeNull();
    await renewal.again?.();
    expect([renewal.again, brings.mock.calls.length]).toEqual([null, 3]);
  });

  it('says nothing of another page', async () => {
    await renew(() => Promise.reject(new Error()));
    renewal.forget();
    expect(renewal.again).toBeNull();
  });
});
