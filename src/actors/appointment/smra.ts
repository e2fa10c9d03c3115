import { ACCEPTED, CONFIRMED, EFFECTIVE, FALLEN, FLAG, MHHS, PENDING } from '../../market/index.ts';
import { type Act, DRAW } from '../act.ts';
import { NODE } from '../nodes.ts';
import { branchOf, DS, isRejection, MS, rejecting } from '../services.ts';
import type { Stage } from '../stage.ts';
import { COA, STEP } from './catalogue.ts';
import { refused } from './refusals.ts';

/** The part of the SMRA, which keeps the record, in forward migration on change of agent (BSCP708 §3.1). */
export const smra: readonly Stage[] = [
  { kind: 'receipt', name: 'IF-031 at SMRA', of: [COA.if031], handler: receiveIF031, leadsTo: ['validation'] },
  { kind: 'work', name: 'validation', space: 'SMRA', capacity: 'validation', step: STEP.validate, act: 'validated' },
  {
    kind: 'moment',
    name: 'validated',
    handler: validated,
    sends: [COA.if032, COA.if033Ms, COA.if033Ds],
    leadsTo: ['validated in turn'],
  },
  {
    kind: 'moment',
    name: 'validated in turn',
    handler: decide,
    apart: true,
    sends: [COA.if032, COA.if033Ms, COA.if033Ds],
    leadsTo: ['earlier appointment'],
  },
  {
    kind: 'receipt',
    name: 'IF-034 at SMRA',
    of: [COA.if034Ms, COA.if034Ds],
    handler: receiveIF034,
    leadsTo: ['response'],
  },
  { kind: 'work', name: 'response', space: 'SMRA', capacity: 'response', step: STEP.publish, act: 'responded' },
  {
    kind: 'moment',
    name: 'responded',
    handler: responded,
    sends: [COA.if035Ms, COA.if035Ds, COA.if035Supplier],
    // It does not set off the last; but an appointment that it finds rejected is not ended once more.
    leadsTo: ['overnight batch', 'gate closure', 'earlier appointment'],
  },
  {
    kind: 'moment',
    name: 'earlier appointment',
    handler: endEarlierAppointment,
    apart: true,
    sends: [COA.endedMs, COA.endedDs, COA.endedSupplier],
  },
  { kind: 'moment', name: 'overnight batch', handler: runBatch, sends: [COA.d0170Moa, COA.d0170Dc] },
  {
    kind: 'moment',
    name: 'gate closure',
    handler: closeGate,
    apart: true,
    sends: [COA.expiredMs, COA.expiredDs, COA.expiredSupplier],
  },
  {
    kind: 'moment',
    name: 'EFD',
    handler: takeEffect,
    sends: [COA.if036Supplier, COA.if036Ms, COA.if036Ds, COA.if036Ldso, COA.if036Ees],
    leadsTo: ['no read'],
  },
];

function receiveIF031(c: Act): void {
  c.owe(STEP.validate, c.smra);
  c.work(NODE.validation, c.smra);
}

/** Of several requests for a service one may be validated before an earlier one: they are taken in order of time. */
function validated(c: Act): void {
  if (c.askedAgain) c.reach(NODE['validated in turn'], c.now);
  else decide(c);
}

/** 3.1.2: IF-032 to the supplier; if valid, IF-033 to the agent asked for. */
function decide(c: Act): void {
  c.judge(STEP.validate, c.smra);
  const { points, requests, rules } = c;
  const first = c.request === 0;
  const efd = first ? c.efd : requests.askedFor(c.key);
  const why = fault(c, efd);
  if (why !== null) {
    c.note(`rejected: ${why}`);
    c.ledger.except(c.now, `IF-032 rejected: ${why}`, c.supplier);
    if (!first) requests.drop(c.key);
    else if (c.counts) c.setStatus(c.service, FALLEN);
    c.branch = rejecting(c.branch);
    c.send(COA.if032, c.smra, c.supplier);
    return;
  }
  if (!first) {
    requests.replace(c.key, {
      request: points.counting[c.key]!,
      status: c.status(c.service),
      until: c.now,
      successor: c.request,
    });
    points.counting[c.key] = c.request;
    points.efd[c.key] = efd - rules.first;
    c.reach(NODE['earlier appointment'], c.now);
  }
  c.setStatus(c.service, PENDING);
  const asked = c.british.dayOf(c.since);
  c.ledger.check(4, efd > asked && efd <= asked + 28);
  c.note('accepted');
  c.send(COA.if032, c.smra, c.supplier);
  if (c.service === MS) c.send(COA.if033Ms, c.smra, c.ms);
  else c.send(COA.if033Ds, c.smra, c.ds);
}

/** Why an IF-031 is not valid, or null. */
function fault(c: Act, efd: number): string | null {
  const { rules } = c;
  if (c.points.counting[c.key]! > c.request) return 'overtaken by a later request';
  if (c.gone) return 'supplier not registered';
  const day = c.british.dayOf(c.since);
  if (day < rules.segmentFrom[c.segment]!) return 'market segment not open';
  if (day < c.supplierRules.from) return 'supplier not qualified';
  if (day < (c.service === MS ? rules.msFrom[c.ms]! : rules.dsFrom[c.ds]!)) return 'agent not qualified';
  if (c.isComplex && day < rules.complexFrom) return 'complex metering before M14';
  if (efd <= day || efd > day + 28 || c.now >= c.gateClosure(efd)) return 'EFD out of range';
  return refused(c, rules.smraRefusals, DRAW.refuse, DRAW.reason);
}

function receiveIF034(c: Act): void {
  c.owe(STEP.publish, c.smra);
  c.work(NODE.response, c.smra);
}

