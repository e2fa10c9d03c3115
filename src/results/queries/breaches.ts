import type { Run } from '../open-run.ts';
import { partyLabels } from './party-label.ts';
import { rows } from './rows.ts';

/** Which deadlines to look at; what is left out is not restricted. */
export interface BreachFilter {
  readonly steps?: readonly string[];
  /** party_ids. */
  readonly parties?: readonly number[];
  /** First and last local date due, YYYY-MM-DD, both included. */
  readonly from?: string;
  readonly to?: string;
}

export interface DeadlineCounts {
  readonly met: number;
  readonly missed: number;
  readonly open: number;
  /** missed / (met + missed), 0 to 1; null where nothing was judged. */
  readonly share: number | null;
}

export interface StepBreaches extends DeadlineCounts {
  readonly step: string;
  readonly title: string | null;
  /** The deadline in words. */
  readonly due: string | null;
}

export interface PartyBreaches extends DeadlineCounts {
  readonly party_id: number;
  readonly mpid: string | null;
  readonly party: string | null;
  readonly role: string | null;
  /** The name, with the role where the company plays several. */
  readonly label: string | null;
}

export interface DayBreaches extends DeadlineCounts {
  readonly date: string;
}

export interface DeadlineRow extends DeadlineCounts {
  readonly date: string;
  readonly step: string;
  readonly title: string | null;
  readonly party_id: number;
  readonly mpid: string | null;
  readonly party: string | null;
}

const counts = `sum(d.met) AS met, sum(d.missed) AS missed, sum(d.open) AS open,
  1.0 * sum(d.missed) / nullif(sum(d.met) + sum(d.missed), 0) AS share`;
const worstFirst = 'sum(d.missed) DESC, share DESC';

/** Deadlines by step, most missed first, or in the order of the catalogue. */
export function breachesByStep(
  run: Run,
  filter: BreachFilter = {},
  order: 'most missed' | 'catalogue' = 'most missed',
): StepBreaches[] {
  const catalogue = 's.rowid IS NULL, s.rowid, d.step';
  const orderBy = order === 'catalogue' ? catalogue : `${worstFirst}, ${catalogue}`;
  return deadlines(run, filter, `SELECT d.step, s.title, s.due, ${counts}`, 'd.step', orderBy);
}

/** Deadlines by the party that had to act, most missed first. */
export function breachesByParty(run: Run, filter: BreachFilter = {}): PartyBreaches[] {
  const select = `WITH ${partyLabels} SELECT d.party_id, p.mpid, p.name AS party, p.role, label, ${counts}`;
  return deadlines(run, filter, select, 'd.party_id', `${worstFirst}, d.party_id`);
}

/** Deadlines by local date due, in the order of the dates. */
export function breachesByDay(run: Run, filter: BreachFilter = {}): DayBreaches[] {
  return deadlines(run, filter, `SELECT d.date, ${counts}`, 'd.date', 'd.date');
}

/** Deadlines by day, step and party, in the order of the table. */
export function deadlineRows(run: Run, filter: BreachFilter = {}): DeadlineRow[] {
  const select = `SELECT d.date, d.step, s.title, d.party_id, p.mpid, p.name AS party, ${counts}`;
  return deadlines(run, filter, select, 'd.rowid', 'd.rowid');
}

type Grouped = 'd.date' | 'd.party_id' | 'd.step' | 'd.rowid';

function deadlines<T>(run: Run, filter: BreachFilter, select: string, groupBy: Grouped, orderBy: string): T[] {
  const table = tableFor(filter, groupBy);
  const conditions = [
    filter.steps && 'd.step IN (SELECT value FROM json_each(@steps))',
    filter.parties && 'd.party_id IN (SELECT value FROM json_each(@parties))',
    filter.from && 'd.date >= @from',
    filter.to && 'd.date <= @to',
  ].filter(condition => condition !== undefined && condition !== '');
  const names = {
    'd.date': '',
    'd.party_id': 'LEFT JOIN party p USING (party_id) LEFT JOIN label USING (party_id)',
    'd.step': 'LEFT JOIN step s USING (step)',
    'd.rowid': 'LEFT JOIN step s USING (step) LEFT JOIN party p USING (party_id)',
  }[groupBy];
  const sql = `${select} FROM ${table} d ${names}
    ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} GROUP BY ${groupBy} ORDER BY ${orderBy}`;
  return rows<T>(run, sql, {
    steps: JSON.stringify(filter.steps),
    parties: JSON.stringify(filter.parties),
    from: filter.from,
    to: filter.to,
  });
}

/** The shortest table that has what is asked for. */
function tableFor({ steps, parties, from, to }: BreachFilter, groupBy: Grouped): string {
  if (groupBy === 'd.step' || groupBy === 'd.party_id') return from || to ? 'deadline_daily' : 'deadline_total';
  return groupBy === 'd.date' && !steps && !parties ? 'deadline_by_day' : 'deadline_daily';
}
