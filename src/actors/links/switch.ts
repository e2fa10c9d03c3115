import { FLAG } from '../../market/index.ts';
import type { Day } from '../../time/index.ts';
import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { SWITCH } from '../switching/catalogue.ts';
import { fall } from '../switching/fall.ts';
import { LINK } from './catalogue.ts';

/** Why a switch falls, as a branch of its threads. */
const WHYS = ['objected to', 'withdrawn'] as const;

/** The part of the CSS in a switch of related MSIDs: it switches them together with their primary (REC). */
export const relatedSwitch: readonly Stage[] = [
  { kind: 'moment', name: 'related pending', handler: makePending, apart: true, sends: [LINK.pending] },
  {
    kind: 'moment',
    name: 'related cancelled',
    handler: cancel,
    sends: [SWITCH.cancelledSmra, SWITCH.cancelledNew, SWITCH.cancelledOld],
  },
];

/** The CSS has the request for the primary MSID: the registrations of the secondary ones are pending too. */
export function switchRelated(c: Act): void {
  for (const other of c.secondaries) c.reachFor(other, NODE['related pending'], c.now);
}

/** It is known that the switch will fall as a day begins: so it will for the secondary MSIDs. */
export function cancelRelated(c: Act, why: (typeof WHYS)[number], day: Day): void {
  const { branch } = c;
  c.branch = WHYS.indexOf(why);
  for (const other of c.secondaries) {
    c.points.doom(other, day);
    c.reachFor(other, NODE['related cancelled'], c.midnight(day));
  }
  c.branch = branch;
}

/** related.3: the SMRA hears of each MSID by itself; each is secured and registered by itself. */
function makePending(c: Act): void {
  c.reach(NODE.secured, c.gateClosure(c.registered));
  c.reach(NODE.registration, c.midnight(c.registered));
  if (c.traced) c.note(`EFD ${c.dateText(c.registered)}`);
  c.send(LINK.pending, 0, c.smra);
}

function cancel(c: Act): void {
  if (c.points.has(c.id, FLAG.dead)) return;
  const why = WHYS[c.branch]!;
  c.branch = 0;
  c.note(why);
  fall(c, why);
}
