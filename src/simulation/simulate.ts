import { NODE } from '../actors/index.ts';
import { run } from '../engine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Day } from '../time/index.ts';
import { type BuildOptions, build, type Market } from './build.ts';
import type { Table } from './table.ts';
import { resultTables } from './tables/index.ts';

export interface SimulationOptions extends BuildOptions {
  /** Called after each simulated day. */
  readonly onDay?: (progress: Progress) => void;
}

/** How far a run has come. */
export interface Progress {
  readonly day: Day;
  readonly first: Day;
  readonly last: Day;
  readonly messages: number;
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
  live(market, options.onDay);
  const { tables, invariantsHold } = resultTables(market);
  return {
    tables,
    points: market.world.points.count,
    messages: market.machinery.messages.total,
    invariantsHold,
  };
}

/** Runs a market that has been built through all its days; what has become of it is in the market. */
export function live(market: Market, onDay?: (progress: Progress) => void): void {
  const { machinery, act, controller, roll, outside, calendar, world, parties } = market;
  const suppliers = parties.in('Supplier').length;
  run(machinery, act, {
    begin(day) {
      const midnight = calendar.british.midnight(day);
      outside.open(day);
      for (const { group, count } of controller.startsOn(day)) {
        roll.take(group, count, id => {
          act.place(id, 0, midnight, midnight);
          const at = act.startTime(day);
          act.reach(NODE.start, at);
          for (const other of world.links.secondariesOf(id)) {
            act.place(other, 0, midnight, midnight);
            act.reach(NODE['related start'], at);
          }
        });
      }
      for (let s = 0; s < suppliers; s++) {
        const planned = market.plans[s]!.get(day) ?? 0;
        const waiting = controller.waiting(s);
        if (planned > 0) world.ledger.countOn(day, s, 'planned', planned);
        if (waiting > 0) world.ledger.countOn(day, s, 'waiting', waiting);
      }
    },
    end(day) {
      onDay?.({ day, first: calendar.first, last: calendar.last, messages: machinery.messages.total });
    },
  });
}
