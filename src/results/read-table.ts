import type { Database } from 'better-sqlite3';
import type { Column } from '../simulation/index.ts';
import type { ArrangedTable } from './arrange.ts';
import type { ResultColumn, ResultTable } from './result-table.ts';

/** Reads a whole table back into columns, rows in the order in which they were written. */
export function readTable(db: Database, schema: ResultTable): ArrangedTable {
  const length = db.prepare(`SELECT count(*) FROM ${schema.name}`).pluck().get() as number;
  return { schema, length, columns: schema.columns.map(column => readColumn(db, schema.name, column, length)) };
}

// Taken in blocks, which is several times faster than row by row and holds only one block in memory.
const blockRows = 10_000;

function* cells(db: Database, table: string, column: string): Generator<string | number | null> {
  const block = db.prepare(`SELECT ${column} FROM ${table} WHERE rowid > ? AND rowid <= ? ORDER BY rowid`).pluck();
  const last = (db.prepare(`SELECT max(rowid) FROM ${table}`).pluck().get() as number | null) ?? 0;
  for (let start = 0; start < last; start += blockRows)
    yield* block.all(start, start + blockRows) as (string | number | null)[];
}

function readColumn(db: Database, table: string, { name, type }: ResultColumn, length: number): Column {
  const values = cells(db, table, name);
  if (type === 'TEXT') return readWords(name, values as Iterable<string | null>, length);
  const numbers = new Float64Array(length);
  let row = 0;
  for (const value of values as Iterable<number | null>) numbers[row++] = value ?? Number.NaN;
  return { name, kind: type === 'REAL' ? 'real' : 'integer', values: numbers };
}

function readWords(name: string, values: Iterable<string | null>, length: number): Column {
  const codes = new Int32Array(length);
  const codeOf = new Map<string, number>();
  let row = 0;
  for (const word of values) {
    const code = word === null ? -1 : (codeOf.get(word) ?? codeOf.size);
    if (word !== null) codeOf.set(word, code);
    codes[row++] = code;
  }
  return { name, kind: 'text', codes, words: [...codeOf.keys()] };
}
