import { dataCollector } from './data-collector.ts';
import { dataService } from './data-service.ts';
import { meterOperator } from './meter-operator.ts';
import { meteringService } from './metering-service.ts';
import { smra } from './smra.ts';
import type { Stage } from './stage.ts';
import { supplier } from './supplier.ts';

export { Act, DRAW, type World } from './act.ts';
export { CHECKS, Ledger, MIGRATION, type MigrationCount } from './ledger.ts';
export { NODE, NODE_NAMES } from './nodes.ts';
export { Requests } from './requests.ts';
export type { Refusals, Rules, SupplierRules } from './rules.ts';
export type { Stage } from './stage.ts';

/** Everything that the market's actors take up, role by role. */
export const STAGES: readonly Stage[] = [
  ...supplier,
  ...smra,
  ...meteringService,
  ...dataService,
  ...meterOperator,
  ...dataCollector,
];
