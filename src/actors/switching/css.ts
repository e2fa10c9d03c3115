import { FLAG } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { cancelRelated, switchRelated } from '../links/switch.ts';
import { NODE } from '../nodes.ts';
import { ROUTE } from '../routes.ts';
import type { Stage } from '../stage.ts';
import { SWITCH, SWITCH_STEP } from './catalogue.ts';
import { fall } from './fall.ts';

/** The part of the CSS in a switch: request, objection window, gate closure, secured active (REC). */
export const css: readonly Stage[] = [
  { kind: 'moment', name: 'switch request', handler: request, sends: [SWITCH.request] },
  {
    kind: 'receipt',
    name: 'switch request at CSS',
    of: [SWITCH.request],
    handler: receiveRequest,
    sends: [SWITCH.pending, SWITCH.invitation],
    leadsTo: ['related pending'],
  },
  { kind: 'moment', name: 'objection', handler: object, sends: [SWITCH.objection] },
  {
    kind: 'moment',
    name: 'objection window over',
    handler: closeWindow,
    sends: [SWITCH.confirmedNew, SWITCH.confirmedOld, SWITCH.cancelledSmra, SWITCH.cancelledNew, SWITCH.cancelledOld],
  },
  {
    kind: 'moment',
    name: 'withdrawal',
    handler: withdraw,
    sends: [SWITCH.withdrawal, SWITCH.cancelledSmra, SWITCH.cancelledNew, SWITCH.cancelledOld],
  },
  {
    kind: 'moment',
    name: 'secured',
    handler: secure,
    sends: [SWITCH.securedSmra, SWITCH.securedReverse, SWITCH.securedNew, SWITCH.securedOld],
  },
];

/** Noon, when an objection is made on the last day of the window at the latest. */
const NOON = 12 * 3600;

/** A customer's new supplier asks the CSS for the registration. */
function request(c: Act): void {
  if (c.traced) c.note(`EFD ${c.dateText(c.registered)}`);
  c.send(SWITCH.request, c.supplier, 0);
}

/** The registration is pending: the SMRA hears of it, and the old supplier may object. */
function receiveRequest(c: Act): void {
  const rules = c.switching;
  const { within, below } = rules.objection[c.segment]!;
  // A request from just before midnight has been given an EFD for the window as it was then.
  const last = Math.min(c.rules.workingDay(c.today, within), c.registered - 2);
  c.reach(NODE['objection window over'], c.midnight(last + 1));
  c.reach(NODE.secured, c.gateClosure(c.registered));
  c.reach(NODE.registration, c.midnight(c.registered));
  if (c.draw(DRAW.objection) < below) {
    c.reach(NODE.objection, c.british.at(last, NOON));
    c.points.doom(c.id, last + 1);
    cancelRelated(c, 'objected to', last + 1);
  } else if (c.draw(DRAW.withdrawal) < rules.withdrawnBelow) {
    // From the day after the window to the eve of the EFD.
    const days = c.registered - (last + 1);
    if (days > 1) {
      const day = last + 2 + (c.draw(DRAW.withdrawalDay) % (days - 1));
      c.reach(NODE.withdrawal, c.midnight(day));
      c.points.doom(c.id, day);
      cancelRelated(c, 'withdrawn', day);
    }
  }
  switchRelated(c);
  c.send(SWITCH.pending, 0, c.smra);
  c.send(SWITCH.invitation, 0, c.oldSupplier);
}

/** The old supplier objects within its window. */
function object(c: Act): void {
  const day = c.today;
  c.since = c.now;
  c.oweBy(SWITCH_STEP.object, c.oldSupplier, c.midnight(day + 1));
  c.judgeBy(SWITCH_STEP.object, c.oldSupplier, c.midnight(day + 1));
  c.note('debt on the account, or the customer did not agree');
  c.send(SWITCH.objection, c.oldSupplier, 0);
}

/** The window is over: the switch stands, or falls if it was objected to. */
function closeWindow(c: Act): void {
  if (c.points.has(c.id, FLAG.dead)) return;
  // A withdrawal comes later: who falls on this day was objected to.
  if (c.points.has(c.id, FLAG.doomed) && c.points.doomOf(c.id) === c.today) {
    c.note('objected to');
    fall(c, 'objected to');
    return;
  }
  c.send(SWITCH.confirmedNew, 0, c.supplier);
  c.send(SWITCH.confirmedOld, 0, c.oldSupplier);
}

/** The customer stays after all. */
function withdraw(c: Act): void {
  if (c.points.has(c.id, FLAG.dead)) return;
  c.send(SWITCH.withdrawal, c.supplier, 0);
  c.note('withdrawn');
  fall(c, 'withdrawn');
}

/** Gate closure on the eve of the EFD: the switch is secured, and nothing can stop it any more. */
function secure(c: Act): void {
  if (c.dead) return;
  c.send(c.route === ROUTE.reverse ? SWITCH.securedReverse : SWITCH.securedSmra, 0, c.smra);
  c.send(SWITCH.securedNew, 0, c.supplier);
  c.send(SWITCH.securedOld, 0, c.oldSupplier);
}
