import { ACCEPTED, FALLEN, FORWARD, GIVEN_UP, LEGACY, REQUESTED } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { giveUpRelated } from '../links/related.ts';
import { NODE } from '../nodes.ts';
import { branchOf, DS, isRejection, isWithSwitch, MOST_REQUESTS, MS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { COA, everyKind, kindOf } from './kinds.ts';
import { endLegacy } from './legacy-end.ts';
import { sendIF031 } from './request.ts';
import { askOnceMore, retryWithSwitch } from './with-switch.ts';

/** The supplier asks for its agents, and again where a request falls (BSCP708 §3.1.1, §3.2.3). */
export const supplier: readonly Stage[] = [
  { kind: 'moment', name: 'start', handler: start, sends: [COA.if031], leadsTo: ['gate closure'] },
  { kind: 'moment', name: 'again', handler: askAgain, leadsTo: ['request', 'gate closure'] },
  { kind: 'moment', name: 'retry', handler: retry, leadsTo: ['request', 'gate closure', 'related given up'] },
  {
    kind: 'moment',
    name: 'request',
    handler: c => sendIF031(c, c.service, c.requests.askedFor(c.key), isWithSwitch(c.branch)),
    sends: everyKind('if031'),
  },
  { kind: 'receipt', name: 'IF-032 at supplier', of: everyKind('if032'), handler: receiveIF032 },
  {
    kind: 'receipt',
    name: 'IF-035 at supplier',
    of: everyKind('if035Supplier', 'expiredSupplier'),
    handler: receiveIF035,
    leadsTo: ['D0151', 'related D0151'],
  },
];

/** 3.1.1: the plan has selected the MSID; both services are asked for with one EFD. */
function start(c: Act): void {
  const { rules, standing, ledger } = c;
  const day = c.today;
  const efd = day + lead(c);
  ledger.check(0, day >= rules.segmentFrom[c.segment]!);
  ledger.check(1, day >= c.supplierRules.from);
  ledger.check(3, !c.isComplex || day >= rules.complexFrom);
  c.become(FORWARD);
  ledger.count(c.now, c.supplier, 'started');
  standing.setEfds(c.id, efd - rules.first);
  for (let service = MS; service <= DS; service++) c.setStatus(service, REQUESTED);
  if (c.now < c.gateClosure(efd)) c.reach(NODE['gate closure'], c.gateClosure(efd));
  sendIF031(c, MS, efd, false);
  sendIF031(c, DS, efd, false);
}

function lead(c: Act): number {
  return c.supplierRules.lead.sample(c.draw(DRAW.lead));
}

/** At the start of a day: the supplier changes its mind about a pending appointment and asks anew today. */
function askAgain(c: Act): void {
  const status = c.status(c.service);
  const alive = status >= REQUESTED && status <= ACCEPTED;
  // On the last day before the EFD it is too late to be worth it.
  if (!alive || c.leaving || c.gone || !c.counts || c.standing.sent(c.key) !== c.request || c.efd <= c.today + 1)
    return;
  if (c.dead || c.fell) return;
  if (isWithSwitch(c.branch)) askOnceMore(c, c.startTime(c.today));
  else prepare(c);
}

/** At the start of a day: a service that has fallen is asked for again, or given up. */
function retry(c: Act): void {
  if (isWithSwitch(c.branch)) {
    retryWithSwitch(c);
    return;
  }
  if (c.status(c.service) !== FALLEN || c.requests.underWay(c.key) || c.gone) return;
  // A customer about to leave is not asked for again, unless it stays after all.
  if (c.leaving) {
    c.reach(NODE.retry, c.midnight(c.rules.workingDay(c.today, c.supplierRules.retryAfter)));
    return;
  }
  if (c.standing.sent(c.key) + 1 < Math.min(c.supplierRules.attempts, MOST_REQUESTS)) prepare(c);
  else giveUp(c);
}

function giveUp(c: Act): void {
  c.setStatus(c.service, GIVEN_UP);
  c.ledger.except(c.now, `given up: ${c.service === MS ? 'metering' : 'data'} service`, c.supplier);
  if (!c.both(GIVEN_UP)) return;
  c.become(LEGACY);
  c.ledger.count(c.now, c.supplier, 'cancelled');
  giveUpRelated(c);
}

/** Plans a further request for today: the same EFD where there is still time for it, else a new one. */
function prepare(c: Act): void {
  const { standing, requests, rules } = c;
  const { today } = c;
  standing.setSent(c.key, standing.sent(c.key) + 1);
  c.branch = branchOf(c.service, standing.sent(c.key));
  const at = c.startTime(today);
  // Both services ask for one EFD: what the other has asked for, or is about to ask for today.
  const other = 2 * c.id + 1 - c.service;
  const pair = requests.underWay(other) ? requests.askedFor(other) : rules.first + standing.efd(other);
  const efd = pair >= today + 2 && pair <= today + 28 ? pair : today + Math.max(2, lead(c));
  requests.ask(c.key, efd);
  c.reach(NODE['gate closure'], c.gateClosure(efd));
  c.reach(NODE.request, at);
}

/** IF-032: a rejected request will be looked at again. */
function receiveIF032(c: Act): void {
  if (isRejection(c.branch)) afterRejection(c);
}

/** IF-035: accepted, a legacy appointment of the supplier's own is to be ended; rejected, it is tried again. */
function receiveIF035(c: Act): void {
  if (isRejection(c.branch)) afterRejection(c);
  else if (!isWithSwitch(c.branch)) endLegacy(c);
}

/** A request has fallen: some Working Days later the supplier looks at it again. */
function afterRejection(c: Act): void {
  if (c.dead) return;
  c.branch = branchOf(c.service, c.request, isWithSwitch(c.branch));
  if (kindOf(c).migrates) c.ledger.count(c.now, c.supplier, 'rejected');
  c.reach(NODE.retry, c.midnight(c.rules.workingDay(c.today, c.supplierRules.retryAfter)));
}
