import { DayCounts, type Memory, type State, type Stateful } from '../engine/index.ts';
import { SEGMENTS, STATES } from '../market/index.ts';
import type { BritishTime, Day, Seconds } from '../time/index.ts';

/** What is counted of each supplier's migration, by day. */
export const MIGRATION = ['planned', 'started', 'completed', 'rejected', 'cancelled', 'reversed', 'waiting'] as const;
export type MigrationCount = (typeof MIGRATION)[number];

/** What a switch goes by, in the order of ROUTE: of those that are switches. */
export const SWITCH_ROUTES = ['not routed', 'forward', 'legacy', 'mhhs', 'reverse', 'refused'] as const;
/** What is counted of switches, by day, route and new supplier. */
export const SWITCH_OUTCOMES = ['routed', 'effective', 'objected to', 'withdrawn'] as const;
export type SwitchOutcome = (typeof SWITCH_OUTCOMES)[number];

/** Numbers of the things counted, by name: these are asked for at every change. */
const KIND = numbered(MIGRATION);
const OUTCOME = numbered(SWITCH_OUTCOMES);

/** What happened outside the ordinary course, by day, kind and supplier. */
export interface ExceptionCount {
  readonly day: Day;
  readonly kind: string;
  readonly supplier: number;
  readonly count: number;
}

/** Rules of the market that the run checks as it goes: how often each was looked at, and how often it was broken. */
export const CHECKS = [
  'no forward migration before the segment opens',
  'no forward migration by a supplier that is not qualified',
  'no appointment of an agent that is not qualified',
  'no complex-metered point migrates before M14',
  'every effective appointment has an EFD 1 to 28 days after its request',
  'a migrated point has both services confirmed',
  'no reverse migration takes effect from M14 on, nor of complex metering',
] as const;

/**
 * What actors tell of the market as a whole: states, migrations, exceptions and checked rules, by local day.
 *
 * Exceptions are not in the run's memory, for nobody knows their kinds beforehand: each thread has its own, and
 * {@link restore} adds those of another ledger to what there is.
 */
export class Ledger implements Stateful {
  readonly suppliers: number;
  /** Changes of state counts by day: slot = (segment · suppliers + supplier) · states + state. */
  readonly states: DayCounts;
  /** Slot = area · states + state. */
  readonly areas: DayCounts;
  /** Slot = supplier · kinds + kind. */
  readonly migration: DayCounts;
  /** Slot = (new supplier · routes + route) · outcomes + outcome. */
  readonly switches: DayCounts;
  readonly checked: Int32Array;
  readonly broken: Int32Array;
  /** Kinds of exceptions and their counts: slot = (day from the first) · suppliers + supplier. */
  private readonly exceptions = new Map<string, Int32Array>();
  private readonly slots: number;
  private readonly british: BritishTime;
  private readonly first: Day;
  /** A point changes its state. */
  readonly change: (at: Seconds, segment: number, supplier: number, area: number, from: number, to: number) => void;

  constructor(memory: Memory, british: BritishTime, first: Day, days: number, suppliers: number, areas: number) {
    this.british = british;
    this.first = first;
    this.suppliers = suppliers;
    this.slots = days * suppliers;
    this.checked = memory.own('ledger.checked', Int32Array, CHECKS.length);
    this.broken = memory.own('ledger.broken', Int32Array, CHECKS.length);
    this.states = new DayCounts(memory, 'ledger.states', days, SEGMENTS.length * suppliers * STATES.length);
    this.areas = new DayCounts(memory, 'ledger.areas', days, areas * STATES.length);
    this.migration = new DayCounts(memory, 'ledger.migration', days, suppliers * MIGRATION.length);
    this.switches = new DayCounts(
      memory,
      'ledger.switches',
      days,
      suppliers * SWITCH_ROUTES.length * SWITCH_OUTCOMES.length,
    );
    this.change = this.changing();
  }

