import type { SupplierProgress } from '../results/index.ts';
import { milestoneDay, type RunContext } from './run-context.ts';

/** One supplier's MSIDs at the milestones and at the end of the run. */
export interface SupplierOutcome {
  readonly supplier_id: number;
  readonly supplier: string;
  /** All of its MSIDs at the end of the run. */
  readonly msids: number;
  /** Share under MHHS at the end of the milestone's day; null where the run does not reach it. */
  readonly m14: number | null;
  readonly m15: number | null;
  /** Share under MHHS at the end of the run. */
  readonly end: number;
  /** MSIDs not under MHHS at the end of the run, and of them those not started, migrating and reversing. */
  readonly left: number;
  readonly legacy: number;
  readonly forward: number;
  readonly reverse: number;
}

/**
 * Suppliers with MSIDs at the end of the run: those with the most left first, then the largest (ties by name).
 * `on` gives the standing of all suppliers at the end of a day.
 */
export function supplierOutcomes(
  on: (date: string) => readonly SupplierProgress[],
  run: RunContext,
): SupplierOutcome[] {
  const [m14, m15] = ['M14', 'M15'].map(name => {
    const date = milestoneDay(run, name);
    return date === undefined ? undefined : new Map(on(date).map(row => [row.supplier_id, row.share]));
  });
  return on(run.last)
    .filter(row => row.total > 0)
    .map(row => ({
      supplier_id: row.supplier_id,
      supplier: row.supplier ?? `party ${row.supplier_id}`,
      msids: row.total,
      m14: m14?.get(row.supplier_id) ?? null,
      m15: m15?.get(row.supplier_id) ?? null,
      end: row.mhhs / row.total,
      left: row.total - row.mhhs,
      legacy: row.legacy,
      forward: row.forward,
      reverse: row.reverse,
    }))
    .sort((a, b) => b.left - a.left || b.msids - a.msids || (a.supplier < b.supplier ? -1 : 1));
}
