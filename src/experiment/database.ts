import type { MessagePort } from 'node:worker_threads';
import { Digester, type RunDigest, type RunFacts, RunFolderError } from '../results/index.ts';
import type { Table } from '../simulation/index.ts';

/** What the thread that writes the database is told, in this order; `append` and `add` as often as there are rows and tables. */
export type ScribeOrder =
  | { readonly kind: 'begin'; readonly path: string }
  | { readonly kind: 'append'; readonly rows: Table }
  | { readonly kind: 'add'; readonly table: Table }
  | { readonly kind: 'complete' }
  | { readonly kind: 'finish'; readonly facts: RunFacts };

/** What it has to say in the end. */
export type ScribeReport =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly why: string | null };

/** The database of a run, written by a thread of its own while this one simulates: see DatabaseWriter. */
export class RunDatabase {
  private readonly port: MessagePort;
  private readonly ended: Promise<ScribeReport>;
  private readonly begun = new Set<string>();

  /** @param port of the thread that writes @param path where the database will be */
  constructor(port: MessagePort, path: string) {
    this.port = port;
    this.ended = new Promise(resolve => port.once('message', resolve));
    this.order({ kind: 'begin', path });
  }

  /** Adds the next rows of a table that is still growing. */
  append(rows: Table): void {
    this.begun.add(rows.name);
    this.order({ kind: 'append', rows });
  }

  /**
   * Adds the tables of a run, of some of which all rows were appended. Each of the others is written while the next is made,
   * and is gone from this thread then, for there are 100 MB of them.
   *
   * @returns the digest of all
   */
  fill(tables: Iterable<Table>): RunDigest {
    const digester = new Digester();
    const appended: Table[] = [];
    for (const table of tables) {
      if (this.begun.has(table.name)) appended.push(table);
      else {
        digester.add(table);
        this.port.postMessage({ kind: 'add', table } satisfies ScribeOrder, buffersOf(table));
      }
    }
    this.order({ kind: 'complete' });
    // The largest is digested while the others are still being written.
    for (const table of appended) digester.add(table);
    return digester.digest();
  }

  /** Adds the facts of the run, and waits until all of it is written. @throws RunFolderError where the disk has refused */
  async finish(facts: RunFacts): Promise<void> {
    this.order({ kind: 'finish', facts });
    const report = await this.ended;
    if (report.kind === 'failed') throw report.why === null ? report.error : new RunFolderError(report.why);
  }

  /** The thread has nothing more to do. */
  dismiss(): void {
    this.port.close();
  }

  private order(order: ScribeOrder): void {
    this.port.postMessage(order);
  }
}

/** What a table is kept in, but for what all threads share. */
function buffersOf({ columns }: Table): ArrayBuffer[] {
  const buffers = columns.flatMap(column => {
    const { buffer } = column.kind === 'text' ? column.codes : column.values;
    return column.places ? [buffer, column.places.buffer] : [buffer];
  });
  return [...new Set(buffers)].filter(buffer => buffer instanceof ArrayBuffer);
}
