import { Refusal } from './api';

/** A refusal with what is wrong told at other fields: those of a form that calls them otherwise than the API. */
export function movedTo(error: unknown, at: (field: string) => string): unknown {
  if (!(error instanceof Refusal)) return error;
  const faults = error.more.faults?.map((fault) => ({ ...fault, field: at(fault.field) }));
  return new Refusal(error.code, at(error.field), { ...error.more, ...(faults && { faults }) });
}
