import { createHash, type Hash } from 'node:crypto';
import { endianness } from 'node:os';
import type { Column, IntegerColumn, RealColumn, Table, TextColumn } from '../simulation/index.ts';
import { type ArrangedTable, arrange, arrangeOne, arrangeTable } from './arrange.ts';
import { openReadOnly } from './open-database.ts';
import { readTable } from './read-table.ts';
import { resultTables } from './schema.ts';

/** The digest of a run and, for finding where two runs differ, of each of its tables; all SHA-256 in hexadecimal. */
export interface RunDigest {
  readonly digest: string;
  readonly tables: Readonly<Record<string, string>>;
}

// Values are brought into one byte form chunk by chunk: large enough to keep the hash busy, small enough for the cache.
const chunkRows = 1 << 15;
const chunk = new ArrayBuffer(chunkRows * 8);
const asInt32 = new Int32Array(chunk);
const asFloat64 = new Float64Array(chunk);
const bytes = Buffer.from(chunk);
const bigEndian = endianness() === 'BE';

/**
 * The digest over the contents of every result table but `run`.
 *
 * For each table in the schema's order, a SHA-256 over: its name, number of rows, column names and types as JSON and a line
 * feed; then each column's values in row order. INTEGER: 64 bits little-endian, NULL the smallest value there is. REAL: IEEE 754
 * little-endian, −0 as 0, NULL one quiet NaN. TEXT: for each row the number of its word, 32 bits little-endian, words
 * numbered by first appearance and NULL −1; then each word as UTF-8 after its length in bytes, so the order
 * of a dictionary is of no account. The run's digest is the SHA-256 over one line `name digest` for each table, but for those
 * that are newer than the first layout and empty.
 */
export function digestOfTables(tables: readonly Table[]): RunDigest {
  return digestOfArranged(arrange(tables));
}

/** As `digestOfTables`, for tables already in the schema's order. */
function digestOfArranged(tables: Iterable<ArrangedTable>): RunDigest {
  const digester = new Digester();
  for (const table of tables) digester.addArranged(table);
  return digester.digest();
}

/** The digest of a run whose tables come in any order, each as a whole; those that do not come are empty. */
export class Digester {
  private readonly tables = new Map<string, string>();

  add(table: Table): void {
    this.addArranged(arrangeOne(table));
  }

  addArranged(table: ArrangedTable): void {
    if (table.schema.since !== undefined && table.length === 0) return;
    this.tables.set(table.schema.name, digestOfTable(table));
  }

  digest(): RunDigest {
    const run = createHash('sha256');
    const digests: Record<string, string> = {};
    for (const schema of resultTables) {
      if (!this.tables.has(schema.name)) this.addArranged(arrangeTable(schema));
      const digest = this.tables.get(schema.name);
      if (digest === undefined) continue;
      digests[schema.name] = digest;
      run.update(`${schema.name} ${digest}\n`);
    }
    return { digest: run.digest('hex'), tables: digests };
  }
}

/** The same digest, computed from a `results.sqlite`. */
export function digestOfDatabase(path: string): RunDigest {
  const db = openReadOnly(path);
  try {
    return digestOfArranged(resultTables.values().map(schema => readTable(db, schema)));
  } finally {
    db.close();
  }
}

function digestOfTable({ schema, length, columns }: ArrangedTable): string {
  const hash = createHash('sha256');
  const head = [schema.name, length, schema.columns.map(c => [c.name, c.type])];
  hash.update(`${JSON.stringify(head)}\n`);
  for (const column of columns) hashColumn(hash, column, length);
  return hash.digest('hex');
}

function hashColumn(hash: Hash, column: Column, length: number): void {
  if (column.kind === 'integer') hashIntegers(hash, column, length);
  else if (column.kind === 'real') hashReals(hash, column, length);
  else hashText(hash, column, length);
}

function hashIntegers(hash: Hash, { values, places }: IntegerColumn, length: number): void {
  for (let start = 0; start < length; start += chunkRows) {
    const n = Math.min(chunkRows, length - start);
    for (let i = 0; i < n; i++) {
      const value = values[places ? places[start + i]! : start + i]!;
      const low = value | 0;
      asInt32[2 * i] = low;
      asInt32[2 * i + 1] = low === value ? low >> 31 : highWord(value);
    }
    update(hash, n * 8, 4);
  }
}

/** The upper half of a whole number that 32 bits do not hold; the lower half of NULL is 0. */
function highWord(value: number): number {
  return Number.isNaN(value) ? -0x80000000 : Math.floor(value / 0x100000000);
}

function hashReals(hash: Hash, { values, places }: RealColumn, length: number): void {
  const high = bigEndian ? 0 : 1;
  for (let start = 0; start < length; start += chunkRows) {
    const n = Math.min(chunkRows, length - start);
    for (let i = 0; i < n; i++) {
      const value = values[places ? places[start + i]! : start + i]!;
      asFloat64[i] = value + 0; // −0 + 0 is 0
      if (Number.isNaN(value)) {
        asInt32[2 * i + high] = 0x7ff80000;
        asInt32[2 * i + 1 - high] = 0;
      }
    }
    update(hash, n * 8, 8);
  }
}

function hashText(hash: Hash, { codes, words, places }: TextColumn, length: number): void {
  // By code, one further on so that none is a code like the others.
  const numberOfCode = new Int32Array(words.length + 1).fill(-2);
  numberOfCode[0] = -1;
  const numberOfWord = new Map<string, number>();
  for (let start = 0; start < length; start += chunkRows) {
    const n = Math.min(chunkRows, length - start);
    for (let i = 0; i < n; i++) {
      const code = codes[places ? places[start + i]! : start + i]!;
      let number = numberOfCode[code + 1]!;
      if (number === -2) {
        const word = words[code]!;
        number = numberOfWord.get(word) ?? numberOfWord.size;
        numberOfWord.set(word, number);
        numberOfCode[code + 1] = number;
      }
      asInt32[i] = number;
    }
    update(hash, n * 4, 4);
  }
  for (const word of numberOfWord.keys()) {
    const encoded = Buffer.from(word, 'utf8');
    const size = Buffer.alloc(4);
    size.writeUInt32LE(encoded.length);
    hash.update(size).update(encoded);
  }
}

/** Feeds the chunk's first `length` bytes, made of words of `width` bytes, little-endian on every machine. */
function update(hash: Hash, length: number, width: 4 | 8): void {
  const part = bytes.subarray(0, length);
  if (bigEndian) width === 4 ? part.swap32() : part.swap64();
  hash.update(part);
}
