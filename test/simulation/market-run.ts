import type { Scenario } from '../../src/scenario/index.ts';
import { BritishTime, type Day, formatDate, parseDate, parseTime, WorkingDays } from '../../src/time/index.ts';
import type { RandomMarket } from './random-market.ts';
import { type ResultRow, TinyRun } from './tiny-market.ts';

/** A row of table `point`. */
type Point = ResultRow;

/** A market that has been run with all of its points traced, with what the scenario says about its days and parties worked out anew. */
export class MarketRun {
  readonly scenario: Scenario;
  readonly scale: number;
  readonly run: TinyRun;
  readonly british: BritishTime;
  readonly dates: readonly string[];
  /** The second after the last. */
  readonly end: number;
  readonly points: readonly Point[];
  private readonly first: Day;
  private readonly last: Day;
  private readonly workingDays: WorkingDays;
  private readonly lives: Map<unknown, ResultRow[]>;
  private readonly tables = new Map<string, ResultRow[]>();

  constructor({ scenario, scale }: RandomMarket) {
    this.scenario = scenario;
    this.scale = scale;
    this.run = new TinyRun(scenario, { scale, trace: 1000 });
    this.first = parseDate(scenario.period.from);
    this.last = parseDate(scenario.period.to);
    this.british = new BritishTime(this.first, this.last);
    this.workingDays = new WorkingDays(this.first, this.last);
    this.dates = Array.from({ length: this.last - this.first + 1 }, (_, i) => formatDate(this.first + i));
    this.end = this.british.midnight(this.last + 1);
    this.points = this.rows('point');
    this.lives = Map.groupBy(this.rows('trace'), row => row.msid);
  }

  rows(table: string): ResultRow[] {
    const known = this.tables.get(table) ?? this.run.rows(table);
    this.tables.set(table, known);
    return known;
  }

  /** Sums of columns by date. */
  sums(table: string, columns: readonly string[]): Map<string, number[]> {
    const sums = new Map<string, number[]>();
    for (const row of this.rows(table)) {
      const date = String(row.date);
      const before = sums.get(date) ?? columns.map(() => 0);
      sums.set(
        date,
        columns.map((column, i) => before[i]! + Number(row[column])),
      );
    }
    return sums;
  }

  life(point: ResultRow): ResultRow[] {
    return this.lives.get(point.msid) ?? [];
  }

  localDate(time: string | number | null | undefined): string {
    return formatDate(this.british.dayOf(parseTime(String(time))));
  }

  /** The date of a point's first IF-031, and who sent it; none where its first migration came with a switch. */
  started(point: Point): { readonly date: string; readonly supplier: number } | undefined {
    const first = this.life(point).find(a => a.act === 'sent' && a.flow === 'IF-031');
    if (first?.step !== '3.1.1') return undefined;
    return { date: this.localDate(first.at), supplier: Number(first.from_party) };
  }

  /** Whether anything but changes of agent happens to points. */
  get isBusy(): boolean {
    const { switching, works, connections, links } = this.scenario;
    return [switching, works, connections, links].some(section => section !== undefined);
  }

  isMigrationDay(date: string): boolean {
    const frozen = this.scenario.control.freezes.some(f => date >= f.from && date <= f.to);
    return this.workingDays.isWorkingDay(parseDate(date)) && !frozen;
  }

  /** When a supplier may start. */
  activated(party: number): string {
    const supplier = this.scenario.suppliers[this.code(party)]!;
    return formatDate(this.workingDays.add(parseDate(supplier.qualification), this.scenario.activation));
  }

  /** When an agent is qualified in its role. */
  qualified(party: number): string {
    const { role } = this.rows('party').find(p => p.party_id === party)!;
    if (role === 'UMSO') return this.scenario.milestones.M10;
    const { qualification } = this.scenario.agents[this.code(party)]!.roles[role as 'MSS']!;
    return this.scenario.waves[qualification!] ?? qualification!;
  }

  private code(party: number): string {
    return String(this.rows('party').find(p => p.party_id === party)!.mpid);
  }
}
