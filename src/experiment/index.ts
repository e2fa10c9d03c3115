export type { BranchPoint } from './branch.ts';
export type { Checkpoints } from './checkpoint-days.ts';
export { checkpointDates } from './checkpoints/checkpoint.ts';
export { type Executed, type ExecuteOptions, executeRun } from './execute-run.ts';
export { Leader } from './leader.ts';
export { RunRefused } from './refused.ts';
export { type Replayed, replayRun } from './replay.ts';
export type { RunRequest } from './request.ts';
export { VERSION } from './version.ts';
