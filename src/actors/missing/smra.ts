import { ACCEPTED, EFFECTIVE } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import { DS, MS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { MISSING } from './catalogue.ts';

/** The SMRA's part where a registration under MHHS lacks appointments (REC engagement day, February 2025). */
export const smra: readonly Stage[] = [
  { kind: 'moment', name: 'appointments missing', handler: pointOut, sends: [MISSING.appointments] },
];

/** A registration under MHHS takes effect, 00:00: the SMRA looks whether it has its appointments. */
export function lookForAppointments(c: Act): void {
  if (c.rules.chasing !== null) c.reach(NODE['appointments missing'], c.now);
}

/** IF-045 for what is neither appointed nor will be tonight, and again some days later. */
function pointOut(c: Act): void {
  if (c.gone) return;
  const lacking = [MS, DS].filter(service => !isAppointed(c, service));
  if (lacking.length === 0) return;
  c.note(lacking.map(service => (service === MS ? 'metering service' : 'data service')).join(' and '));
  if (c.today === c.registered) c.ledger.except(c.now, 'appointments missing at the EFD', c.supplier);
  c.send(MISSING.appointments, c.smra, c.supplier);
  c.reach(NODE['appointments missing'], c.midnight(c.today + c.rules.chasing!.appointments));
}

/** What was confirmed by yesterday, or accepted after the EFD, takes effect now; with the primary MSID its secondaries. */
function isAppointed(c: Act, service: number): boolean {
  const lead = c.standing.status(2 * c.links.leadOf(c.id) + service);
  return [lead, c.status(service)].some(status => status >= ACCEPTED && status <= EFFECTIVE);
}
