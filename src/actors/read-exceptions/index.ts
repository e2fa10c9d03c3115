import { row, step } from '../../procedures/index.ts';
import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { hadSwitchRead, IS_MHHS, WAS_MHHS } from './switch-read.ts';

const NOTICED = step('read-exception.1');
const PROPOSED = step('read-exception.2');
const D0010 = {
  proposed: row('read-exception.2', 'D0010', 'new Supplier', 'old Supplier'),
  outgoingDc: row('read-exception.3', 'D0010', 'old Supplier', 'outgoing DC'),
  outgoingDs: row('read-exception.3', 'D0010', 'old Supplier', 'outgoing DS'),
  incomingDc: row('read-exception.3', 'D0010', 'new Supplier', 'incoming DC'),
  incomingDs: row('read-exception.3', 'D0010', 'new Supplier', 'incoming DS'),
} as const;

/** What the suppliers do where there is no switch read: they agree on one. */
export const readExceptions: readonly Stage[] = [
  { kind: 'moment', name: 'switch read overdue', handler: lookForRead, leadsTo: ['agreed read'] },
  {
    kind: 'work',
    name: 'agreed read',
    space: 'Supplier',
    capacity: 'switch-read',
    step: PROPOSED,
    act: 'agreed read sent',
  },
  { kind: 'moment', name: 'agreed read sent', handler: propose, sends: [D0010.proposed] },
  {
    kind: 'receipt',
    name: 'agreed read at old supplier',
    of: [D0010.proposed],
    handler: agree,
    sends: [D0010.outgoingDc, D0010.outgoingDs, D0010.incomingDc, D0010.incomingDs],
  },
];

/** read-exception.1, overnight: there is no read, or there is. */
function lookForRead(c: Act): void {
  if (hadSwitchRead(c)) return;
  c.ledger.except(c.now, 'no switch read', c.supplier);
  c.note('no switch read');
  c.did(NOTICED, c.supplier);
  c.work(NODE['agreed read'], c.supplier);
}

/** read-exception.2: the new supplier proposes a read. */
function propose(c: Act): void {
  c.note('supplier agreed');
  c.send(D0010.proposed, c.supplier, c.oldSupplier);
}

/** read-exception.3: the old supplier agrees, and each gives the read to its agent: of the arrangements on its side. */
function agree(c: Act): void {
  c.note('supplier agreed');
  if ((c.branch & WAS_MHHS) !== 0) c.send(D0010.outgoingDs, c.oldSupplier, c.oldDs);
  else c.send(D0010.outgoingDc, c.oldSupplier, c.oldCollector);
  if ((c.branch & IS_MHHS) !== 0) c.send(D0010.incomingDs, c.supplier, c.ds);
  else c.send(D0010.incomingDc, c.supplier, c.collector);
}
