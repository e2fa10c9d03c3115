import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE } from '../nodes.ts';
import { DS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { READ, STEP } from './catalogue.ts';
import { COA } from './kinds.ts';

/** The supplier's part in the reads of a change of agent (BSCP708 §3.1.14, 3.1.17). */
export const supplierReads: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'IF-036 at supplier',
    of: [COA.if036Supplier],
    handler: receiveIF036,
    leadsTo: ['final read'],
  },
  {
    kind: 'work',
    name: 'final read',
    space: 'Supplier',
    capacity: 'final-read',
    step: STEP.finalRead,
    act: 'final read sent',
  },
  { kind: 'moment', name: 'final read sent', handler: sendFinalRead, sends: [READ.final] },
  {
    kind: 'receipt',
    name: 'read at supplier',
    of: [READ.d0010Supplier],
    handler: receiveSettledRead,
    leadsTo: ['initial read'],
  },
  {
    kind: 'work',
    name: 'initial read',
    space: 'Supplier',
    capacity: 'initial-read',
    step: STEP.initialRead,
    act: 'initial read sent',
  },
  { kind: 'moment', name: 'initial read sent', handler: sendInitialRead, sends: [READ.initial] },
];

/** 3.1.14: the data service is appointed; a read of the 8 days before goes to the outgoing DC. */
export function receiveIF036(c: Act): void {
  if (c.service !== DS || !c.isNhh) return;
  if (c.drawOnce(DRAW.readAtHand) >= c.supplierRules.readBelow[c.type]!) return;
  c.owe(STEP.finalRead, c.supplier);
  c.work(NODE['final read'], c.supplier);
}

function sendFinalRead(c: Act): void {
  c.judge(STEP.finalRead, c.supplier);
  c.note('final, reason 28');
  c.send(READ.final, c.supplier, c.collector);
}

/** 3.1.17: the settled read goes on to the incoming data service. */
function receiveSettledRead(c: Act): void {
  c.owe(STEP.initialRead, c.supplier);
  c.work(NODE['initial read'], c.supplier);
}

function sendInitialRead(c: Act): void {
  c.judge(STEP.initialRead, c.supplier);
  c.note('initial, reason 28');
  c.send(READ.initial, c.supplier, c.ds);
}
