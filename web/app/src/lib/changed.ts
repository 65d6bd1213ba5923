import { Refusal } from './api';

/** Whether something was refused for a reason, alone or among others. */
export function refusedFor(error: unknown, reason: string): boolean {
  if (!(error instanceof Refusal)) return false;
  return [error.more.reason, ...(error.more.faults ?? []).map((fault) => fault.reason)].includes(reason);
}

/** For a form that was refused since somebody else has changed the row meanwhile: what is shown then is tried next. */
export const whenChanged =
  (shows: () => Promise<number | undefined> | undefined, tries: (version: number) => void) =>
  (error: unknown) => {
    if (refusedFor(error, 'row_changed')) void shows()?.then((shown) => shown !== undefined && tries(shown));
  };
