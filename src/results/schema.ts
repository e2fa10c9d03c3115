import type { ResultTable } from './result-table.ts';
import { rollupTables } from './rollups/tables.ts';
import { tables } from './tables.ts';

/** The version of the layout, kept as `user_version` in the file. */
export const schemaVersion = 3;

/** The tables of `results.sqlite` that hold what a run found, in the order in which they are written and digested. */
export const resultTables: readonly ResultTable[] = tables;

/** The table that holds the manifest's keys and values; not part of the digest. */
export const runTable: ResultTable = {
  name: 'run',
  row: 'one fact of the manifest',
  columns: [
    { name: 'key', type: 'TEXT', nullable: false, meaning: 'path in the manifest, e.g. scenario.population.hh' },
    { name: 'value', type: 'TEXT', nullable: true, meaning: 'the value as text; numbers and booleans as JSON' },
  ],
  order: ['key'],
  key: ['key'],
  indexes: [],
};

const byName = new Map([...resultTables, ...rollupTables, runTable].map(table => [table.name, table]));

/** The table of that name, or undefined. */
export function resultTable(name: string): ResultTable | undefined {
  return byName.get(name);
}

/** The statement that makes a table: STRICT, NOT NULL unless the column may be without a value. */
export function createTableSql(table: ResultTable): string {
  const columns = table.columns.map(c => `  ${c.name} ${c.type}${c.nullable ? '' : ' NOT NULL'}`);
  return `CREATE TABLE ${table.name} (\n${columns.join(',\n')}\n) STRICT`;
}

/** The statements that make a table's indexes, the unique one first; none for a `bulk` table. */
export function createIndexesSql(table: ResultTable): string[] {
  const make = (columns: readonly string[], unique: string) =>
    `CREATE ${unique}INDEX ${table.name}_by_${columns.join('_')} ON ${table.name} (${columns.join(', ')})`;
  if (table.bulk) return [];
  return [make(table.key, 'UNIQUE '), ...table.indexes.map(columns => make(columns, ''))];
}
