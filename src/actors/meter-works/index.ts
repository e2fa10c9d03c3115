import type { Stage } from '../stage.ts';
import { agents } from './agents.ts';
import { clock } from './clock.ts';
import { meterOperator } from './meter-operator.ts';
import { meteringService } from './metering-service.ts';
import { smra } from './smra.ts';
import { supplier } from './supplier.ts';
import { visits } from './visit.ts';

export { METERS, refusing, WORKS_KINDS, worksBranch } from './threads.ts';

/** Exchanges, changes of energisation and investigations of meters, before and after migration. */
export const meterWorks: readonly Stage[] = [
  ...supplier,
  ...visits,
  ...meterOperator,
  ...meteringService,
  ...smra,
  ...agents,
  ...clock,
];
