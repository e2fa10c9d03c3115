import type { Column, Table } from '../table.ts';

/** What a column holds. */
export type Kind = 'integer' | 'real' | 'text';

type Cell = string | number | null;

/** Collects rows into a columnar table. */
export class Rows {
  private readonly name: string;
  private readonly columns: readonly (Integers | Reals | Words)[];
  private length = 0;
  private room = 256;

  /** @param kinds columns in their order */
  constructor(name: string, kinds: Readonly<Record<string, Kind>>) {
    this.name = name;
    this.columns = Object.entries(kinds).map(([column, kind]) => new KINDS[kind](column, this.room));
  }

  add(...row: Cell[]): void {
    if (this.length === this.room) {
      this.room *= 2;
      for (const column of this.columns) column.resize(this.room);
    }
    for (let i = 0; i < row.length; i++) this.columns[i]!.put(this.length, row[i]!);
    this.length++;
  }

  /** All rows; asked for once, when there are no more to come. */
  table(): Table {
    for (const column of this.columns) column.resize(this.length);
    return { name: this.name, length: this.length, columns: this.columns.map(({ column }) => column) };
  }
}

/**
 * Whole numbers take half the room while each is there and is an Int32. With the first that is not, they are kept as real
 * ones: SQLite stores them as they are.
 */
class Integers {
  private readonly name: string;
  private values: Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

  constructor(name: string, room: number) {
    this.name = name;
    this.values = new Int32Array(room);
  }

  put(row: number, cell: Cell): void {
    const value = cell === null ? Number.NaN : (cell as number);
    if (this.values instanceof Int32Array && (value | 0) !== value) this.values = Float64Array.from(this.values);
    this.values[row] = value;
  }

  resize(room: number): void {
    this.values = resized(this.values, room);
  }

  get column(): Column {
    return { name: this.name, kind: 'integer', values: this.values };
  }
}

class Reals {
  private readonly name: string;
  private values: Float64Array<ArrayBuffer>;

  constructor(name: string, room: number) {
    this.name = name;
    this.values = new Float64Array(room);
  }

  put(row: number, cell: Cell): void {
    this.values[row] = cell === null ? Number.NaN : (cell as number);
  }

  resize(room: number): void {
    this.values = resized(this.values, room);
  }

  get column(): Column {
    return { name: this.name, kind: 'real', values: this.values };
  }
}

class Words {
  private readonly name: string;
  private codes: Int32Array<ArrayBuffer>;
  private readonly words: string[] = [];
  private readonly codeOf = new Map<Cell, number>([[null, -1]]);
  /** Cells often repeat the one before. */
  private last: Cell = null;
  private lastCode = -1;

  constructor(name: string, room: number) {
    this.name = name;
    this.codes = new Int32Array(room);
  }

  put(row: number, cell: Cell): void {
    if (cell !== this.last) {
      this.last = cell;
      this.lastCode = this.codeOf.get(cell) ?? this.added(cell as string);
    }
    this.codes[row] = this.lastCode;
  }

  resize(room: number): void {
    this.codes = resized(this.codes, room);
  }

  get column(): Column {
    return { name: this.name, kind: 'text', codes: this.codes, words: this.words };
  }

  private added(word: string): number {
    this.codeOf.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

const KINDS = { integer: Integers, real: Reals, text: Words };

/** As many as there is room for are kept. Copied, for a reason that QueueHistory tells. */
function resized<T extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(values: T, room: number): T {
  if (room <= values.length) return values.slice(0, room) as T;
  const more = values instanceof Int32Array ? new Int32Array(room) : new Float64Array(room);
  more.set(values);
  return more as T;
}
