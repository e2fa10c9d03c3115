import fc from 'fast-check';
import { knownSteps } from '../../src/procedures/index.ts';
import { resolveScenario, type Scenario } from '../../src/scenario/index.ts';
import { AGENT_ROLES } from '../../src/scenario/roles.ts';
import { formatDate } from '../../src/time/index.ts';
import {
  CALENDARS,
  type Capacity,
  eager,
  KINDS,
  ordinary,
  type Parts,
  type Plan,
  plenty,
  quick,
  refusal,
  restless,
  seldom,
  slow,
  sought,
  unhurried,
} from './random-parts.ts';
import { allSections, type Sections, sections, sectionsIn } from './random-sections.ts';

/** A small market and how it is to be run: as fast-check prints it when a property fails. */
export interface RandomMarket {
  readonly scenario: Scenario;
  readonly scale: number;
}

type Span = { readonly from: number; readonly days: number };

/**
 * Small valid scenarios of every kind: 1 to 3 areas, 1 to 4 suppliers, up to 240 points, 40 to 200 days, with
 * capacities from plentiful to hopeless, messages that take from a minute to days, and refusals up to 60 %.
 */
export const randomMarket: fc.Arbitrary<RandomMarket> = fc.record({ ...ordinary, sections }).map(toMarket);

/**
 * Small valid scenarios in which the requests for a service overtake each other: most services are asked for again
 * days before the EFD, everything takes hours, and nothing is short enough of hands to stand still.
 */
export const restlessMarket: fc.Arbitrary<RandomMarket> = fc
  .record({
    ...ordinary,
    sections,
    days: fc.integer({ min: 40, max: 80 }),
    milestones: fc.constant<[number, number, number]>([0, 0, 10]),
    suppliers: fc.array(eager, { minLength: 1, maxLength: 2 }),
    agents: fc.constant<[number, number][]>([[-40, -40]]),
    activation: fc.constant(0),
    behaviour: restless,
    plan: fc.constant({ ramp: 2 }),
    deemAfter: fc.integer({ min: 1, max: 3 }),
    refusals: fc.record({ SMRA: refusal, SDS: refusal }, { requiredKeys: [] }),
    thresholds: fc.constant({ market: null, area: null, supplier: null }),
    freezes: fc.constant<[number, number][]>([]),
    latencies: fc.tuple(slow, slow),
    capacities: fc.array(unhurried, { minLength: KINDS.length, maxLength: KINDS.length, size: 'max' }),
    scale: fc.constant(1),
  })
  .map(toMarket);

/**
 * Small valid scenarios in which everything happens to everybody: customers switch about once in half a year, to
 * suppliers that are qualified and to some that are not yet, meters are exchanged, points are connected and linked.
 */
export const busyMarket: fc.Arbitrary<RandomMarket> = fc
  .record({
    ...ordinary,
    sections: allSections,
    days: fc.integer({ min: 80, max: 150 }),
    milestones: fc.constantFrom<[number, number, number]>([0, 0, 60], [0, 5, 75], [0, 0, 100]),
    suppliers: fc.array(sought, { minLength: 2, maxLength: 4 }),
    agents: fc.array(fc.constantFrom<[number, number][]>([-40, -40], [-40, -40], [20, -40], [-40, 20]), {
      minLength: 1,
      maxLength: 4,
    }),
    activation: fc.constant(0),
    behaviour: restless,
    plan: fc.constant({ ramp: 2 }),
    deemAfter: fc.integer({ min: 1, max: 3 }),
    refusals: fc.record({ SMRA: seldom, MSA: seldom, SDS: seldom }, { requiredKeys: [] }),
    thresholds: fc.constant({ market: null, area: null, supplier: null }),
    freezes: fc.constant<[number, number][]>([]),
    latencies: fc.tuple(fc.oneof(quick, slow), fc.oneof(quick, slow)),
    capacities: fc.array(plenty, { minLength: KINDS.length, maxLength: KINDS.length, size: 'max' }),
    scale: fc.constant(1),
  })
  .map(toMarket);

