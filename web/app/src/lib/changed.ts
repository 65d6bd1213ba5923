import { form } from '../lang/form';
import { Refusal } from './api';
import { textOf, type Worded } from './faults';

/** Whether something was refused for a reason, alone or among others. */
export function refusedFor(error: unknown, reason: string): boolean {
  if (!(error instanceof Refusal)) return false;
  return [error.more.reason, ...(error.more.faults ?? []).map((fault) => fault.reason)].includes(reason);
}

/**
 * For a form that was refused since somebody else has changed what it writes over: what is shown then is tried next. Where it
 * can't be shown, that is the fault.
 */
export const whenChanged =
  (
    shows: () => Promise<number | undefined> | undefined,
    tries: (version: number) => void,
    reason = 'row_changed',
  ) =>
  async (error: unknown) => {
    const shown = refusedFor(error, reason) ? await shows() : undefined;
    if (shown !== undefined) tries(shown);
  };

const changedWorded: Worded = (reason) => (reason.endsWith('_changed') ? form.changedMeanwhile : undefined);

/**
 * Does something to what is shown, and brings the page anew. Where it isn't how it stands any more, gives the words for that: what
 * was pressed may be gone, so it is said where what was done would be.
 */
export async function orChanged(does: () => Promise<unknown>, reload: () => Promise<void>): Promise<string> {
  let said = '';
  try {
    await does();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'CONFLICT') throw error;
    said = textOf(error, changedWorded);
  }
  await reload();
  return said;
}
