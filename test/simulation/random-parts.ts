import fc from 'fast-check';
import { knownSteps } from '../../src/procedures/index.ts';
import type { Distribution } from '../../src/random/index.ts';
import { WORK } from '../../src/scenario/roles.ts';
import { parseDate } from '../../src/time/index.ts';

// What random markets are put together from: see random-market.ts.

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

export const distribution: fc.Arbitrary<Distribution> = fc.oneof(
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
export const lead: fc.Arbitrary<Distribution> = fc.oneof<fc.Arbitrary<Distribution>[]>(
  fc.integer({ min: 1, max: 28 }).map(n => ({ fixed: `${n} d` })),
  fc.constant({ fixed: '1 d' }),
  fc.constant({ fixed: '2 d' }),
  fc.constant({ uniform: ['1 d', '4 d'] }),
  fc.constant({ uniform: ['1 d', '28 d'] }),
  fc.constant({ uniform: ['24 h', '40 h'] }),
  fc.constant({ triangular: { min: '1 d', mode: '3 d', max: '28 d' } }),
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 4 })
    .map(all => ({ empirical: all.map(([days, weight]): [string, number] => [`${days} d`, weight]) })),
);

/** Working hours; the names are those of `calendars` below. */
export const CALENDARS = {
  office: 'Mon-Fri 09:00-17:00',
  split: 'Mon-Fri 08:00-12:00, Mon-Fri 13:00-18:30, Sat 09:00-13:00',
  nights: 'Mon-Fri 22:00-06:00',
  early: 'Mon-Sun 00:00-03:00, holidays open',
  weekend: 'Sat-Sun 10:00-16:00',
  minute: 'Mon-Fri 16:59-17:00',
} as const;
export const hours = fc.constantFrom('always', ...Object.keys(CALENDARS));

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

export type Capacity = typeof capacity extends fc.Arbitrary<infer T> ? T : never;

export const KINDS = Object.entries(WORK).flatMap(([role, kinds]) => kinds.map(kind => ({ role, kind })));

export const share = fc.oneof(fc.constantFrom(0, 1), hundredths(0, 100));

const behaviour = fc.record({
  lead,
  sending: fc.constantFrom('always', 'office', 'split', 'nights', 'early', 'minute'),
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

export const refusal = fc.record({
  share: hundredths(0, 60),
  reasons: fc.constantFrom<Record<string, number>>(
    { 'no contract': 1 },
    { 'wrong meter': 3, 'not served': 1, busy: 0 },
  ),
});

export const seldom = fc.record({
  share: hundredths(0, 15),
  reasons: fc.constant<Record<string, number>>({ 'no contract': 1 }),
});

/** A plan as it may be written before the period is known: parts of the period, 0 to 1. */
const plan = fc.oneof(
  fc.record(
    {
      from: hundredths(0, 50),
      length: hundredths(0, 100),
      ramp: fc.integer({ min: 0, max: 40 }),
      tail: fc.integer({ min: 0, max: 40 }),
    },
    { requiredKeys: [] },
  ),
  fc.record({
    /** Days of the period and the share of the supplier's points that starts there. */
    daily: fc.array(fc.tuple(hundredths(0, 100), hundredths(5, 40)), { minLength: 1, maxLength: 6 }),
  }),
);

export type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const supplier = fc.record({
  weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
  /** Days of qualification after the period's first. */
  qualified: fc.constantFrom<number[]>(-40, -20, 0, 5, 20, 45),
  agents: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
  plan: fc.option(plan, { nil: undefined, freq: 3 }),
  behaviour: fc.option(behaviour, { nil: undefined }),
  size: fc.constantFrom('large' as const, 'other' as const),
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

export const ordinary = {
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
  agents: fc.array(fc.tuple(fc.constantFrom<number[]>(-40, -10, 3, 30), fc.constantFrom<number[]>(-40, -10, 3, 30)), {
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
};

export type Parts = { [K in keyof typeof ordinary]: (typeof ordinary)[K] extends fc.Arbitrary<infer T> ? T : never };

/** Jobs and messages take from minutes to days, so that they overtake each other. */
export const slow = fc.constantFrom<Distribution[]>(
  { fixed: '3 min' },
  { uniform: ['1 min', '5 h'] },
  { uniform: ['1 min', '20 h'] },
  {
    empirical: [
      ['2 min', 5],
      ['9 h', 2],
      ['30 h', 1],
    ],
  },
);
/** Jobs and messages take minutes, so that most of what is begun is done. */
export const quick = fc.constantFrom<Distribution[]>(
  { fixed: '3 min' },
  { uniform: ['1 min', '40 min'] },
  { exponential: '10 min' },
);
export const plenty = fc.record(
  {
    does: fc.record({ servers: fc.constantFrom(3, 400), service: fc.oneof(quick, quick, quick, slow) }),
    hours: fc.constantFrom('always', 'office', 'split'),
    delay: quick,
  },
  { requiredKeys: ['does', 'hours'] },
);

export const unhurried = fc.record(
  {
    does: fc.record({ servers: fc.constantFrom(40, 400), service: slow }),
    hours: fc.constantFrom('always', 'always', 'always', 'split'),
    delay: slow,
  },
  { requiredKeys: ['does', 'hours'] },
);
export const restless = fc.record({
  lead: fc.constantFrom<Distribution[]>({ uniform: ['2 d', '9 d'] }, { uniform: ['4 d', '12 d'] }, { fixed: '6 d' }),
  sending: fc.constantFrom('always', 'office'),
  read: fc.record({ smart: hundredths(50, 100), traditional: hundredths(50, 100), advanced: hundredths(50, 100) }),
  again: fc.record({ share: hundredths(40, 100), after: fc.integer({ min: 1, max: 5 }) }),
  retry: fc.record({ after: fc.integer({ min: 1, max: 2 }), attempts: fc.constant(6) }),
});
export const eager = fc.record({
  weights: fc.constant<[number, number, number]>([1, 1, 1]),
  qualified: fc.constant(-40),
  agents: fc.constant<number[]>([0]),
  plan: fc.constant(undefined),
  behaviour: fc.constant(undefined),
  size: fc.constantFrom('large' as const, 'other' as const),
});
/** Suppliers between which customers go to and fro: some migrate all that they have at once, some are not qualified yet. */
export const sought = fc.record({
  weights: fc.constant<[number, number, number]>([1, 1, 1]),
  qualified: fc.constantFrom<number[]>(-40, -40, -40, 25, 60),
  agents: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 2 }),
  plan: fc.constantFrom<(Plan | undefined)[]>(undefined, {
    daily: [
      [0.02, 0.4],
      [0.05, 0.4],
      [0.15, 0.4],
    ],
  }),
  behaviour: fc.constant(undefined),
  size: fc.constantFrom('large' as const, 'other' as const),
});

function stepsWithDeadlines(): [string, ...string[]] {
  return [...knownSteps()].filter(([, step]) => step.due).map(([ref]) => ref) as [string, ...string[]];
}

/** Two durations, the shorter first. */
function rising([a, b]: readonly [string, string]): [string, string] {
  const seconds = (text: string) => {
    const [n, unit] = text.split(' ');
    return Number(n) * { s: 1, min: 60, h: 3600, d: 86_400 }[unit as 's' | 'min' | 'h' | 'd'];
  };
  return seconds(a) <= seconds(b) ? [a, b] : [b, a];
}

/** Evenly drawn: doubles would be next to nothing more often than not. */
export function hundredths(min: number, max: number) {
  return fc.integer({ min, max }).map(n => n / 100);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
