import fc from 'fast-check';
import { formatDate } from '../../src/time/index.ts';
import { distribution, hours, hundredths, lead, share } from './random-parts.ts';

// The sections of the rest of the market, at rates that no real market has: see random-market.ts.

const weight = fc.integer({ min: 0, max: 9 });
const perYear = fc.constantFrom<number[]>(0, 0.7, 2, 2);
const meters = <T>(each: fc.Arbitrary<T>) => fc.record({ smart: each, traditional: each, advanced: each });
const segments = <T>(each: fc.Arbitrary<T>) => fc.record({ Smart: each, Advanced: each, Unmetered: each });
const atLeastOne = meters(weight).map(w => (w.smart + w.traditional + w.advanced > 0 ? w : { ...w, smart: 1 }));

const switching = fc.record({
  rates: segments(perYear),
  months: fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 })
    .map(list => (list.some(n => n > 0) ? list : list.map(() => 1))),
  directions: fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 1, max: 9 }))),
  hours,
  notice: lead,
  objection: segments(fc.record({ within: fc.integer({ min: 1, max: 5 }), share: hundredths(0, 40) })),
  withdrawn: hundredths(0, 40),
  migrate: fc.record({ Smart: share, Advanced: share, Unmetered: share }),
  /** Days after the period's first. */
  migrateFrom: fc.option(fc.integer({ min: 0, max: 39 }), { nil: undefined }),
  reads: meters(share),
  disputed: share,
  missingMoa: share,
  enrolled: share,
  exceptions: fc.record({
    legacy: fc.integer({ min: 1, max: 12 }),
    enrolled: fc.integer({ min: 1, max: 12 }),
    mhhs: fc.integer({ min: 1, max: 12 }),
  }),
});

const works = fc.record({
  rates: fc.record({ exchange: meters(perYear), energisation: meters(perYear), investigation: meters(perYear) }),
  becomes: meters(atLeastOne),
  hours,
  visit: distribution,
  clocks: fc.boolean(),
});

const connections = fc.record({ rate: hundredths(0, 100), meters: atLeastOne, hours, notice: lead });

const links = fc
  .record({
    share: hundredths(0, 28),
    own: fc.option(hundredths(0, 28), { nil: undefined }),
    secondaries: fc.tuple(weight, weight, weight),
    pairs: hundredths(0, 20),
    changes: perYear,
  })
  .map(({ share, own, secondaries: [one, two, three], pairs, changes }) => ({
    related: {
      share,
      ...(own === undefined ? {} : { areas: { _A: own } }),
      secondaries: one + two + three > 0 ? { 1: one, 2: two, 3: three } : { 1: 1 },
    },
    pairs: { share: pairs },
    changes,
  }));

const chasing = fc.record({
  mtds: fc.integer({ min: 1, max: 5 }),
  appointments: fc.integer({ min: 1, max: 10 }),
});

const every = { switching, works, connections, links, chasing };

/** Any of the sections, or none. */
export const sections = fc.record(every, { requiredKeys: [] });

/** All of them, with customers who switch in days and are seldom objected to. */
export const allSections = fc.record({
  ...every,
  switching: fc
    .record({ ordinary: switching, soon: fc.integer({ min: 2, max: 8 }), within: fc.integer({ min: 1, max: 2 }) })
    .map(({ ordinary, soon, within }) => {
      const seldom = { within, share: 0.1 };
      return {
        ...ordinary,
        rates: { Smart: 2, Advanced: 2, Unmetered: 2 },
        months: ordinary.months.map(() => 1),
        notice: { uniform: ['1 d', `${soon} d`] as [string, string] },
        objection: { Smart: seldom, Advanced: seldom, Unmetered: seldom },
        withdrawn: 0.1,
      };
    }),
});

export type Sections = typeof sections extends fc.Arbitrary<infer T> ? T : never;
type Size = 'large' | 'other';

/** The sections as a scenario says them. Nobody switches where there is only one supplier. */
export function sectionsIn(drawn: Sections, from: number, sizes: readonly Size[]): Record<string, unknown> {
  const { switching: drawnSwitching, ...others } = drawn;
  if (!drawnSwitching || sizes.length < 2) return others;
  const { directions, migrateFrom, migrate, ...rest } = drawnSwitching;
  const count = (size: Size) => sizes.filter(s => s === size).length;
  const possible = (a: Size, b: Size, w: number) => (count(b) - (a === b ? 1 : 0) > 0 && count(a) > 0 ? w : 0);
  const [ll, lo, ol, oo] = directions as [number, number, number, number];
  return {
    ...others,
    switching: {
      ...rest,
      directions: {
        large: { large: possible('large', 'large', ll), other: possible('large', 'other', lo) },
        other: { large: possible('other', 'large', ol), other: possible('other', 'other', oo) },
      },
      migrate: { ...migrate, ...(migrateFrom === undefined ? {} : { from: formatDate(from + migrateFrom) }) },
    },
  };
}
