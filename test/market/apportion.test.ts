import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion, crossTable } from '../../src/market/apportion.ts';

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/** Weights as scenarios give them: percents, populations, fractions; some of them nought, not all. */
const weights = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 }), fc.double({ min: 1e-3, max: 1e7, noNaN: true })), {
    minLength: 1,
    maxLength: 30,
  })
  .filter(list => sum(list) > 0);
const total = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 31_000_000 }));

describe('apportion', () => {
  test.each<[number, number[], number[]]>([
    [10, [1, 1], [5, 5]],
    // 0.6, 1.2 and 4.2 of 6: the largest remainder is the first one's.
    [6, [1, 2, 7], [1, 1, 4]],
    // Equal remainders go to the earlier.
    [2, [1, 1, 1], [1, 1, 0]],
    [5, [0, 3, 0], [0, 5, 0]],
    [0, [1, 2], [0, 0]],
    [0, [0, 0], [0, 0]],
    [0, [], []],
    [30_000_000, [72, 25.5, 2.5], [21_600_000, 7_650_000, 750_000]],
  ])('%i over %j gives %j', (n, given, parts) => expect(apportion(n, given)).toEqual(parts));

  test('says so when there is something to share and nobody to have it', () => {
    expect(() => apportion(3, [0, 0])).toThrow('3 cannot be shared out over weights that are all zero');
  });

  test('adds up exactly, each part a whole number less than one from its quota, none for a weight of nought', () => {
    fc.assert(
      fc.property(total, weights, (n, given) => {
        const parts = apportion(n, given);
        expect(sum(parts)).toBe(n);
        parts.forEach((part, i) => {
          const quota = (n * given[i]!) / sum(given);
          expect(Number.isInteger(part) && part >= 0).toBe(true);
          expect(Math.abs(part - quota)).toBeLessThan(1 + 1e-6);
          if (given[i] === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  test('a larger weight never gets less', () => {
    fc.assert(
      fc.property(total, weights, (n, given) => {
        const parts = apportion(n, given);
        for (const [i, w] of given.entries()) {
          for (const [j, v] of given.entries()) if (w > v) expect(parts[i]! >= parts[j]!).toBe(true);
        }
      }),
    );
  });
});

describe('crossTable', () => {
  test('by hand: rows of 3 and 7 over columns of 5 and 5', () => {
    // The first row's quotas are 1.5 and 1.5; what is left of the columns is the second row.
    expect(crossTable([3, 7], [5, 5])).toEqual([
      [2, 1],
      [3, 4],
    ]);
  });

  test('its rows and columns add up exactly, and no cell is negative', () => {
    const margins = fc
      .tuple(total, weights, weights)
      .map(([n, rows, columns]) => ({ rows: apportion(n, rows), columns: apportion(n, columns) }));
    fc.assert(
      fc.property(margins, ({ rows, columns }) => {
        const table = crossTable(rows, columns);
        expect(table.map(sum)).toEqual(rows);
        expect(columns.map((_, j) => sum(table.map(row => row[j]!)))).toEqual(columns);
        for (const cell of table.flat()) expect(Number.isInteger(cell) && cell >= 0).toBe(true);
      }),
    );
  });

  test('its cells are in proportion to row and column, to within one for each row above', () => {
    const margins = fc
      .tuple(
        fc.integer({ min: 1000, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        weights,
      )
      .map(([n, rows, columns]) => ({ n, rows: apportion(n, rows), columns: apportion(n, columns) }));
    fc.assert(
      fc.property(margins, ({ n, rows, columns }) => {
        crossTable(rows, columns).forEach((row, i) => {
          row.forEach((cell, j) => {
            expect(Math.abs(cell - (rows[i]! * columns[j]!) / n)).toBeLessThan(i + 1 + 1e-6);
          });
        });
      }),
    );
  });
});
