import { expect, test } from 'vitest';
import { cellOf } from '../../src/simulation/index.ts';
import { Rows } from '../../src/simulation/tables/rows.ts';

/** The rows of a table with a column of each kind. */
function kept(cells: readonly (readonly [number | null, number | null, string | null])[]) {
  const rows = new Rows('some', { whole: 'integer', real: 'real', word: 'text' });
  for (const row of cells) rows.add(...row);
  const table = rows.table();
  const found = Array.from({ length: table.length }, (_, row) => table.columns.map(column => cellOf(column, row)));
  return { table, found };
}

const many = Array.from({ length: 3000 }, (_, i) => [i - 1500, i / 7, i % 3 === 0 ? null : `w${i % 5}`] as const);

test('rows are kept as they are added, however many', () => {
  const { table, found } = kept(many);
  expect(found).toEqual(many);
  expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
    ['whole', 'integer'],
    ['real', 'real'],
    ['word', 'text'],
  ]);
});

test('whole numbers take four bytes each, and nothing is left over', () => {
  const [whole] = kept(many).table.columns;
  expect(whole!.kind !== 'text' && whole!.values.buffer.byteLength).toBe(4 * many.length);
});

test.each([
  ['missing', null],
  ['larger than an Int32', 2 ** 31],
])('whole numbers of which one is %s are kept none the less', (_, odd) => {
  const cells = many.map(([whole, ...rest], i) => [i === 2000 ? odd : whole, ...rest] as const);
  expect(kept(cells).found).toEqual(cells);
});

test('a table may have no rows', () => {
  expect(kept([]).found).toEqual([]);
});
