import { Refusal } from './api';

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
