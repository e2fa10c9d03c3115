import type { Act } from '../act.ts';
import { SWITCH_READ, SWITCH_READ_STEP } from '../appointment/catalogue.ts';
import { MCS } from '../appointment/kinds.ts';
import { NODE } from '../nodes.ts';
import { DS } from '../services.ts';
import type { Stage } from '../stage.ts';

/** The incoming SDS retrieves the midnight reads of a smart meter that migrates with its switch (BSCP708 §3.2.14). */
export const dataService: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'IF-036 at DS',
    of: [MCS.if036Ds],
    handler: receiveIF036,
    leadsTo: ['midnight reads'],
  },
  {
    kind: 'work',
    name: 'midnight reads',
    space: 'DS',
    capacity: 'read',
    step: SWITCH_READ_STEP.retrieve,
    act: 'midnight reads sent',
  },
  { kind: 'moment', name: 'midnight reads sent', handler: send, sends: [SWITCH_READ.if041] },
];

export function receiveIF036(c: Act): void {
  if (c.service !== DS || !c.isNhh || !c.isSmart) return;
  c.owe(SWITCH_READ_STEP.retrieve, c.ds);
  c.work(NODE['midnight reads'], c.ds);
}

/** 3.2.14: IF-041 to the new supplier. */
function send(c: Act): void {
  c.judge(SWITCH_READ_STEP.retrieve, c.ds);
  c.send(SWITCH_READ.if041, c.ds, c.supplier);
}
