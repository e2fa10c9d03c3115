import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type Manifest, readManifest } from './manifest.ts';
import { openReadOnly } from './open-database.ts';

/** A run opened for questions. */
export interface Run {
  readonly dir: string;
  readonly manifest: Manifest;
  readonly db: Database;
  /** What a reader must know before trusting the figures, one sentence each. */
  readonly warnings: readonly string[];
  /** What was answered, by question, where it is to be remembered: a report asks much twice. */
  readonly answers?: Map<string, readonly unknown[]>;
  close(): void;
}

/**
 * Opens a run folder. Throws `RunFolderError` where it is none or its database is missing or damaged; an interrupted run
 * and one with a broken invariant open with a warning. For a folder that is still being made, hand over its manifest-to-be.
 */
export function openRun(dir: string, manifest: Manifest = readManifest(dir)): Run {
  const db = openReadOnly(join(dir, 'results.sqlite'));
  const warnings: string[] = [];
  if (manifest.status === 'partial')
    warnings.push(`${dir} is an interrupted run: its figures end before the run's end`);
  if (manifest.status === 'invariant broken' || !manifest.invariantsHold)
    warnings.push(`${dir} broke an invariant: its figures are not to be relied on`);
  return { dir, manifest, db, warnings, close: () => db.close() };
}
