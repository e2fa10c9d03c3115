import type { Day } from '../../time/index.ts';
import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import { isWithSwitch } from '../services.ts';
import { WORKS_STEP } from './catalogue.ts';
import { clockBranch, worksMoa } from './threads.ts';

/**
 * The outgoing MOA hears of a forward migration: the clock of an NHH advanced meter is to show UTC by the EFD.
 *
 * @param efd the EFD of the migration
 */
export function askForClock(c: Act, efd: Day): void {
  if (!c.rules.works?.clocks || !c.isNhh || !c.isAdvanced) return;
  c.branch = clockBranch(isWithSwitch(c.branch));
  c.since = c.midnight(efd);
  c.oweBy(WORKS_STEP.clock, worksMoa(c), c.since);
  c.work(NODE['MOA works'], worksMoa(c));
}

/** The clock shows UTC. The EFD is both when it is due and from when it counts. */
export function putClock(c: Act): void {
  c.judgeBy(WORKS_STEP.clock, worksMoa(c), c.since);
  c.did(WORKS_STEP.clock, worksMoa(c));
}
