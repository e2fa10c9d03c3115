import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE, type NodeName } from '../nodes.ts';
import { ROUTE } from '../routes.ts';
import type { Stage } from '../stage.ts';
import { DISPUTE, DISPUTE_STEP } from './catalogue.ts';

/** By route of the switch: where it goes on once the suppliers agree on the read. */
const AGREED: Readonly<Record<number, NodeName>> = {
  [ROUTE.reverse]: 'reverse read agreed',
};

/**
 * Two suppliers who do not agree on a switch read settle it by D0300 (MHHSP-BPM-003). That the new supplier disputes,
 * with the read before it, and the old one settles is assumed.
 */
export const disputedRead: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'dispute at old supplier',
    of: [DISPUTE.raised],
    handler: receiveDispute,
    leadsTo: ['disputed read'],
  },
  {
    kind: 'work',
    name: 'disputed read',
    space: 'Supplier',
    capacity: 'dispute',
    step: DISPUTE_STEP.settle,
    whose: c => c.oldSupplier,
    act: 'disputed read settled',
  },
  { kind: 'moment', name: 'disputed read settled', handler: settle, sends: [DISPUTE.settled] },
  {
    kind: 'receipt',
    name: 'settlement at new supplier',
    of: [DISPUTE.settled],
    handler: goOn,
    leadsTo: Object.values(AGREED),
  },
];

/** Whether the new supplier does not accept the switch read: by the luck of its registration. */
export function isDisputed(c: Act): boolean {
  return c.drawOnce(DRAW.disputed) < c.switching.disputedBelow;
}

/** The new supplier disputes the read that it has got; a stage that calls this sends {@link DISPUTE}.raised. */
export function dispute(c: Act): void {
  c.ledger.except(c.now, 'switch read disputed', c.supplier);
  c.note('read not accepted');
  c.send(DISPUTE.raised, c.supplier, c.oldSupplier);
}

function receiveDispute(c: Act): void {
  const debtor = c.debtor(DISPUTE_STEP.settle, 'Supplier', c.oldSupplier);
  c.owe(DISPUTE_STEP.settle, debtor);
  c.work(NODE['disputed read'], c.oldSupplier);
}

function settle(c: Act): void {
  c.judge(DISPUTE_STEP.settle, c.debtor(DISPUTE_STEP.settle, 'Supplier', c.oldSupplier));
  c.note('read agreed');
  c.send(DISPUTE.settled, c.oldSupplier, c.supplier);
}

/** The read stands: the switch goes on where it was left. */
function goOn(c: Act): void {
  c.reach(NODE[AGREED[c.route]!], c.now);
}
