import { declaredReasons } from '../lang/declaredFaults';
import { codes, reasons, tryAgain, tryAgainHours } from '../lang/faults';
import { holderReasons } from '../lang/holderFaults';
import { sheetReasons } from '../lang/sheetFaults';
import { spaceReasons } from '../lang/spaceFaults';
import { Refusal, type Reasons } from './api';
import type { Words } from './language';
import { count, say } from './say.svelte';

/** What is wrong, in words, and in which field; no field where it is none of them. */
export interface Fault {
  field: string;
  text: string;
  /** Whether signing in again is what helps. */
  signedOut?: boolean;
}

type Told = { code: string; field: string } & Pick<Reasons, 'reason' | 'retryAfter'>;

/** When it is worth trying again: in minutes, and from two hours on in hours. */
const again = (seconds: number) =>
  seconds < 7200 ? count(Math.ceil(seconds / 60), tryAgain) : count(Math.ceil(seconds / 3600), tryAgainHours);

/** Words for reasons that only some pages know. */
export type Worded = (reason: string) => Words | undefined;

function faultOf({ code, field, reason = '', retryAfter }: Told, worded?: Worded): Fault {
  const words =
    worded?.(reason) ??
    reasons[reason] ??
    declaredReasons[reason] ??
    holderReasons[reason] ??
    sheetReasons[reason] ??
    spaceReasons[reason] ??
    codes[code] ??
    codes['INTERNAL'];
  const wait = retryAfter ? ` ${again(retryAfter)}` : '';
  return {
    field,
    text: (words ? say(words) : code) + wait,
    ...(code === 'UNAUTHENTICATED' && !reason && { signedOut: true }),
  };
}

/** What a refusal says, in one. */
export const textOf = (error: unknown, worded?: Worded): string =>
  faultsOf(error, worded)
    .map(({ text }) => text)
    .join(' ');

/** What a refusal says, one by one. */
export function faultsOf(error: unknown, worded?: Worded): Fault[] {
  if (!(error instanceof Refusal)) return [faultOf({ code: 'INTERNAL', field: '' })];
  const { faults, ...more } = error.more;
  return faults?.length
    ? faults.map((fault) => faultOf({ ...fault, retryAfter: more.retryAfter }, worded))
    : [faultOf({ code: error.code, field: error.field, ...more }, worded)];
}
