import type { State, Stateful } from '../engine/index.ts';
import { Apportioner, type Group } from '../market/index.ts';
import type { Day } from '../time/index.ts';
import type { Roll } from './roll.ts';

/** Most starts a day, for the market, for each area and for each supplier; infinite where there is no limit. */
export interface Thresholds {
  readonly market: number;
  readonly areas: readonly number[];
  readonly suppliers: readonly number[];
}

/** What the controller needs to know of the market. */
export interface ControlSpec {
  readonly groups: readonly Group[];
  /** What is left of each group. */
  readonly roll: Roll;
  /** By group: the first day on which its points may migrate (segment open; complex metering from M14). */
  readonly openFrom: readonly Day[];
  /** By supplier: starts planned by day. */
  readonly plans: readonly ReadonlyMap<Day, number>[];
  /** By supplier: the first day on which it may migrate at all. */
  readonly supplierFrom: readonly Day[];
  readonly thresholds: Thresholds;
  /** Whether a supplier may start points on a day: a migration day on which it sends at all. */
  readonly isMigrationDay: (day: Day, supplier: number) => boolean;
}

/** How many of a group start on a day. */
export interface Start {
  readonly group: number;
  readonly count: number;
}

/**
 * The Migration Control Centre: nets the suppliers' plans against the thresholds, day by day. What does not fit
 * on a day waits for the next.
 */
export class Controller implements Stateful {
  private readonly spec: ControlSpec;
  /** By supplier: planned in all, planned up to today, and started. */
  private readonly total: Float64Array;
  private readonly planned: Float64Array;
  private readonly started: Float64Array;
  /** By supplier: its groups. */
  private readonly groupsOf: readonly Int32Array[];
  /** By area: its groups. */
  private readonly groupsIn: readonly Int32Array[];
  private readonly supplierOf: Int32Array;
  /** By group: what is due to it and not yet given, in starts; small groups get theirs when it has added up. */
  private readonly credit: Float64Array;
  /** The last day decided on; none yet before any day. */
  private decided: Day = Number.NEGATIVE_INFINITY;
  // What is worked out on a day, in arrays that are used again on the next.
  private readonly counts: Int32Array;
  private readonly wanted: Float64Array;
  private readonly shared: Int32Array;
  private readonly left: Float64Array;
  private readonly weights: Float64Array;
  private readonly apportioner: Apportioner;

  constructor(spec: ControlSpec) {
    const { plans, groups, thresholds } = spec;
    this.spec = spec;
    this.total = Float64Array.from(plans, plan => [...plan.values()].reduce((a, b) => a + b, 0));
    this.planned = new Float64Array(plans.length);
    this.started = new Float64Array(plans.length);
    this.credit = new Float64Array(groups.length);
    const numbersOf = (mine: (g: Group) => boolean) => Int32Array.from(groups.flatMap((g, i) => (mine(g) ? [i] : [])));
    this.groupsOf = plans.map((_, s) => numbersOf(g => g.supplier === s));
    this.groupsIn = thresholds.areas.map((_, area) => numbersOf(g => g.area === area));
    this.supplierOf = Int32Array.from(groups, g => g.supplier);
    const most = Math.max(groups.length, plans.length);
    this.counts = new Int32Array(groups.length);
    this.wanted = new Float64Array(plans.length);
    this.shared = new Int32Array(most);
    this.left = new Float64Array(most);
    this.weights = new Float64Array(most);
    this.apportioner = new Apportioner(most);
  }

  /**
   * Decides how many points start on a day. Days must come in order, each once; those that start must be taken off
   * the roll before the next.
   *
   * @returns starts in the order of the groups
   */
  startsOn(day: Day): Start[] {
    const { counts, credit, started, supplierOf } = this;
    this.plan(day);
    this.decided = day;
    if (!this.want(day)) return [];
    counts.fill(0);
    this.wanted.forEach((n, s) => {
      if (n > 0) this.share(n, this.groupsOf[s]!, day);
    });
    this.holdAreas();
    const starts: Start[] = [];
    for (let g = 0; g < counts.length; g++) {
      const count = counts[g]!;
      if (count === 0) continue;
      starts.push({ group: g, count });
      credit[g]! -= count;
      started[supplierOf[g]!]! += count;
    }
    return starts;
  }

  /** Starts that a supplier's plan has seen so far and that have not taken place. */
  waiting(supplier: number): number {
    return Math.max(0, this.planned[supplier]! + this.changed(supplier) - this.started[supplier]!);
  }

