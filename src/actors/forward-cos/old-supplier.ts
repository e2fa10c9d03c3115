import type { Act } from '../act.ts';
import { SWITCH_READ, SWITCH_READ_STEP } from '../appointment/catalogue.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';

/** The part of the old supplier in the reads of a forward migration on change of supplier (BSCP708 §3.2.16). */
export const oldSupplier: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'switch read at old supplier',
    of: [SWITCH_READ.initial],
    handler: receiveRead,
    leadsTo: ['final switch read'],
  },
  {
    kind: 'work',
    name: 'final switch read',
    space: 'Supplier',
    capacity: 'final-switch-read',
    step: SWITCH_READ_STEP.final,
    whose: c => c.oldSupplier,
    act: 'final switch read sent',
  },
  { kind: 'moment', name: 'final switch read sent', handler: passOn, sends: [SWITCH_READ.final] },
];

/** The switch read is here: it is validated and passed on within 1 WD. */
function receiveRead(c: Act): void {
  c.owe(SWITCH_READ_STEP.final, c.oldSupplier);
  c.work(NODE['final switch read'], c.oldSupplier);
}

/** 3.2.16: the read to the outgoing collector. */
function passOn(c: Act): void {
  c.judge(SWITCH_READ_STEP.final, c.oldSupplier);
  c.note('final, reason 29');
  c.send(SWITCH_READ.final, c.oldSupplier, c.oldCollector);
}
