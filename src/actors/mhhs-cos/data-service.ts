import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE } from '../nodes.ts';
import { switchReadCame } from '../read-exceptions/switch-read.ts';
import type { Stage } from '../stage.ts';
import { MHHS_COS, MHHS_COS_STEP } from './catalogue.ts';

/** The part of the outgoing data service (SDS or ADS) in a change of supplier under MHHS: the transfer read. */
export const dataService: readonly Stage[] = [
  { kind: 'moment', name: 'transfer read due', handler: dueRead, leadsTo: ['transfer read'] },
  {
    kind: 'work',
    name: 'transfer read',
    space: 'DS',
    capacity: 'read',
    step: MHHS_COS_STEP.read,
    whose: c => c.oldDs,
    act: 'transfer read sent',
  },
  {
    kind: 'moment',
    name: 'transfer read sent',
    handler: sendRead,
    sends: [MHHS_COS.if041Old, MHHS_COS.if041New, MHHS_COS.d0010Old, MHHS_COS.d0010New],
  },
  {
    kind: 'receipt',
    name: 'transfer read at supplier',
    of: [MHHS_COS.if041New, MHHS_COS.d0010New],
    handler: switchReadCame,
  },
];

/** The EFD, 00:00: where the meter gives a read, both suppliers are to have it. Where it gives none, nobody owes one. */
function dueRead(c: Act): void {
  if (c.isUms || c.drawOnce(DRAW.switchRead) >= c.switching.readBelow[c.type]!) return;
  c.owe(MHHS_COS_STEP.read, c.oldDs);
  c.work(NODE['transfer read'], c.oldDs);
}

/** mhhs-cos.10: IF-041, or D0010 of a traditional meter. */
function sendRead(c: Act): void {
  c.judge(MHHS_COS_STEP.read, c.oldDs);
  const [old, own] = c.isTraditional ? [MHHS_COS.d0010Old, MHHS_COS.d0010New] : [MHHS_COS.if041Old, MHHS_COS.if041New];
  c.note('transfer read');
  c.send(old, c.oldDs, c.oldSupplier);
  c.send(own, c.oldDs, c.supplier);
}
