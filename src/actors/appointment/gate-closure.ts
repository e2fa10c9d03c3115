import { ACCEPTED, CONFIRMED, EFFECTIVE, FALLEN, FLAG, MHHS, PENDING, REQUESTED } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { RELATED, RELATED_MESSAGES } from '../links/catalogue.ts';
import { confirmRelated, fellRelated } from '../links/related.ts';
import { NODE } from '../nodes.ts';
import { branchOf, DS, FELL, isWithSwitch, MS, rejecting } from '../services.ts';
import type { Stage } from '../stage.ts';
import { COA, everyKind, type Kind, kindOf, MCS } from './kinds.ts';
import { backToLegacy } from './with-switch.ts';

/** What the SMRA does of itself: re-validation on the eve of an EFD, and IF-036 when it has come (BSCP708 §3.1.11, §3.2.12). */
export const gateClosure: readonly Stage[] = [
  {
    kind: 'moment',
    name: 'gate closure',
    handler: c => (isWithSwitch(c.branch) ? closeGateOfSwitch(c) : closeGate(c)),
    apart: true,
    sends: everyKind('expiredMs', 'expiredDs', 'expiredSupplier'),
    // It does not set it off; but what it ends is asked for no longer.
    leadsTo: ['batch on the eve', 'related gate closure', 'related given up'],
  },
  {
    kind: 'moment',
    name: 'EFD',
    handler: takeEffect,
    sends: [...everyKind('if036Supplier', 'if036Ms', 'if036Ds', 'if036Ldso', 'if036Ees'), ...RELATED_MESSAGES],
    leadsTo: ['no read', 'association'],
  },
];

/**
 * Gate closure on the eve of an EFD: what is accepted will take effect, what is still pending expires
 * (REC engagement day, February 2025).
 */
function closeGate(c: Act): void {
  const tomorrow = c.today + 1;
  let confirmed = false;
  for (let service = MS; service <= DS; service++) {
    const key = 2 * c.id + service;
    if (c.rules.first + c.standing.efd(key) !== tomorrow) continue;
    const status = c.status(service);
    const stays = staysRegistered(c, tomorrow);
    if (status === ACCEPTED && stays) {
      c.setStatus(service, CONFIRMED);
      confirmRelated(c, service);
      confirmed = true;
    } else if (status === PENDING || status === ACCEPTED) {
      c.setStatus(service, FALLEN);
      expire(c, COA, service, stays ? 'expired' : 'overtaken by a switch');
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

/** Gate closure of a switch: the services asked for with it take effect (on migration both or neither), or fall. */
function closeGateOfSwitch(c: Act): void {
  const kind = kindOf(c);
  const { dead } = c;
  const accepted = (service: number) => c.status(service) === ACCEPTED;
  const all = accepted(MS) && accepted(DS);
  let confirmed = false;
  for (let service = MS; service <= DS; service++) {
    if (!dead && (kind.jointly ? all : accepted(service))) {
      c.setStatus(service, CONFIRMED);
      confirmRelated(c, service);
      confirmed = true;
      continue;
    }
    const status = c.status(service);
    if (status < REQUESTED || status > ACCEPTED) continue;
    c.setStatus(service, FALLEN);
    // What was only sent is not known to anybody else yet: it is rejected when it is looked at.
    if (status !== REQUESTED) expire(c, kind, service, dead ? 'switch off' : 'expired');
  }
  if (confirmed) {
    c.branch = branchOf(MS, 0, true);
    c.reach(NODE.EFD, c.midnight(c.registered));
  } else if (kind === MCS && !dead) {
    c.got(FELL);
    fellRelated(c, backToLegacy(c));
    c.branch = 0;
    c.reach(NODE['migration fell'], c.midnight(c.registered));
  }
}

function expire(c: Act, kind: Kind, service: number, why: string): void {
  c.branch = branchOf(service, c.standing.counting(2 * c.id + service), isWithSwitch(c.branch));
  if (!c.dead) c.ledger.except(c.now, `appointment ${why} at gate closure`, c.supplier);
  if (kind.expiredMs < 0) return;
  c.note(why);
  c.send(kind.expiredMs, c.smra, c.ms);
  c.send(kind.expiredDs, c.smra, c.ds);
  c.branch = rejecting(c.branch);
  c.send(kind.expiredSupplier, c.smra, c.supplier);
}

/** 3.1.11: on the EFD, 00:00 local, a round of IF-036 for each service that takes effect; later if it is retrospective. */
function takeEffect(c: Act): void {
  const kind = kindOf(c);
  const { standing, rules, today, supplier, smra, ms, ds } = c;
  const withSwitch = kind !== COA;
  const round = c.isSecondary ? RELATED : kind;
  if (kind.retrospective && c.isSecondary) followPrimary(c);
  for (let service = MS; service <= DS; service++) {
    const key = 2 * c.id + service;
    const efd = rules.first + standing.efd(key);
    const status = standing.status(key);
    // What was accepted after its EFD has passed no gate closure.
    const stands = status === CONFIRMED || (status === ACCEPTED && kind.retrospective);
    if (!stands || (withSwitch ? efd > today : efd !== today)) continue;
    c.branch = branchOf(service, standing.counting(key), withSwitch);
    standing.setStatus(key, EFFECTIVE);
    if (c.points.has(c.id, FLAG.linked)) c.outside.appointed(c.id);
    if (standing.sent(key) > 0) c.requests.forget(key);
    c.ledger.check(2, today >= (service === MS ? rules.msFrom[ms]! : rules.dsFrom[ds]!));
    c.since = c.now;
    c.oweBy(round.confirm, smra, c.now);
    c.judgeBy(round.confirm, smra, c.now);
    if (c.traced) c.detail = service === MS ? 'metering service' : 'data service';
    // The supplier waits for the data service alone, and of the metering services the UMSO for that as well.
    if (service === MS && kind === COA) c.tell(round.if036Supplier, smra, supplier);
    else c.send(round.if036Supplier, smra, supplier);
    if (service === DS && c.isUms) c.send(round.if036Ms, smra, ms);
    else c.tell(round.if036Ms, smra, ms);
    c.send(round.if036Ds, smra, ds);
    c.send(round.if036Ldso, smra, c.ldso);
    c.send(round.if036Ees, smra, 0);
    // Where the collector reads an advanced meter itself with a switch, no read is waited for (3.2.10).
    const awaitsRead = kind === COA ? c.isNhh : kind === MCS && c.isNhh && !c.isAdvanced;
    if (service === DS && awaitsRead) c.reach(NODE['no read'], c.deemingAt(today));
  }
  // With a switch the MSID passes into its state as its registration begins.
  if (withSwitch || !c.both(EFFECTIVE) || standing.state(c.id) === MHHS) return;
  c.ledger.check(5, c.both(EFFECTIVE));
  c.become(MHHS);
  c.ledger.count(c.now, supplier, 'completed');
}

/** What was accepted for the primary MSID after the EFD takes effect for the others too. */
function followPrimary(c: Act): void {
  const { standing } = c;
  for (let service = MS; service <= DS; service++) {
    const [own, lead] = [c.id, c.links.leadOf(c.id)].map(id => 2 * id + service) as [number, number];
    const [status, leading] = [standing.status(own), standing.status(lead)];
    if (status === CONFIRMED || status === EFFECTIVE || leading < ACCEPTED || leading > EFFECTIVE) continue;
    standing.setStatus(own, CONFIRMED);
    standing.setCounting(own, standing.counting(lead));
    standing.setEfd(own, standing.efd(lead));
  }
}
