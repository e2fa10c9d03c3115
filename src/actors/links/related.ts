import { CONFIRMED, FORWARD, GIVEN_UP, LEGACY } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { askForDetails } from '../appointment/ask-for-details.ts';
import { everyKind, kindOf } from '../appointment/kinds.ts';
import { oweD0151 } from '../appointment/owe-d0151.ts';
import { JOIN } from '../joins.ts';
import { goLegacyWay } from '../legacy-cos/start.ts';
import { NODE } from '../nodes.ts';
import { branchOf, DS, FELL, isWithSwitch, MS } from '../services.ts';
import type { Stage } from '../stage.ts';

/**
 * What an appointment on a primary MSID brings to the secondary ones (BSCP708 §4.1.1). Agents are asked for on the
 * primary; each secondary MSID begins, is confirmed and falls with it, and its own outgoing agents do their steps.
 */
export const related: readonly Stage[] = [
  { kind: 'moment', name: 'related start', handler: start, apart: true },
  { kind: 'moment', name: 'related batch', handler: runBatch, apart: true, sends: everyKind('d0170Moa', 'd0170Dc') },
  { kind: 'moment', name: 'related D0151', handler: oweD0151, apart: true, leadsTo: ['D0151'] },
  { kind: 'moment', name: 'related gate closure', handler: confirm, apart: true },
  { kind: 'moment', name: 'related given up', handler: giveUp, apart: true },
  // Apart from the receipt, because what takes effect at 00:00 comes first.
  { kind: 'moment', name: 'related details here', handler: told, apart: true, leadsTo: ['legacy way'] },
  { kind: 'moment', name: 'related legacy way', handler: decided, apart: true, leadsTo: ['legacy way'] },
];

/** Set in the branch of a thread with a switch: the former registration is legacy again. */
const BACK = 1;

/** The agents of the primary MSID are asked for now, with a switch or without. */
export function startRelated(c: Act): void {
  for (const other of c.secondaries) c.reachFor(other, NODE['related start'], c.now);
}

/** The outgoing agents are asked for details, and their appointments ended, for each MSID. */
export function batchRelated(c: Act): void {
  for (const other of c.secondaries) c.reachFor(other, NODE['related batch'], c.now);
}

export function endRelated(c: Act): void {
  for (const other of c.secondaries) c.reachFor(other, NODE['related D0151'], c.now);
}

/** A service of the primary MSID will take effect, and so it will for the others. */
export function confirmRelated(c: Act, service: number): void {
  const { branch } = c;
  for (const other of c.secondaries) {
    c.branch = branchOf(service, c.standing.counting(2 * c.id + service), isWithSwitch(branch));
    c.reachFor(other, NODE['related gate closure'], c.now);
  }
  c.branch = branch;
}

/** Neither service of the primary MSID will be asked for any more, so that it is legacy. */
export function giveUpRelated(c: Act): void {
  for (const other of c.secondaries) c.reachFor(other, NODE['related given up'], c.now);
}

/** What a secondary MSID waits for to go the legacy way: bits of what a switch has come with. */
const DECIDED = 0x20000;
const TOLD = 0x40000;

/** The new supplier does not migrate the primary MSID with its switch, and so none of the others. */
export function legacyWayRelated(c: Act): void {
  for (const other of c.secondaries) c.reachFor(other, NODE['related legacy way'], c.now);
}

/** The appointments asked for with a switch have fallen. @param back whether the former registration is legacy again */
export function fellRelated(c: Act, back: boolean): void {
  const { branch } = c;
  c.branch = branchOf(back ? BACK : 0, 0, true);
  giveUpRelated(c);
  c.branch = branch;
}

/** A secondary MSID is not to migrate with its switch. */
export function decided(c: Act): void {
  goWhenTold(c, DECIDED);
}

/** The new supplier has the registration details of a secondary MSID. */
function told(c: Act): void {
  goWhenTold(c, TOLD);
}

/** Not before the supplier knows of the registration, and not before it is decided about the primary MSID. */
function goWhenTold(c: Act, bit: number): void {
  const both = DECIDED | TOLD;
  const at = c.lastOf(JOIN.relatedLegacy);
  if (c.dead || (c.got(0) & both) === both || (c.got(bit) & both) !== both) return;
  c.now = at;
  goLegacyWay(c);
}

function start(c: Act): void {
  const { ledger, rules, standing, today } = c;
  ledger.check(0, today >= rules.segmentFrom[c.segment]!);
  ledger.check(1, today >= c.supplierRules.from);
  ledger.check(3, !c.isComplex || today >= rules.complexFrom);
  if (!isWithSwitch(c.branch)) c.become(FORWARD);
  else if (standing.state(c.old) === LEGACY) c.becomeOf(c.old, FORWARD);
  ledger.count(c.now, c.supplier, 'started');
}

/** The D0170 goes out with that of the primary MSID. */
function runBatch(c: Act): void {
  if (c.dead) return;
  if (isWithSwitch(c.branch)) c.standing.setEfd(c.key, c.registered - c.rules.first);
  const { askDetails } = kindOf(c);
  c.since = c.now;
  c.oweBy(askDetails, c.smra, c.now);
  askForDetails(c);
}

function confirm(c: Act): void {
  if (c.dead) return;
  const tomorrow = c.today + 1;
  const efd = isWithSwitch(c.branch) ? c.registered : tomorrow;
  c.setStatus(c.service, CONFIRMED);
  c.standing.setCounting(c.key, c.request);
  c.standing.setEfd(c.key, efd - c.rules.first);
  c.reach(NODE.EFD, c.midnight(Math.max(efd, tomorrow)));
}

function giveUp(c: Act): void {
  if (!isWithSwitch(c.branch)) {
    c.setStatus(MS, GIVEN_UP);
    c.setStatus(DS, GIVEN_UP);
    c.become(LEGACY);
    c.ledger.count(c.now, c.supplier, 'cancelled');
    return;
  }
  c.got(FELL);
  c.ledger.count(c.now, c.supplier, 'cancelled');
  if (c.service === BACK) c.becomeOf(c.old, LEGACY);
  c.branch = branchOf(MS, 0, true);
  c.reach(NODE['migration fell'], c.midnight(c.registered));
}
