import { Act, Joins, Ledger, Requests } from '../actors/index.ts';
import { Controller, Roll } from '../control/index.ts';
import { type Core, Crew, Machinery, Memory, SHORTEST_DELAY } from '../engine/index.ts';
import { everyGroup, makeLinks, makePoints, Parties, type Points, population } from '../market/index.ts';
import { NETWORK_NAMES } from '../procedures/index.ts';
import { seedKeys } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { MarketCalendar } from './calendar.ts';
import { Capacities, pointsServed } from './capacities.ts';
import { Distributions } from './distributions.ts';
import { OutsideMail, OutsideWorld } from './outside/index.ts';
import { controlSpec } from './plans.ts';
import { roomFor } from './room.ts';
import { rulesOf } from './rules.ts';
import { messageSpecs, nodes, obligationSpecs, type Past } from './stages.ts';
import { Starts } from './starts.ts';
import { UnknownPoint } from './unknown-point.ts';

const DAY = 86_400;

/** How a market is to be built from its scenario. */
export interface BuildOptions {
  /** Fraction of the population, in (0, 1]; capacities, thresholds and plans are cut alike. Default 1. */
  readonly scale?: number;
  /** Which core runs the model; never changes a result. Default folded. */
  readonly core?: Core;
  /** Seconds that the folded core takes at a time, a divisor of a day; never changes a result. Default a day. */
  readonly window?: number;
  /** Metering points to be traced: a number of them drawn evenly, or their MPAN cores. */
  readonly trace?: number | readonly string[];
  /** Where its state is kept: for one of several threads that run it together. Default: one thread. */
  readonly memory?: Memory;
  /** Least number of registrations after the first for which room is made: as many as there was where it began. */
  readonly room?: number;
  /** What other scenarios held before this one, in the order of time: where it goes on from a run of another. */
  readonly past?: readonly Past[];
  /** How often a thread looks for the others before it goes to sleep: see Crew. Default 0. */
  readonly spins?: number;
}

/** A market built from a scenario, ready to run. */
export type Market = ReturnType<typeof build>;

/**
 * Builds a market.
 *
 * @throws UnknownPoint for an MPAN core in `trace` that the market does not have
 */
export function build(scenario: Scenario, options: BuildOptions) {
  const scale = options.scale ?? 1;
  const memory = options.memory ?? new Memory();
  const calendar = new MarketCalendar(scenario);
  const keys = seedKeys(scenario.seed);
  const distributions = new Distributions();
  const parties = new Parties(scenario);
  const settled = population(scenario, scale);
  const groups = scenario.switching || scenario.works ? everyGroup(settled, scenario) : settled;
  const settlers = settled.reduce((n, g) => n + g.count, 0);
  const spare = Math.max(roomFor(scenario, settlers, calendar.last - calendar.first + 1), options.room ?? 0);
  const points = makePoints(scenario, parties, groups, keys, memory, spare);
  const links = makeLinks(scenario, points, groups, keys, memory);
  const rules = rulesOf(scenario, calendar, distributions, parties);
  const served = pointsServed(parties, groups, points, scale);
  const capacities = new Capacities(scenario, calendar, distributions, scale, served);
  const messages = messageSpecs(parties);
  const stages = nodes(parties, messages, capacities);
  const machinery = new Machinery<Act>(
    {
      british: calendar.british,
      first: calendar.first,
      last: calendar.last,
      keys,
      entities: points.count,
      blockOf: links.blockOf,
      ...stages,
      messages,
      networks: NETWORK_NAMES.map(name => distributions.table(scenario.networks[name].latency, 1)),
      obligations: obligationSpecs(scenario, calendar, parties, options.past),
      traced: tracedPoints(points, options.trace),
      memory,
      crew: memory.threads === 1 ? undefined : new Crew(memory, options.spins ?? 0),
    },
    options.core ?? 'folded',
    options.window ?? DAY,
    SHORTEST_DELAY,
  );
  const areas = Object.keys(scenario.areas).length;
  const ledger = new Ledger(memory, calendar.british, calendar.first, machinery.days, rules.suppliers.length, areas);
  const roll = new Roll(groups, points, rules.suppliers.length, links);
  const mail = new OutsideMail(memory, points, links);
  const outside = new OutsideWorld(points, links, roll, mail);
  const world = { points, links, outside: mail, rules, ledger, requests: new Requests(), joins: new Joins() };
  const control = controlSpec(scenario, calendar, rules, parties, groups, roll, scale);
  const act = new Act(machinery, world);
  if (memory.leads) outside.prepare(scenario, calendar, keys, groups, act);
  return {
    scenario,
    calendar,
    parties,
    groups,
    machinery,
    world,
    plans: control.plans,
    controller: new Controller(control),
    roll,
    starts: new Starts(memory, points.supplier.length),
    outside,
    act,
  };
}

/** Points to be traced: as asked for, or a number of them at even distances. */
function tracedPoints(points: Points, selector: number | readonly string[] | undefined): number[] {
  if (selector === undefined) return [];
  if (typeof selector === 'number') {
    const n = Math.min(selector, points.count);
    return Array.from({ length: n }, (_, i) => Math.floor(((i + 0.5) * points.count) / n));
  }
  const found = selector.map(mpan => ({ mpan, id: points.find(mpan) }));
  const unknown = found.filter(f => f.id < 0).map(f => f.mpan);
  if (unknown.length > 0) throw new UnknownPoint(unknown.join(', '));
  return found.map(f => f.id);
}
