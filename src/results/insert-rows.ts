import type { Database } from 'better-sqlite3';
import { type Column, cellOf, type TextColumn } from '../simulation/index.ts';
import type { ArrangedTable } from './arrange.ts';
import type { ResultTable } from './result-table.ts';
import { SharedCells } from './shared-cells.ts';

type Value = string | number | null;

// The most rows of one INSERT: half or twice as many take as long.
const MOST_ROWS = 256;

// Where so many rows in succession have the same word, they are worth an INSERT of their own; eight are not (deadline_daily
// by step).
const ROWS_THAT_PAY = 16;

/**
 * Puts the rows of a result table into the open database, in order and in one part or several; to be called within a
 * transaction. SQLite checks them against the schema: throws where a value is missing that must be there, or is not a whole
 * number where the schema has those.
 *
 * To hand over a number costs 0.07 µs, a word more, so what rows share is handed over once: the cells of columns that share
 * their places (`SharedCells`), and the words of the first columns, such as the date, for each run of rows that have the same.
 * `message_daily` is left with two values a row out of seven, and takes 0.5 µs a row instead of 1.6.
 */
export class RowInserter {
  private readonly db: Database;
  private readonly schema: ResultTable;
  /** By the names of the columns that share their places. */
  private readonly shared = new Map<string, SharedCells>();

  constructor(db: Database, schema: ResultTable) {
    this.db = db;
    this.schema = schema;
  }

  /** Adds the next rows. Where columns share their places, these hold what they held in earlier parts. */
  add({ columns, length }: ArrangedTable): void {
    if (length === 0) return;
    const { db, schema } = this;
    const together = columnsTogether(columns);
    const shared = together.map(group => this.share(group, length));
    const apart = columns.filter(column => !together.some(group => group.includes(column)));
    const { steady, begins } = steadyWords(apart, length);
    const each = apart.slice(steady.length);
    const width = shared.length + each.length;

    const source = columns.map(column => {
      if (!apart.includes(column)) return column.name;
      const at = each.indexOf(column);
      return at < 0 ? '?' : `column${shared.length + at + 1}`;
    });
    const row = `(${Array<string>(width).fill('?').join(', ')})`;
    const joins = shared.map(({ name }, i) => ` CROSS JOIN ${name} ON ${name}.place = column${i + 1}`).join('');
    const insertOf = (rows: number) => {
      const given = Array<string>(rows).fill(row).join(', ');
      const sql = `INSERT INTO ${schema.name} SELECT ${source.join(', ')} FROM (VALUES ${given})${joins}`;
      return { statement: db.prepare(sql), values: new Array<Value>(steady.length + rows * width).fill(null) };
    };
    // One statement for each power of two, with an array to be filled again and again: a run of any length takes a few.
    const inserts = new Map<number, ReturnType<typeof insertOf>>();
    for (let from = 0, end = 0; from < length; ) {
      if (from === end) end = endOfRun(begins, from);
      const rows = Math.min(MOST_ROWS, 2 ** (31 - Math.clz32(end - from)));
      if (!inserts.has(rows)) inserts.set(rows, insertOf(rows));
      const { statement, values } = inserts.get(rows)!;
      let at = 0;
      for (const column of steady) values[at++] = cellOf(column, from);
      for (const [{ places }] of together) layNumbers(values, at++, width, places!, from, from + rows);
      for (const column of each) lay(values, at++, width, column, from, from + rows);
      // As arguments: better-sqlite3 takes them out of an array one by one, a seventh slower.
      statement.run(...values);
      from += rows;
    }
  }

  /** All rows are there. */
  end(): void {
    for (const cells of this.shared.values()) cells.drop();
    this.shared.clear();
  }

  private share(columns: Together, length: number): SharedCells {
    const names = columns.map(({ name }) => name);
    const known = this.shared.get(names.join());
    const cells = known ?? new SharedCells(this.db, this.schema, names);
    this.shared.set(names.join(), cells);
    cells.add(columns, length);
    return cells;
  }
}

/** Columns that share their places, in the order of the schema. */
type Together = readonly [Column, ...Column[]];

/** The columns that share their places with others, those of the same places together. */
function columnsTogether(columns: readonly Column[]): Together[] {
  const placed = columns.filter(column => column.places);
  return [...Map.groupBy(placed, column => column.places!).values()].filter(
    (group): group is [Column, Column] => group.length > 1,
  );
}

/** The first columns, but not all, as far as they hold words that long runs of rows have in common; 1 where a run begins. */
function steadyWords(columns: readonly Column[], length: number): { steady: Column[]; begins: Uint8Array } {
  const steady: Column[] = [];
  let begins = new Uint8Array(length);
  begins[0] = 1;
  for (const column of columns.slice(0, -1)) {
    if (column.kind !== 'text') break;
    const finer = begins.slice();
    let runs = 0;
    for (let row = 0; row < length; row++) {
      if (row > 0 && codeAt(column, row) !== codeAt(column, row - 1)) finer[row] = 1;
      runs += finer[row]!;
    }
    if (runs * ROWS_THAT_PAY > length) break;
    steady.push(column);
    begins = finer;
  }
  return { steady, begins };
}

/** The row behind the run that begins at a row. */
function endOfRun(begins: Uint8Array, row: number): number {
  const next = begins.indexOf(1, row + 1);
  return next < 0 ? begins.length : next;
}

function codeAt({ codes, places }: TextColumn, row: number): number {
  return codes[places ? places[row]! : row]!;
}

/** Lays the values of rows `from` to `to` into a row-wise array, every `width`-th place from `at`. */
function lay(values: Value[], at: number, width: number, column: Column, from: number, to: number): void {
  if (column.kind !== 'text' && !column.places) layNumbers(values, at, width, column.values, from, to);
  else for (let row = from; row < to; row++, at += width) values[at] = cellOf(column, row);
}

function layNumbers(values: Value[], at: number, width: number, numbers: ArrayLike<number>, from: number, to: number) {
  // NaN needs no care: SQLite takes it for NULL.
  for (let row = from; row < to; row++, at += width) values[at] = numbers[row]!;
}
