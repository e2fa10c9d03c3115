import { appointment } from './appointment/index.ts';
import { disputedRead } from './disputed-read/index.ts';
import { forwardCos } from './forward-cos/index.ts';
import { legacyCos } from './legacy-cos/index.ts';
import { links } from './links/index.ts';
import { meterWorks } from './meter-works/index.ts';
import { mhhsCos } from './mhhs-cos/index.ts';
import { missing } from './missing/index.ts';
import { newConnection } from './new-connection/index.ts';
import { readExceptions } from './read-exceptions/index.ts';
import { reverseCos } from './reverse-cos/index.ts';
import type { Stage } from './stage.ts';
import { switching } from './switching/index.ts';

export { Act, type World } from './act.ts';
export { DRAW } from './draws.ts';
export { Joins } from './joins.ts';
export { CHECKS, Ledger, MIGRATION, type MigrationCount, SWITCH_OUTCOMES, SWITCH_ROUTES } from './ledger.ts';
export { IMPORT_SERVES, servedWithImport } from './links/index.ts';
export { METERS, refusing, WORKS_KINDS, worksBranch } from './meter-works/index.ts';
export { notifySegment } from './missing/segment.ts';
export { NODE, NODE_NAMES } from './nodes.ts';
export type { Outside } from './outside.ts';
export { Requests } from './requests.ts';
export { ROUTE } from './routes.ts';
export type { ConnectionRules, Refusals, Rules, SupplierRules, SwitchRules, WorksRules } from './rules.ts';
export type { Stage } from './stage.ts';

/** Everything that the market's actors take up, role by role. */
export const STAGES: readonly Stage[] = [
  ...appointment,
  ...switching,
  ...forwardCos,
  ...legacyCos,
  ...mhhsCos,
  ...missing,
  ...reverseCos,
  ...disputedRead,
  ...meterWorks,
  ...readExceptions,
  ...links,
  ...newConnection,
];
