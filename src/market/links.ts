import { Memory, SharedMap } from '../engine/index.ts';
import { base, draw, type SeedKeys } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { Blocks } from './blocks.ts';
import { POINT_TYPES } from './meter-types.ts';
import { Pairs } from './pairs.ts';
import type { Points } from './points.ts';
import type { Group } from './population.ts';
import { FLAG } from './status.ts';

/** Draw for the size of a set of related points: below every purpose of the procedures, beside the agents' draws. */
const SIZE_PURPOSE = 910;

/** Room for links, however few there are to be. */
const LEAST = 4096;

const NONE: readonly number[] = [];

function segmentOf(points: Points, id: number): number {
  return POINT_TYPES[points.typeOf(id)]!.segment;
}

/**
 * Metering points that belong together (BSCP708 §4.1): sets of related MSIDs, by the rows of their registrations, and
 * pairs of an import and an export MSID. Rows that are linked bear {@link FLAG.linked}; for all others nothing is
 * looked up.
 */
export class Links {
  private readonly points: Points;
  /** By row, for every member of a set: the row of its primary MSID. */
  private readonly leads: SharedMap;
  /** By row, for every member but the last: the member that comes after it, the primary one first. */
  private readonly nexts: SharedMap;
  /** By linked MSID that has had several registrations, or is about to: the one that it has now. */
  private readonly current: SharedMap;
  readonly pairs: Pairs;
  /** The block of points in which a registration lies with all that it is linked with: one thread has them all. */
  readonly blockOf: (id: number) => number;
  private readonly blocks: Blocks;

  /** @param share of the points that may be linked, at most */
  constructor(points: Points, memory: Memory, share = 1) {
    this.points = points;
    const most = (of: number) => LEAST + Math.ceil(of * share);
    this.leads = new SharedMap(memory, 'links.leads', most(points.supplier.length));
    this.nexts = new SharedMap(memory, 'links.nexts', most(points.supplier.length));
    this.current = new SharedMap(memory, 'links.current', most(points.count));
    this.pairs = new Pairs(points, this.current, memory);
    this.blocks = new Blocks(points, memory, origin => this.pairs.partnerOf(origin));
    this.blockOf = this.blocks.home;
  }

  /** Whether an MSID may come to a set: it is not linked yet, and lies in the set's block. */
  mayCome(primary: number, id: number): boolean {
    return !this.points.has(id, FLAG.linked) && this.blockOf(id) === this.blockOf(primary);
  }

  /** Whether no MSIDs are related. */
  get none(): boolean {
    return this.leads.none;
  }

  /** The rows of the secondary MSIDs of a primary one; none for any other. */
  secondariesOf(id: number): readonly number[] {
    if (!this.points.has(id, FLAG.linked)) return NONE;
    return this.leads.get(id) === id ? this.after(id) : NONE;
  }

  /** Whether agents are asked for on another MSID for this one too. */
  isSecondary(id: number): boolean {
    return this.points.has(id, FLAG.linked) && this.leadOf(id) !== id;
  }

  /** The row on which agents are asked for: of the primary MSID, or the row itself. */
  leadOf(id: number): number {
    return this.points.has(id, FLAG.linked) ? this.leads.get(id, id) : id;
  }

  /** Rows that go together from now on; secondaries get the agents under MHHS that the primary has. */
  relate(primary: number, secondaries: readonly number[]): void {
    const { points } = this;
    this.chain(primary, secondaries);
    for (const id of [primary, ...secondaries]) {
      points.set(id, FLAG.linked);
      // An agent serves one segment, and a meter may have been exchanged for one of another.
      if (segmentOf(points, id) !== segmentOf(points, primary)) continue;
      points.ms[id] = points.ms[primary]!;
      points.ds[id] = points.ds[primary]!;
    }
  }

  /** The points beside one, by their numbers, are related to it: as the market begins. */
  relateBeside(primary: number, secondaries: number): void {
    this.relate(
      primary,
      Array.from({ length: secondaries }, (_, i) => primary + 1 + i),
    );
    this.blocks.join(primary, primary + secondaries);
  }

  /** One more secondary MSID belongs to a primary one. */
  add(primary: number, id: number): void {
    this.relate(primary, [...this.secondariesOf(primary), id]);
  }

  /** A row takes the place of another in its set: the MSID goes on under a new registration by itself. */
  replace(former: number, id: number): void {
    const lead = this.leads.get(former);
    if (lead < 0) return;
    const other = (row: number) => (row === former ? id : row);
    const secondaries = this.after(lead).map(other);
    this.leads.delete(former);
    this.nexts.delete(former);
    this.chain(other(lead), secondaries);
    this.points.set(id, FLAG.linked);
  }

  /** A secondary MSID is related to no other any more; a primary left alone is none. */
  release(secondary: number): void {
    const lead = this.leads.get(secondary);
    if (lead < 0 || lead === secondary) return;
    const left = this.after(lead).filter(row => row !== secondary);
    this.unlink(secondary);
    if (left.length === 0) this.unlink(lead);
    else this.chain(lead, left);
  }

  /** A linked MSID's registration now, for its first one. */
  currentOf(origin: number): number {
    return this.current.get(origin, origin);
  }

  /** A registration may take the place of the first one, at a time when no more MSIDs can be noted. */
  expect(id: number): void {
    const origin = this.points.originOf(id);
    if (this.points.has(id, FLAG.linked) && !this.current.has(origin)) this.current.set(origin, origin);
  }

  /** A registration is its MSID's from now on. */
  succeed(id: number): void {
    if (!this.points.has(id, FLAG.linked)) return;
    const origin = this.points.originOf(id);
    if (id !== origin) this.current.set(origin, id);
  }

  /** Every linked MSID, related or paired, in the order of their numbers. */
  get all(): number[] {
    return [...this.leads.keys(), ...this.pairs.all].sort((a, b) => a - b);
  }

  /** The members of a set after its primary one. */
  private after(primary: number): number[] {
    const rows: number[] = [];
    for (let row = this.nexts.get(primary); row >= 0; row = this.nexts.get(row)) rows.push(row);
    return rows;
  }

  private chain(primary: number, secondaries: readonly number[]): void {
    let last = primary;
    this.leads.set(primary, primary);
    for (const row of secondaries) {
      this.leads.set(row, primary);
      this.nexts.set(last, row);
      last = row;
    }
    this.nexts.delete(last);
  }

  private unlink(row: number): void {
    this.leads.delete(row);
    this.nexts.delete(row);
    this.points.clear(row, FLAG.linked);
  }
}

/**
 * Links the market's NHH points as the scenario has it. Sets of related points lie together, spread evenly over the
 * points of an area that are alike, the primary first; the draws decide only how many secondaries each has. What is
 * left is paired, see {@link Pairs}.
 */
export function makeLinks(
  scenario: Scenario,
  points: Points,
  groups: readonly Group[],
  keys: SeedKeys,
  memory = new Memory(),
): Links {
  const spec = scenario.links;
  const links = new Links(points, memory, spec ? shareOf(spec) : 0);
  if (!spec || !memory.leads) return links;
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

/** The share of points that may come to be linked: primaries and what is added later make it twice that of the others. */
function shareOf({ related, pairs }: NonNullable<Scenario['links']>): number {
  const most = Math.max(related.share, ...Object.values(related.areas ?? {}));
  return Math.min(1, 2 * (most + pairs.share) + 0.01);
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
    links.relateBeside(primary, n);
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
