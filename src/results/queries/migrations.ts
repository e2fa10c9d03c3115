import type { Run } from '../open-run.ts';
import { row, rows } from './rows.ts';

/** One supplier's migrations of one day; see table `migration_daily`. */
export interface SupplierMigrations {
  readonly date: string;
  readonly supplier_id: number;
  readonly supplier: string | null;
  readonly planned: number;
  readonly started: number;
  readonly completed: number;
  readonly rejected: number;
  readonly cancelled: number;
  readonly reversed: number;
  readonly waiting: number;
}

/** Starts, completions and the rest by day and supplier; for the market as a whole see `migrationDays`. */
export function migrationsBySupplier(run: Run): SupplierMigrations[] {
  return rows(
    run,
    `SELECT date, supplier_id, supplier, planned, started, completed, rejected, cancelled, reversed, waiting
    FROM v_migration ORDER BY date, supplier_id`,
  );
}

/** The local date of the last EFD by which a metering point migrated, or null if none did. */
export function lastCompletion(run: Run): string | null {
  return row<{ date: string | null }>(run, 'SELECT max(date) AS date FROM migration_daily WHERE completed > 0').date;
}
