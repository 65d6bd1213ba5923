let again = $state.raw<(() => Promise<void>) | null>(null);

/** What could not be brought anew since something was done; null where the page shows what is. */
export const renewal = {
  get again() {
    return again;
  },
  /** Another page is shown. */
  forget() {
    again = null;
  },
};

/**
 * Brings anew what a page shows, once something was done. Where that doesn't come, the page says so and offers it again: what was
 * done is done, and mustn't be told as a failure.
 */
export async function renew(bring: () => Promise<unknown>): Promise<void> {
  try {
    await bring();
    again = null;
  } catch {
    again = () => renew(bring);
  }
}
