import type { Column, Table } from '../table.ts';

/** What a column holds. */
export type Kind = 'integer' | 'real' | 'text';

type Cell = string | number | null;

/** Collects rows into a columnar table. */
export class Rows {
  private readonly name: string;
  private readonly columns: readonly (Numbers | Words)[];
  private length = 0;
  private room = 256;

  /** @param kinds columns in their order */
  constructor(name: string, kinds: Readonly<Record<string, Kind>>) {
    this.name = name;
    this.columns = Object.entries(kinds).map(([column, kind]) =>
      kind === 'text' ? new Words(column, this.room) : new Numbers(column, kind, this.room),
    );
  }

  add(...row: Cell[]): void {
    if (this.length === this.room) {
      this.room *= 2;
      for (const column of this.columns) column.grow(this.room);
    }
    for (let i = 0; i < row.length; i++) this.columns[i]!.put(this.length, row[i]!);
    this.length++;
  }

  table(): Table {
    return { name: this.name, length: this.length, columns: this.columns.map(column => column.taken(this.length)) };
  }
}

/** Whole numbers that may be missing are kept as real ones: SQLite stores them as they are. */
class Numbers {
  private readonly name: string;
  private readonly kind: 'integer' | 'real';
  private values: Float64Array;

  constructor(name: string, kind: 'integer' | 'real', room: number) {
    this.name = name;
    this.kind = kind;
    this.values = new Float64Array(room);
  }

  put(row: number, cell: Cell): void {
    this.values[row] = cell === null ? Number.NaN : (cell as number);
  }

  grow(room: number): void {
    const longer = new Float64Array(room);
    longer.set(this.values);
    this.values = longer;
  }

  taken(length: number): Column {
    return { name: this.name, kind: this.kind, values: this.values.subarray(0, length) };
  }
}

class Words {
  private readonly name: string;
  private codes: Int32Array;
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

  grow(room: number): void {
    const longer = new Int32Array(room);
    longer.set(this.codes);
    this.codes = longer;
  }

  taken(length: number): Column {
    return { name: this.name, kind: 'text', codes: this.codes.subarray(0, length), words: this.words };
  }

  private added(word: string): number {
    this.codeOf.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}
