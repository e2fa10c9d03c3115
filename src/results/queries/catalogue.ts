import type { Run } from '../open-run.ts';
import { rows } from './rows.ts';

export interface Party {
  readonly party_id: number;
  readonly mpid: string;
  readonly name: string;
  readonly role: string;
  readonly parent: string | null;
}

export interface Step {
  readonly step: string;
  readonly procedure: string;
  readonly title: string;
  readonly from_role: string | null;
  readonly to_role: string | null;
  readonly flow: string | null;
  readonly network: string | null;
  readonly due: string | null;
  readonly source: string | null;
}

export interface Day {
  readonly date: string;
  readonly working_day: 0 | 1;
  readonly holiday: string | null;
  readonly migration_day: 0 | 1;
  readonly milestone: string | null;
}

export interface Invariant {
  readonly name: string;
  readonly holds: 0 | 1;
  readonly checks: number;
  readonly detail: string | null;
}

/** The parties, in the order of their numbers. */
export function parties(run: Run): Party[] {
  return rows(run, 'SELECT party_id, mpid, name, role, parent FROM party ORDER BY party_id');
}

/** The steps, in the order of the catalogue. */
export function steps(run: Run): Step[] {
  return rows(
    run,
    'SELECT step, procedure, title, from_role, to_role, flow, network, due, source FROM step ORDER BY rowid',
  );
}

/** The days of the run. */
export function days(run: Run): Day[] {
  return rows(run, 'SELECT date, working_day, holiday, migration_day, milestone FROM day ORDER BY date');
}

/** What must always hold, and whether it did. */
export function invariants(run: Run): Invariant[] {
  return rows(run, 'SELECT name, holds, checks, detail FROM invariant ORDER BY rowid');
}
