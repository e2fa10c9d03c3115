import { dataCollector } from './appointment/data-collector.ts';
import { dataService } from './appointment/data-service.ts';
import { meterOperator } from './appointment/meter-operator.ts';
import { meteringService } from './appointment/metering-service.ts';
import { smra } from './appointment/smra.ts';
import { supplier } from './appointment/supplier.ts';
import { forwardCos } from './forward-cos/index.ts';
import { legacyCos } from './legacy-cos/index.ts';
import { mhhsCos } from './mhhs-cos/index.ts';
import { reverseCos } from './reverse-cos/index.ts';
import type { Stage } from './stage.ts';
import { switching } from './switching/index.ts';

export { Act, DRAW, type World } from './act.ts';
export { CHECKS, Ledger, MIGRATION, type MigrationCount } from './ledger.ts';
export { NODE, NODE_NAMES } from './nodes.ts';
export type { Outside } from './outside.ts';
export { Requests } from './requests.ts';
export { ROUTE } from './routes.ts';
export type { Refusals, Rules, SupplierRules, SwitchRules } from './rules.ts';
export type { Stage } from './stage.ts';

/** Everything that the market's actors take up, role by role. */
export const STAGES: readonly Stage[] = [
  ...supplier,
  ...smra,
  ...meteringService,
  ...dataService,
  ...meterOperator,
  ...dataCollector,
  ...switching,
  ...forwardCos,
  ...legacyCos,
  ...mhhsCos,
  ...reverseCos,
];
