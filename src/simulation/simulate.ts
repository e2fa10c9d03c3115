import type { Scenario } from '../scenario/index.ts';
import { type BuildOptions, build, type Market } from './build.ts';
import { live, type Progress } from './live.ts';
import type { Table } from './table.ts';
import { resultTables } from './tables/index.ts';
import { invariants } from './tables/invariants.ts';

export interface SimulationOptions extends BuildOptions {
  /** Called after each simulated day. */
  readonly onDay?: (progress: Progress) => void;
}

/** What a simulation hands over. */
export interface Outcome<Tables extends Iterable<Table> = readonly Table[]> {
  /** Every result table except `run`, in the order in which they are stored. */
  readonly tables: Tables;
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
  const outcome = outcomeOf(market);
  return { ...outcome, tables: [...outcome.tables] };
}

/**
 * What has become of a market that has been lived through. Several threads have brought together what they have of it. Each
 * table is made when it is asked for, so that one can be stored while the next is made.
 */
export function outcomeOf(market: Market): Outcome<Iterable<Table>> {
  const held = invariants(market);
  return {
    tables: resultTables(market, held),
    points: market.world.points.count,
    messages: market.machinery.messages.total,
    invariantsHold: held.every(each => each.holds),
  };
}
