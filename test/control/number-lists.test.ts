import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NumberLists, sortNumbers } from '../../src/control/index.ts';
import { NumberSet } from '../../src/control/number-set.ts';

const LISTS = 4;
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const list = fc.integer({ min: 0, max: LISTS - 1 });
const acts = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ act: fc.constant('push' as const), list, numbers: fc.array(int32, { maxLength: 90 }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ act: fc.constant('shift' as const), list, count: fc.integer({ min: 1, max: 70 }) }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('take' as const), list }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('anew' as const) }) },
  ),
  { maxLength: 60, size: 'max' },
);

describe('NumberLists', () => {
  test('are lists, whatever is put on them and taken off, and however often they are saved', () => {
    fc.assert(
      fc.property(acts, all => {
        let lists = new NumberLists(LISTS);
        const model: number[][] = Array.from({ length: LISTS }, () => []);
        for (const a of all) {
          if (a.act === 'push') {
            for (const n of a.numbers) lists.push(a.list, n);
            model[a.list]!.push(...a.numbers);
          } else if (a.act === 'shift') {
            for (let k = 0; k < a.count && model[a.list]!.length > 0; k++) {
              expect(lists.shift(a.list)).toBe(model[a.list]!.shift());
            }
          } else if (a.act === 'take') {
            expect([...lists.take(a.list)]).toEqual(model[a.list]!.splice(0));
          } else {
            const anew = new NumberLists(LISTS);
            anew.push(1, 7);
            anew.restore(lists.save());
            lists = anew;
          }
          expect(model.map((_, k) => lists.size(k))).toEqual(model.map(m => m.length));
        }
        for (const [k, m] of model.entries()) expect([...lists.take(k)]).toEqual(m);
      }),
      { numRuns: 300 },
    );
  });

  test('hold many: chunks that have been read are used again', () => {
    const lists = new NumberLists(2);
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 100_000; n++) lists.push(n & 1, n);
      expect(lists.take(0)).toEqual(Int32Array.from({ length: 50_000 }, (_, i) => 2 * i));
      for (let n = 1; n < 100_000; n += 2) expect(lists.shift(1)).toBe(n);
    }
    expect(lists.save()).toEqual({ sizes: Int32Array.of(0, 0), numbers: new Int32Array(0) });
  });

  test('take less memory when most of them has been read', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const [days, numbers] = [100, 2_000_000];
    const taken = () => {
      collect();
      return process.memoryUsage().arrayBuffers / 2 ** 20;
    };
    const lists = new NumberLists(days);
    const before = taken();
    for (let n = 0; n < numbers; n++) lists.push((n * 37) % days, n);
    expect(taken() - before).toBeGreaterThan(7);
    for (let day = 0; day < days - 10; day++) expect(lists.take(day).length).toBe(numbers / days);
    expect(taken() - before).toBeLessThan(2);
    for (let day = days - 10; day < days; day++) {
      const own = Array.from(lists.take(day));
      expect(own.length).toBe(numbers / days);
      expect(own.every((n, i) => (n * 37) % days === day && (i === 0 || n > own[i - 1]!))).toBe(true);
    }
  });

  test('are not taken up where they are more or fewer', () => {
    expect(() => new NumberLists(2).restore(new NumberLists(3).save())).toThrow(
      'the lists that were saved are 3, not 2',
    );
  });
});

describe('sortNumbers', () => {
  test('puts whole numbers from 0 on in their order, in place', () => {
    const sizes = fc.oneof(fc.constant(63), fc.constant(64), fc.integer({ min: 0, max: 400 }));
    const arrays = fc
      .tuple(sizes, fc.constantFrom(1, 255, 256, 65_535, 2 ** 24 - 1, 2 ** 31 - 1))
      .chain(([n, max]) => fc.array(fc.integer({ min: 0, max }), { minLength: n, maxLength: n, size: 'max' }));
    fc.assert(
      fc.property(arrays, numbers => {
        const array = Int32Array.from(numbers);
        expect(sortNumbers(array)).toBe(array);
        expect([...array]).toEqual(numbers.sort((a, b) => a - b));
      }),
    );
  });
});

describe('NumberSet', () => {
  test('is a set, whatever is added and taken away, and however often it is saved', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 100_000 }));
    const steps = fc.array(fc.tuple(fc.constantFrom('add' as const, 'delete' as const, 'anew' as const), value));
    fc.assert(
      fc.property(steps, all => {
        let set = new NumberSet();
        const model = new Set<number>();
        for (const [act, n] of all) {
          if (act === 'anew') {
            const anew = new NumberSet();
            anew.add(3);
            anew.restore(set.save());
            set = anew;
          } else {
            set[act](n);
            model[act](n);
          }
          for (const [, other] of all) expect(set.has(other)).toBe(model.has(other));
        }
      }),
    );
  });
});
