import { declaredReasons } from '../lang/declaredFaults';
import { codes, reasons, tryAgain } from '../lang/faults';
import { Refusal, type Reasons } from './api';
import { count, say } from './say.svelte';

/** What is wrong, in words, and in which field; no field where it is none of them. */
export interface Fault {
  field: string;
  text: string;
  /** Whether signing in again is what helps. */
  signedOut?: boolean;
}

type Told = { code: string; field: string } & Pick<Reasons, 'reason' | 'retryAfter'>;

function faultOf({ code, field, reason, retryAfter }: Told): Fault {
  const words = (reason && (reasons[reason] ?? declaredReasons[reason])) || codes[code] || codes['INTERNAL'];
  const wait = retryAfter ? ` ${count(Math.ceil(retryAfter / 60), tryAgain)}` : '';
  return {
    field,
    text: (words ? say(words) : code) + wait,
    ...(code === 'UNAUTHENTICATED' && !reason && { signedOut: true }),
  };
}

/** What a refusal says, one by one. */
export function faultsOf(error: unknown): Fault[] {
  if (!(error instanceof Refusal)) return [faultOf({ code: 'INTERNAL', field: '' })];
  const { faults, ...more } = error.more;
  return faults?.length
    ? faults.map((fault) => faultOf({ ...fault, retryAfter: more.retryAfter }))
    : [faultOf({ code: error.code, field: error.field, ...more })];
}
