import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { LCS_STEP, THREAD } from './catalogue.ts';

/** The EFD of a switch under the legacy arrangements. */
export const efd: readonly Stage[] = [
  {
    kind: 'moment',
    name: 'legacy EFD',
    handler: takeEffect,
    leadsTo: ['legacy last reads', 'legacy switch read', 'legacy HH data', 'no legacy switch read'],
  },
];

/**
 * The EFD, 00:00: reads and data up to it are due from now on. Reached by the registration; where the switch turns to
 * the legacy arrangements on its EFD or after it, by that, and what would be over by then is made good at once.
 */
function takeEffect(c: Act): void {
  if (!c.isNhh) {
    c.branch = THREAD.collector;
    c.owe(LCS_STEP.data, c.oldCollector);
    c.work(NODE['legacy HH data'], c.oldCollector);
    return;
  }
  c.branch = THREAD.metering;
  c.owe(LCS_STEP.lastReads, c.oldSupplier);
  c.work(NODE['legacy last reads'], c.oldSupplier);
  c.branch = THREAD.collector;
  c.reach(NODE['no legacy switch read'], Math.max(c.now, c.deemingAt(c.registered)));
  if (c.drawOnce(DRAW.switchRead) >= c.switching.readBelow[c.type]!) return;
  c.owe(LCS_STEP.switchRead, c.supplier);
  c.work(NODE['legacy switch read'], c.supplier);
}
