import type { Scenario } from '../scenario/index.ts';
import { type BuildOptions, build, type Market } from './build.ts';
import { live, type Progress } from './live.ts';
import type { Table } from './table.ts';
import { resultTables } from './tables/index.ts';

export interface SimulationOptions extends BuildOptions {
  /** Called after each simulated day. */
  readonly onDay?: (progress: Progress) => void;
}

/** What a simulation hands over. */
export interface Outcome {
  /** Every result table except `run`, in the order in which they are stored. */
  readonly tables: readonly Table[];
  readonly points: number;
  readonly messages: number;
  /** False if an invariant broke: see the table `invariant`. */
  readonly invariantsHold: boolean;
}

/**
 * Simulates a market from its first day to its last.
 *
 * @throws UnknownPoint for an MPAN core in `trace` that the market does not have
 */
export function simulate(scenario: Scenario, options: SimulationOptions = {}): Outcome {
  const market = build(scenario, options);
  live(market, options.onDay ? { onDay: options.onDay } : {});
  return outcomeOf(market);
}

/** What has become of a market that has been lived through. Several threads have brought together what they have of it. */
export function outcomeOf(market: Market): Outcome {
  const { tables, invariantsHold } = resultTables(market);
  return {
    tables,
    points: market.world.points.count,
    messages: market.machinery.messages.total,
    invariantsHold,
  };
}
