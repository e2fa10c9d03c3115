import type { Stage } from '../stage.ts';
import { agents } from './agents.ts';
import { dataCollector } from './data-collector.ts';
import { efd } from './efd.ts';
import { meterOperator } from './meter-operator.ts';
import { newSupplier } from './new-supplier.ts';
import { oldSupplier } from './old-supplier.ts';
import { start } from './start.ts';

/** A change of supplier that stays within the legacy arrangements, role by role. */
export const legacyCos: readonly Stage[] = [
  ...start,
  ...newSupplier,
  ...agents,
  ...oldSupplier,
  ...meterOperator,
  ...efd,
  ...dataCollector,
];
