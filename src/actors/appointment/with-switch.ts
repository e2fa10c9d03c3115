import { ACCEPTED, FALLEN, FORWARD, GIVEN_UP, LEGACY, REQUESTED } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { startRelated } from '../links/related.ts';
import { IMPORT_SERVES } from '../links/served.ts';
import { NODE } from '../nodes.ts';
import { ROUTE } from '../routes.ts';
import { branchOf, DS, MOST_REQUESTS, MS } from '../services.ts';
import { kindOf } from './kinds.ts';
import { sendIF031 } from './request.ts';

/**
 * Asks for both services of a registration, with its own EFD: a pending one after a switch (by its route forward
 * migration or a change of supplier under MHHS), or that of a new metering point. What is owed for the request itself
 * is the caller's. A stage that calls this sends IF-031 of its kind and leads to 'gate closure' and 'related start'.
 */
export function askWithSwitch(c: Act): void {
  const { standing, rules, ledger } = c;
  c.branch = branchOf(MS, 0, true);
  if (kindOf(c).migrates) {
    ledger.check(0, c.today >= rules.segmentFrom[c.segment]!);
    ledger.check(1, c.today >= c.supplierRules.from);
    ledger.check(3, !c.isComplex || c.today >= rules.complexFrom);
    if (standing.state(c.old) === LEGACY) c.becomeOf(c.old, FORWARD);
    ledger.count(c.now, c.supplier, 'started');
    startRelated(c);
  }
  const closes = c.gateClosure(c.registered);
  standing.setEfds(c.id, c.registered - rules.first);
  for (let service = MS; service <= DS; service++) c.setStatus(service, REQUESTED);
  if (c.now < closes) c.reach(NODE['gate closure'], closes);
  // An export MSID has the metering service of its import MSID without asking.
  if ((c.got(0) & IMPORT_SERVES) !== 0) c.setStatus(MS, ACCEPTED);
  else sendIF031(c, MS, c.registered, true);
  sendIF031(c, DS, c.registered, true);
}

/**
 * Plans a further request for the current service of a registration, at a time of today and with its own EFD, if the
 * supplier has any left.
 */
export function askOnceMore(c: Act, at: number): void {
  const { standing, requests } = c;
  if (standing.sent(c.key) + 1 >= Math.min(c.supplierRules.attempts, MOST_REQUESTS)) return;
  standing.setSent(c.key, standing.sent(c.key) + 1);
  requests.ask(c.key, c.registered);
  c.branch = branchOf(c.service, standing.sent(c.key), true);
  c.reach(NODE.request, at);
}

/** At the start of a day: a service that has fallen is asked for again while there is time before the gate closes. */
export function retryWithSwitch(c: Act): void {
  if (c.dead || c.fell || c.status(c.service) !== FALLEN || c.requests.underWay(c.key)) return;
  const at = c.startTime(c.today);
  if (at < c.gateClosure(c.registered)) askOnceMore(c, at);
}

/** The migration that was asked for with a switch has fallen: the former registration is legacy again; says so. */
export function backToLegacy(c: Act): boolean {
  const { standing, links, id, old } = c;
  if (c.route !== ROUTE.forward || standing.status(2 * links.leadOf(id)) === 0) return false;
  c.ledger.count(c.now, c.supplier, 'cancelled');
  // One that migrates by a change of agent of its own goes on with that.
  const lead = links.leadOf(old);
  const one = standing.status(2 * lead);
  const other = standing.status(2 * lead + 1);
  if (standing.state(old) !== FORWARD || one !== other || (one !== 0 && one !== GIVEN_UP)) return false;
  c.becomeOf(old, LEGACY);
  return true;
}
