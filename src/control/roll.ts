import { FLAG, type Group, LEGACY, type Points } from '../market/index.ts';

/**
 * The registrations that still have to migrate, group by group: first the points of the group as the market began,
 * in the order of their numbers, then those that came to it later, in the order in which they came.
 */
export class Roll {
  private readonly points: Points;
  private readonly groups: readonly Group[];
  private readonly byKey = new Map<number, number>();
  /** By group: how many can be started. */
  private readonly left: Int32Array;
  /** By group: how many of its first points have been passed. */
  private readonly passed: Int32Array;
  private readonly later: { rows: number[]; taken: number }[];
  /** By supplier: how many more have come to its list than have left it, since the plans were drawn up. */
  private readonly balance: Int32Array;
  private arrivals: number[] = [];

  constructor(groups: readonly Group[], points: Points, suppliers: number) {
    this.groups = groups;
    this.points = points;
    this.left = Int32Array.from(groups, g => g.count);
    this.passed = new Int32Array(groups.length);
    this.later = groups.map(() => ({ rows: [], taken: 0 }));
    this.balance = new Int32Array(suppliers);
    groups.forEach((g, i) => {
      this.byKey.set(keyOf(g.area, g.supplier, g.type, g.complex), i);
    });
  }

  /** How many of a group can be started. */
  eligible(group: number): number {
    return this.left[group]!;
  }

  /** How many more have come to a supplier's list than have left it. */
  balanceOf(supplier: number): number {
    return this.balance[supplier]!;
  }

  /** Whether a registration is on the list: legacy, not asked for yet, and nobody is about to take it over. */
  lists(id: number): boolean {
    const { points } = this;
    const free = (points.flags[id]! & (FLAG.leaving | FLAG.gone | FLAG.pending | FLAG.dead)) === 0;
    return free && points.state[id] === LEGACY && points.status[2 * id] === 0 && points.status[2 * id + 1] === 0;
  }

  /** A registration that is on the list is about to end: before it is flagged so. */
  leave(id: number): void {
    const group = this.groupOf(id);
    this.left[group]!--;
    this.balance[this.groups[group]!.supplier]!--;
  }

  /** A registration comes to the list: from the next day on. */
  join(id: number): void {
    this.arrivals.push(id);
  }

  /** Yesterday's arrivals are on the list from now on. */
  open(): void {
    if (this.arrivals.length === 0) return;
    for (const id of this.arrivals.sort((a, b) => a - b)) {
      const group = this.groupOf(id);
      this.left[group]!++;
      this.balance[this.groups[group]!.supplier]!++;
      this.later[group]!.rows.push(id);
    }
    this.arrivals = [];
  }

  /** Takes a number of registrations off a group's list, in its order, and hands over each. */
  take(group: number, count: number, start: (id: number) => void): void {
    this.left[group]! -= count;
    const { first, count: size } = this.groups[group]!;
    const later = this.later[group]!;
    for (let n = 0; n < count; ) {
      const original = this.passed[group]! < size;
      const id = original ? first + this.passed[group]!++ : later.rows[later.taken++];
      if (id === undefined) throw new Error(`the list of group ${group} is shorter than was counted`);
      if (!this.lists(id)) continue;
      start(id);
      n++;
    }
  }

  private groupOf(id: number): number {
    const { area, supplier, type } = this.points;
    const complex = this.points.has(id, FLAG.complex);
    const group = this.byKey.get(keyOf(area[id]!, supplier[id]!, type[id]!, complex));
    if (group === undefined) throw new Error(`registration ${id} belongs to no group`);
    return group;
  }
}

function keyOf(area: number, supplier: number, type: number, complex: boolean): number {
  return ((area * 256 + supplier) * 8 + type) * 2 + (complex ? 1 : 0);
}
