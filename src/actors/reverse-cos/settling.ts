import type { Act } from '../act.ts';
import { DISPUTE } from '../disputed-read/catalogue.ts';
import { dispute, isDisputed } from '../disputed-read/index.ts';
import { NODE } from '../nodes.ts';
import { switchReadCame } from '../read-exceptions/switch-read.ts';
import type { Stage } from '../stage.ts';
import { REVERSE_COS, REVERSE_STEP } from './catalogue.ts';
import { GOT, readMissingAt } from './progress.ts';

/** The switch read from the old supplier to both sides' agents (BSCP708 §3.3.18 to §3.3.21). NHH only. */
export const settling: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'read at reverse old supplier',
    of: [REVERSE_COS.customerRead, REVERSE_COS.if041Supplier],
    handler: receiveRead,
    leadsTo: ['reverse final read'],
  },
  { kind: 'moment', name: 'reverse read missing', handler: makeRead, leadsTo: ['reverse final read'] },
  {
    kind: 'work',
    name: 'reverse final read',
    space: 'Supplier',
    capacity: 'final-switch-read',
    step: REVERSE_STEP.finalRead,
    whose: c => c.oldSupplier,
    act: 'reverse final read sent',
  },
  {
    kind: 'moment',
    name: 'reverse final read sent',
    handler: sendFinalRead,
    sends: [REVERSE_COS.finalReadDs, REVERSE_COS.finalReadSupplier],
  },
  { kind: 'receipt', name: 'reverse final read at DS', of: [REVERSE_COS.finalReadDs], handler: closeOut },
  {
    kind: 'receipt',
    name: 'reverse final read at supplier',
    of: [REVERSE_COS.finalReadSupplier],
    handler: receiveFinalRead,
    sends: [DISPUTE.raised],
    leadsTo: ['reverse read agreed'],
  },
  { kind: 'moment', name: 'reverse read agreed', handler: agree, leadsTo: ['reverse initial read'] },
  {
    kind: 'work',
    name: 'reverse initial read',
    space: 'Supplier',
    capacity: 'initial-read',
    step: REVERSE_STEP.initialRead,
    act: 'reverse initial read sent',
  },
  {
    kind: 'moment',
    name: 'reverse initial read sent',
    handler: sendInitialRead,
    sends: [REVERSE_COS.initialRead],
  },
  {
    kind: 'receipt',
    name: 'reverse initial read at DC',
    of: [REVERSE_COS.initialRead],
    handler: receiveInitialRead,
    leadsTo: ['reverse opening read'],
  },
  {
    kind: 'work',
    name: 'reverse opening read',
    space: 'DC',
    capacity: 'opening-read',
    step: REVERSE_STEP.openingRead,
    act: 'reverse opening read sent',
  },
  {
    kind: 'moment',
    name: 'reverse opening read sent',
    handler: sendOpeningRead,
    sends: [REVERSE_COS.d0019Ldso, REVERSE_COS.d0086Ldso, REVERSE_COS.d0019Supplier, REVERSE_COS.d0086Supplier],
  },
];

/** The read of 3.3.14 or 3.3.17; one that comes when it is no longer waited for changes nothing. */
function receiveRead(c: Act): void {
  if (!c.isNhh || c.now >= readMissingAt(c)) return;
  c.got(GOT.read);
  c.work(NODE['reverse final read'], c.oldSupplier);
}

/** The 4th day after the EFD begins with no read: the old supplier makes one. */
function makeRead(c: Act): void {
  if ((c.got(0) & GOT.read) === 0) c.work(NODE['reverse final read'], c.oldSupplier);
}

/** 3.3.18: D0010 to the outgoing data service and the new supplier. */
function sendFinalRead(c: Act): void {
  c.since = c.midnight(c.registered);
  c.judge(REVERSE_STEP.finalRead, c.oldSupplier);
  c.note((c.got(0) & GOT.read) === 0 ? 'final, reason 30, made by the old supplier' : 'final, reason 30');
  c.send(REVERSE_COS.finalReadDs, c.oldSupplier, c.oldDs);
  c.send(REVERSE_COS.finalReadSupplier, c.oldSupplier, c.supplier);
}

/** 3.3.19: the outgoing data service settles up to the effective-to date. */
function closeOut(c: Act): void {
  c.did(REVERSE_STEP.close, c.oldDs);
}

/** A read that the new supplier does not accept is settled between the two before it goes on. */
function receiveFinalRead(c: Act): void {
  switchReadCame(c);
  if (isDisputed(c)) dispute(c);
  else agree(c);
}

function agree(c: Act): void {
  c.owe(REVERSE_STEP.initialRead, c.supplier);
  c.work(NODE['reverse initial read'], c.supplier);
}

/** 3.3.20: D0010 to the incoming data collector. */
function sendInitialRead(c: Act): void {
  c.judge(REVERSE_STEP.initialRead, c.supplier);
  c.note('initial, reason 30');
  c.send(REVERSE_COS.initialRead, c.supplier, c.collector);
}

function receiveInitialRead(c: Act): void {
  c.owe(REVERSE_STEP.openingRead, c.collector);
  c.work(NODE['reverse opening read'], c.collector);
}

/** 3.3.21: D0019 and D0086 to the LDSO and the new supplier. */
function sendOpeningRead(c: Act): void {
  c.judge(REVERSE_STEP.openingRead, c.collector);
  c.send(REVERSE_COS.d0019Ldso, c.collector, c.ldso);
  c.send(REVERSE_COS.d0086Ldso, c.collector, c.ldso);
  c.send(REVERSE_COS.d0019Supplier, c.collector, c.supplier);
  c.send(REVERSE_COS.d0086Supplier, c.collector, c.supplier);
}
