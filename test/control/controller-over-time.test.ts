import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counts, every, spec, sum } from './control-spec.ts';

describe('Controller over time', { timeout: 60_000 }, () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5000 })), {
    minLength: 2,
    maxLength: 20,
    size: 'max',
  });

  test('small groups are at the same share of their points as the rest on every day, to within a point and a half', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 5, max: 120 }), (list, days) => {
        const total = sum(list);
        const plan = every(0, days).map(([d]): [number, number] => [
          d,
          Math.round((total * (d + 1)) / days) - Math.round((total * d) / days),
        ]);
        const control = spec(
          list.map(count => ({ supplier: 0, count })),
          [plan],
          { weekends: true },
        );
        const taken = list.map(() => 0);
        counts(control, days).forEach((today, d) => {
          today.forEach((n, g) => {
            taken[g]! += n;
          });
          list.forEach((count, g) => {
            const share = (count * sum(taken)) / total;
            // Small ones may round alike; the large ones make up for them.
            const slack = count < 10 ? 1.5 : list.length;
            expect(Math.abs(taken[g]! - share), `group ${g} of ${count} on day ${d}`).toBeLessThanOrEqual(slack);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('where the area holds them back, small groups are not done long before or after the rest: past three fifths of the time', () => {
    const small = fc.array(fc.integer({ min: 3, max: 20 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(small, fc.integer({ min: 1000, max: 5000 }), fc.integer({ min: 10, max: 60 }), (few, many, most) => {
        const list = [...few.slice(1), many, few[0]!];
        const total = sum(list);
        const control = spec(
          list.map(count => ({ supplier: 0, count })),
          [every(Math.ceil(total / 50), 50)],
          { weekends: true, areas: [most] },
        );
        const days = Math.ceil(total / most);
        const by = counts(control, days + 60);
        list.forEach((_, g) => {
          const last = by.findLastIndex(today => today[g]! > 0);
          expect(last, `group ${g} of ${list}`).toBeGreaterThan(0.6 * days);
        });
      }),
      { numRuns: 60 },
    );
  });
});
