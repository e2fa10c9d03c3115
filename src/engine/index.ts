export { MAX_IDS } from './agenda.ts';
export type { Blueprint, MessageSpec, NodeSpec } from './blueprint.ts';
export { Cursor, OWN_PURPOSES, SHORTEST_DELAY } from './cursor.ts';
export { DayCounts } from './day-counts.ts';
export { type Core, Machinery } from './machinery.ts';
export type { ObligationSpec } from './obligations.ts';
export { type Daily, run } from './run.ts';
export { SERVICE_UNITS, type ServerSpec } from './servers.ts';
export type { ActKind, TraceAct } from './tracer.ts';
