import { renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { Column, Table } from '../simulation/index.ts';
import { type ArrangedTable, arrangeOne, arrangeTable } from './arrange.ts';
import { digestOfTables, type RunDigest } from './digest.ts';
import { RowInserter } from './insert-rows.ts';
import type { ResultTable } from './result-table.ts';
import { rollUp } from './rollups/roll-up.ts';
import { explained, explaining } from './run-folder-error.ts';
import { createIndexesSql, createTableSql, resultTables, runTable, schemaVersion } from './schema.ts';
import { views } from './views.ts';

/** Facts for table `run`: what the manifest holds, flattened (see `manifestFacts`). */
export type RunFacts = Readonly<Record<string, string | null>>;

/**
 * Writes all result tables to a new database at `path` (an old file there is replaced) and returns their digest, which
 * goes into table `run` as `digest` beside the facts. Throws `RunFolderError` where the disk refuses.
 */
export function writeDatabase(path: string, tables: readonly Table[], facts: RunFacts): RunDigest {
  const digest = digestOfTables(tables);
  const writer = new DatabaseWriter(path);
  for (const table of tables) writer.add(table);
  writer.complete();
  writer.finish({ ...facts, digest: digest.digest });
  return digest;
}

/**
 * A database in the making: a file beside the one that it is to be, whose place it takes when it is finished. It is written
 * without a journal: what is left of one that was given up is of no use to anybody.
 *
 * Each call throws `RunFolderError` where the disk refuses; nothing more can be done with the writer then.
 */
export class DatabaseWriter {
  private readonly path: string;
  private readonly db: Database.Database;
  /** The tables that were handed over as a whole, to be summed up. */
  private readonly whole: ArrangedTable[] = [];
  /** By the tables that are begun. */
  private readonly inserters = new Map<string, RowInserter>();

  /** @param path where the database will be: an old one there is replaced */
  constructor(path: string) {
    this.path = path;
    this.db = explaining(path, () => {
      discardDraft(path);
      return begun(draftOf(path));
    });
  }

  /**
   * Adds rows to a result table, which come in its order: the next ones of a table that is still growing. Where its columns
   * share their places, a place holds the same in all parts.
   */
  append(table: Table): void {
    const rows = arrangeOne(table);
    this.attempt(() => this.insert(rows));
  }

  /** Adds a result table that is complete. */
  add(table: Table): void {
    const arranged = arrangeOne(table);
    this.whole.push(arranged);
    this.attempt(() => this.end(arranged));
  }

  /** Adds what is left of the tables, all rows of which are there now, and what sums them up. */
  complete(): void {
    const added = new Set(this.whole.map(({ schema }) => schema));
    const rest = resultTables.filter(schema => !added.has(schema)).map(schema => arrangeTable(schema));
    this.attempt(() => {
      for (const table of [...rest, ...rollUp([...this.whole, ...rest])]) this.end(table);
    });
  }

  /** Adds the facts of the run; the database is complete, but need not be on the disk yet: see {@link flushDatabase}. */
  finish(facts: RunFacts): void {
    const { db, path } = this;
    this.attempt(() => {
      this.end(factsAsTable(facts));
      for (const view of views) db.exec(`CREATE VIEW ${view.name} AS ${view.sql}`);
      db.exec('COMMIT');
      db.pragma(`user_version = ${schemaVersion}`);
      db.close();
      renameSync(draftOf(path), path);
    });
  }

  /** Gives up what is not finished: nothing of it is left. */
  discard(): void {
    this.db.close();
    discardDraft(this.path);
  }

  private insert(table: ArrangedTable): RowInserter {
    const { schema } = table;
    const inserter = this.inserters.get(schema.name) ?? this.begin(schema);
    inserter.add(table);
    return inserter;
  }

  private begin(schema: ResultTable): RowInserter {
    this.db.exec(createTableSql(schema));
    const inserter = new RowInserter(this.db, schema);
    this.inserters.set(schema.name, inserter);
    return inserter;
  }

  /** Adds the last rows of a table, and its indexes. */
  private end(table: ArrangedTable): void {
    const { db } = this;
    this.insert(table).end();
    for (const sql of createIndexesSql(table.schema)) db.exec(sql);
    // Without an index there is nothing to be found out but the number of rows, which takes long.
    if (!table.schema.bulk) db.exec(`ANALYZE ${table.schema.name}`);
  }

  private attempt(act: () => void): void {
    try {
      explaining(this.path, act);
    } catch (error) {
      this.discard();
      throw error;
    }
  }
}

/** Waits until a database is on the disk; before that nothing may say that its run is finished. */
export async function flushDatabase(path: string): Promise<void> {
  try {
    const file = await open(path, 'r+');
    await file.sync().finally(() => file.close());
  } catch (error) {
    throw explained(path, error);
  }
}

/** Removes what is left of a database that was never finished. @param path where it was to be */
export function discardDraft(path: string): void {
  rmSync(draftOf(path), { force: true });
}

function draftOf(path: string): string {
  return `${path}.partial`;
}

/** A new database, in the midst of its only transaction. */
function begun(file: string): Database.Database {
  const db = new Database(file);
  for (const pragma of [
    'page_size = 8192',
    'journal_mode = OFF',
    'synchronous = OFF',
    'locking_mode = EXCLUSIVE',
    'temp_store = MEMORY',
  ])
    db.pragma(pragma);
  db.exec('BEGIN');
  return db;
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
