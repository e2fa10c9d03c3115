import { Memory, Parts, type State, type Stateful } from '../engine/index.ts';
import { FLAG, type Group, LEGACY, Links, type Points } from '../market/index.ts';
import { NumberLists } from './number-lists.ts';
import { NumberSet } from './number-set.ts';
import { sortNumbers } from './sort-numbers.ts';

/** Room for the number of a type. */
const TYPES = 8;

/**
 * The registrations that still have to migrate, group by group: first the points of the group as the market began,
 * in the order of their numbers, then those that came to it later, in the order in which they came.
 */
export class Roll implements Stateful {
  private readonly points: Points;
  private readonly links: Links;
  private readonly groups: readonly Group[];
  /** By area, supplier, type and complexity: see {@link keyOf}; −1 for none. */
  private readonly byKey: Int32Array;
  private readonly suppliers: number;
  /** By group: how many can be started. */
  private readonly left: Int32Array;
  /** By group: how many of its first points have been passed. */
  private readonly passed: Int32Array;
  /** By group: those that came to it later and have not been passed yet. */
  private readonly later: NumberLists;
  /** All that are in `later`. */
  private readonly ahead = new NumberSet();
  private readonly queues: Parts;
  /** By supplier: how many more have come to its list than have left it, since the plans were drawn up. */
  private readonly balance: Int32Array;
  /** Rows that have come since the day began. */
  private arrivals: number[] = [];
  /**
   * By group: secondary MSIDs that started with their primary and that nothing was allotted to yet; below nought, those
   * that were allotted a start and wait for their primary, which is on another group's list.
   */
  private readonly owing: Int32Array;

  constructor(
    groups: readonly Group[],
    points: Points,
    suppliers: number,
    links: Links = new Links(points, new Memory()),
  ) {
    this.links = links;
    this.groups = groups;
    this.points = points;
    this.left = Int32Array.from(groups, g => g.count);
    this.passed = new Int32Array(groups.length);
    this.later = new NumberLists(groups.length);
    this.queues = new Parts({ later: this.later, ahead: this.ahead });
    this.balance = new Int32Array(suppliers);
    this.owing = new Int32Array(groups.length);
    this.suppliers = suppliers;
    this.byKey = new Int32Array(
      groups.reduce((n, g) => Math.max(n, this.keyOf(g.area, g.supplier, g.type, g.complex) + 1), 0),
    ).fill(-1);
    groups.forEach((g, i) => {
      this.byKey[this.keyOf(g.area, g.supplier, g.type, g.complex)] = i;
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
    return free && points.standing.state(id) === LEGACY && points.standing.isUnasked(id);
  }

  /** A registration that is on the list is about to end: before it is flagged so. */
  leave(id: number): void {
    const group = this.groupOf(id);
    if (this.left[group]! > 0) this.left[group]!--;
    else this.owing[group]!++;
    this.balance[this.groups[group]!.supplier]!--;
  }

  /** A registration comes to the list: from the next day on. */
  join(id: number): void {
    this.arrivals.push(id);
  }

  /** Yesterday's arrivals are on the list from now on. */
  open(): void {
    if (this.arrivals.length === 0) return;
    for (const id of sortNumbers(Int32Array.from(this.arrivals))) {
      const group = this.groupOf(id);
      this.left[group]!++;
      this.balance[this.groups[group]!.supplier]!++;
      // One that comes back may be on the list still, for it has not been its turn.
      if (this.isAhead(id, group)) continue;
      this.later.push(group, id);
      this.ahead.add(id);
    }
    this.arrivals = [];
  }

  /**
   * Takes a number of registrations off a group's list, in its order, and hands over each. Related MSIDs start together
   * with their primary, which alone is handed over: where more of them start than were to, the fewer will later.
   */
  take(group: number, count: number, start: (id: number) => void): void {
    this.left[group]! -= count;
    const { first, count: size } = this.groups[group]!;
    const { later, passed } = this;
    let n = this.owing[group]!;
    while (n < count) {
      let id: number;
      if (passed[group]! < size) id = first + passed[group]!++;
      else {
        if (later.size(group) === 0) break;
        id = later.shift(group);
        this.ahead.delete(id);
      }
      if (!this.lists(id) || this.links.isSecondary(id)) continue;
      start(id);
      n++;
      for (const other of this.links.secondariesOf(id)) {
        if (!this.lists(other)) continue;
        // One whose meter has become another is on the list of another group.
        const its = this.groupOf(other);
        if (its === group) n++;
        else this.owing[its]!++;
      }
    }
    if (n < count && this.links.none) throw new Error(`the list of group ${group} is shorter than was counted`);
    this.owing[group] = n - count;
  }

  save(): State {
    const { left, passed, balance, owing } = this;
    return {
      ...this.queues.save(),
      left: left.slice(),
      passed: passed.slice(),
      balance: balance.slice(),
      owing: owing.slice(),
      arrivals: Int32Array.from(this.arrivals),
    };
  }

  /** @throws Error if it was saved with other suppliers or groups */
  restore(state: State): void {
    const { left, passed, balance, owing, arrivals, ...parts } = state;
    if (left!.length !== this.left.length || balance!.length !== this.balance.length)
      throw new Error('the lists that were saved are of other suppliers or groups of points');
    this.left.set(left!);
    this.passed.set(passed!);
    this.balance.set(balance!);
    this.owing.set(owing!);
    this.arrivals = [...arrivals!];
    this.queues.restore(parts);
  }

  private isAhead(id: number, group: number): boolean {
    const { first, count } = this.groups[group]!;
    return this.ahead.has(id) || (id >= first + this.passed[group]! && id < first + count);
  }

  private groupOf(id: number): number {
    const { points } = this;
    const key = this.keyOf(points.areaOf(id), points.supplier[id]!, points.typeOf(id), points.has(id, FLAG.complex));
    const group = this.byKey[key] ?? -1;
    if (group < 0) throw new Error(`registration ${id} belongs to no group`);
    return group;
  }

  private keyOf(area: number, supplier: number, type: number, complex: boolean): number {
    return ((area * this.suppliers + supplier) * TYPES + type) * 2 + (complex ? 1 : 0);
  }
}
