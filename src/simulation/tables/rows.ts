import type { Column, Table } from '../table.ts';

/** What a column holds. */
export type Kind = 'integer' | 'real' | 'text';

type Cell = string | number | null;

/** Collects rows into a columnar table: for tables of up to some hundred thousand rows. */
export class Rows {
  private readonly name: string;
  private readonly kinds: Readonly<Record<string, Kind>>;
  private readonly cells: Cell[][];

  /** @param kinds columns in their order */
  constructor(name: string, kinds: Readonly<Record<string, Kind>>) {
    this.name = name;
    this.kinds = kinds;
    this.cells = Object.keys(kinds).map(() => []);
  }

  add(...row: Cell[]): void {
    for (let i = 0; i < row.length; i++) this.cells[i]!.push(row[i]!);
  }

  table(): Table {
    const columns = Object.entries(this.kinds).map(([name, kind], i) => column(name, kind, this.cells[i]!));
    return { name: this.name, length: this.cells[0]!.length, columns };
  }
}

function column(name: string, kind: Kind, cells: readonly Cell[]): Column {
  if (kind === 'real')
    return { name, kind, values: Float64Array.from(cells, c => (c === null ? Number.NaN : Number(c))) };
  // A whole number that may be missing is stored as a real one: SQLite keeps it as it is.
  if (kind === 'integer')
    return { name, kind, values: Float64Array.from(cells, c => (c === null ? Number.NaN : Number(c))) };
  const words: string[] = [];
  const known = new Map<string, number>();
  const codes = Int32Array.from(cells, c => {
    if (c === null) return -1;
    const text = String(c);
    let code = known.get(text);
    if (code === undefined) {
      code = words.length;
      words.push(text);
      known.set(text, code);
    }
    return code;
  });
  return { name, kind, codes, words };
}
