import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE } from '../nodes.ts';
import { switchReadCame } from '../read-exceptions/switch-read.ts';
import { isWithSwitch } from '../services.ts';
import type { Stage } from '../stage.ts';
import { READ, SETTLED_READ, SWITCH_READ, SWITCH_READ_STEP } from './catalogue.ts';
import { kindOf, outgoingCollector } from './kinds.ts';

/** What the outgoing DC has of a final read: bits of `reads`; with a switch the lowest of what has come of it. */
const D0170_HERE = 1;
const READ_HERE = 2;
const SETTLING = 4;
const DEEMED = 8;

/** The outgoing data collector settles with a final read, or deems one (BSCP708 §3.1.15–16, §3.2.10, §3.2.17–18). */
export const collectorReads: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'final read at DC',
    of: [READ.final, SWITCH_READ.final],
    handler: receiveFinalRead,
    leadsTo: ['DC read'],
  },
  { kind: 'moment', name: 'no read', handler: deem, leadsTo: ['DC read'] },
  {
    kind: 'work',
    name: 'DC read',
    space: 'DC',
    capacity: 'read',
    step: settleStep,
    whose: outgoingCollector,
    act: 'read settled',
  },
  {
    kind: 'moment',
    name: 'read settled',
    handler: c => (isWithSwitch(c.branch) ? sendSwitchRead(c) : sendRead(c)),
    sends: [READ.d0019, READ.d0010Supplier, READ.d0010Ldso, ...Object.values(SETTLED_READ)],
  },
];

function here(c: Act): number {
  return isWithSwitch(c.branch) ? c.got(0) : c.points.reads[c.id]!;
}

function has(c: Act, bits: number): boolean {
  return (here(c) & bits) !== 0;
}

function note(c: Act, bit: number): void {
  if (isWithSwitch(c.branch)) c.got(bit);
  else c.points.reads[c.id]! |= bit;
}

/** The first D0170 of an NHH point waits for the read; later ones change nothing. */
export function awaitRead(c: Act): void {
  if (has(c, D0170_HERE)) return;
  note(c, D0170_HERE);
  if (has(c, READ_HERE)) settleWith(c);
  // From the EFD on the read may come on the same day.
  else if (c.today >= c.efd) c.requests.meet(c.id, c.now);
}

function receiveFinalRead(c: Act): void {
  // A read that comes after one was deemed changes nothing.
  if (has(c, READ_HERE | SETTLING)) return;
  note(c, READ_HERE);
  if (has(c, D0170_HERE)) settleWith(c);
  else c.requests.meet(c.id, c.now);
}

/** The D0170 and the read are both here: it begins with the later of them, unless a read was deemed by then. */
function settleWith(c: Act): void {
  if (has(c, SETTLING)) return;
  const both = Math.max(c.now, c.requests.met(c.id));
  if (both >= c.deemingAt(c.efd)) return;
  c.now = both;
  settle(c);
}

/** Some Working Days after the EFD with no read: one is deemed. */
function deem(c: Act): void {
  if (has(c, SETTLING)) return;
  note(c, DEEMED);
  settle(c);
}

/** 3.1.15 begins: the read is to be validated, or deemed. */
function settle(c: Act): void {
  note(c, SETTLING);
  c.owe(settleStep(c), outgoingCollector(c));
  c.work(NODE['DC read'], outgoingCollector(c));
}

/** The step of the collector's work: 3.1.15, with a switch 3.2.17 or, where it reads the meter itself, 3.2.10. */
function settleStep(c: Act): number {
  return isWithSwitch(c.branch) && readsItself(c) ? SWITCH_READ_STEP.ownRead : kindOf(c).settleRead;
}

/** Advanced meters are read by the collector itself. */
export function readsItself(c: Act): boolean {
  return c.isNhh && c.isAdvanced;
}

/** 3.2.10: the collector of an NHH advanced meter is to read it for the effective-to date, or to deem a read. */
export function oweOwnRead(c: Act): void {
  // Later requests, or a D0170 of each of several, change nothing.
  if (has(c, SETTLING)) return;
  if (c.drawOnce(DRAW.switchRead) >= c.switching.readBelow[c.type]!) note(c, DEEMED);
  settle(c);
}

/** 3.1.15 is done, and with it 3.1.16: D0019 and D0010 to the supplier, D0010 to the LDSO. */
function sendRead(c: Act): void {
  const { settleRead, sendRead: send } = kindOf(c);
  c.judge(settleRead, c.collector);
  const deemed = has(c, DEEMED);
  c.note(deemed ? 'read deemed' : 'read validated');
  c.did(settleRead, c.collector);
  c.owe(send, c.collector);
  c.judge(send, c.collector);
  c.note(deemed ? 'final, reason 28, deemed' : 'final, reason 28');
  c.sendBoth(READ.d0019, READ.d0010Supplier, c.collector, c.supplier);
  c.send(READ.d0010Ldso, c.collector, c.ldso);
}

/** 3.2.17 and 3.2.18, or 3.2.10: D0019 and D0086 to the old supplier and the LDSO. */
function sendSwitchRead(c: Act): void {
  const dc = outgoingCollector(c);
  const { settleRead, sendRead: send } = kindOf(c);
  const deemed = has(c, DEEMED);
  if (readsItself(c)) {
    c.judge(SWITCH_READ_STEP.ownRead, dc);
    if (!deemed) switchReadCame(c);
    c.note(deemed ? 'deemed' : 'read');
    c.send(SETTLED_READ.ownD0086, dc, c.oldSupplier);
    c.send(SETTLED_READ.ownD0019, dc, c.oldSupplier);
    c.send(SETTLED_READ.ownD0086Ldso, dc, c.ldso);
    c.send(SETTLED_READ.ownD0019Ldso, dc, c.ldso);
    return;
  }
  c.judge(settleRead, dc);
  c.note(deemed ? 'read deemed' : 'read validated');
  c.did(settleRead, dc);
  c.owe(send, dc);
  c.judge(send, dc);
  c.note(deemed ? 'final, reason 29, deemed' : 'final, reason 29');
  c.send(SETTLED_READ.d0019, dc, c.oldSupplier);
  c.send(SETTLED_READ.d0086, dc, c.oldSupplier);
  c.send(SETTLED_READ.d0019Ldso, dc, c.ldso);
  c.send(SETTLED_READ.d0086Ldso, dc, c.ldso);
}
