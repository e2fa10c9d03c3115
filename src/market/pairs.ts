import { base, draw, type SeedKeys } from '../random/index.ts';
import { FLAG, type Points } from './points.ts';
import type { Group } from './population.ts';

/** Draw by which import points are dealt out to export points. */
const DEAL_PURPOSE = 911;

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
  private members = new Int32Array(0);
  private partners = new Int32Array(0);
  private exports = new Uint8Array(0);
  /** Registrations that have taken the place of the first one, by MSID. */
  private readonly current: ReadonlyMap<number, number>;

  constructor(points: Points, current: ReadonlyMap<number, number>) {
    this.points = points;
    this.current = current;
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
    return { import: this.current.get(of) ?? of, export: this.current.get(other) ?? other };
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
    const halves: number[] = [];
    for (const stratum of strata.values()) {
      const { imports, exports } = this.choose(stratum, share);
      const dealt = imports.map(id => ({ id, luck: draw(keys, base(keys, id), DEAL_PURPOSE, 0) }));
      dealt.sort((a, b) => a.luck - b.luck || a.id - b.id);
      exports.forEach((id, i) => {
        const partner = dealt[i]!.id;
        halves.push(half(id, partner, 1), half(partner, id, 0));
      });
    }
    const sorted = Float64Array.from(halves).sort();
    const { length } = sorted;
    this.members = new Int32Array(length);
    this.partners = new Int32Array(length);
    this.exports = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      const rest = sorted[i]! % HALF;
      const id = (sorted[i]! - rest) / HALF;
      this.members[i] = id;
      this.partners[i] = rest >> 1;
      this.exports[i] = rest & 1;
      this.points.set(id, FLAG.linked);
    }
  }

  /** As many import and export points as the share asks for and the free points allow. */
  private choose(stratum: readonly Group[], share: number): { imports: number[]; exports: number[] } {
    const ids = stratum.flatMap(g => [g.first, g.first + g.count]);
    let points = 0;
    let free = 0;
    const each = (visit: (id: number) => void) => {
      for (let k = 0; k < ids.length; k += 2) {
        for (let id = ids[k]!; id < ids[k + 1]!; id++) if (!this.points.has(id, FLAG.linked)) visit(id);
      }
    };
    for (const g of stratum) points += g.count;
    each(() => free++);
    const pairs = Math.min(Math.round(points * share), free >> 1);
    const chosen: number[] = [];
    let seen = 0;
    each(id => {
      if (Math.floor(((seen + 1) * 2 * pairs) / free) > Math.floor((seen * 2 * pairs) / free)) chosen.push(id);
      seen++;
    });
    return { imports: chosen.filter((_, i) => i % 2 === 0), exports: chosen.filter((_, i) => i % 2 === 1) };
  }

  /** Where an MSID stands among the members; −1 if it is none. */
  private place(origin: number): number {
    const { members } = this;
    let low = 0;
    let high = members.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = members[middle]!;
      if (at === origin) return middle;
      if (at < origin) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
