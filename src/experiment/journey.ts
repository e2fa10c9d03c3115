import { resolveScenario } from '../scenario/index.ts';
import { type BuildOptions, type LiveOptions, live, type Market, type Past } from '../simulation/index.ts';
import type { Day } from '../time/index.ts';
import { formatDate, parseDate } from '../time/index.ts';
import { type CheckpointFacts, checkpointFolder, readCheckpoint } from './checkpoints/checkpoint.ts';
import { takeCheckpoint, takeUpCheckpoint } from './checkpoints/state.ts';

/** Where a run begins and ends, and where it leaves checkpoints. Plain data: every thread of the run has it. */
export interface Journey {
  /** Folder of the checkpoint that is taken up; null to begin with the first day. */
  readonly from: string | null;
  /** The day before which it ends; null to run to the last. */
  readonly until: Day | null;
  /** The days as which begin checkpoints are taken. */
  readonly checkpoints: readonly Day[];
  /** The run folder that they are put into. */
  readonly run: string;
  /** What they say of the run: where it branches off as well. */
  readonly facts: CheckpointFacts;
  /** Least number of registrations after the first for which room is made. */
  readonly room: number;
  /** Seconds spent on what was simulated before. */
  readonly spent: number;
}

/** How a market is to be built for a journey, besides what it is. */
export function builtFor({ room, facts }: Journey): Pick<BuildOptions, 'room' | 'past'> {
  const past: Past[] = [];
  for (let from = facts.from; from; from = from.from)
    past.unshift({ until: parseDate(from.date), steps: resolveScenario(from.scenario).steps });
  return { room, past };
}

/**
 * Lives through a market that has just been built, from where the journey begins to where it ends: the part of one
 * thread.
 *
 * @returns whether the last day has been reached
 */
export function travel(market: Market, journey: Journey, onDay?: LiveOptions['onDay']): boolean {
  const begun = performance.now();
  const options: LiveOptions = {
    ...(onDay ? { onDay } : {}),
    rest: over => {
      const day = over + 1;
      if (journey.checkpoints.includes(day)) {
        const date = formatDate(day);
        takeCheckpoint(market, checkpointFolder(journey.run, date), () => ({
          ...journey.facts,
          date,
          wallSeconds: journey.spent + Math.round(performance.now() - begun) / 1000,
        }));
      }
      return day !== journey.until;
    },
  };
  if (journey.from === null) live(market, options);
  else {
    const checkpoint = readCheckpoint(journey.from);
    takeUpCheckpoint(market, journey.from, checkpoint);
    live(market, { ...options, from: parseDate(checkpoint.date) });
  }
  return journey.until === null;
}
