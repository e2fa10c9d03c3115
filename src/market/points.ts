import { base, draw, type SeedKeys } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { POINT_TYPES } from './meter-types.ts';
import { mpanCore } from './mpan.ts';
import type { Parties } from './parties.ts';
import type { Group } from './population.ts';

/** Settlement arrangements of a metering point. */
export const STATES = ['legacy', 'forward', 'mhhs', 'reverse'] as const;
export const LEGACY = 0;
export const FORWARD = 1;
export const MHHS = 2;

/** Where the request for one service (MS or DS) stands; 0 where it was never asked for. First: IF-031 sent. */
export const REQUESTED = 1;
/** Validated; the agent is asked. */
export const PENDING = 2;
export const ACCEPTED = 3;
/** Passed gate closure on the eve of its EFD. */
export const CONFIRMED = 4;
export const EFFECTIVE = 5;
/** Rejected or expired; may be asked for again. */
export const FALLEN = 6;
/** Asked for as often as the supplier will. */
export const GIVEN_UP = 7;

/** Draws for a metering point's agents: below every purpose of the procedures. */
const AGENT_PURPOSES = 900;

/**
 * All metering points as columns, one entry per point: plain memory, 17 bytes each. Points are numbered in the
 * order of their groups, so those of an area that migrate together lie together.
 */
export class Points {
  readonly count: number;
  readonly supplier: Uint8Array;
  readonly area: Uint8Array;
  /** Number in POINT_TYPES. */
  readonly type: Uint8Array;
  readonly complex: Uint8Array;
  /** Legacy metering agent: number of the MOA, or of the meter administrator for unmetered supplies. */
  readonly metering: Uint8Array;
  /** Number of the legacy data collector. */
  readonly collector: Uint8Array;
  /** Agents under MHHS: number of the metering service, and of the data service. */
  readonly ms: Uint8Array;
  readonly ds: Uint8Array;
  readonly state: Uint8Array;
  /** Status of the request for each service: entry 2·id for MS, 2·id + 1 for DS. */
  readonly status: Uint8Array;
  /** EFD asked for, by service, in days since the first simulated day. */
  readonly efd: Int16Array;
  /** How often each service was asked for beyond the first time: the latest request sent, and the latest that counts. */
  readonly sent: Uint8Array;
  readonly counting: Uint8Array;
  /** What the outgoing DC has of a final read (bits: see the data collector). */
  readonly reads: Uint8Array;
  private readonly areaFirst: number[];
  private readonly distributors: number[];

  constructor(groups: readonly Group[], scenario: Scenario) {
    const last = groups.at(-1);
    this.count = last ? last.first + last.count : 0;
    const bytes = () => new Uint8Array(this.count);
    this.supplier = bytes();
    this.area = bytes();
    this.type = bytes();
    this.complex = bytes();
    this.metering = bytes();
    this.collector = bytes();
    this.ms = bytes();
    this.ds = bytes();
    this.state = bytes();
    this.status = new Uint8Array(2 * this.count);
    this.efd = new Int16Array(2 * this.count);
    this.sent = new Uint8Array(2 * this.count);
    this.counting = new Uint8Array(2 * this.count);
    this.reads = bytes();
    this.distributors = Object.values(scenario.areas).map(a => a.distributor);
    this.areaFirst = this.distributors.map((_, a) => groups.find(g => g.area === a)?.first ?? 0);
  }

  /** The 13-digit MPAN core of a point: its distributor's prefix, its number in the area, and the check digit. */
  mpan(id: number): string {
    const area = this.area[id]!;
    return mpanCore(this.distributors[area]!, id - this.areaFirst[area]!);
  }

  /** The point with an MPAN core; −1 where there is none. */
  find(mpan: string): number {
    const area = this.distributors.indexOf(Number(mpan.slice(0, 2)));
    if (area < 0) return -1;
    const id = this.areaFirst[area]! + Number(mpan.slice(2, 12));
    return id < this.count && this.area[id] === area && this.mpan(id) === mpan ? id : -1;
  }
}

/**
 * The market's points with their agents. Each point's agents are drawn by its own number from those of its
 * supplier, so any part of the market can be made by itself.
 */
export function makePoints(scenario: Scenario, parties: Parties, groups: readonly Group[], keys: SeedKeys): Points {
  const points = new Points(groups, scenario);
  const suppliers = Object.values(scenario.suppliers);
  const umso = parties
    .in('MS')
    .filter(p => p.role === 'UMSO')
    .map(p => p.index);
  for (const group of groups) {
    const end = group.first + group.count;
    const type = POINT_TYPES[group.type]!;
    points.supplier.fill(group.supplier, group.first, end);
    points.area.fill(group.area, group.first, end);
    points.type.fill(group.type, group.first, end);
    points.complex.fill(group.complex ? 1 : 0, group.first, end);
    const { agents } = suppliers[group.supplier]!;
    const columns = [
      [points.metering, type.metering],
      [points.collector, type.collector],
      [points.ms, type.service],
      [points.ds, type.data],
    ] as const;
    columns.forEach(([column, role], i) => {
      if (role === null) {
        column.fill(umso[group.area]!, group.first, end);
        return;
      }
      const choice = Object.entries(agents[role] ?? {}).map(([mpid, weight]) => ({
        index: parties.index(mpid, role),
        weight,
      }));
      if (choice.length === 1) {
        column.fill(choice[0]!.index, group.first, end);
        return;
      }
      const sum = choice.reduce((a, c) => a + c.weight, 0);
      let below = 0;
      const tops = Float64Array.from(choice, c => {
        below += c.weight;
        return (below / sum) * 2 ** 32;
      });
      for (let id = group.first; id < end; id++) {
        const u = draw(keys, base(keys, id), AGENT_PURPOSES + i, 0);
        let k = 0;
        while (u >= tops[k]! && k < tops.length - 1) k++;
        column[id] = choice[k]!.index;
      }
    });
  }
  return points;
}
