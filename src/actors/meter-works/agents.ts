import { MHHS } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { everyKind } from '../appointment/kinds.ts';
import { askWithSwitch } from '../appointment/with-switch.ts';
import { lookForAppointments } from '../missing/smra.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';

/**
 * New agents for a meter that belongs to another market segment than before the exchange: the supplier asks for them on
 * a registration that follows at their EFD, as it would with a switch under MHHS (REC engagement day, February 2025).
 */
export const agents: readonly Stage[] = [
  {
    kind: 'moment',
    name: 'agents of the new segment',
    handler: ask,
    sends: everyKind('if031'),
    leadsTo: ['gate closure'],
  },
  { kind: 'moment', name: 'new segment', handler: takeOver, leadsTo: ['appointments missing'] },
];

/** Both services with one EFD; until then the agents that there are go on. */
function ask(c: Act): void {
  c.reach(NODE['new segment'], c.midnight(c.registered));
  askWithSwitch(c);
}

/** The EFD, 00:00: from here on the MSID is of the new segment. */
function takeOver(c: Act): void {
  const { points, id, old } = c;
  const before = c.standing.state(old);
  c.standing.setState(id, MHHS);
  points.succeed(id);
  c.ledger.pass(c.now, c.segmentOf(old), c.oldSupplier, c.smra, before, c.segment, c.supplier, MHHS);
  c.outside.begin(id, c.today);
  lookForAppointments(c);
}
