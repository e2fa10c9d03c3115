import type { MeterType } from '../../src/procedures/index.ts';
import { resolveScenario, type Scenario } from '../../src/scenario/index.ts';
import { cellOf, type Outcome, type SimulationOptions, simulate } from '../../src/simulation/index.ts';

/** A row of a result table by its column names. */
export type ResultRow = Record<string, string | number | null>;

/** What most tests change; everything else can be changed by its place in the scenario. */
export interface Knobs {
  /** Metering points by type; none of those left out. */
  readonly points: Partial<Record<MeterType, number>>;
  /** First and last simulated day. */
  readonly from: string;
  readonly to: string;
  /** Starts of supplier ACORN by date. */
  readonly starts: readonly (readonly [date: string, count: number])[];
  /** Days from the IF-031 to the EFD. */
  readonly lead: number;
  /** Share of points of each meter with a read at hand. */
  readonly read?: number;
  /** Parts of the scenario, as a file would say them, laid over the tiny one. */
  readonly change?: Tree;
}

type Tree = { readonly [key: string]: unknown };

/** In the order in which points are numbered. */
export const TYPES: readonly MeterType[] = [
  'NHH smart',
  'NHH traditional',
  'NHH advanced',
  'HH advanced',
  'HH smart',
  'UMS',
];
const ROLES = ['MOA', 'NHHDC', 'HHDC', 'DA', 'MA', 'MSS', 'MSA', 'SDS', 'ADS', 'UMSDS'] as const;
const MHHS = ['MSS', 'MSA', 'SDS', 'ADS', 'UMSDS'];

/** Every agent's role is played by one company of the same code. */
export const AGENTS = Object.fromEntries(ROLES.map(role => [role, { [role]: 1 }]));

/** Somebody who is never short of hands: each job takes as long as is said, whatever else there is to do. */
export function hands(minutes: number, hours = 'always'): Tree {
  return { servers: 1000, service: { fixed: `${minutes} min` }, hours };
}

/**
 * A market of one area, one supplier and one agent in each role, in which nothing is left to luck: a DIP message takes
 * 60 s and a DTN message 120 s, every job takes the minutes given here, and point number 0 sends its requests at
 * 10:00:00 local time (any other point in the minute from 10:00).
 */
export function tinyScenario(knobs: Knobs): Scenario {
  const { points, from, to, starts, lead, read = 1, change = {} } = knobs;
  const of = (type: MeterType) => points[type] ?? 0;
  const opens = from > '2025-10-22' ? from : '2025-10-22';
  const nhh = { smart: of('NHH smart'), traditional: of('NHH traditional'), advanced: of('NHH advanced') };
  const hh = { advanced: of('HH advanced'), smart: of('HH smart') };
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const tiny = {
    name: 'tiny',
    description: 'A market in which nothing is left to luck',
    seed: SEED,
    period: { from, to },
    milestones: {
      M8: '2025-09-24',
      M10: '2025-09-24',
      M11: opens,
      M12: opens,
      M13: '2025-09-24',
      M14: '2026-10-28',
      M15: '2027-05-07',
    },
    population: {
      classes: {
        NHH: { count: sum(nhh), meters: nhh },
        HH: { count: sum(hh), meters: hh },
        UMS: { count: of('UMS') },
      },
      complex: 0,
    },
    areas: { _A: { name: 'Eastern', distributor: 10, points: { NHH: 1, HH: 1, UMS: 1 } } },
    waves: { early: '2025-09-24' },
    activation: 0,
    suppliers: {
      ACORN: {
        name: 'Acorn Energy',
        shares: { NHH: 100, HH: 100, UMS: 100 },
        qualification: 'early',
        agents: AGENTS,
        plan: { csv: 'acorn.csv', daily: starts },
      },
    },
    agents: Object.fromEntries(
      ROLES.map(role => [
        role,
        { name: role, roles: { [role]: MHHS.includes(role) ? { qualification: 'early' } : {} } },
      ]),
    ),
    behaviour: {
      lead: { fixed: `${lead} d` },
      sending: 'ten sharp',
      read: { smart: read, traditional: read, advanced: read },
      again: { share: 0, after: 1 },
      retry: { after: 2, attempts: 3 },
    },
    plan: {},
    smra: { batch: '22:00', gateClosure: '17:00' },
    reads: { deemAfter: 2 },
    refusals: {},
    control: { thresholds: { market: null, area: null, supplier: null }, freezes: [] },
    calendars: { 'ten sharp': 'Mon-Fri 10:00-10:01', office: 'Mon-Fri 09:00-17:00' },
    networks: {
      DIP: { latency: { fixed: '60 s' } },
      DTN: { latency: { fixed: '120 s' } },
      CSS: { latency: { fixed: '60 s' } },
      bilateral: { latency: { fixed: '120 s' } },
    },
    capacities: {
      SMRA: { validation: hands(1), response: hands(2) },
      MSS: { acceptance: hands(10), mtd: hands(20, 'office') },
      MSA: { acceptance: hands(10), mtd: hands(20, 'office') },
      UMSO: { acceptance: hands(15), inventory: hands(60, 'office') },
      SDS: { acceptance: hands(20) },
      ADS: { acceptance: hands(20) },
      UMSDS: { acceptance: hands(20) },
      MOA: { mtd: hands(30, 'office') },
      NHHDC: { read: hands(40, 'office') },
      HHDC: { data: hands(50, 'office') },
      Supplier: { d0151: hands(5, 'office'), 'final-read': hands(6, 'office'), 'initial-read': hands(7, 'office') },
    },
    steps: {},
  };
  return resolveScenario(laidOver(tiny, change));
}

