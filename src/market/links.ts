import { base, draw, type SeedKeys } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { POINT_TYPES } from './meter-types.ts';
import { Pairs } from './pairs.ts';
import { FLAG, type Points } from './points.ts';
import type { Group } from './population.ts';

/** Draw for the size of a set of related points: below every purpose of the procedures, beside the agents' draws. */
const SIZE_PURPOSE = 910;

/** Related MSIDs under one registration: agents are asked for on the primary only. */
export interface RelatedSet {
  /** Row of the primary MSID's registration. */
  readonly primary: number;
  /** Rows of the secondary MSIDs' registrations. */
  readonly secondaries: readonly number[];
}

const NONE: readonly number[] = [];

function segmentOf(points: Points, id: number): number {
  return POINT_TYPES[points.type[id]!]!.segment;
}

/**
 * Metering points that belong together (BSCP708 §4.1): sets of related MSIDs, by the rows of their registrations, and
 * pairs of an import and an export MSID. Rows that are linked bear {@link FLAG.linked}; for all others nothing is
 * looked up.
 */
export class Links {
  private readonly points: Points;
  /** By row, for every member. */
  private readonly sets = new Map<number, RelatedSet>();
  /** Registrations that have taken the place of the first one, by linked MSID. */
  private readonly current = new Map<number, number>();
  readonly pairs: Pairs;

  constructor(points: Points) {
    this.points = points;
    this.pairs = new Pairs(points, this.current);
  }

  /** Whether no MSIDs are related. */
  get none(): boolean {
    return this.sets.size === 0;
  }

  /** The rows of the secondary MSIDs of a primary one; none for any other. */
  secondariesOf(id: number): readonly number[] {
    if (!this.points.has(id, FLAG.linked)) return NONE;
    const set = this.sets.get(id);
    return set?.primary === id ? set.secondaries : NONE;
  }

  /** Whether agents are asked for on another MSID for this one too. */
  isSecondary(id: number): boolean {
    return this.points.has(id, FLAG.linked) && this.leadOf(id) !== id;
  }

  /** The row on which agents are asked for: of the primary MSID, or the row itself. */
  leadOf(id: number): number {
    return this.points.has(id, FLAG.linked) ? (this.sets.get(id)?.primary ?? id) : id;
  }

  /** Rows that go together from now on; secondaries get the agents under MHHS that the primary has. */
  relate(primary: number, secondaries: readonly number[]): void {
    const set = { primary, secondaries };
    const { points } = this;
    for (const id of [primary, ...secondaries]) {
      points.set(id, FLAG.linked);
      this.sets.set(id, set);
      // An agent serves one segment, and a meter may have been exchanged for one of another.
      if (segmentOf(points, id) !== segmentOf(points, primary)) continue;
      points.ms[id] = points.ms[primary]!;
      points.ds[id] = points.ds[primary]!;
    }
  }

  /** One more secondary MSID belongs to a primary one. */
  add(primary: number, id: number): void {
    this.relate(primary, [...this.secondariesOf(primary), id]);
  }

  /** A row takes the place of another in its set: the MSID goes on under a new registration by itself. */
  replace(former: number, id: number): void {
    const set = this.sets.get(former);
    if (!set) return;
    const { points } = this;
    this.sets.delete(former);
    const other = (row: number) => (row === former ? id : row);
    const renewed = { primary: other(set.primary), secondaries: set.secondaries.map(other) };
    for (const row of [renewed.primary, ...renewed.secondaries]) this.sets.set(row, renewed);
    points.set(id, FLAG.linked);
  }

  /** A secondary MSID is related to no other any more; a primary left alone is none. */
  release(secondary: number): void {
    const set = this.sets.get(secondary);
    if (!set || set.primary === secondary) return;
    this.unlink(secondary);
    const left = { primary: set.primary, secondaries: set.secondaries.filter(row => row !== secondary) };
    for (const row of [left.primary, ...left.secondaries]) this.sets.set(row, left);
    if (left.secondaries.length === 0) this.unlink(left.primary);
  }

  /** A linked MSID's registration now, for its first one. */
  currentOf(origin: number): number {
    return this.current.get(origin) ?? origin;
  }

  /** A registration is its MSID's from now on. */
  succeed(id: number): void {
    if (!this.points.has(id, FLAG.linked)) return;
    const origin = this.points.originOf(id);
    if (id !== origin) this.current.set(origin, id);
  }

  /** Every linked MSID, related or paired, in the order of their numbers. */
  get all(): number[] {
    return [...this.sets.keys(), ...this.pairs.all].sort((a, b) => a - b);
  }

  private unlink(row: number): void {
    this.sets.delete(row);
    this.points.clear(row, FLAG.linked);
  }
}

/**
 * Links the market's NHH points as the scenario has it. Sets of related points lie together, spread evenly over the
 * points of an area that are alike, the primary first; the draws decide only how many secondaries each has. What is
 * left is paired, see {@link Pairs}.
 */
export function makeLinks(scenario: Scenario, points: Points, groups: readonly Group[], keys: SeedKeys): Links {
  const links = new Links(points);
  const spec = scenario.links;
  if (!spec) return links;
  const { share, areas, secondaries } = spec.related;
  const sizes = Object.entries(secondaries).map(([n, weight]) => ({ n: Number(n), weight }));
  const weights = sizes.reduce((sum, s) => sum + s.weight, 0);
  const mean = sizes.reduce((sum, s) => sum + s.n * s.weight, 0) / weights;
  const nhh = groups.filter(g => POINT_TYPES[g.type]!.legacyClass === 'NHH');
  Object.keys(scenario.areas).forEach((gsp, area) => {
    const own = areas?.[gsp] ?? share;
    // Sets that are due and not made yet: what a small group is too few for adds up to the next.
    let due = 0;
    for (const group of nhh) {
      if (group.area !== area || own === 0) continue;
      due += (group.count * own) / mean;
      const sets = Math.floor(due + 1e-9);
      due -= spreadSets(links, group, sets, primary => sizeOf(primary, sizes, weights, keys));
    }
  });
  links.pairs.make(nhh, spec.pairs.share, keys);
  return links;
}

/** Makes a number of sets in a group, as far as there is room. @returns how many */
function spreadSets(links: Links, { first, count }: Group, sets: number, size: (primary: number) => number): number {
  const end = first + count;
  let free = first;
  let made = 0;
  for (let k = 0; k < sets; k++) {
    const primary = Math.max(free, first + Math.floor((k * count) / sets));
    const n = Math.min(size(primary), end - primary - 1);
    if (n < 1) break;
    links.relate(
      primary,
      Array.from({ length: n }, (_, i) => primary + 1 + i),
    );
    free = primary + n + 1;
    made++;
  }
  return made;
}

function sizeOf(
  primary: number,
  sizes: readonly { readonly n: number; readonly weight: number }[],
  weights: number,
  keys: SeedKeys,
): number {
  let left = (draw(keys, base(keys, primary), SIZE_PURPOSE, 0) / 2 ** 32) * weights;
  for (const { n, weight } of sizes) {
    left -= weight;
    if (left < 0) return n;
  }
  return sizes.at(-1)!.n;
}
