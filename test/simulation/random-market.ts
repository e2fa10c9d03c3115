import fc from 'fast-check';
import { knownSteps } from '../../src/procedures/index.ts';
import { resolveScenario, type Scenario } from '../../src/scenario/index.ts';
import { AGENT_ROLES, WORK } from '../../src/scenario/roles.ts';
import { formatDate, parseDate } from '../../src/time/index.ts';

/** A small market and how it is to be run: as fast-check prints it when a property fails. */
export interface RandomMarket {
  readonly scenario: Scenario;
  readonly scale: number;
}

type Span = { readonly from: number; readonly days: number };

/** Days that a period may begin on: both clock changes, Christmas and Easter lie within reach of it. */
const EARLIEST = parseDate('2025-09-01');
const LATEST = parseDate('2026-10-31');

/** Times from the shortest that there is to days. */
const duration = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 120 }).map(n => `${n} min`) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 30 }).map(n => `${n} h`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }).map(n => `${n} d`) },
  { weight: 1, arbitrary: fc.integer({ min: 60, max: 600 }).map(n => `${n} s`) },
);

/** Times with a tail; kept so short that the tail ends within the 24 days that a service time can be held for. */
const typical = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map(n => `${n} min`),
  fc.integer({ min: 1, max: 3 }).map(n => `${n} h`),
);

const distribution = fc.oneof(
  duration.map(fixed => ({ fixed })),
  fc.tuple(duration, duration).map(pair => ({ uniform: rising(pair) })),
  typical.map(exponential => ({ exponential })),
  fc
    .record({ median: typical, sigma: fc.constantFrom(0.3, 1) })
    .map(({ median, sigma }) => ({ lognormal: { median, sigma } })),
  fc
    .record({ shape: fc.constantFrom(0.5, 2, 9), mean: typical })
    .map(({ shape, mean }) => ({ gamma: { shape, mean } })),
  fc
    .array(fc.tuple(duration, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 4 })
    .map(empirical => ({ empirical })),
);

/** Days from the request to the EFD: all that is allowed, and often the least. */
const lead = fc.oneof(
  fc.integer({ min: 1, max: 28 }).map(n => ({ fixed: `${n} d` })),
  fc.constant({ fixed: '1 d' }),
  fc.constant({ fixed: '2 d' }),
  fc.constant({ uniform: ['1 d', '4 d'] }),
  fc.constant({ uniform: ['1 d', '28 d'] }),
  fc.constant({ uniform: ['24 h', '40 h'] }),
  fc.constant({ triangular: { min: '1 d', mode: '3 d', max: '28 d' } }),
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 4 })
    .map(all => ({ empirical: all.map(([days, weight]) => [`${days} d`, weight]) })),
);

/** Working hours; the names are those of `calendars` below. */
const CALENDARS = {
  office: 'Mon-Fri 09:00-17:00',
  split: 'Mon-Fri 08:00-12:00, Mon-Fri 13:00-18:30, Sat 09:00-13:00',
  nights: 'Mon-Fri 22:00-06:00',
  early: 'Mon-Sun 00:00-03:00, holidays open',
  weekend: 'Sat-Sun 10:00-16:00',
  minute: 'Mon-Fri 16:59-17:00',
} as const;
const hours = fc.constantFrom('always', ...Object.keys(CALENDARS));

/** From more than enough to hopeless. */
const capacity = fc.record(
  {
    does: fc.oneof(
      fc
        .constantFrom('100000', '3600', '600', '60', '10', '2.5', '0.1', '0.01')
        .map(rate => ({ rate: `${rate} per hour` })),
      fc.constantFrom('2000000', '100000').map(rate => ({ rate: `${rate} per hour per million points` })),
      fc.record({
        servers: fc.constantFrom<(string | number)[]>(
          1,
          2,
          3,
          12,
          0.5,
          2.5,
          '1 per million points',
          '40000 per million points',
        ),
        service: distribution,
      }),
    ),
    hours,
    delay: distribution,
  },
  { requiredKeys: ['does'] },
);

type Capacity = typeof capacity extends fc.Arbitrary<infer T> ? T : never;

const KINDS = Object.entries(WORK).flatMap(([role, kinds]) => kinds.map(kind => ({ role, kind })));

const share = fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true }));

const behaviour = fc.record({
  lead,
  sending: hours,
  read: fc.record({ smart: share, traditional: share, advanced: share }),
  again: fc.record({ share, after: fc.integer({ min: 1, max: 20 }) }),
  retry: fc.record({ after: fc.integer({ min: 1, max: 10 }), attempts: fc.integer({ min: 1, max: 6 }) }),
});

const timeOfDay = fc.oneof(
  fc.constantFrom('00:00', '01:30', '17:00', '22:00', '23:59'),
  fc.integer({ min: 0, max: 1439 }).map(m => `${two(Math.floor(m / 60))}:${two(m % 60)}`),
);

const within = fc.constantFrom(
  '1 min',
  '60 min',
  '30 h',
  '1 WD',
  '5 WD',
  '40 WD',
  '8 days',
  'by local midnight',
  'by 18:00',
);

const refusal = fc.record({
  share: fc.double({ min: 0, max: 0.6, noNaN: true }),
  reasons: fc.constantFrom<Record<string, number>>(
    { 'no contract': 1 },
    { 'wrong meter': 3, 'not served': 1, busy: 0 },
  ),
});

