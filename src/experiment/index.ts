export { type Executed, type ExecuteOptions, executeRun, RunRefused } from './execute-run.ts';
export { type Replayed, replayRun } from './replay.ts';
export type { RunRequest } from './request.ts';
export { VERSION } from './version.ts';
