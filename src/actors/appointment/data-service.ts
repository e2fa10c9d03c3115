import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { COA, STEP } from './catalogue.ts';
import { acceptOrReject } from './refusals.ts';

/** The part of the incoming data service (SDS, ADS or UMSDS) in forward migration (BSCP708 §3.1). */
export const dataService: readonly Stage[] = [
  { kind: 'receipt', name: 'IF-033 at DS', of: [COA.if033Ds], handler: receiveIF033, leadsTo: ['DS acceptance'] },
  { kind: 'work', name: 'DS acceptance', space: 'DS', capacity: 'acceptance', step: STEP.answer, act: 'DS answer' },
  { kind: 'moment', name: 'DS answer', handler: answer, sends: [COA.if034Ds] },
];

function receiveIF033(c: Act): void {
  c.owe(STEP.answer, c.dsOwing);
  c.work(NODE['DS acceptance'], c.ds);
}

/** 3.1.3: IF-034 accept or reject. */
function answer(c: Act): void {
  c.judge(STEP.answer, c.dsOwing);
  acceptOrReject(c, c.rules.dsRefusals[c.ds]!);
  c.send(COA.if034Ds, c.ds, c.smra);
}
