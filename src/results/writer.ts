import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Column, Table } from '../simulation/index.ts';
import { type ArrangedTable, arrange } from './arrange.ts';
import { digestOfArranged, type RunDigest } from './digest.ts';
import { insertRows } from './insert-rows.ts';
import { rollUp } from './rollups/roll-up.ts';
import { explaining } from './run-folder-error.ts';
import { createIndexesSql, createTableSql, runTable, schemaVersion } from './schema.ts';
import { views } from './views.ts';

/** Facts for table `run`: what the manifest holds, flattened (see `manifestFacts`). */
export type RunFacts = Readonly<Record<string, string | null>>;

/**
 * Writes all result tables to a new database at `path` (an old file there is replaced) and returns their digest, which
 * goes into table `run` as `digest` beside the facts. The file is written without a journal: call it for a
 * file in a folder that does not yet pass for a finished run. Throws `RunFolderError` where the disk refuses.
 */
export function writeDatabase(path: string, tables: readonly Table[], facts: RunFacts): RunDigest {
  const arranged = arrange(tables);
  const digest = digestOfArranged(arranged);
  const all = [...arranged, ...rollUp(arranged), factsAsTable({ ...facts, digest: digest.digest })];
  explaining(path, () => {
    rmSync(path, { force: true });
    fill(path, all);
    flush(path);
  });
  return digest;
}

/** Makes the database with all its tables, indexes and views. */
function fill(path: string, tables: readonly ArrangedTable[]): void {
  const db = new Database(path);
  try {
    for (const pragma of [
      'page_size = 8192',
      'journal_mode = OFF',
      'synchronous = OFF',
      'locking_mode = EXCLUSIVE',
      'temp_store = MEMORY',
    ])
      db.pragma(pragma);
    db.transaction(() => {
      for (const table of tables) {
        db.exec(createTableSql(table.schema));
        insertRows(db, table);
        for (const sql of createIndexesSql(table.schema)) db.exec(sql);
        // Without an index there is nothing to be found out but the number of rows, which takes long.
        if (!table.schema.bulk) db.exec(`ANALYZE ${table.schema.name}`);
      }
      for (const view of views) db.exec(`CREATE VIEW ${view.name} AS ${view.sql}`);
    })();
    db.pragma(`user_version = ${schemaVersion}`);
  } finally {
    db.close();
  }
}

function factsAsTable(facts: RunFacts): ArrangedTable {
  const entries = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const codes = Int32Array.from(entries, (_, i) => i);
  const columns: Column[] = [
    { name: 'key', kind: 'text', codes, words: entries.map(([key]) => key) },
    {
      name: 'value',
      kind: 'text',
      codes: codes.map(i => (entries[i]![1] === null ? -1 : i)),
      words: entries.map(([, value]) => value ?? ''),
    },
  ];
  return { schema: runTable, length: entries.length, columns };
}

/** Makes sure that the file is on the disk before anything says that it is finished. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
