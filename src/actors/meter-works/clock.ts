import { FALLEN } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import { isWithSwitch } from '../services.ts';
import type { Stage } from '../stage.ts';
import { WORKS_STEP } from './catalogue.ts';
import { clockBranch, worksMoa } from './threads.ts';

/** The clock of an NHH advanced meter, which is to show UTC by the EFD of a forward migration. */
export const clock: readonly Stage[] = [
  { kind: 'moment', name: 'clock wanted', handler: want, leadsTo: ['MOA works'] },
];

/**
 * The outgoing MOA hears of a forward migration. It looks at its EFD overnight, when it is plain which request for the
 * service counts.
 */
export function askForClock(c: Act): void {
  if (!c.rules.works?.clocks || !c.isNhh || !c.isAdvanced) return;
  c.reach(NODE['clock wanted'], c.midnight(c.today + 1));
}

function want(c: Act): void {
  // Agents are asked for on the primary MSID, whose EFD is that of all.
  const { standing, rules } = c;
  const key = 2 * c.links.leadOf(c.id) + c.service;
  if (c.dead || standing.counting(key) !== c.request || standing.status(key) >= FALLEN) return;
  const efd = isWithSwitch(c.branch) ? c.registered : rules.first + standing.efd(key);
  c.branch = clockBranch(isWithSwitch(c.branch), c.request);
  // Who hears of it only after the EFD is late at once.
  c.since = Math.max(c.now, c.midnight(efd));
  c.oweBy(WORKS_STEP.clock, worksMoa(c), c.since);
  c.work(NODE['MOA works'], worksMoa(c));
}

/** The clock shows UTC. The EFD is both when it is due and from when it counts. */
export function putClock(c: Act): void {
  c.judgeBy(WORKS_STEP.clock, worksMoa(c), c.since);
  c.did(WORKS_STEP.clock, worksMoa(c));
}