  save(): State {
    const { started, credit, decided } = this;
    return { started: started.slice(), credit: credit.slice(), decided: Float64Array.of(decided) };
  }

  /**
   * Takes up what was started; what was planned until then is what the plans say now.
   *
   * @throws Error if it was saved with other suppliers or groups
   */
  restore({ started, credit, decided }: State): void {
    if (started!.length !== this.started.length || credit!.length !== this.credit.length)
      throw new Error('the starts that were saved are of other suppliers or groups of points');
    this.started.set(started!);
    this.credit.set(credit!);
    this.decided = decided![0]!;
    this.planned.fill(0);
    this.spec.plans.forEach((plan, s) => {
      for (const [day, n] of plan) if (day <= this.decided) this.planned[s]! += n;
    });
  }

  /** What is planned for a day is planned from now on. */
  private plan(day: Day): void {
    const { plans } = this.spec;
    for (let s = 0; s < plans.length; s++) this.planned[s]! += plans[s]!.get(day) ?? 0;
  }

  /**
   * What has come to a supplier's list since its plan was drawn up is planned when the plan is through; what has left
   * it shortens the plan from its end.
   */
  private changed(supplier: number): number {
    const ahead = this.total[supplier]! - this.planned[supplier]!;
    const balance = this.spec.roll.balanceOf(supplier);
    if (balance > 0) return ahead > 0 ? 0 : balance;
    return Math.min(0, balance + ahead);
  }

  /**
   * What each supplier may start: what waits and is eligible, within its own threshold and the market's.
   *
   * @returns whether any may
   */
  private want(day: Day): boolean {
    const { wanted } = this;
    const { thresholds, supplierFrom, isMigrationDay } = this.spec;
    let total = 0;
    for (let s = 0; s < wanted.length; s++) {
      const waiting = this.waiting(s);
      const may = waiting > 0 && day >= supplierFrom[s]! && isMigrationDay(day, s);
      wanted[s] = may ? Math.min(waiting, this.eligibleOf(s, day), thresholds.suppliers[s]!) : 0;
      total += wanted[s]!;
    }
    if (total > thresholds.market) {
      const { market } = thresholds;
      wanted.set(this.apportioner.share(market, wanted, wanted.length).subarray(0, wanted.length));
    }
    return total > 0;
  }

  /** Shares a supplier's starts out over its groups in proportion to what each has left, over days rather than on each. */
  private share(n: number, all: Int32Array, day: Day): void {
    const { counts, credit, shared, left, weights } = this;
    // Most groups that a switch could fill are empty.
    let groups = 0;
    let total = 0;
    for (let i = 0; i < all.length; i++) {
      const eligible = this.eligible(all[i]!, day);
      if (eligible <= 0) continue;
      shared[groups] = all[i]!;
      left[groups++] = eligible;
      total += eligible;
    }
    let due = false;
    for (let i = 0; i < groups; i++) {
      const g = shared[i]!;
      credit[g]! += (n * left[i]!) / total;
      weights[i] = Math.min(left[i]!, Math.max(0, credit[g]!));
      if (weights[i]! > 0) due = true;
    }
    const parts = this.apportioner.share(n, due ? weights : left, groups);
    let over = 0;
    for (let i = 0; i < groups; i++) {
      const count = Math.min(parts[i]!, left[i]!);
      counts[shared[i]!] = count;
      over += parts[i]! - count;
      left[i]! -= count;
    }
    if (over === 0) return;
    const more = this.apportioner.share(over, left, groups);
    for (let i = 0; i < groups; i++) counts[shared[i]!]! += more[i]!;
  }

  private eligibleOf(supplier: number, day: Day): number {
    const groups = this.groupsOf[supplier]!;
    let sum = 0;
    for (let i = 0; i < groups.length; i++) sum += this.eligible(groups[i]!, day);
    return sum;
  }

  private eligible(group: number, day: Day): number {
    return day < this.spec.openFrom[group]! ? 0 : this.spec.roll.eligible(group);
  }

  /** Cuts the starts of each area down to its threshold, every group in proportion. */
  private holdAreas(): void {
    const { counts, shared, weights } = this;
    this.spec.thresholds.areas.forEach((most, area) => {
      let total = 0;
      let groups = 0;
      for (const g of this.groupsIn[area]!) {
        if (counts[g] === 0) continue;
        shared[groups] = g;
        weights[groups++] = counts[g]!;
        total += counts[g]!;
      }
      if (total <= most) return;
      const held = this.apportioner.share(most, weights, groups);
      for (let i = 0; i < groups; i++) counts[shared[i]!] = held[i]!;
    });
  }
}
