export { toCsv } from './csv.ts';
export { Digester, digestOfDatabase, digestOfTables, type RunDigest } from './digest.ts';
export { type Difference, firstDifference } from './first-difference.ts';
export { type Manifest, manifestFacts, type Origin, originSchema, readManifest, writeManifest } from './manifest.ts';
export { openRun, type Run } from './open-run.ts';
export { type BacklogDay, backlogDays } from './queries/backlog-days.ts';
export {
  type BreachFilter,
  breachesByDay,
  breachesByParty,
  breachesByStep,
  type DayBreaches,
  type DeadlineCounts,
  type DeadlineRow,
  deadlineRows,
  type PartyBreaches,
  type StepBreaches,
} from './queries/breaches.ts';
export {
  type Day,
  days,
  type Invariant,
  invariants,
  type Party,
  parties,
  type Step,
  steps,
} from './queries/catalogue.ts';
export { type Found, findParty, findStep } from './queries/find.ts';
export { type Latency, latencies } from './queries/latency.ts';
export { messagesByFlow, messagesByNetwork, messageTotal, networkHours } from './queries/messages.ts';
export { type MigrationDay, migrationDays } from './queries/migration-days.ts';
export {
  lastCompletion,
  migrationsBySupplier,
  type SupplierMigrations,
} from './queries/migrations.ts';
export { milestoneDays, type Standing, standingAt } from './queries/milestones.ts';
export { type MissedDay, missedDays } from './queries/missed-days.ts';
export { type NetworkDay, networkDays } from './queries/network-days.ts';
export {
  type AreaProgress,
  type DayProgress,
  type Period,
  progress,
  progressByArea,
  progressBySegment,
  progressBySupplier,
  type SegmentProgress,
  type StateCounts,
  type SupplierProgress,
} from './queries/progress.ts';
export { busiestQueues, type QueueDay, type QueueLoad, queuesByDay } from './queries/queues.ts';
export { runSpan } from './queries/run-span.ts';
export { type SwitchRoute, type SwitchWeek, switchRoutes, switchWeeks } from './queries/switches.ts';
export { type TracedAct, type TracedLife, type TracedPoint, tracedPoints, traceOf } from './queries/trace.ts';
export { type UtilisationWeek, utilisationWeeks } from './queries/utilisation-weeks.ts';
export {
  type ExceptionTotal,
  exceptionsByDay,
  exceptionsByKind,
  type LeftReason,
  type SupplierLeftReason,
  type WhatIsLeft,
  whatIsLeft,
} from './queries/what-is-left.ts';
export { type WorstDeadline, worstDeadlines } from './queries/worst-deadlines.ts';
export type { ColumnType, ResultColumn, ResultTable } from './result-table.ts';
export { rollupTables } from './rollups/tables.ts';
export {
  createRunFolder,
  type InterruptedRun,
  interruptedRuns,
  type RunFolder,
  type RunFolderOptions,
  reopenRunFolder,
} from './run-folder.ts';
export { explaining, RunFolderError } from './run-folder-error.ts';
export { resultTable, resultTables, runTable } from './schema.ts';
export { views } from './views.ts';
export { DatabaseWriter, discardDraft, flushDatabase, type RunFacts, writeDatabase } from './writer.ts';