function toMarket(p: Parts & { readonly sections: Sections }): RandomMarket {
  const span = { from: p.from, days: p.days };
  const date = (n: number) => formatDate(p.from + n);
  const [toM11, toM12, toM14] = p.milestones;
  const m14 = toM11 + toM12 + toM14;
  const shares = percentages(p.suppliers.map(s => s.weights));
  const { population } = p;
  const companies = p.agents.map((_, i) => `AG${i}`);
  const data = {
    name: 'random',
    description: 'drawn by a property test',
    seed: p.seed,
    period: { from: date(0), to: date(p.days - 1) },
    milestones: {
      M8: date(-20),
      M10: date(-10),
      M11: date(toM11),
      M12: date(toM11 + toM12),
      M13: date(-10),
      M14: date(m14),
      M15: date(m14 + 60),
    },
    population: {
      classes: {
        NHH: {
          count: population.NHH,
          meters: { smart: population.smart, traditional: population.traditional, advanced: population.advanced },
        },
        HH: { count: population.HH, meters: { advanced: population.advanced, smart: population.hhSmart } },
        UMS: { count: population.UMS },
      },
      complex: population.complex,
    },
    areas: Object.fromEntries(
      p.areas.map(([some, few], i) => [
        `_${'ABC'[i]}`,
        { name: `Area ${i}`, distributor: 10 + i, points: { NHH: some, HH: i === 0 ? 1 : few, UMS: some } },
      ]),
    ),
    waves: { wave: date(-60) },
    activation: p.activation,
    suppliers: Object.fromEntries(
      p.suppliers.map((s, i) => {
        const qualified = Math.min(s.qualified, m14);
        return [
          `SUP${i}`,
          {
            name: `Supplier ${i}`,
            shares: shares[i],
            size: s.size,
            qualification: date(qualified),
            agents: Object.fromEntries(
              AGENT_ROLES.map(role => [
                role,
                Object.fromEntries(s.agents.map((a, k) => [companies[a % companies.length], k + 1])),
              ]),
            ),
            ...(s.plan
              ? { plan: planIn(s.plan, span, qualified + 2 * p.activation + 15, pointsOf(population, shares[i]!)) }
              : {}),
            ...(s.behaviour ? { behaviour: s.behaviour } : {}),
          },
        ];
      }),
    ),
    agents: Object.fromEntries(
      p.agents.map(([metering, data], i) => [
        companies[i],
        {
          name: `Agent ${i}`,
          roles: {
            MOA: {},
            NHHDC: {},
            HHDC: {},
            DA: {},
            MA: {},
            MSS: { qualification: date(metering) },
            MSA: { qualification: date(metering) },
            SDS: { qualification: date(data) },
            ADS: { qualification: i % 2 === 0 ? 'wave' : date(data) },
            UMSDS: { qualification: date(data) },
          },
        },
      ]),
    ),
    behaviour: p.behaviour,
    plan: p.plan,
    smra: p.smra,
    reads: { deemAfter: p.deemAfter },
    refusals: p.refusals,
    control: {
      thresholds: p.thresholds,
      freezes: p.freezes.map(([from, length]) => ({ from: date(from), to: date(from + length), why: 'a freeze' })),
    },
    calendars: CALENDARS,
    networks: {
      DIP: { latency: p.latencies[0] },
      DTN: { latency: p.latencies[1] },
      CSS: { latency: { fixed: '60 s' } },
      bilateral: { latency: { fixed: '60 s' } },
    },
    capacities: byRole(p.capacities),
    steps: withShares(p.steps, p.also),
    ...sectionsIn(
      p.sections,
      p.from,
      p.suppliers.map(s => s.size),
    ),
  };
  return { scenario: resolveScenario(data, { steps: knownSteps() }), scale: p.scale };
}

function planIn(drawn: Plan, { from, days }: Span, earliestEnd: number, points: number): Record<string, unknown> {
  if ('daily' in drawn) {
    const starts = new Map<string, number>();
    let left = points;
    for (const [where, part] of drawn.daily) {
      const n = Math.min(left, Math.ceil(points * part));
      const day = formatDate(from + Math.floor(where * (days - 1)));
      if (n > 0) starts.set(day, (starts.get(day) ?? 0) + n);
      left -= n;
    }
    return { csv: 'plan.csv', daily: [...starts].sort(([a], [b]) => (a < b ? -1 : 1)) };
  }
  const { from: start, length, ...shape } = drawn;
  const first = start === undefined ? undefined : Math.floor(start * (days - 1));
  const last = length === undefined ? undefined : Math.max(earliestEnd, first ?? 0) + Math.floor(length * days);
  return {
    ...shape,
    ...(first === undefined ? {} : { from: formatDate(from + first) }),
    ...(last === undefined ? {} : { to: formatDate(from + last) }),
  };
}

function byRole(drawn: readonly Capacity[]): Record<string, Record<string, object>> {
  const all: Record<string, Record<string, object>> = {};
  KINDS.forEach(({ role, kind }, i) => {
    const { does, ...rest } = drawn[i]!;
    all[role] = { ...all[role], [kind]: { ...does, ...rest } };
  });
  return all;
}

/** Percentages of each class, all suppliers together 100. */
function percentages(weights: readonly (readonly [number, number, number])[]) {
  const sums = [0, 1, 2].map(c => weights.reduce((sum, w) => sum + w[c]!, 0));
  return weights.map(w => ({
    NHH: (100 * w[0]) / sums[0]!,
    HH: (100 * w[1]) / sums[1]!,
    UMS: (100 * w[2]) / sums[2]!,
  }));
}

function pointsOf(counts: { NHH: number; HH: number; UMS: number }, shares: { NHH: number; HH: number; UMS: number }) {
  return Math.max(
    1,
    (['NHH', 'HH', 'UMS'] as const).reduce((sum, c) => sum + Math.floor((counts[c] * shares[c]) / 100), 0),
  );
}

/** Deadlines by step, and the shares of the two steps with an optional flow. */
function withShares(steps: Record<string, string>, [profile, reads]: readonly [number, number]) {
  const all: Record<string, { within?: string; also?: number }> = {};
  for (const [ref, within] of Object.entries(steps)) all[ref] = { within };
  all['3.1.7'] = { ...all['3.1.7'], also: profile };
  all['3.1.8'] = { ...all['3.1.8'], also: reads };
  return all;
}
