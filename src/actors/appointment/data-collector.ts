import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { COA, STEP } from './catalogue.ts';

/** What the outgoing DC has of a final read. */
const D0170_HERE = 1;
const READ_HERE = 2;
const SETTLING = 4;
const DEEMED = 8;

/** The part of the outgoing data collector (NHHDC or HHDC) in forward migration (BSCP708 §3.1). */
export const dataCollector: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'D0170 at DC',
    of: [COA.d0170Dc],
    handler: receiveD0170,
    leadsTo: ['HH data due', 'D0170 at DC in turn', 'DC read'],
  },
  { kind: 'moment', name: 'D0170 at DC in turn', handler: awaitRead, apart: true, leadsTo: ['DC read'] },
  { kind: 'moment', name: 'HH data due', handler: dueHhData, leadsTo: ['HH data'] },
  { kind: 'work', name: 'HH data', space: 'DC', capacity: 'data', step: hhStep, act: 'HH data sent' },
  {
    kind: 'moment',
    name: 'HH data sent',
    handler: sendHhData,
    sends: [
      COA.d0036Ds,
      COA.d0036Supplier,
      COA.d0036Ldso,
      COA.d0275Ds,
      COA.d0275Supplier,
      COA.d0275Ldso,
      COA.d0010Hh,
      COA.d0380,
    ],
  },
  { kind: 'receipt', name: 'final read at DC', of: [COA.finalRead], handler: receiveFinalRead, leadsTo: ['DC read'] },
  { kind: 'moment', name: 'no read', handler: deem, leadsTo: ['DC read'] },
  { kind: 'work', name: 'DC read', space: 'DC', capacity: 'read', step: STEP.settleRead, act: 'read settled' },
  {
    kind: 'moment',
    name: 'read settled',
    handler: sendRead,
    sends: [COA.d0019, COA.d0010Supplier, COA.d0010Ldso],
  },
];

function receiveD0170(c: Act): void {
  if (!c.isNhh) {
    // Data up to the effective-to date cannot be sent before it.
    const efd = c.midnight(c.efd);
    c.reach(NODE['HH data due'], Math.max(c.now, efd));
    return;
  }
  // Where there were several requests a D0170 may overtake that of an earlier one: they are taken in order of time.
  if (c.askedAgain) c.reach(NODE['D0170 at DC in turn'], c.now);
  else awaitRead(c);
}

/** The first D0170 of an NHH point waits for the read; later ones change nothing. */
function awaitRead(c: Act): void {
  const reads = c.points.reads[c.id]!;
  if ((reads & D0170_HERE) !== 0) return;
  c.points.reads[c.id] = reads | D0170_HERE;
  if ((reads & READ_HERE) !== 0) settleWith(c);
  // From the EFD on the read may come on the same day.
  else if (c.today >= c.efd) c.requests.meet(c.id, c.now);
}

/** The clock of 3.1.7 and 3.1.8 starts. */
function dueHhData(c: Act): void {
  if (c.ended) return;
  c.owe(hhStep(c), c.collector);
  c.work(NODE['HH data'], c.collector);
}

/** One job for either: of smart meters the reads, of the rest the profile data. */
function hhStep(c: Act): number {
  return c.isHhSmart ? STEP.hhReads : STEP.hhData;
}

/** 3.1.7: profile data to the data service, the supplier and the LDSO; 3.1.8: reads to the supplier. */
function sendHhData(c: Act): void {
  if (c.isHhSmart) {
    c.judge(STEP.hhReads, c.collector);
    c.send(COA.d0010Hh, c.collector, c.supplier);
    if (c.sendsToo(COA.d0380)) c.send(COA.d0380, c.collector, c.supplier);
    return;
  }
  c.judge(STEP.hhData, c.collector);
  c.send(COA.d0036Ds, c.collector, c.ds);
  c.send(COA.d0036Supplier, c.collector, c.supplier);
  c.send(COA.d0036Ldso, c.collector, c.ldso);
  if (!c.sendsToo(COA.d0275Ds)) return;
  c.send(COA.d0275Ds, c.collector, c.ds);
  c.send(COA.d0275Supplier, c.collector, c.supplier);
  c.send(COA.d0275Ldso, c.collector, c.ldso);
}

function receiveFinalRead(c: Act): void {
  const reads = c.points.reads[c.id]!;
  // A read that comes after one was deemed changes nothing.
  if ((reads & (READ_HERE | SETTLING)) !== 0) return;
  c.points.reads[c.id] = reads | READ_HERE;
  if ((reads & D0170_HERE) !== 0) settleWith(c);
  else c.requests.meet(c.id, c.now);
}

/** The D0170 and the read are both here: it begins with the later of them, unless a read was deemed by then. */
function settleWith(c: Act): void {
  if ((c.points.reads[c.id]! & SETTLING) !== 0) return;
  const both = Math.max(c.now, c.requests.met(c.id));
  if (both >= c.deemingAt(c.efd)) return;
  c.now = both;
  settle(c);
}

/** Some Working Days after the EFD with no read: one is deemed. */
function deem(c: Act): void {
  if ((c.points.reads[c.id]! & SETTLING) !== 0) return;
  c.points.reads[c.id]! |= DEEMED;
  settle(c);
}

/** 3.1.15 begins: the read is to be validated, or deemed. */
function settle(c: Act): void {
  c.points.reads[c.id]! |= SETTLING;
  c.owe(STEP.settleRead, c.collector);
  c.work(NODE['DC read'], c.collector);
}

/** 3.1.15 is done, and with it 3.1.16: D0019 and D0010 to the supplier, D0010 to the LDSO. */
function sendRead(c: Act): void {
  c.judge(STEP.settleRead, c.collector);
  const deemed = (c.points.reads[c.id]! & DEEMED) !== 0;
  c.note(deemed ? 'read deemed' : 'read validated');
  c.did(STEP.settleRead, c.collector);
  c.owe(STEP.sendRead, c.collector);
  c.judge(STEP.sendRead, c.collector);
  c.note(deemed ? 'final, reason 28, deemed' : 'final, reason 28');
  c.sendBoth(COA.d0019, COA.d0010Supplier, c.collector, c.supplier);
  c.send(COA.d0010Ldso, c.collector, c.ldso);
}
