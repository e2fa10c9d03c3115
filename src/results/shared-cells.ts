import type { Database } from 'better-sqlite3';
import { type Column, cellOf } from '../simulation/index.ts';
import type { ArrangedTable } from './arrange.ts';

/** Columns whose cells stand in a temporary table, a row of it for each place that they share. */
export interface SharedCells {
  /** The temporary table; beside the columns it has the `place` as its key. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** The place of each row. */
  readonly places: Int32Array;
}

/**
 * Lays down once, for rows to be joined with them by number, the cells of columns that share their places: to find a place
 * costs SQLite less than to be handed its cells.
 */
export function shareCells(db: Database, { schema, columns, length }: ArrangedTable): SharedCells[] {
  const typeOf = new Map(schema.columns.map(({ name, type }) => [name, type]));
  const placed = columns.filter(column => column.places);
  return [...Map.groupBy(placed, column => column.places!)]
    .filter(([, together]) => together.length > 1)
    .map(([places, together], i) => {
      const table = `shared_${i}`;
      const cells = together.map(({ name }) => `${name} ${typeOf.get(name)}`).join(', ');
      db.exec(`CREATE TEMP TABLE ${table} (place INTEGER PRIMARY KEY, ${cells})`);
      const insert = db.prepare(`INSERT INTO ${table} VALUES (?, ${together.map(() => '?').join(', ')})`);
      firstRows(places, length).forEach((row, place) => {
        insert.run(
          place,
          together.map(column => cellOf(column, row)),
        );
      });
      return { name: table, columns: together, places };
    });
}

/** For each place that rows have, a row that has it. */
function firstRows(places: Int32Array, length: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < length; row++) rows[places[row]!] ??= row;
  return rows;
}
