import type { Column } from '../../simulation/index.ts';
import type { ArrangedTable } from '../arrange.ts';

/** The rows of a table in groups, numbered in the order in which they first appear. */
export interface Grouping {
  /** The group of each row; −1 for a row left out. */
  readonly groupOf: Int32Array;
  /** The first row of each group. */
  readonly firstRows: readonly number[];
}

/** Groups rows that agree in all keys: numbers from 0, few enough that there is room for each combination of them. */
export function group(
  keys: readonly (Int32Array | Float64Array)[],
  length: number,
  include?: (row: number) => boolean,
): Grouping {
  const combined = new Int32Array(length);
  let combinations = 1;
  for (const key of keys) {
    let width = 1;
    for (let row = 0; row < length; row++) if (key[row]! >= width) width = key[row]! + 1;
    for (let row = 0; row < length; row++) combined[row] = combined[row]! * width + key[row]!;
    combinations *= width;
  }
  const groupOf = new Int32Array(length).fill(-1);
  const firstRows: number[] = [];
  /** By combination, from 1; 0 where there was none. */
  const known = new Int32Array(combinations);
  for (let row = 0; row < length; row++) {
    if (include && !include(row)) continue;
    const found = known[combined[row]!] || firstRows.push(row);
    known[combined[row]!] = found;
    groupOf[row] = found - 1;
  }
  return { groupOf, firstRows };
}

/** Sums by group. */
export function sums({ groupOf, firstRows }: Grouping, values: ArrayLike<number>): Float64Array {
  const found = new Float64Array(firstRows.length);
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row]! >= 0) found[groupOf[row]!]! += values[row]!;
  return found;
}

/** The largest by group; NaN where no row has a value. */
export function maxima({ groupOf, firstRows }: Grouping, values: ArrayLike<number>): Float64Array {
  const found = new Float64Array(firstRows.length).fill(Number.NaN);
  for (let row = 0; row < groupOf.length; row++) {
    const g = groupOf[row]!;
    if (g >= 0 && !(values[row]! <= found[g]!) && !Number.isNaN(values[row]!)) found[g] = values[row]!;
  }
  return found;
}

/** Means by group over the rows that have a value; NaN where none has. */
export function means({ groupOf, firstRows }: Grouping, values: ArrayLike<number>): Float64Array {
  const found = new Float64Array(firstRows.length);
  const counts = new Int32Array(firstRows.length);
  for (let row = 0; row < groupOf.length; row++) {
    const g = groupOf[row]!;
    if (g < 0 || Number.isNaN(values[row]!)) continue;
    found[g]! += values[row]!;
    counts[g]!++;
  }
  return found.map((sum, g) => sum / counts[g]!);
}

/** What a table's column holds by row: its numbers, or the codes of its words. */
export function valuesOf(table: ArrangedTable, name: string): Int32Array | Float64Array {
  const column = columnOf(table, name);
  const values = column.kind === 'text' ? column.codes : column.values;
  return column.places ? values.map((_, row) => values[column.places![row]!]!) : values;
}

/** The words of a column, by code. */
export function wordsOf(table: ArrangedTable, name: string): readonly string[] {
  const column = columnOf(table, name);
  if (column.kind !== 'text') throw new Error(`${table.schema.name}.${name} holds no words`);
  return column.words;
}

/** Some rows of a column, as a column. */
export function taken(table: ArrangedTable, name: string, rows: readonly number[]): Column {
  const column = columnOf(table, name);
  const values = valuesOf(table, name);
  if (column.kind === 'text')
    return { name, kind: 'text', codes: Int32Array.from(rows, r => values[r]!), words: column.words };
  return { name, kind: column.kind, values: Float64Array.from(rows, r => values[r]!) };
}

function columnOf(table: ArrangedTable, name: string): Column {
  return table.columns[table.schema.columns.findIndex(column => column.name === name)]!;
}
