/**
 * A result table as columns: what a simulation hands over and what the results room stores.
 * Rows are in the table's stated order already; the same run gives the same rows in the same order.
 */
export interface Table {
  /** Name in `results.sqlite`, e.g. `message_daily`. */
  readonly name: string;
  /** Number of rows; every column is at least this long. */
  readonly length: number;
  readonly columns: readonly Column[];
}

export type Column = IntegerColumn | RealColumn | TextColumn;

interface Placed {
  readonly name: string;
  /**
   * Where a column has few different values for very many rows: row i holds what stands at place `places[i]`. Columns
   * may share their places, so that a row costs one number rather than one for each column. Left out: at place i.
   */
  readonly places?: Int32Array;
}

/** Whole numbers; NaN stands for "no value" (NULL). */
export interface IntegerColumn extends Placed {
  readonly kind: 'integer';
  readonly values: Int32Array | Float64Array;
}

/** Real numbers; NaN stands for "no value" (NULL). */
export interface RealColumn extends Placed {
  readonly kind: 'real';
  readonly values: Float64Array;
}

/** Words by number: a place holds `words[codes[place]]`; −1 stands for "no value" (NULL). */
export interface TextColumn extends Placed {
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

/** What one row of a column holds; null for "no value". */
export function cellOf(column: Column, row: number): string | number | null {
  const place = column.places ? column.places[row]! : row;
  if (column.kind === 'text') return column.words[column.codes[place]!] ?? null;
  const value = column.values[place]!;
  return Number.isNaN(value) ? null : value;
}
