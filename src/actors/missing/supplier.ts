import { FALLEN, GIVEN_UP } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import { branchOf, DS, MOST_REQUESTS, MS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { MISSING } from './catalogue.ts';

/** The supplier's part where appointments are missing: it asks for them again, from the EFD of its registration. */
export const supplier: readonly Stage[] = [
  { kind: 'receipt', name: 'IF-045 at supplier', of: [MISSING.appointments], handler: receiveIF045 },
  { kind: 'moment', name: 'appointments to be made', handler: makeUp, leadsTo: ['request'] },
];

/** The supplier looks at it on the next Working Day. */
function receiveIF045(c: Act): void {
  c.reach(NODE['appointments to be made'], c.midnight(c.rules.workingDay(c.today, 1)));
}

/** Of related MSIDs the primary's appointments are those of all. */
function makeUp(c: Act): void {
  if (c.gone || c.isSecondary) return;
  for (const service of [MS, DS]) {
    c.branch = branchOf(service, 0, true);
    if (c.status(service) === FALLEN && !c.requests.underWay(c.key)) ask(c);
  }
}

/** A service has fallen: it is asked for today, from the EFD of the registration on, as long as there are numbers left. */
function ask(c: Act): void {
  const { standing, key } = c;
  if (standing.sent(key) + 1 >= MOST_REQUESTS) {
    c.setStatus(c.service, GIVEN_UP);
    c.ledger.except(c.now, `given up: ${c.service === MS ? 'metering' : 'data'} service`, c.supplier);
    return;
  }
  standing.setSent(key, standing.sent(key) + 1);
  c.branch = branchOf(c.service, standing.sent(key), true);
  c.requests.ask(key, c.registered);
  c.reach(NODE.request, c.startTime(c.today));
}
