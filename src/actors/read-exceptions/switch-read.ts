import { LEGACY, MHHS, REVERSE } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { JOIN } from '../joins.ts';
import { NODE } from '../nodes.ts';

/** Bit of `got`, whatever the switch has become: there is a switch read. */
const SWITCH_READ_HERE = 0x8000;

/** The two sides of a switch, for its agents: bits of the branch. Before it the MSID was under MHHS; after it, it is. */
export const WAS_MHHS = 1;
export const IS_MHHS = 2;

/** There is a switch read: its lack is no longer to be looked for. */
export function switchReadCame(c: Act): void {
  if ((c.got(0) & SWITCH_READ_HERE) !== 0) return;
  c.lastOf(JOIN.switchRead);
  c.got(SWITCH_READ_HERE);
}

/** At 00:00: whether there was a switch read by the end of the day before, whatever is known of today already. */
export function hadSwitchRead(c: Act): boolean {
  return (c.got(0) & SWITCH_READ_HERE) !== 0 && !c.joins.cameOn(c.id, JOIN.switchRead, c.today);
}

/**
 * At the EFD, 00:00, when the state under the new registration is known: some Working Days later the new supplier looks
 * whether there is a switch read (REC engagement day, February 2025). Of an MSID that is under MHHS now, so of forward
 * migrations too, all metered types; of one that is legacy now NHH only, sooner where the meter is enrolled in the DCC.
 */
export function watchSwitchRead(c: Act): void {
  if (c.isUms) return;
  const after = c.switching.exceptionsAfter;
  const before = c.standing.state(c.old);
  const legacy = c.standing.state(c.id) === LEGACY;
  if (legacy && !c.isNhh) return;
  const days = !legacy ? after.mhhs : isEnrolled(c) ? after.enrolled : after.legacy;
  const { branch } = c;
  c.branch = (before === MHHS || before === REVERSE ? WAS_MHHS : 0) | (legacy ? 0 : IS_MHHS);
  c.reach(NODE['switch read overdue'], c.midnight(c.rules.workingDay(c.registered, days) + 1));
  c.branch = branch;
}

/** Whether the meter is a smart one that is enrolled in the DCC. */
function isEnrolled(c: Act): boolean {
  return c.isNhh && !c.isTraditional && !c.isAdvanced && c.drawOnce(DRAW.enrolled) < c.switching.enrolledBelow;
}
