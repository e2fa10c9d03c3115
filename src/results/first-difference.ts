import { type Column, cellOf } from '../simulation/index.ts';
import { openReadOnly } from './open-database.ts';
import { readTable } from './read-table.ts';
import { resultTables } from './schema.ts';

export type Cell = string | number | null;
type NamedRow = Readonly<Record<string, Cell>>;

/** The first place, in the order of the digest's tables and their rows, at which two runs differ. */
export interface Difference {
  readonly table: string;
  /** Row from 0. */
  readonly row: number;
  /** The row on either side; undefined where that side has no such row. */
  readonly left: NamedRow | undefined;
  readonly right: NamedRow | undefined;
  /** Columns whose values differ; none where one side has no such row. */
  readonly columns: readonly string[];
}

/** Compares two `results.sqlite`; undefined where every result table is the same. */
export function firstDifference(leftPath: string, rightPath: string): Difference | undefined {
  const left = openReadOnly(leftPath);
  try {
    const right = openReadOnly(rightPath);
    try {
      for (const schema of resultTables) {
        const difference = differenceOfTables(readTable(left, schema), readTable(right, schema));
        if (difference) return { table: schema.name, ...difference };
      }
      return undefined;
    } finally {
      right.close();
    }
  } finally {
    left.close();
  }
}

interface Side {
  readonly length: number;
  readonly columns: readonly Column[];
}

function differenceOfTables(left: Side, right: Side): Omit<Difference, 'table'> | undefined {
  const shared = Math.min(left.length, right.length);
  let row = shared;
  for (const [c, column] of left.columns.entries()) {
    const other = right.columns[c]!;
    for (let i = 0; i < row; i++) if (cellOf(column, i) !== cellOf(other, i)) row = i;
  }
  if (row === shared && left.length === right.length) return undefined;
  const differs = (c: number) => row < shared && cellOf(left.columns[c]!, row) !== cellOf(right.columns[c]!, row);
  return {
    row,
    left: rowOf(left, row),
    right: rowOf(right, row),
    columns: left.columns.filter((_, c) => differs(c)).map(column => column.name),
  };
}

function rowOf({ length, columns }: Side, row: number): NamedRow | undefined {
  return row < length ? Object.fromEntries(columns.map(column => [column.name, cellOf(column, row)])) : undefined;
}
