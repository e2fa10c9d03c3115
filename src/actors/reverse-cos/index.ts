import type { Stage } from '../stage.ts';
import { agents } from './agents.ts';
import { meterOperator } from './meter-operator.ts';
import { meteringService } from './metering-service.ts';
import { reads } from './reads.ts';
import { settling } from './settling.ts';
import { smra } from './smra.ts';
import { supplier } from './supplier.ts';

/** Reverse migration on change of supplier: BSCP708 §3.3, with MHHSP-BPM-003. */
export const reverseCos: readonly Stage[] = [
  ...smra,
  ...supplier,
  ...agents,
  ...meterOperator,
  ...meteringService,
  ...reads,
  ...settling,
];