/** A plan as it may be written before the period is known: parts of the period, 0 to 1. */
const plan = fc.oneof(
  fc.record(
    {
      from: fc.double({ min: 0, max: 0.5, noNaN: true }),
      length: fc.double({ min: 0, max: 1, noNaN: true }),
      ramp: fc.integer({ min: 0, max: 40 }),
      tail: fc.integer({ min: 0, max: 40 }),
    },
    { requiredKeys: [] },
  ),
  fc.record({
    /** Days of the period and the share of the supplier's points that starts there. */
    daily: fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.05, max: 0.4, noNaN: true })),
      { minLength: 1, maxLength: 6 },
    ),
  }),
);

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const supplier = fc.record({
  weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
  /** Days of qualification after the period's first. */
  qualified: fc.constantFrom(-40, -20, 0, 5, 20, 45),
  agents: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
  plan: fc.option(plan, { nil: undefined, freq: 3 }),
  behaviour: fc.option(behaviour, { nil: undefined }),
});

const population = fc
  .record({
    NHH: fc.integer({ min: 0, max: 150 }),
    HH: fc.integer({ min: 0, max: 60 }),
    UMS: fc.integer({ min: 0, max: 30 }),
    smart: fc.integer({ min: 0, max: 9 }),
    traditional: fc.integer({ min: 0, max: 9 }),
    advanced: fc.integer({ min: 1, max: 9 }),
    hhSmart: fc.integer({ min: 0, max: 9 }),
    complex: fc.constantFrom(0, 0.2, 1),
  })
  .filter(p => p.NHH + p.HH + p.UMS >= 20);

const parts = fc.record({
  seed: fc.string({ maxLength: 6 }),
  from: fc.integer({ min: EARLIEST, max: LATEST }),
  days: fc.integer({ min: 40, max: 200 }),
  /** Days to M11, from it to M12, and from there to M14. */
  milestones: fc.tuple(
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 90 }),
  ),
  population,
  areas: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 1,
    maxLength: 3,
  }),
  suppliers: fc.array(supplier, { minLength: 1, maxLength: 4 }),
  /** By company: days of qualification after the period's first, for metering and for data services. */
  agents: fc.array(fc.tuple(fc.constantFrom(-40, -10, 3, 30), fc.constantFrom(-40, -10, 3, 30)), {
    minLength: 1,
    maxLength: 4,
  }),
  activation: fc.integer({ min: 0, max: 15 }),
  behaviour,
  plan: fc.record(
    { ramp: fc.integer({ min: 0, max: 30 }), tail: fc.integer({ min: 0, max: 30 }) },
    { requiredKeys: [] },
  ),
  smra: fc.record({ batch: timeOfDay, gateClosure: timeOfDay }),
  deemAfter: fc.integer({ min: 1, max: 20 }),
  refusals: fc.record(
    { SMRA: refusal, MSS: refusal, MSA: refusal, UMSO: refusal, SDS: refusal, ADS: refusal, UMSDS: refusal },
    { requiredKeys: [] },
  ),
  thresholds: fc.record({
    market: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2 }),
    area: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 2 }),
    supplier: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 2 }),
  }),
  freezes: fc.array(fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 12 })), { maxLength: 3 }),
  latencies: fc.tuple(distribution, distribution),
  /** One for each kind of work, in the order of WORK. */
  capacities: fc.array(capacity, { minLength: KINDS.length, maxLength: KINDS.length, size: 'max' }),
  steps: fc.dictionary(fc.constantFrom(...stepsWithDeadlines()), within, { maxKeys: 6 }),
  also: fc.tuple(share, share),
  scale: fc.constantFrom(1, 1, 1, 0.5, 0.13),
});

/**
 * Small valid scenarios of every kind: 1 to 3 areas, 1 to 4 suppliers, up to 240 points, 40 to 200 days, with
 * capacities from plentiful to hopeless, messages that take from a minute to days, and refusals up to 60 %.
 */
export const randomMarket: fc.Arbitrary<RandomMarket> = parts.map(p => {
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
  };
  return { scenario: resolveScenario(data, { steps: knownSteps() }), scale: p.scale };
});

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

function stepsWithDeadlines(): [string, ...string[]] {
  return [...knownSteps()].filter(([, step]) => step.due).map(([ref]) => ref) as [string, ...string[]];
}

/** Deadlines by step, and the shares of the two steps with an optional flow. */
function withShares(steps: Record<string, string>, [profile, reads]: readonly [number, number]) {
  const all: Record<string, { within?: string; also?: number }> = {};
  for (const [ref, within] of Object.entries(steps)) all[ref] = { within };
  all['3.1.7'] = { ...all['3.1.7'], also: profile };
  all['3.1.8'] = { ...all['3.1.8'], also: reads };
  return all;
}

/** Two durations, the shorter first. */
function rising([a, b]: readonly [string, string]): [string, string] {
  const seconds = (text: string) => {
    const [n, unit] = text.split(' ');
    return Number(n) * { s: 1, min: 60, h: 3600, d: 86_400 }[unit as 's' | 'min' | 'h' | 'd'];
  };
  return seconds(a) <= seconds(b) ? [a, b] : [b, a];
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
