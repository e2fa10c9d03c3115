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

/** Whole numbers. */
export interface IntegerColumn {
  readonly name: string;
  readonly kind: 'integer';
  readonly values: Int32Array | Float64Array;
}

/** Real numbers; NaN stands for "no value" (NULL). */
export interface RealColumn {
  readonly name: string;
  readonly kind: 'real';
  readonly values: Float64Array;
}

/** Words by number: row i holds `words[codes[i]]`; −1 stands for "no value" (NULL). */
export interface TextColumn {
  readonly name: string;
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly words: readonly string[];
}
