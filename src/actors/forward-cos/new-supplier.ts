import { MHHS } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { SWITCH_READ, SWITCH_READ_STEP } from '../appointment/catalogue.ts';
import { MCS } from '../appointment/kinds.ts';
import { askWithSwitch } from '../appointment/with-switch.ts';
import { DRAW } from '../draws.ts';
import { JOIN } from '../joins.ts';
import { goLegacyWay } from '../legacy-cos/start.ts';
import { legacyWayRelated } from '../links/related.ts';
import { NODE } from '../nodes.ts';
import { switchReadCame } from '../read-exceptions/switch-read.ts';
import { DS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { DETAILS, DETAILS_STEP } from './catalogue.ts';

/** What has come of the switch: bits of `got`; the lower four are the outgoing collector's. */
const IF002_HERE = 0x10;
const D0260_HERE = 0x20;

/** Validation, the agents' answers and their publication take up to an hour each. */
const TIME_FOR_APPOINTMENTS = 3 * 3600;

/** The part of the new supplier in forward migration on change of supplier (BSCP708 §3.2.2–3, 3.2.15). */
export const newSupplier: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'IF-002 at forward supplier',
    of: [DETAILS.if002],
    handler: c => receiveDetails(c, IF002_HERE),
    leadsTo: ['forward switch', 'related details here'],
  },
  {
    kind: 'receipt',
    name: 'D0260 at forward supplier',
    of: [DETAILS.d0260],
    handler: c => receiveDetails(c, D0260_HERE),
    leadsTo: ['forward switch', 'related details here'],
  },
  {
    kind: 'work',
    name: 'forward switch',
    space: 'Supplier',
    capacity: 'decision',
    step: DETAILS_STEP.decide,
    act: 'forward switch decided',
  },
  {
    kind: 'moment',
    name: 'forward switch decided',
    handler: decide,
    sends: [MCS.if031],
    leadsTo: ['legacy way', 'related legacy way', 'gate closure', 'related start'],
  },
  {
    kind: 'receipt',
    name: 'IF-036 at forward supplier',
    of: [MCS.if036Supplier],
    handler: receiveIF036,
    leadsTo: ['forward switch read'],
  },
  {
    kind: 'receipt',
    name: 'IF-041 at forward supplier',
    of: [SWITCH_READ.if041],
    handler: receiveMidnightReads,
    leadsTo: ['forward switch read'],
  },
  {
    kind: 'work',
    name: 'forward switch read',
    space: 'Supplier',
    capacity: 'switch-read',
    step: SWITCH_READ_STEP.initial,
    act: 'forward switch read sent',
  },
  { kind: 'moment', name: 'forward switch read sent', handler: sendRead, sends: [SWITCH_READ.initial] },
];

/** IF-002, or D0217 with D0260: when both are here the supplier has 2 WD to choose. */
function receiveDetails(c: Act, bit: number): void {
  const all = c.got(bit);
  const last = c.lastOf(JOIN.forwardDetails);
  if ((all & IF002_HERE) === 0 || (all & D0260_HERE) === 0) return;
  c.now = last;
  // The supplier decides about related MSIDs together, when it has the details of the primary one.
  if (c.isSecondary) {
    c.reach(NODE['related details here'], c.now);
    return;
  }
  if (c.dead) return;
  c.owe(DETAILS_STEP.decide, c.supplier);
  c.work(NODE['forward switch'], c.supplier);
}

/** 3.2.2: migrates with the switch, and asks for its agents at once (3.2.3), or stays with the legacy arrangements. */
function decide(c: Act): void {
  if (!c.fulfil(DETAILS_STEP.decide, c.supplier)) return;
  const { below, from } = c.switching.migrate[c.supplier]!;
  const late = c.now > c.gateClosure(c.registered) - TIME_FOR_APPOINTMENTS;
  const willing = c.today >= from && c.draw(DRAW.migrate) < below[c.segment]!;
  c.note(!willing ? 'stays legacy' : late ? 'too late to migrate with the switch' : 'migrates with the switch');
  c.did(DETAILS_STEP.decide, c.supplier);
  // A point that was told of long after its switch may have migrated by a change of agent meanwhile.
  if (c.standing.state(c.id) === MHHS) return;
  if (willing && late) c.ledger.except(c.now, 'too late to migrate with a switch', c.supplier);
  if (!willing || late) {
    goLegacyWay(c);
    legacyWayRelated(c);
    return;
  }
  const owing = c.debtor(MCS.request, 'Supplier', c.supplier);
  c.owe(MCS.request, owing);
  c.judge(MCS.request, owing);
  askWithSwitch(c);
}

/** The data service is appointed: a customer's read of a traditional meter goes to the old supplier. */
export function receiveIF036(c: Act): void {
  if (c.service !== DS || !c.isTraditional || !hasRead(c)) return;
  c.owe(SWITCH_READ_STEP.initial, c.supplier);
  c.work(NODE['forward switch read'], c.supplier);
}

/** The midnight reads of a smart meter are here: if there is one of the switch, it is due with them, as from IF-036. */
function receiveMidnightReads(c: Act): void {
  if (!hasRead(c)) return;
  c.oweFrom(SWITCH_READ_STEP.initial, c.supplier, c.since);
  c.work(NODE['forward switch read'], c.supplier);
}

function hasRead(c: Act): boolean {
  return c.drawOnce(DRAW.switchRead) < c.switching.readBelow[c.type]!;
}

/** 3.2.15: the switch read to the old supplier. */
function sendRead(c: Act): void {
  c.judge(SWITCH_READ_STEP.initial, c.supplier);
  switchReadCame(c);
  c.note('initial, reason 29');
  c.send(SWITCH_READ.initial, c.supplier, c.oldSupplier);
}