/** A seed for which the first point's luck with the second of its minute is 0. */
const SEED = 58;

/** Objects key by key; anything else takes the place of what was there. */
function laidOver(base: unknown, change: unknown): unknown {
  if (!isTree(base) || !isTree(change)) return change;
  const all: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) all[key] = key in all ? laidOver(all[key], value) : value;
  return all;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A tiny market that has run. */
export class TinyRun {
  readonly outcome: Outcome;
  private readonly roles: ReadonlyMap<number, string>;

  constructor(scenario: Scenario, options: SimulationOptions = {}) {
    this.outcome = simulate(scenario, options);
    this.roles = new Map(this.rows('party').map(p => [p.party_id as number, p.role as string]));
  }

  /** The rows of a result table in their order. */
  rows(table: string): ResultRow[] {
    const found = this.outcome.tables.find(t => t.name === table);
    if (!found) throw new Error(`there is no result table ${table}`);
    return Array.from({ length: found.length }, (_, i) =>
      Object.fromEntries(found.columns.map(column => [column.name, cellOf(column, i)])),
    );
  }

  /** The role of a party by its number. */
  role(party: string | number | null | undefined): string {
    const role = this.roles.get(party as number);
    if (role === undefined) throw new Error(`there is no party ${party}`);
    return role;
  }

  /** Rules that were looked at and broken. */
  get broken(): string[] {
    return this.rows('invariant')
      .filter(i => i.holds !== 1)
      .map(i => `${i.name}: ${i.detail}`);
  }

  /** Messages by step, flow, sender's role and receiver's role: `3.1.1 IF-031 Supplier → SMRA`. */
  messages(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const m of this.rows('message_daily')) {
      const key = `${m.step} ${m.flow} ${this.role(m.from_party)} → ${this.role(m.to_party)}`;
      counts[key] = (counts[key] ?? 0) + Number(m.count);
    }
    return counts;
  }

  /** Sums of one column of a table over all rows in which each of `where` holds. */
  sum(table: string, column: string, where: ResultRow = {}): number {
    const chosen = this.rows(table).filter(row => Object.entries(where).every(([key, value]) => row[key] === value));
    return chosen.reduce((total, row) => total + Number(row[column]), 0);
  }

  /**
   * The life of the traced point as lines: time, step, act, who (→ to whom), flow; then the deadline that stands on
   * the row, its outcome, and the detail.
   */
  life(): string[] {
    return this.rows('trace').map(t => {
      const who =
        t.to_party === null ? this.role(t.from_party) : `${this.role(t.from_party)} → ${this.role(t.to_party)}`;
      const due = t.due === null ? '' : `, due ${t.due} ${t.outcome}`;
      const detail = t.detail === null ? '' : ` (${t.detail})`;
      return `${t.at} ${t.step} ${t.act} ${who}${t.flow === null ? '' : ` ${t.flow}`}${due}${detail}`;
    });
  }
}

/** A tiny market, run from its first day to its last with its first point traced. */
export function tinyRun(knobs: Knobs, options: SimulationOptions = { trace: 1 }): TinyRun {
  return new TinyRun(tinyScenario(knobs), options);
}

/** One point of each type, or as many as given. */
export function eachType(count = 1): Record<MeterType, number> {
  return Object.fromEntries(TYPES.map(type => [type, count])) as Record<MeterType, number>;
}

/** The acts of a life written down as {@link TinyRun.life} has them; lines with # are remarks. */
export function acts(text: string): string[] {
  const lines = text.split('\n').map(line => line.trim());
  return lines.filter(line => line !== '' && !line.startsWith('#'));
}

/** What each day of `migration_daily` counts, without what is 0: `2025-12-19 planned 4 started 4`. */
export function migrations(run: TinyRun): string[] {
  return run.rows('migration_daily').map(row => {
    const counts = Object.entries(row).filter(([name, n]) => name !== 'date' && name !== 'supplier_id' && n !== 0);
    return [row.date, ...counts.map(([name, n]) => `${name} ${n}`)].join(' ');
  });
}

/** What happened outside the ordinary course: `2025-12-19 IF-032 rejected: no contract: 8`. */
export function exceptions(run: TinyRun): string[] {
  return run.rows('exception_daily').map(row => `${row.date} ${row.kind}: ${row.count}`);
}

/** All points by state at the end of a day. */
export function statesOn(run: TinyRun, date: string): Record<'legacy' | 'forward' | 'mhhs' | 'reverse', number> {
  const of = (state: string) => run.sum('state_daily', state, { date });
  return { legacy: of('legacy'), forward: of('forward'), mhhs: of('mhhs'), reverse: of('reverse') };
}
