import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { everyKind, kindOf, stepOf } from './kinds.ts';
import { acceptOrReject } from './refusals.ts';

/** The part of the incoming data service (SDS, ADS or UMSDS) in its appointment (BSCP708 §3.1.3, §3.2.4). */
export const dataService: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'IF-033 at DS',
    of: everyKind('if033Ds'),
    handler: receiveIF033,
    leadsTo: ['DS acceptance'],
  },
  {
    kind: 'work',
    name: 'DS acceptance',
    space: 'DS',
    capacity: 'acceptance',
    step: stepOf('answer'),
    act: 'DS answer',
  },
  { kind: 'moment', name: 'DS answer', handler: answer, sends: everyKind('if034Ds') },
];

function receiveIF033(c: Act): void {
  c.owe(kindOf(c).answer, c.dsOwing);
  c.work(NODE['DS acceptance'], c.ds);
}

/** 3.1.3: IF-034 accept or reject. */
function answer(c: Act): void {
  const kind = kindOf(c);
  if (!c.fulfil(kind.answer, c.dsOwing)) return;
  acceptOrReject(c, c.rules.dsRefusals[c.ds]!);
  c.send(kind.if034Ds, c.ds, c.smra);
}
