import { ACCEPTED, CONFIRMED, EFFECTIVE, FLAG, FORWARD, LEGACY, MHHS } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { LINK } from '../links/catalogue.ts';
import { lookForAppointments } from '../missing/smra.ts';
import { NODE, type NodeName } from '../nodes.ts';
import { watchSwitchRead } from '../read-exceptions/switch-read.ts';
import { ROUTE } from '../routes.ts';
import { DS, MS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { SWITCH } from './catalogue.ts';
import { detailsStep } from './details.ts';
import { abandon } from './fall.ts';

/** The SMRA's part in every switch: it decides by which procedure the MSID goes, and records the new registration. */
export const smra: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'registration pending at SMRA',
    of: [SWITCH.pending, LINK.pending],
    handler: receivePending,
  },
  { kind: 'moment', name: 'routing', handler: route, sends: [SWITCH.refused], leadsTo: ['SMRA registration'] },
  {
    kind: 'work',
    name: 'SMRA registration',
    space: 'SMRA',
    capacity: 'registration',
    step: detailsStep,
    act: 'registration details ready',
  },
  {
    kind: 'moment',
    name: 'registration details ready',
    handler: sendDetails,
    leadsTo: [
      'forward details sent',
      'legacy details sent',
      'MHHS details sent',
      'reverse details sent',
      'connection details sent',
    ],
  },
  {
    kind: 'moment',
    name: 'registration',
    handler: takeOver,
    leadsTo: ['legacy EFD', 'transfer read due', 'appointments missing', 'association'],
  },
];

/** The switch is looked at overnight, when all that happened to the MSID on the day is known. */
function receivePending(c: Act): void {
  c.since = c.now;
  c.reach(NODE.routing, c.midnight(c.today + 1));
}

/** Decides what the switch becomes, and begins with the registration details that are sent for it. */
function route(c: Act): void {
  if (c.dead) return;
  const { points } = c;
  const to = routeOf(c);
  points.setRoute(c.id, to);
  c.ledger.switched(c.now, c.supplier, to, 'routed');
  if (to === ROUTE.refused) {
    c.note(c.isComplex ? 'complex metering may not reverse' : 'no reverse migration from M14 on');
    c.ledger.except(c.now, 'switch refused', c.supplier);
    c.send(SWITCH.refused, 0, c.supplier);
    abandon(c);
    return;
  }
  // What is not certain to take effect before the switch would meet a registration that knows nothing of it.
  if (c.standing.state(c.old) === FORWARD && to !== ROUTE.mhhs && to !== ROUTE.reverse)
    points.set(c.old, FLAG.overtaken);
  c.oweFrom(detailsStep(c), c.smra, c.since);
  c.work(NODE['SMRA registration'], c.smra);
}

function routeOf(c: Act): number {
  const { rules, today } = c;
  const able = today >= c.supplierRules.from && today >= rules.msFrom[c.ms]! && today >= rules.dsFrom[c.ds]!;
  if (willBeMhhs(c)) {
    if (able) return ROUTE.mhhs;
    return c.registered < rules.complexFrom && !c.isComplex ? ROUTE.reverse : ROUTE.refused;
  }
  const open = today >= rules.segmentFrom[c.segment]! && (!c.isComplex || today >= rules.complexFrom);
  return able && open ? ROUTE.forward : ROUTE.legacy;
}

/** Whether the MSID will be under MHHS when the switch takes effect: it is, or is certain to be. */
function willBeMhhs(c: Act): boolean {
  const { standing } = c;
  const old = c.links.leadOf(c.old);
  if (standing.state(old) !== FORWARD) return standing.state(old) === MHHS;
  for (let service = MS; service <= DS; service++) {
    const key = 2 * old + service;
    const status = standing.status(key);
    const agreed = status >= ACCEPTED && status <= EFFECTIVE && standing.counting(key) === standing.sent(key);
    if (!agreed || c.rules.first + standing.efd(key) >= c.registered) return false;
  }
  return true;
}

/** By route: what is sent to the new supplier. */
const DETAILS: Readonly<Record<number, NodeName>> = {
  [ROUTE.forward]: 'forward details sent',
  [ROUTE.legacy]: 'legacy details sent',
  [ROUTE.mhhs]: 'MHHS details sent',
  [ROUTE.reverse]: 'reverse details sent',
  [ROUTE.connection]: 'connection details sent',
};

function sendDetails(c: Act): void {
  if (c.dead) c.release(detailsStep(c), c.smra);
  else c.reach(NODE[DETAILS[c.route]!], c.now);
}

/** The EFD, 00:00: the MSID is the new supplier's. */
function takeOver(c: Act): void {
  if (c.dead) return;
  const { points, id, old, ledger } = c;
  const before = c.standing.state(old);
  const state = stateFrom(c, before);
  c.standing.setState(id, state);
  points.succeed(id);
  ledger.pass(c.now, c.segmentOf(old), c.oldSupplier, c.smra, before, c.segment, c.supplier, state);
  ledger.check(6, c.route !== ROUTE.reverse || (c.registered < c.rules.complexFrom && !c.isComplex));
  // What the old supplier had started has come to nothing.
  if (before === FORWARD && c.standing.status(2 * old) !== 0) ledger.count(c.now, c.oldSupplier, 'cancelled');
  if (state === MHHS && before !== MHHS) ledger.count(c.now, c.supplier, 'completed');
  if (c.route === ROUTE.reverse) ledger.count(c.now, c.supplier, 'reversed');
  if (state === LEGACY) c.outside.list(id);
  ledger.switched(c.now, c.supplier, c.route, 'effective');
  c.outside.begin(id, c.today);
  watchSwitchRead(c);
  if (c.route === ROUTE.legacy) c.reach(NODE['legacy EFD'], c.now);
  if (state !== MHHS) return;
  if (c.route === ROUTE.mhhs) c.reach(NODE['transfer read due'], c.now);
  lookForAppointments(c);
}

/** What the MSID is under its new registration. */
function stateFrom(c: Act, before: number): number {
  const { standing, id } = c;
  const appointed = (service: number) => {
    const key = 2 * id + service;
    const status = standing.status(key);
    return (status === CONFIRMED || status === EFFECTIVE) && c.rules.first + standing.efd(key) === c.registered;
  };
  if (appointed(MS) && appointed(DS)) return MHHS;
  // With its appointments missing it is under MHHS none the less.
  return c.route === ROUTE.mhhs && before === MHHS ? MHHS : LEGACY;
}
