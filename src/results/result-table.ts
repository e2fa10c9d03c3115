/** How a value is stored: SQLite's STRICT types. */
export type ColumnType = 'INTEGER' | 'REAL' | 'TEXT';

export interface ResultColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Whether the column may hold NULL ("no value"). */
  readonly nullable: boolean;
  /** What the value means, with its unit. */
  readonly meaning: string;
}

export interface ResultTable {
  readonly name: string;
  /** What one row is. */
  readonly row: string;
  readonly columns: readonly ResultColumn[];
  /**
   * Columns by which the rows are ordered, each ascending: dates and times by time, numbers by value, steps and works by their
   * place in the catalogue, other words as the simulation lists them. The digest takes rows in the order in which they stand.
   * None: as they first appear in the table that is summed up.
   */
  readonly order: readonly string[];
  /** Columns that tell one row from every other: a unique index, but for a `bulk` table. Empty: rows may be alike in all. */
  readonly key: readonly string[];
  /**
   * Whether the table is long, or sums up one that is. Then it has no index: to make one takes longer than to write the table,
   * and to read a hundred thousand rows takes some hundredths of a second.
   */
  readonly bulk?: boolean;
  /** For a table that the first layout did not have: where it has no rows it is left out of the digest. */
  readonly since?: number;
  /** Further indexes, made after the rows are in. */
  readonly indexes: readonly (readonly string[])[];
}
