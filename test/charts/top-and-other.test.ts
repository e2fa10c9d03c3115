import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topAndOther, total } from '../../src/charts/top-and-other.ts';

const rows = [
  { date: '1', name: 'a', amount: 1 },
  { date: '1', name: 'b', amount: 5 },
  { date: '1', name: 'c', amount: 2 },
  { date: '2', name: 'a', amount: 3 },
  { date: '2', name: 'c', amount: 1 },
];

test('the largest keep their own series and the rest are summed day by day', () => {
  expect(topAndOther(rows, 1, 'other', total)).toEqual({
    names: ['b', 'other'],
    rows: [
      { date: '1', name: 'b', amount: 5 },
      { date: '1', name: 'other', amount: 3 },
      { date: '2', name: 'other', amount: 4 },
    ],
  });
});

test('there is no "other" where all have their own, and what never had an amount has no series', () => {
  const { names } = topAndOther([...rows, { date: '1', name: 'd', amount: 0 }], 3, 'other', total);
  expect(names).toEqual(['b', 'a', 'c']);
});

test('nothing is lost: the sum of each day stays the same', () => {
  const row = fc.record({
    date: fc.constantFrom('1', '2', '3'),
    name: fc.constantFrom(...'abcdef'),
    amount: fc.nat(99),
  });
  const sums = (list: readonly { date: string; amount: number }[]) =>
    ['1', '2', '3'].map(date => total(list.filter(each => each.date === date).map(each => each.amount)));
  fc.assert(
    fc.property(fc.array(row), fc.integer({ min: 1, max: 4 }), (list, count) => {
      expect(sums(topAndOther(list, count, 'other', total).rows)).toEqual(sums(list));
    }),
  );
});
