import type { Database, Statement } from 'better-sqlite3';
import type { Column, TextColumn } from '../simulation/index.ts';
import type { ArrangedTable } from './arrange.ts';

type Value = string | number | null;

// Values bound by one INSERT: enough rows to pay for the call, few enough to stay in the cache.
const valuesPerInsert = 600;

// Handing a text to SQLite costs more than all else about a cell. Where this many rows in succession share all their words,
// the words are handed over once and the rows join them by number: twice as fast on message_daily.
const rowsThatPay = 4;

/** Puts all rows of a table into the open database, in order; to be called within a transaction. */
export function insertRows(db: Database, table: ArrangedTable): void {
  const texts = table.columns.filter(c => c.kind === 'text');
  const { numbers, firstRows } = numberRuns(texts, table.length);
  if (texts.length >= 2 && firstRows.length * rowsThatPay <= table.length) insertByRuns(db, table, numbers, firstRows);
  else insertPlainly(db, table);
}

function insertPlainly(db: Database, { schema, length, columns }: ArrangedTable): void {
  const places = `(${columns.map(() => '?').join(',')})`;
  const prepare = (rows: number) =>
    db.prepare(`INSERT INTO ${schema.name} VALUES ${Array<string>(rows).fill(places).join(',')}`);
  bindInBulk(columns, length, prepare);
}

function insertByRuns(db: Database, table: ArrangedTable, numbers: Int32Array, firstRows: readonly number[]): void {
  const { schema, length, columns } = table;
  const texts = columns.filter(c => c.kind === 'text');
  db.exec(`CREATE TEMP TABLE shared_words (run INTEGER PRIMARY KEY, ${texts.map(c => c.name).join(', ')})`);
  const addWords = db.prepare(`INSERT INTO shared_words VALUES (?, ${texts.map(() => '?').join(', ')})`);
  for (const [run, row] of firstRows.entries())
    addWords.run(
      run,
      texts.map(({ codes, words }) => words[codes[row]!] ?? null),
    );

  const run: Column = { name: 'run', kind: 'integer', values: numbers };
  const bound = [run, ...columns.filter(c => c.kind !== 'text')];
  const source = columns.map(c => (c.kind === 'text' ? c.name : `column${bound.indexOf(c) + 1}`)).join(', ');
  const places = `(${bound.map(() => '?').join(',')})`;
  const prepare = (rows: number) =>
    db.prepare(
      `INSERT INTO ${schema.name} SELECT ${source} FROM (VALUES ${Array<string>(rows).fill(places).join(',')})
       CROSS JOIN shared_words ON run = column1`,
    );
  bindInBulk(bound, length, prepare);
  db.exec('DROP TABLE shared_words');
}

/** Numbers the runs of successive rows with the same words; `firstRows` holds the first row of each. */
function numberRuns(texts: readonly TextColumn[], length: number): { numbers: Int32Array; firstRows: number[] } {
  const begins = new Uint8Array(length);
  begins[0] = 1;
  for (const { codes } of texts) for (let i = 1; i < length; i++) if (codes[i] !== codes[i - 1]) begins[i] = 1;
  const numbers = new Int32Array(length);
  const firstRows: number[] = [];
  for (let i = 0; i < length; i++) {
    if (begins[i]) firstRows.push(i);
    numbers[i] = firstRows.length - 1;
  }
  return { numbers, firstRows };
}

/** Runs the statement that `prepare` makes for a number of rows until all rows are in. */
function bindInBulk(columns: readonly Column[], length: number, prepare: (rows: number) => Statement): void {
  const width = columns.length;
  const perInsert = Math.min(200, Math.floor(valuesPerInsert / width));
  const values = new Array<Value>(perInsert * width).fill(null);
  const whole = length - (length % perInsert);
  if (whole > 0) {
    const insert = prepare(perInsert);
    for (let start = 0; start < whole; start += perInsert) {
      for (let c = 0; c < width; c++) layColumn(values, c, width, columns[c]!, start, start + perInsert);
      insert.run(values);
    }
  }
  if (whole === length) return;
  for (let c = 0; c < width; c++) layColumn(values, c, width, columns[c]!, whole, length);
  prepare(length - whole).run(values.slice(0, (length - whole) * width));
}

/** Lays the values of rows `from` to `to` into a row-wise array, every `width`-th place from `place`. */
function layColumn(values: Value[], place: number, width: number, column: Column, from: number, to: number): void {
  let at = place;
  if (column.kind === 'text') {
    const { codes, words } = column;
    for (let i = from; i < to; i++, at += width) values[at] = codes[i]! < 0 ? null : words[codes[i]!]!;
  } else {
    const { values: numbers } = column;
    for (let i = from; i < to; i++, at += width) values[at] = Number.isNaN(numbers[i]!) ? null : numbers[i]!;
  }
}
