import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { REVERSE_COS, REVERSE_STEP } from './catalogue.ts';
import { readMissingAt } from './progress.ts';

/** What begins on the EFD of a reverse migration: the reads of the switch, by meter (BSCP708 §3.3.14 to §3.3.17). */
export const reads: readonly Stage[] = [
  {
    kind: 'moment',
    name: 'reverse EFD',
    handler: beginReads,
    leadsTo: ['reverse customer read', 'reverse remote read', 'reverse daily read', 'reverse read missing'],
  },
  {
    kind: 'work',
    name: 'reverse customer read',
    space: 'Supplier',
    capacity: 'switch-read',
    step: REVERSE_STEP.customerRead,
    act: 'reverse customer read sent',
  },
  {
    kind: 'moment',
    name: 'reverse customer read sent',
    handler: sendCustomerRead,
    sends: [REVERSE_COS.customerRead],
  },
  {
    kind: 'work',
    name: 'reverse remote read',
    space: 'DC',
    capacity: 'opening-read',
    step: REVERSE_STEP.remoteRead,
    act: 'reverse remote read sent',
  },
  {
    kind: 'moment',
    name: 'reverse remote read sent',
    handler: sendRemoteRead,
    sends: [REVERSE_COS.remoteD0010Ldso, REVERSE_COS.remoteD0010Supplier, REVERSE_COS.remoteD0019],
  },
  {
    kind: 'work',
    name: 'reverse daily read',
    space: 'DS',
    capacity: 'read',
    step: REVERSE_STEP.dailyRead,
    whose: c => c.oldDs,
    act: 'reverse daily read sent',
  },
  {
    kind: 'moment',
    name: 'reverse daily read sent',
    handler: sendDailyRead,
    sends: [REVERSE_COS.if041Supplier, REVERSE_COS.if041Ldso],
  },
];

/** The EFD, 00:00. Deadlines count from here, even where the news that the switch is secured came late. */
function beginReads(c: Act): void {
  if (c.isUms) return;
  const efd = c.midnight(c.registered);
  if (c.isNhh) {
    // Of NHH advanced meters no read goes to the old supplier: it makes one itself.
    c.oweFrom(REVERSE_STEP.finalRead, c.oldSupplier, efd);
    c.reach(NODE['reverse read missing'], Math.max(c.now, readMissingAt(c)));
  }
  if (c.isTraditional) {
    if (c.drawOnce(DRAW.switchRead) >= c.switching.readBelow[c.type]!) return;
    c.oweFrom(REVERSE_STEP.customerRead, c.supplier, efd);
    c.work(NODE['reverse customer read'], c.supplier);
  } else if (!c.isAdvanced) {
    c.oweFrom(REVERSE_STEP.dailyRead, c.oldDs, efd);
    c.work(NODE['reverse daily read'], c.oldDs);
  } else if (c.isNhh) {
    c.oweFrom(REVERSE_STEP.remoteRead, c.collector, efd);
    c.work(NODE['reverse remote read'], c.collector);
  } else c.did(REVERSE_STEP.collect, c.collector);
}

/** 3.3.14: the customer's own read to the old supplier. */
function sendCustomerRead(c: Act): void {
  c.judge(REVERSE_STEP.customerRead, c.supplier);
  c.note('initial, reason 30');
  c.send(REVERSE_COS.customerRead, c.supplier, c.oldSupplier);
}

/** 3.3.15: the incoming NHHDC reads the meter from afar; the LDSO is told of the read alone. */
function sendRemoteRead(c: Act): void {
  c.judge(REVERSE_STEP.remoteRead, c.collector);
  c.send(REVERSE_COS.remoteD0010Ldso, c.collector, c.ldso);
  c.send(REVERSE_COS.remoteD0010Supplier, c.collector, c.supplier);
  c.send(REVERSE_COS.remoteD0019, c.collector, c.supplier);
}

/** 3.3.17: the outgoing SDS takes the read from the daily read log. */
function sendDailyRead(c: Act): void {
  c.judge(REVERSE_STEP.dailyRead, c.oldDs);
  c.note('daily read log');
  c.send(REVERSE_COS.if041Supplier, c.oldDs, c.oldSupplier);
  c.send(REVERSE_COS.if041Ldso, c.oldDs, c.ldso);
}
