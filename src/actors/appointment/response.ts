import { ACCEPTED, CONFIRMED, FALLEN, PENDING } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { batchRelated } from '../links/related.ts';
import { NODE } from '../nodes.ts';
import { isRejection, MS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { SWITCH } from '../switching/catalogue.ts';
import { askForDetails } from './ask-for-details.ts';
import { RETRIEVER, STEP } from './catalogue.ts';
import { tellOfRetriever } from './data-retriever.ts';
import { COA, everyKind, type Kind, kindOf, MCS, smraOwing, stepOf } from './kinds.ts';

/** The SMRA publishes an agent's answer and asks the outgoing agents for details (BSCP708 §3.1.4–5, 3.1.13, §3.2.4–5). */
export const response: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'IF-034 at SMRA',
    of: everyKind('if034Ms', 'if034Ds'),
    handler: receiveIF034,
    leadsTo: ['response'],
  },
  { kind: 'work', name: 'response', space: 'SMRA', capacity: 'response', step: stepOf('publish'), act: 'responded' },
  {
    kind: 'moment',
    name: 'responded',
    handler: responded,
    sends: [
      ...everyKind('if035Ms', 'if035Ds', 'if035Supplier', 'if035OutgoingMs', 'if035OutgoingDs'),
      RETRIEVER.updated,
      SWITCH.agentsAccepted,
    ],
    // It does not set off the last; but an appointment that it finds rejected is not ended once more.
    leadsTo: ['overnight batch', 'batch on the eve', 'gate closure', 'earlier appointment', 'related gate closure'],
  },
  {
    kind: 'moment',
    name: 'earlier appointment',
    handler: endEarlierAppointment,
    apart: true,
    sends: everyKind('endedMs', 'endedDs', 'endedSupplier'),
  },
  {
    kind: 'moment',
    name: 'overnight batch',
    handler: runBatch,
    sends: everyKind('d0170Moa', 'd0170Dc'),
    leadsTo: ['related batch'],
  },
  // After gate closure: what it has ended is asked for no longer.
  {
    kind: 'moment',
    name: 'batch on the eve',
    handler: runBatch,
    apart: true,
    sends: everyKind('d0170Moa', 'd0170Dc'),
    leadsTo: ['related batch'],
  },
];

function receiveIF034(c: Act): void {
  const kind = kindOf(c);
  c.owe(kind.publish, smraOwing(c, kind, kind.publish));
  c.work(NODE.response, c.smra);
}

/** 3.1.4: IF-035 to both agents and the supplier; an acceptance goes into the next overnight batch. */
function responded(c: Act): void {
  const kind = kindOf(c);
  const former = c.counts ? undefined : c.requests.former(c.key, c.request);
  const retrospective = kind.retrospective && c.efd <= c.today;
  const closes = c.gateClosure(c.efd);
  // Expired at gate closure, or overtaken by a later request: there is nothing to answer any more.
  if (c.dead || c.ended || (c.counts && !retrospective && c.now >= closes)) {
    c.release(kind.publish, smraOwing(c, kind, kind.publish));
    return;
  }
  c.judge(kind.publish, smraOwing(c, kind, kind.publish));
  const status = isRejection(c.branch) ? FALLEN : ACCEPTED;
  if (former) former.status = status;
  else c.setStatus(c.service, status);
  if (status === FALLEN) {
    c.note('rejected');
    publish(c, kind);
    return;
  }
  c.note('accepted');
  publish(c, kind);
  tellOfRetriever(c, RETRIEVER.updated);
  if (kind === MCS) c.send(SWITCH.agentsAccepted, 0, c.oldSupplier);
  // It takes effect overnight, unless a later request is valid by then.
  if (retrospective) for (const id of [c.id, ...c.secondaries]) c.reachFor(id, NODE.EFD, c.midnight(c.today + 1));
  // Unmetered supplies have no outgoing MOA to ask.
  if (kind.askDetails < 0 || (c.service === MS && c.isUms)) return;
  const batch = c.nextBatch();
  c.since = c.now;
  c.oweBy(kind.askDetails, c.smra, batch);
  c.reach(batch < closes ? NODE['overnight batch'] : NODE['batch on the eve'], batch);
}

function publish(c: Act, kind: Kind): void {
  const { smra } = c;
  c.send(kind.if035Ms, smra, c.ms);
  c.send(kind.if035Ds, smra, c.ds);
  c.send(kind.if035Supplier, smra, c.supplier);
  if (!kind.tellsOutgoing) return;
  c.send(kind.if035OutgoingMs, smra, c.oldMs);
  c.send(kind.if035OutgoingDs, smra, c.oldDs);
}

/** 3.1.13: a later IF-031 was valid; the appointment that was pending until then is ended, unless it had fallen. */
function endEarlierAppointment(c: Act): void {
  const kind = kindOf(c);
  const { status } = c.requests.before(c.key, c.request)!;
  if (status < PENDING || status > CONFIRMED || kind.endedMs < 0) return;
  // With a switch no source gives a time for it.
  if (kind === COA) {
    c.oweFrom(STEP.terminate, c.smra, c.since);
    c.judge(STEP.terminate, c.smra);
  }
  c.note('terminated: another IF-031');
  c.send(kind.endedMs, c.smra, c.ms);
  c.send(kind.endedDs, c.smra, c.ds);
  c.send(kind.endedSupplier, c.smra, c.supplier);
}

/** The overnight batch: what has fallen since it was accepted is asked for no longer. */
function runBatch(c: Act): void {
  if (c.dead || c.ended) c.releaseBy(kindOf(c).askDetails, c.smra, c.now);
  else {
    askForDetails(c);
    batchRelated(c);
  }
}
