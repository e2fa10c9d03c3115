import type { Database } from 'better-sqlite3';
import { type Column, cellOf } from '../simulation/index.ts';
import type { ResultTable } from './result-table.ts';

/**
 * Cells of columns that share their places, laid down once in a temporary table, a row of it for each place, for the rows of
 * a result table to be joined with them by number: to find a place costs SQLite less than to be handed its cells.
 */
export class SharedCells {
  /** The temporary table; beside the columns it has the `place` as its key. */
  readonly name: string;
  private readonly db: Database;
  private readonly lay: (place: number, cells: unknown[]) => void;
  /** By place: 1 where its cells are laid down. */
  private laid = new Uint8Array(0);

  /** @param columns names of those that share their places */
  constructor(db: Database, { name, columns }: ResultTable, shared: readonly string[]) {
    this.db = db;
    this.name = `${name}_${shared.join('_')}`;
    const cells = columns.filter(column => shared.includes(column.name)).map(({ name, type }) => `${name} ${type}`);
    db.exec(`CREATE TEMP TABLE ${this.name} (place INTEGER PRIMARY KEY, ${cells.join(', ')})`);
    const insert = db.prepare(`INSERT INTO ${this.name} VALUES (?, ${shared.map(() => '?').join(', ')})`);
    this.lay = (place, given) => insert.run(place, given);
  }

  /** Lays down the cells of the places that rows have and no rows had before. @param columns in the order of their names */
  add(columns: readonly Column[], length: number): void {
    const { places } = columns[0]!;
    this.laid = grown(this.laid, placesOf(columns[0]!));
    for (let row = 0; row < length; row++) {
      const place = places![row]!;
      if (this.laid[place] === 1) continue;
      this.laid[place] = 1;
      this.lay(
        place,
        columns.map(column => cellOf(column, row)),
      );
    }
  }

  /** No more rows are to be joined. */
  drop(): void {
    this.db.exec(`DROP TABLE temp.${this.name}`);
  }
}

/** How many places a column has. */
function placesOf(column: Column): number {
  return (column.kind === 'text' ? column.codes : column.values).length;
}

function grown(laid: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (laid.length >= length) return laid;
  const longer = new Uint8Array(length);
  longer.set(laid);
  return longer;
}
