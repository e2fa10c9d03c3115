import { SERVICE_UNITS, type ServerSpec } from '../engine/index.ts';
import { type Group, type Parties, type Party, POINT_TYPES, type Points, type Space } from '../market/index.ts';
import { QuantileTable } from '../random/index.ts';
import { type CapacitySpec, parseRate, parseServers, type Scenario, type WorkRole } from '../scenario/index.ts';
import type { MarketCalendar } from './calendar.ts';
import type { Distributions } from './distributions.ts';

/** What a party brings to one kind of work: its servers, and what passes between a finished job and its act. */
export interface Capacity {
  readonly servers: ServerSpec;
  /** Seconds; null where the act follows at once. */
  readonly delay: QuantileTable | null;
}

/** The longest service time that a table holds, in service units. */
const LONGEST = 2 ** 31 - 2;

/**
 * Works out the capacity of each party for each kind of work. A sample of the population meets a sample of the
 * capacity: as many servers as that takes, rounded up, each taken up by a job for longer than the job lasts. So
 * utilisation and the time that a backlog takes to clear stay as they are in the whole market, and so does the
 * time of a job that does not wait.
 */
export class Capacities {
  private readonly scenario: Scenario;
  private readonly calendar: MarketCalendar;
  private readonly distributions: Distributions;
  private readonly scale: number;
  /** Points that each party serves, by its number in the market, at the full size of the market. */
  private readonly served: ReadonlyMap<Party, number>;

  constructor(
    scenario: Scenario,
    calendar: MarketCalendar,
    distributions: Distributions,
    scale: number,
    served: ReadonlyMap<Party, number>,
  ) {
    this.scenario = scenario;
    this.calendar = calendar;
    this.distributions = distributions;
    this.scale = scale;
    this.served = served;
  }

  /** The capacity of a party for a kind of work. A party that never does it gets a single idle server. */
  of(party: Party, work: string): Capacity {
    const spec = this.spec(party, work);
    if (!spec) {
      const idle = { servers: 1, service: QuantileTable.fromRange(0, 0), stretch: 1 };
      return { servers: { ...idle, clock: this.calendar.clock('always') }, delay: null };
    }
    const clock = this.calendar.clock(spec.hours);
    const delay = spec.delay ? this.distributions.table(spec.delay, 1) : null;
    const perMillion = (this.served.get(party) ?? 0) / 1e6;
    if (spec.rate !== undefined) {
      const { amount, perMillionPoints } = parseRate(spec.rate);
      const perHour = perMillionPoints ? amount * perMillion : amount;
      const units = Math.min((3600 / perHour) * SERVICE_UNITS, LONGEST);
      const whole = Math.max(1, Math.round(units));
      // What rounding takes from the service time or adds to it is made good in how long the server is taken up.
      const stretch = units / whole / this.scale;
      return { servers: { servers: 1, service: QuantileTable.fromRange(whole, whole), stretch, clock }, delay };
    }
    const { amount, perMillionPoints } = parseServers(spec.servers!);
    const wanted = Math.max(perMillionPoints ? amount * perMillion : amount, perMillionPoints ? 1 : 0) * this.scale;
    const servers = Math.ceil(wanted);
    const service = this.distributions.table(spec.service!, SERVICE_UNITS);
    return { servers: { servers, service, stretch: servers / wanted, clock }, delay };
  }

  private spec(party: Party, work: string): CapacitySpec | undefined {
    const { scenario } = this;
    const role = party.role as WorkRole;
    const own = (scenario.suppliers[party.parent] ?? scenario.agents[party.parent] ?? scenario.areas[party.parent])
      ?.capacities;
    return own?.[role]?.[work] ?? scenario.capacities[role]?.[work];
  }
}

/** How many points each party serves in its role, at the full size of the market. */
export function pointsServed(
  parties: Parties,
  groups: readonly Group[],
  points: Points,
  scale: number,
): Map<Party, number> {
  const served = new Map<Party, number>();
  const add = (space: Space, index: number, n: number) => {
    const party = parties.in(space)[index]!;
    served.set(party, (served.get(party) ?? 0) + n / scale);
  };
  const counts = new Int32Array(256);
  for (const group of groups) {
    add('Supplier', group.supplier, group.count);
    add('SMRA', group.area, group.count);
    const agents: [Space, Uint8Array][] = [
      [POINT_TYPES[group.type]!.metering === 'MA' ? 'MA' : 'MOA', points.metering],
      ['DC', points.collector],
      ['MS', points.ms],
      ['DS', points.ds],
    ];
    for (const [space, column] of agents) {
      const end = group.first + group.count;
      for (let id = group.first; id < end; id++) counts[column[id]!]!++;
      for (let index = 0; index < parties.in(space).length; index++) {
        if (counts[index]! > 0) add(space, index, counts[index]!);
        counts[index] = 0;
      }
    }
  }
  return served;
}
