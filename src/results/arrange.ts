import type { Column, Table } from '../simulation/index.ts';
import type { ResultColumn, ResultTable } from './result-table.ts';
import { resultTables } from './schema.ts';

/** A table with its columns in the schema's order, ready to be written and digested. */
export interface ArrangedTable {
  readonly schema: ResultTable;
  readonly length: number;
  readonly columns: readonly Column[];
}

const kinds = { INTEGER: 'integer', REAL: 'real', TEXT: 'text' } as const;

/**
 * Puts what a simulation hands over into the order of the schema: a table that is not there has no rows, a nullable
 * column that is not there has no values. Throws on a table or column the schema does not know, on a missing one that must
 * be there, and on a column of another kind or too short: faults of the program, not of its user.
 */
export function arrange(tables: readonly Table[]): ArrangedTable[] {
  const known = new Set(resultTables.map(t => t.name));
  for (const [i, { name }] of tables.entries()) {
    if (!known.has(name)) throw new Error(`there is no result table ${name}`);
    if (tables.findIndex(t => t.name === name) !== i) throw new Error(`table ${name} is handed over twice`);
  }
  return resultTables.map(schema =>
    arrangeTable(
      schema,
      tables.find(t => t.name === schema.name),
    ),
  );
}

/** As {@link arrange}, for one table or some rows of it. */
export function arrangeOne(table: Table): ArrangedTable {
  const schema = resultTables.find(({ name }) => name === table.name);
  if (!schema) throw new Error(`there is no result table ${table.name}`);
  return arrangeTable(schema, table);
}

/** @param table left out for one that has no rows */
export function arrangeTable(schema: ResultTable, table?: Table): ArrangedTable {
  const length = table?.length ?? 0;
  const stranger = table?.columns.find(given => !schema.columns.some(c => c.name === given.name));
  if (stranger) throw new Error(`table ${schema.name} has no column ${stranger.name}`);
  const columns = schema.columns.map(wanted => {
    const given = table?.columns.find(c => c.name === wanted.name);
    if (given) return checked(schema.name, wanted, given, length);
    if (length > 0 && !wanted.nullable) throw new Error(`table ${schema.name} lacks column ${wanted.name}`);
    return columnWithoutValues(wanted, length);
  });
  return { schema, length, columns };
}

function checked(table: string, wanted: ResultColumn, given: Column, length: number): Column {
  const kind = kinds[wanted.type];
  if (given.kind !== kind) throw new Error(`${table}.${wanted.name} is ${given.kind}, it must be ${kind}`);
  const held = (given.places ?? (given.kind === 'text' ? given.codes : given.values)).length;
  if (held < length) throw new Error(`${table}.${wanted.name} has ${held} values for ${length} rows`);
  return given;
}

function columnWithoutValues({ name, type }: ResultColumn, length: number): Column {
  if (type === 'TEXT') return { name, kind: 'text', codes: new Int32Array(length).fill(-1), words: [] };
  const values = new Float64Array(length).fill(Number.NaN);
  return type === 'REAL' ? { name, kind: 'real', values } : { name, kind: 'integer', values };
}
