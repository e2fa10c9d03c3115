import { availableParallelism } from 'node:os';
import { pointsIn } from '../simulation/index.ts';
import type { RunRequest } from './request.ts';

/** Below this many metering points several threads take longer to start than they save. */
const WORTH_WHILE = 1_000_000;
/** More threads than these wait for each other longer than they work. */
const MOST = 8;

/** How many threads run a market: as many as are asked for, else as many as pay. The ordered core runs in one. */
export function threadsFor({ scenario, scale, core }: RunRequest, asked?: number): number {
  if (core === 'ordered') return 1;
  if (asked !== undefined) return asked;
  return pointsIn(scenario, scale) < WORTH_WHILE ? 1 : Math.min(MOST, availableParallelism());
}
