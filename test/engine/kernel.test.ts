import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runShop, type Shop } from './repair-shop.ts';

const DAY = 86_400;
const HOUR = 3600;
const MINUTE = 60;

/** Both cores, and windows that divide a day evenly; 40 minutes do not divide a day of 23 hours. */
const WAYS = [
  ['ordered', DAY],
  ['ordered', MINUTE],
  ['folded', DAY],
  ['folded', HOUR],
  ['folded', MINUTE],
  ['folded', 40 * MINUTE],
] as const;

const span = (least: number, most: number) =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
    .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));

const workSpec = fc.record({
  servers: fc.integer({ min: 1, max: 10 }),
  service: fc.oneof(span(0, 3), span(0, 300), span(0, 30_000)),
  stretch: fc.constantFrom(1, 1, 1.7),
  hours: fc.constantFrom('always', 'Mon-Fri 09:00-17:00', 'Mon-Sun 20:00-03:00'),
});

/** Five days with a day of 25 hours, one of 23, a bank holiday, or nothing particular among them. */
const shop = (newParts: boolean): fc.Arbitrary<Shop> =>
  fc.record({
    first: fc.constantFrom('2026-10-23', '2026-03-27', '2026-04-30', '2026-06-08'),
    days: fc.constant(5),
    things: fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 3 }),
        // On a shorter day the last of them come on the next.
        second: fc.oneof(fc.constantFrom(0, 36_000, 82_799, 86_400), fc.integer({ min: 0, max: 89_999 })),
      }),
      { minLength: 1, maxLength: 40, size: 'max' },
    ),
    shops: fc.integer({ min: 1, max: 3 }),
    workshops: fc.integer({ min: 1, max: 3 }),
    depots: fc.integer({ min: 1, max: 3 }),
    post: fc.oneof(span(0, 90), span(60, 20_000)),
    courier: span(60, 4000),
    work: fc.record({ inspection: workSpec, picking: workSpec, repair: workSpec }),
    fails: fc.constantFrom(0, 0.3, 1),
    tries: fc.integer({ min: 1, max: 4 }),
    newParts: fc.constant(newParts),
    // With a circle of work, a moment apart must be a minute away, as all else is.
    collectedAfter: newParts ? span(60, 100_000) : fc.oneof(span(0, 10), span(0, 100_000)),
    quoteWithin: fc.integer({ min: 60, max: 2 * DAY }),
    pickWithin: fc.integer({ min: 60, max: DAY }),
    traced: fc.constantFrom([], [0], [0, 1, 5]),
    seed: fc.string({ maxLength: 3 }),
  });

function expectSame(given: Shop): void {
  const [[core, window], ...others] = WAYS;
  const oracle = runShop(given, core, window);
  for (const [core, window] of others) expect(runShop(given, core, window), `${core}, ${window} s`).toEqual(oracle);
}

describe('the kernel gives one result', { timeout: 60_000 }, () => {
  test('event by event or folded, in windows of a day, an hour, 40 minutes or one: random shops, clock changes included', () => {
    fc.assert(fc.property(shop(false), expectSame), { numRuns: 25 });
  });

  test('so it does where the kinds of work go in a circle: the folded core then takes a minute at a time', () => {
    fc.assert(
      fc.property(shop(true), given => {
        expectSame(given);
        expect(runShop(given, 'folded', DAY).levels.circle).toEqual([
          'parts asked',
          'picking',
          'parts in',
          'ready',
          'quoted',
          'repair',
        ]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a day on which the clocks change', () => {
  const quick = { servers: 3, service: [0, 600] as [number, number], stretch: 1, hours: 'always' };
  const busy = (first: string, newParts: boolean): Shop => ({
    first,
    days: 4,
    // One every minute, from an hour before the shortest day ends until the end of the longest.
    things: Array.from({ length: 180 }, (_, i) => ({ day: 1, second: 79_200 + i * MINUTE })),
    shops: 2,
    workshops: 2,
    depots: 2,
    post: [60, 120],
    courier: [60, 120],
    work: { inspection: quick, picking: quick, repair: quick },
    fails: 0.5,
    tries: 3,
    newParts,
    collectedAfter: [60, 900],
    quoteWithin: HOUR,
    pickWithin: HOUR,
    traced: [3],
    seed: 'clocks',
  });

  test.each([
    ['25 hours', '2026-10-24'],
    ['23 hours', '2026-03-28'],
  ])('of %s ends when it ends, whatever the window', (_, first) => expectSame(busy(first, false)));

  test.each([
    ['25 hours', '2026-10-24'],
    ['23 hours', '2026-03-28'],
  ])('of %s is taken a minute at a time to its end where work goes in a circle', (_, first) =>
    expectSame(busy(first, true)),
  );
});
