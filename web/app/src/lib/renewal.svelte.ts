import { Refusal } from './api';

type Bring = () => Promise<unknown>;

let page = 0;
let stale = $state.raw<Bring[]>([]);
let signedOut = $state(false);

/** What could not be brought anew since something was done. */
export const renewal = {
  /** Whether the page shows what may be old. */
  get isNeeded(): boolean {
    return stale.length > 0;
  },
  /** Whether signing in again is what helps. */
  get signedOut(): boolean {
    return signedOut;
  },
  async again() {
    await Promise.all(stale.map(renew));
  },
  /** Another page is shown. */
  forget() {
    page += 1;
    stale = [];
  },
};

/**
 * Brings anew what a page shows, once something was done. Where that doesn't come, the page says so and offers it again: what was
 * done is done, and mustn't be told as a failure.
 */
export async function renew(bring: Bring): Promise<void> {
  const mine = page;
  const others = () => stale.filter((one) => one !== bring);
  try {
    await bring();
    if (mine === page) stale = others();
  } catch (error) {
    if (mine !== page) return;
    signedOut = error instanceof Refusal && error.code === 'UNAUTHENTICATED' && !error.more.reason;
    stale = [...others(), bring];
  }
}
