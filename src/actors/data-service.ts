import { type Act, DRAW } from './act.ts';
import { COA, STEP } from './catalogue.ts';
import { NODE } from './nodes.ts';
import { refused } from './refusals.ts';
import { rejecting } from './services.ts';
import type { Stage } from './stage.ts';

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
  const why = refused(c, c.rules.dsRefusals[c.ds]!, DRAW.agentRefuse, DRAW.agentReason);
  if (why === null) c.note('accept');
  else {
    c.note(`reject: ${why}`);
    c.ledger.except(c.now, `IF-034 rejected: ${why}`, c.supplier);
    c.branch = rejecting(c.branch);
  }
  c.send(COA.if034Ds, c.ds, c.smra);
}
