import type { Day } from '../../time/index.ts';
import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE } from '../nodes.ts';
import { branchOf, MS } from '../services.ts';
import { kindOf } from './kinds.ts';

/** Asks for one service; decides at once whether it will be asked for again before its IF-036 (3.1.13). */
export function sendIF031(c: Act, service: number, efd: Day, withSwitch: boolean): void {
  c.branch = branchOf(service, c.standing.sent(2 * c.id + service), withSwitch);
  if (c.traced) c.detail = `${service === MS ? 'metering' : 'data'} service, EFD ${c.dateText(efd)}`;
  c.send(kindOf(c).if031, c.supplier, c.smra);
  const own = c.supplierRules;
  if (c.request === 0 && own.againBelow > 0 && c.draw(DRAW.again) < own.againBelow) {
    const days = 1 + (c.draw(DRAW.againDay) % own.againWithin);
    c.reach(NODE.again, c.midnight(c.rules.workingDay(c.today, days)));
  }
}