  /** A closure over constants: see engine/cursor.ts. */
  private changing(): Ledger['change'] {
    const { first, suppliers } = this;
    const { dayOf } = this.british;
    const { values: bySupplier, width, days } = this.states;
    const { values: byArea, width: areaWidth } = this.areas;
    const states = STATES.length;
    return (at, segment, supplier, area, from, to) => {
      const day = (dayOf(at) - first) | 0;
      if (day >= days) return;
      const slot = Math.imul(day, width) + Math.imul(Math.imul(segment, suppliers) + supplier, states);
      bySupplier[(slot + from) | 0]!--;
      bySupplier[(slot + to) | 0]!++;
      const areaSlot = Math.imul(day, areaWidth) + Math.imul(area, states);
      byArea[(areaSlot + from) | 0]!--;
      byArea[(areaSlot + to) | 0]!++;
    };
  }

  /** A point passes from one registration to another, and it may be from one state to another. */
  pass(
    at: Seconds,
    fromSegment: number,
    fromSupplier: number,
    area: number,
    from: number,
    toSegment: number,
    toSupplier: number,
    to: number,
  ): void {
    const day = this.british.dayOf(at) - this.first;
    this.states.add(day, (fromSegment * this.suppliers + fromSupplier) * STATES.length + from, -1);
    this.areas.add(day, area * STATES.length + from, -1);
    this.arise(at, toSegment, toSupplier, area, to);
  }

  /** A point that was not there before. */
  arise(at: Seconds, segment: number, supplier: number, area: number, state: number): void {
    const day = this.british.dayOf(at) - this.first;
    this.states.add(day, (segment * this.suppliers + supplier) * STATES.length + state, 1);
    this.areas.add(day, area * STATES.length + state, 1);
  }

  count(at: Seconds, supplier: number, kind: MigrationCount, n = 1): void {
    this.countOn(this.british.dayOf(at), supplier, kind, n);
  }

  countOn(day: Day, supplier: number, kind: MigrationCount, n: number): void {
    this.migration.add(day - this.first, supplier * MIGRATION.length + KIND[kind], n);
  }

  /** A switch is routed, takes effect or falls. @param route a ROUTE of a switch */
  switched(at: Seconds, supplier: number, route: number, outcome: SwitchOutcome): void {
    const slot = (supplier * SWITCH_ROUTES.length + route) * SWITCH_OUTCOMES.length + OUTCOME[outcome];
    this.switches.add(this.british.dayOf(at) - this.first, slot);
  }

  except(at: Seconds, kind: string, supplier: number): void {
    this.countsOf(kind)[(this.british.dayOf(at) - this.first) * this.suppliers + supplier]!++;
  }

  /** Notes that a rule was looked at, and whether it held. */
  check(rule: number, holds: boolean): void {
    this.checked[rule]!++;
    if (!holds) this.broken[rule]!++;
  }

  /** All exceptions by day, kind and supplier. */
  allExceptions(): ExceptionCount[] {
    const all: ExceptionCount[] = [];
    for (const [kind, counts] of this.exceptions)
      counts.forEach((count, slot) => {
        const day = this.first + Math.floor(slot / this.suppliers);
        if (count > 0) all.push({ day, kind, supplier: slot % this.suppliers, count });
      });
    return all.sort(
      (a, b) => a.day - b.day || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || a.supplier - b.supplier,
    );
  }

  /** The exceptions: the names of their kinds as UTF-16, each with a 0 after it, and the counts, kind after kind. */
  save(): State {
    const names = [...this.exceptions.keys()].map(kind => `${kind}\0`).join('');
    const counts = new Int32Array(this.exceptions.size * this.slots);
    [...this.exceptions.values()].forEach((of, i) => {
      counts.set(of, i * this.slots);
    });
    return { kinds: Uint16Array.from(names, c => c.charCodeAt(0)), counts };
  }

  /** Adds the exceptions of a ledger of the same market. */
  restore({ kinds, counts }: State): void {
    const names = Array.from(kinds!, code => String.fromCharCode(code))
      .join('')
      .split('\0');
    names.slice(0, -1).forEach((kind, i) => {
      const own = this.countsOf(kind);
      for (let slot = 0; slot < own.length; slot++) own[slot]! += counts![i * own.length + slot]!;
    });
  }

  private countsOf(kind: string): Int32Array {
    const known = this.exceptions.get(kind);
    if (known) return known;
    const counts = new Int32Array(this.slots);
    this.exceptions.set(kind, counts);
    return counts;
  }
}

function numbered<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, i) => [name, i])) as Record<T, number>;
}
