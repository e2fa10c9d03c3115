import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, KNOTS, QuantileTable, TableSet } from '../../src/random/index.ts';

const LAST_U = 2 ** 32 - 1;

/** Of every kind: of one value, of several, of a range, of even and of steep quantiles. */
const tables = [
  QuantileTable.fromRange(90, 90),
  QuantileTable.fromValues(Float64Array.of(5, 7, 60), Float64Array.of(1, 2, 1)),
  QuantileTable.fromRange(3, 700),
  compile({ exponential: '2 h' }, 1),
  compile({ lognormal: { median: '15 min', sigma: 0.8 } }, 1024),
  QuantileTable.fromQuantiles(Float64Array.from({ length: KNOTS }, (_, i) => (i < 500 ? i : i + 2 ** 29))),
];

test('TableSet.sample gives what each table gives by itself, for luck of either sign', () => {
  const { sample } = new TableSet(tables);
  const luck = fc.oneof(fc.integer({ min: 0, max: LAST_U }), fc.integer({ min: LAST_U - 2 ** 23, max: LAST_U }));
  fc.assert(
    fc.property(luck, u => {
      tables.forEach((table, i) => {
        expect([sample(i, u), sample(i, u | 0)]).toEqual([table.sample(u), table.sample(u)]);
      });
    }),
    { numRuns: 2000 },
  );
});