/** 3.1.4: IF-035 to both agents and the supplier; an acceptance goes into the next overnight batch. */
function responded(c: Act): void {
  const former = c.counts ? undefined : c.requests.former(c.key, c.request);
  // Expired at gate closure, or overtaken by a later request: there is nothing to answer any more.
  if (c.ended || (c.counts && c.now >= c.gateClosure(c.efd))) {
    c.release(STEP.publish, c.smra);
    return;
  }
  c.judge(STEP.publish, c.smra);
  const status = isRejection(c.branch) ? FALLEN : ACCEPTED;
  if (former) former.status = status;
  else c.setStatus(c.service, status);
  if (status === FALLEN) {
    c.note('rejected');
    publish(c);
    return;
  }
  c.note('accepted');
  publish(c);
  // Unmetered supplies have no outgoing MOA to ask.
  if (c.service === MS && c.isUms) return;
  const batch = c.nextBatch();
  c.since = c.now;
  c.oweBy(STEP.askDetails, c.smra, batch);
  c.reach(NODE['overnight batch'], batch);
}

function publish(c: Act): void {
  c.send(COA.if035Ms, c.smra, c.ms);
  c.send(COA.if035Ds, c.smra, c.ds);
  c.send(COA.if035Supplier, c.smra, c.supplier);
}

/** 3.1.13: a later IF-031 was valid; the appointment that was pending until then is ended, unless it had fallen. */
function endEarlierAppointment(c: Act): void {
  const { status } = c.requests.before(c.key, c.request)!;
  if (status < PENDING || status > CONFIRMED) return;
  c.oweFrom(STEP.terminate, c.smra, c.since);
  c.judge(STEP.terminate, c.smra);
  c.note('terminated: another IF-031');
  c.send(COA.endedMs, c.smra, c.ms);
  c.send(COA.endedDs, c.smra, c.ds);
  c.send(COA.endedSupplier, c.smra, c.supplier);
}

/** 3.1.5: D0170, action code 24, to the outgoing agent of the service. */
function runBatch(c: Act): void {
  if (c.ended) {
    c.releaseBy(STEP.askDetails, c.smra, c.now);
    return;
  }
  c.judgeBy(STEP.askDetails, c.smra, c.now);
  c.note('action code 24');
  if (c.service === MS) c.send(COA.d0170Moa, c.smra, c.metering);
  else c.send(COA.d0170Dc, c.smra, c.collector);
}

/**
 * Gate closure on the eve of an EFD: what is accepted will take effect, what is still pending expires
 * (REC engagement day, February 2025).
 */
function closeGate(c: Act): void {
  const tomorrow = c.today + 1;
  let confirmed = false;
  for (let service = MS; service <= DS; service++) {
    const key = 2 * c.id + service;
    if (c.rules.first + c.points.efd[key]! !== tomorrow) continue;
    const status = c.status(service);
    const stays = staysRegistered(c, tomorrow);
    if (status === ACCEPTED && stays) {
      c.setStatus(service, CONFIRMED);
      confirmed = true;
    } else if (status === PENDING || status === ACCEPTED) {
      c.setStatus(service, FALLEN);
      expire(c, service, stays ? 'expired' : 'overtaken by a switch');
    }
  }
  if (!confirmed) return;
  c.branch = 0;
  c.reach(NODE.EFD, c.midnight(tomorrow));
}

/** Re-validation: whether the supplier will still be registered, and no switch has overtaken the appointment. */
function staysRegistered(c: Act, efd: number): boolean {
  const { points, id } = c;
  if (points.has(id, FLAG.gone | FLAG.overtaken)) return false;
  return !c.leaving || points.registeredFrom(points.successorOf(id)) > efd;
}

function expire(c: Act, service: number, why: string): void {
  c.branch = branchOf(service, c.points.counting[2 * c.id + service]!);
  c.ledger.except(c.now, `appointment ${why} at gate closure`, c.supplier);
  c.note(why);
  c.send(COA.expiredMs, c.smra, c.ms);
  c.send(COA.expiredDs, c.smra, c.ds);
  c.branch = rejecting(c.branch);
  c.send(COA.expiredSupplier, c.smra, c.supplier);
}

/** 3.1.11: on the EFD, 00:00 local, a round of IF-036 for each service that takes effect. */
function takeEffect(c: Act): void {
  const { today } = c;
  for (let service = MS; service <= DS; service++) {
    if (c.status(service) !== CONFIRMED || c.rules.first + c.points.efd[2 * c.id + service]! !== today) continue;
    c.branch = branchOf(service, c.points.counting[2 * c.id + service]!);
    c.setStatus(service, EFFECTIVE);
    if (c.points.sent[c.key]! > 0) c.requests.forget(c.key);
    c.ledger.check(2, today >= (service === MS ? c.rules.msFrom[c.ms]! : c.rules.dsFrom[c.ds]!));
    c.since = c.now;
    c.oweBy(STEP.confirm, c.smra, c.now);
    c.judgeBy(STEP.confirm, c.smra, c.now);
    if (c.traced) c.detail = service === MS ? 'metering service' : 'data service';
    c.send(COA.if036Supplier, c.smra, c.supplier);
    c.send(COA.if036Ms, c.smra, c.ms);
    c.send(COA.if036Ds, c.smra, c.ds);
    c.send(COA.if036Ldso, c.smra, c.ldso);
    c.send(COA.if036Ees, c.smra, 0);
    if (service === DS && c.isNhh) c.reach(NODE['no read'], c.deemingAt(today));
  }
  if (!c.both(EFFECTIVE) || c.points.state[c.id] === MHHS) return;
  c.ledger.check(5, c.both(EFFECTIVE));
  c.become(MHHS);
  c.ledger.count(c.now, c.supplier, 'completed');
}
