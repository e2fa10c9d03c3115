import { expect } from 'vitest';
import { digestOfTables } from '../../src/results/index.ts';
import { type SwitchKnobs, type TwoSuppliersRun, twoSuppliersRun } from './two-suppliers.ts';

type ReverseKnobs = Pick<SwitchKnobs, 'points'> & Partial<SwitchKnobs>;

/**
 * ACORN migrates its point on Mon 10 November 2025, effective a week later. On Tue 23 December at 10:00 the customer asks
 * to switch to BIRCH, which is not qualified until the summer; the EFD is Fri 2 January 2026. Runs in both cores, which
 * must agree on every row.
 */
export function reverseRun(knobs: ReverseKnobs): TwoSuppliersRun {
  const all: SwitchKnobs = {
    from: '2025-11-03',
    to: '2026-01-30',
    starts: [['2025-11-10', 1]],
    on: '2025-12-23',
    notice: 10,
    birch: '2026-07-01',
    ...knobs,
  };
  const run = twoSuppliersRun(all);
  const ordered = twoSuppliersRun(all, { trace: 1, core: 'ordered' });
  expect(digestOfTables(ordered.outcome.tables).digest).toBe(digestOfTables(run.outcome.tables).digest);
  expect(run.broken).toEqual([]);
  return run;
}

/** The acts of a life that belong to steps whose number begins like one of those given. */
export function actsOf(run: TwoSuppliersRun, ...steps: readonly string[]): string[] {
  return run.life().filter(act => steps.some(step => act.split(' ')[1]!.startsWith(step)));
}

/** As {@link actsOf}, only what is sent, and what is done without a message. */
export function sentOf(run: TwoSuppliersRun, ...steps: readonly string[]): string[] {
  return actsOf(run, ...steps).filter(act => /^\S+ \S+ (sent|did) /.test(act));
}
