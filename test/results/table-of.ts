import { type ResultColumn, type ResultTable, resultTable } from '../../src/results/index.ts';
import type { Column, Table } from '../../src/simulation/index.ts';

export type Cell = string | number | null;

/** A result table from rows written by hand, a cell for each column of the schema in its order. */
export function tableOf(name: string, rows: readonly (readonly Cell[])[]): Table {
  const schema = resultTable(name)!;
  return {
    name,
    length: rows.length,
    columns: schema.columns.map((column, c) =>
      columnOf(
        column,
        rows.map(row => row[c]!),
      ),
    ),
  };
}

/** Reads a table back into such rows. */
export function rowsOf(schema: ResultTable, columns: readonly Column[], length: number): Cell[][] {
  return Array.from({ length }, (_, i) =>
    schema.columns.map((_, c) => {
      const column = columns[c]!;
      if (column.kind === 'text') return column.words[column.codes[i]!] ?? null;
      return Number.isNaN(column.values[i]!) ? null : column.values[i]!;
    }),
  );
}

function columnOf({ name, type }: ResultColumn, cells: readonly Cell[]): Column {
  if (type !== 'TEXT') {
    const values = Float64Array.from(cells, cell => (cell === null ? Number.NaN : Number(cell)));
    return type === 'REAL' ? { name, kind: 'real', values } : { name, kind: 'integer', values };
  }
  const words = [...new Set(cells.filter(cell => cell !== null).map(String))];
  return { name, kind: 'text', words, codes: Int32Array.from(cells, cell => words.indexOf(String(cell))) };
}
