import { Refusal } from './api';

/** Whether something was refused since somebody else has changed the row meanwhile. */
export function changedMeanwhile(error: unknown): boolean {
  if (!(error instanceof Refusal)) return false;
  return [error.more.reason, ...(error.more.faults ?? []).map((fault) => fault.reason)].includes(
    'row_changed',
  );
}
