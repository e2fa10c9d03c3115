import { ACCEPTED, FALLEN, FORWARD, GIVEN_UP, LEGACY, REQUESTED } from '../../market/index.ts';
import type { Day } from '../../time/index.ts';
import { type Act, DRAW } from '../act.ts';
import { NODE } from '../nodes.ts';
import { branchOf, DS, isRejection, MOST_REQUESTS, MS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { COA, STEP } from './catalogue.ts';

/** The supplier's part in forward migration on change of agent (BSCP708 §3.1). */
export const supplier: readonly Stage[] = [
  { kind: 'moment', name: 'start', handler: start, sends: [COA.if031], leadsTo: ['gate closure'] },
  { kind: 'moment', name: 'again', handler: askAgain, leadsTo: ['request', 'gate closure'] },
  { kind: 'moment', name: 'retry', handler: retry, leadsTo: ['request', 'gate closure'] },
  { kind: 'moment', name: 'request', handler: request, sends: [COA.if031] },
  { kind: 'receipt', name: 'IF-032 at supplier', of: [COA.if032], handler: receiveIF032 },
  {
    kind: 'receipt',
    name: 'IF-035 at supplier',
    of: [COA.if035Supplier, COA.expiredSupplier],
    handler: receiveIF035,
    leadsTo: ['D0151'],
  },
  { kind: 'work', name: 'D0151', space: 'Supplier', capacity: 'd0151', step: STEP.endLegacy, act: 'D0151 sent' },
  {
    kind: 'moment',
    name: 'D0151 sent',
    handler: endLegacyAppointment,
    sends: [COA.d0151Moa, COA.d0151Umso, COA.d0151Dc, COA.d0151Ma],
  },
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
  { kind: 'moment', name: 'final read sent', handler: sendFinalRead, sends: [COA.finalRead] },
  {
    kind: 'receipt',
    name: 'read at supplier',
    of: [COA.d0010Supplier],
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
  { kind: 'moment', name: 'initial read sent', handler: sendInitialRead, sends: [COA.initialRead] },
];

/** 3.1.1: the plan has selected the MSID; both services are asked for with one EFD. */
function start(c: Act): void {
  const { rules, points, ledger } = c;
  const day = c.today;
  const efd = day + lead(c);
  ledger.check(0, day >= rules.segmentFrom[c.segment]!);
  ledger.check(1, day >= c.supplierRules.from);
  ledger.check(3, !c.isComplex || day >= rules.complexFrom);
  c.become(FORWARD);
  ledger.count(c.now, c.supplier, 'started');
  for (let service = MS; service <= DS; service++) {
    points.efd[2 * c.id + service] = efd - rules.first;
    c.setStatus(service, REQUESTED);
  }
  if (c.now < c.gateClosure(efd)) c.reach(NODE['gate closure'], c.gateClosure(efd));
  sendIF031(c, MS, efd);
  sendIF031(c, DS, efd);
}

/** Asks for one service; decides at once whether it will be asked for again before its IF-036 (3.1.13). */
function sendIF031(c: Act, service: number, efd: Day): void {
  c.branch = branchOf(service, c.points.sent[2 * c.id + service]!);
  if (c.traced) c.detail = `${service === MS ? 'metering' : 'data'} service, EFD ${c.dateText(efd)}`;
  c.send(COA.if031, c.supplier, c.smra);
  const own = c.supplierRules;
  if (c.request === 0 && own.againBelow > 0 && c.draw(DRAW.again) < own.againBelow) {
    const days = 1 + (c.draw(DRAW.againDay) % own.againWithin);
    c.reach(NODE.again, c.midnight(c.rules.workingDay(c.today, days)));
  }
}

function lead(c: Act): number {
  return c.supplierRules.lead.sample(c.draw(DRAW.lead));
}

/** At the start of a day: the supplier changes its mind about a pending appointment and asks anew today. */
function askAgain(c: Act): void {
  const status = c.status(c.service);
  const alive = status >= REQUESTED && status <= ACCEPTED;
  // On the last day before the EFD it is too late to be worth it.
  if (!alive || c.leaving || c.gone || !c.counts || c.points.sent[c.key] !== c.request || c.efd <= c.today + 1) return;
  prepare(c);
}

/** At the start of a day: a service that has fallen is asked for again, or given up. */
function retry(c: Act): void {
  if (c.status(c.service) !== FALLEN || c.requests.underWay(c.key) || c.gone) return;
  // A customer about to leave is not asked for again, unless it stays after all.
  if (c.leaving) {
    c.reach(NODE.retry, c.midnight(c.rules.workingDay(c.today, c.supplierRules.retryAfter)));
    return;
  }
  if (c.points.sent[c.key]! + 1 < Math.min(c.supplierRules.attempts, MOST_REQUESTS)) prepare(c);
  else giveUp(c);
}

function giveUp(c: Act): void {
  c.setStatus(c.service, GIVEN_UP);
  c.ledger.except(c.now, `given up: ${c.service === MS ? 'metering' : 'data'} service`, c.supplier);
  if (!c.both(GIVEN_UP)) return;
  c.become(LEGACY);
  c.ledger.count(c.now, c.supplier, 'cancelled');
}

/** Plans a further request for today: the same EFD where there is still time for it, else a new one. */
function prepare(c: Act): void {
  const { points, requests, rules } = c;
  const { today } = c;
  points.sent[c.key]!++;
  c.branch = branchOf(c.service, points.sent[c.key]!);
  const at = c.startTime(today);
  // Both services ask for one EFD: what the other has asked for, or is about to ask for today.
  const other = 2 * c.id + 1 - c.service;
  const pair = requests.underWay(other) ? requests.askedFor(other) : rules.first + points.efd[other]!;
  const efd = pair >= today + 2 && pair <= today + 28 ? pair : today + Math.max(2, lead(c));
  requests.ask(c.key, efd);
  c.reach(NODE['gate closure'], c.gateClosure(efd));
  c.reach(NODE.request, at);
}

function request(c: Act): void {
  sendIF031(c, c.service, c.requests.askedFor(c.key));
}

/** IF-032: a rejected request will be looked at again. */
function receiveIF032(c: Act): void {
  if (isRejection(c.branch)) afterRejection(c);
}

/** IF-035: accepted, the legacy appointment is to be ended within 5 WD (3.1.10); rejected, it is tried again. */
function receiveIF035(c: Act): void {
  if (isRejection(c.branch)) {
    afterRejection(c);
    return;
  }
  c.owe(STEP.endLegacy, c.supplier);
  c.work(NODE.D0151, c.supplier);
}

/** A request has fallen: some Working Days later the supplier looks at it again. */
function afterRejection(c: Act): void {
  c.branch = branchOf(c.service, c.request);
  c.ledger.count(c.now, c.supplier, 'rejected');
  c.reach(NODE.retry, c.midnight(c.rules.workingDay(c.today, c.supplierRules.retryAfter)));
}

/** 3.1.10: D0151, reason CA, to the outgoing agent of the service. */
function endLegacyAppointment(c: Act): void {
  c.judge(STEP.endLegacy, c.supplier);
  c.note('reason CA');
  if (c.service === MS) {
    if (c.isUms) c.send(COA.d0151Umso, c.supplier, c.ms);
    else c.send(COA.d0151Moa, c.supplier, c.metering);
    return;
  }
  c.send(COA.d0151Dc, c.supplier, c.collector);
  if (c.isUms) c.send(COA.d0151Ma, c.supplier, c.metering);
}

/** 3.1.14: the data service is appointed; a read of the 8 days before goes to the outgoing DC. */
function receiveIF036(c: Act): void {
  if (c.service !== DS || !c.isNhh) return;
  if (c.drawOnce(DRAW.readAtHand) >= c.supplierRules.readBelow[c.type]!) return;
  c.owe(STEP.finalRead, c.supplier);
  c.work(NODE['final read'], c.supplier);
}

function sendFinalRead(c: Act): void {
  c.judge(STEP.finalRead, c.supplier);
  c.note('final, reason 28');
  c.send(COA.finalRead, c.supplier, c.collector);
}

/** 3.1.17: the settled read goes on to the incoming data service. */
function receiveSettledRead(c: Act): void {
  c.owe(STEP.initialRead, c.supplier);
  c.work(NODE['initial read'], c.supplier);
}

function sendInitialRead(c: Act): void {
  c.judge(STEP.initialRead, c.supplier);
  c.note('initial, reason 28');
  c.send(COA.initialRead, c.supplier, c.ds);
}
