import { opening as words } from '../lang/opening';
import { today } from './dates';
import type { Words } from './language';

/** Whether one can apply, on a day. */
export function stateOf(
  opening: { opensOn: string; closesOn: string; withdrawnOn?: string | null },
  day = today(),
): Words {
  if (opening.withdrawnOn && opening.withdrawnOn <= day) return words.withdrawn;
  if (opening.closesOn < day) return words.closed;
  return opening.opensOn > day ? words.soon : words.open;
}
