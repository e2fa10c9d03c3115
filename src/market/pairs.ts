import type { Memory, SharedMap } from '../engine/index.ts';
import { base, draw, type SeedKeys } from '../random/index.ts';
import type { Points } from './points.ts';
import type { Group } from './population.ts';
import { FLAG } from './status.ts';

/** Draw by which import points are dealt out to export points. */
const DEAL_PURPOSE = 911;

/** MSIDs to a step of the index of members: few enough that the members among them lie in a cache line. */
const STEP_BITS = 6;

/** One member of a pair as a whole number: its MSID, its partner's, and whether it is the export MSID. */
const HALF = 2 ** 27;

function half(id: number, partner: number, isExport: 0 | 1): number {
  return id * HALF + partner * 2 + isExport;
}

/** The registrations of a linked import and export MSID as they are now. */
export interface Pair {
  readonly import: number;
  readonly export: number;
}

/**
 * Pairs of an import and an export MSID at one meter: the same area and type; whether they have one supplier or two is
 * left to chance. A pair is known by the MSIDs, that is by their first registrations, because each goes from supplier
 * to supplier by itself.
 */
export class Pairs {
  private readonly points: Points;
  /** Members of all pairs in the order of their numbers; beside each its partner, and whether it is the export MSID. */
  private members: Int32Array;
  private partners: Int32Array;
  private exports: Uint8Array;
  /** By so many MSIDs: the first member at or above them. A search over a million pairs would miss the cache at every step. */
  private index: Int32Array;
  /** By linked MSID that has had several registrations: the one that it has now. */
  private readonly current: SharedMap;
  private readonly memory: Memory;

  constructor(points: Points, current: SharedMap, memory: Memory) {
    this.points = points;
    this.current = current;
    this.memory = memory;
    const known = memory.leads ? 0 : memory.lengthOf('pairs.members');
    [this.members, this.partners, this.exports, this.index] = this.columns(known);
  }

  /** How many pairs there are. */
  get count(): number {
    return this.members.length / 2;
  }

  /** Whether a registration's MSID is one of a pair. */
  includes(id: number): boolean {
    return this.points.has(id, FLAG.linked) && this.place(this.points.originOf(id)) >= 0;
  }

  /** Whether a registration's MSID is the export MSID of a pair. */
  isExport(id: number): boolean {
    if (!this.points.has(id, FLAG.linked)) return false;
    const at = this.place(this.points.originOf(id));
    return at >= 0 && this.exports[at] === 1;
  }

  /** The pair of a registration's MSID, as it stands. @throws Error if it is in none */
  of(id: number): Pair {
    const origin = this.points.originOf(id);
    const at = this.place(origin);
    if (at < 0) throw new Error(`registration ${id} is in no pair`);
    const partner = this.partners[at]!;
    const [of, other] = this.exports[at] === 1 ? [partner, origin] : [origin, partner];
    return { import: this.current.get(of, of), export: this.current.get(other, other) };
  }

  /** The MSID that a linked MSID is paired with, −1 if it is in no pair. @param origin its first registration */
  partnerOf(origin: number): number {
    const at = this.place(origin);
    return at < 0 ? -1 : this.partners[at]!;
  }

  /** Every member, in the order of their numbers: the MSIDs' first registrations. */
  get all(): Int32Array {
    return this.members;
  }

  /**
   * Pairs points of the groups that are linked in no other way. Within an area, points of one type are paired: evenly
   * over them, every other one of those that are chosen is an export MSID, and its import MSID is drawn.
   *
   * @param share of the points, export MSIDs: from 0 to 1
   */
  make(groups: readonly Group[], share: number, keys: SeedKeys): void {
    if (share === 0) return;
    const strata = new Map<string, Group[]>();
    for (const g of groups) {
      const key = `${g.area} ${g.type} ${g.complex}`;
      const known = strata.get(key);
      if (known) known.push(g);
      else strata.set(key, [g]);
    }
    const chosen = [...strata.values()].map(stratum => this.choose(stratum, share));
    const sorted = new Float64Array(2 * chosen.reduce((n, { exports }) => n + exports.length, 0));
    let n = 0;
    for (const { imports, exports } of chosen) {
      const dealt = shuffled(imports, id => draw(keys, base(keys, id), DEAL_PURPOSE, 0));
      exports.forEach((id, i) => {
        sorted[n++] = half(id, dealt[i]!, 1);
        sorted[n++] = half(dealt[i]!, id, 0);
      });
    }
    sorted.sort();
    const { length } = sorted;
    [this.members, this.partners, this.exports, this.index] = this.columns(length);
    this.index.fill(length);
    for (let i = length - 1; i >= 0; i--) {
      const rest = sorted[i]! % HALF;
      const id = (sorted[i]! - rest) / HALF;
      this.members[i] = id;
      this.partners[i] = rest >> 1;
      this.exports[i] = rest & 1;
      this.index[id >> STEP_BITS] = i;
      this.points.set(id, FLAG.linked);
    }
    // Where there is no member the next one is first.
    for (let step = this.index.length - 2; step >= 0; step--)
      if (this.index[step] === length) this.index[step] = this.index[step + 1]!;
  }

  private columns(length: number): [Int32Array, Int32Array, Uint8Array, Int32Array] {
    const { memory, points } = this;
    if (length === 0) return [new Int32Array(0), new Int32Array(0), new Uint8Array(0), new Int32Array(0)];
    return [
      memory.shared('pairs.members', Int32Array, length),
      memory.shared('pairs.partners', Int32Array, length),
      memory.shared('pairs.exports', Uint8Array, length),
      memory.shared('pairs.index', Int32Array, (points.count >> STEP_BITS) + 2),
    ];
  }

  /** As many import and export points as the share asks for and the free points allow. */
  private choose(stratum: readonly Group[], share: number): { imports: Int32Array; exports: Int32Array } {
    const each = (visit: (id: number) => void) => {
      for (const { first, count } of stratum) {
        for (let id = first; id < first + count; id++) if (!this.points.has(id, FLAG.linked)) visit(id);
      }
    };
    const points = stratum.reduce((sum, g) => sum + g.count, 0);
    let free = 0;
    each(() => free++);
    const pairs = Math.min(Math.round(points * share), free >> 1);
    const imports = new Int32Array(pairs);
    const exports = new Int32Array(pairs);
    let seen = 0;
    let taken = 0;
    each(id => {
      seen++;
      if (Math.floor((seen * 2 * pairs) / free) === taken) return;
      (taken % 2 === 0 ? imports : exports)[taken >> 1] = id;
      taken++;
    });
    return { imports, exports };
  }

  /** Where an MSID stands among the members; −1 if it is none. */
  private place(origin: number): number {
    const { members, index } = this;
    const step = origin >> STEP_BITS;
    if (step >= index.length - 1) return -1;
    for (let at = index[step]!; at < index[step + 1]!; at++) if (members[at] === origin) return at;
    return -1;
  }
}

/** Bits of a position within a stratum, so that one number holds it below 32 bits of luck. */
const PLACE = 2 ** 21;

/** Points in the order of their luck; of equal luck, in their own. */
function shuffled(ids: Int32Array, luckOf: (id: number) => number): Int32Array {
  if (ids.length > PLACE) throw new Error(`${ids.length} pairs of one kind in one area are too many`);
  const order = Float64Array.from(ids, (id, i) => luckOf(id) * PLACE + i).sort();
  return Int32Array.from(order, place => ids[place % PLACE]!);
}
