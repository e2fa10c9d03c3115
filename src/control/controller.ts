import { apportion, type Group } from '../market/index.ts';
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
export class Controller {
  private readonly spec: ControlSpec;
  /** By supplier: planned in all, planned up to today, and started. */
  private readonly total: Float64Array;
  private readonly planned: Float64Array;
  private readonly started: Float64Array;
  private readonly groupsOf: readonly (readonly number[])[];
  /** By group: what is due to it and not yet given, in starts; small groups get theirs when it has added up. */
  private readonly credit: Float64Array;

  constructor(spec: ControlSpec) {
    this.spec = spec;
    this.total = Float64Array.from(spec.plans, plan => [...plan.values()].reduce((a, b) => a + b, 0));
    this.planned = new Float64Array(spec.plans.length);
    this.started = new Float64Array(spec.plans.length);
    this.credit = new Float64Array(spec.groups.length);
    this.groupsOf = spec.plans.map((_, s) => spec.groups.flatMap((g, i) => (g.supplier === s ? [i] : [])));
  }

  /**
   * Decides how many points start on a day. Days must come in order, each once; those that start must be taken off
   * the roll before the next.
   *
   * @returns starts in the order of the groups
   */
  startsOn(day: Day): Start[] {
    this.spec.plans.forEach((plan, s) => {
      this.planned[s]! += plan.get(day) ?? 0;
    });
    const wanted = this.wanted(day);
    const counts = new Int32Array(this.spec.groups.length);
    wanted.forEach((n, s) => {
      if (n > 0) this.share(n, this.groupsOf[s]!, day, counts);
    });
    this.holdAreas(counts);
    const starts: Start[] = [];
    counts.forEach((count, g) => {
      if (count === 0) return;
      starts.push({ group: g, count });
      this.credit[g]! -= count;
      this.started[this.spec.groups[g]!.supplier]! += count;
    });
    return starts;
  }

  /** Starts that a supplier's plan has seen so far and that have not taken place. */
  waiting(supplier: number): number {
    return Math.max(0, this.planned[supplier]! + this.changed(supplier) - this.started[supplier]!);
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

  /** What each supplier may start: what waits and is eligible, within its own threshold and the market's. */
  private wanted(day: Day): number[] {
    const { thresholds, supplierFrom, isMigrationDay } = this.spec;
    const wanted = this.spec.plans.map((_, s) => {
      if (day < supplierFrom[s]! || !isMigrationDay(day, s)) return 0;
      const eligible = this.groupsOf[s]!.reduce((sum, g) => sum + this.eligible(g, day), 0);
      return Math.min(this.waiting(s), eligible, thresholds.suppliers[s]!);
    });
    const total = wanted.reduce((a, b) => a + b, 0);
    return total <= thresholds.market ? wanted : apportion(thresholds.market, wanted);
  }

  /** Shares a supplier's starts out over its groups in proportion to what each has left, over days rather than on each. */
  private share(n: number, all: readonly number[], day: Day, counts: Int32Array): void {
    // Most groups that a switch could fill are empty.
    const groups = all.filter(g => this.eligible(g, day) > 0);
    const left = groups.map(g => this.eligible(g, day));
    const total = left.reduce((a, b) => a + b, 0);
    groups.forEach((g, i) => {
      this.credit[g]! += (n * left[i]!) / total;
    });
    const weights = groups.map((g, i) => Math.min(left[i]!, Math.max(0, this.credit[g]!)));
    const due = apportion(n, weights.some(w => w > 0) ? weights : left);
    let over = 0;
    groups.forEach((g, i) => {
      counts[g] = Math.min(due[i]!, left[i]!);
      over += due[i]! - counts[g]!;
    });
    if (over === 0) return;
    apportion(
      over,
      groups.map((g, i) => left[i]! - counts[g]!),
    ).forEach((more, i) => {
      counts[groups[i]!]! += more;
    });
  }

  private eligible(group: number, day: Day): number {
    return day < this.spec.openFrom[group]! ? 0 : this.spec.roll.eligible(group);
  }

  /** Cuts the starts of each area down to its threshold, every group in proportion. */
  private holdAreas(counts: Int32Array): void {
    const totals = this.spec.thresholds.areas.map(() => 0);
    counts.forEach((n, g) => {
      totals[this.spec.groups[g]!.area]! += n;
    });
    totals.forEach((total, area) => {
      const most = this.spec.thresholds.areas[area]!;
      if (total <= most) return;
      const groups = this.spec.groups.flatMap((g, i) => (g.area === area && counts[i]! > 0 ? [i] : []));
      const held = apportion(
        most,
        groups.map(g => counts[g]!),
      );
      groups.forEach((g, i) => {
        counts[g] = held[i]!;
      });
    });
  }
}
