import type { Run } from '../open-run.ts';
import { partyLabels } from './party-label.ts';
import { rows } from './rows.ts';

/** One party's queue for one kind of work over the whole run. */
export interface QueueLoad {
  readonly party_id: number;
  readonly party: string | null;
  readonly role: string | null;
  /** The name, with the role where the company plays several. */
  readonly label: string | null;
  readonly work: string;
  readonly max_backlog: number;
  /** The first day with that backlog. */
  readonly max_backlog_date: string;
  /** Mean over the days on which the party works, and the highest of a day; 0 to 1, null where it never works. */
  readonly mean_utilisation: number | null;
  readonly max_utilisation: number | null;
  /** Longest wait, minutes. */
  readonly max_wait_min: number | null;
  readonly done: number;
}

/** One queue on one day; waits in minutes. */
export interface QueueDay {
  readonly date: string;
  readonly party_id: number;
  readonly party: string | null;
  readonly work: string;
  readonly arrived: number;
  readonly done: number;
  readonly backlog: number;
  readonly utilisation: number | null;
  readonly wait_mean_min: number | null;
  readonly wait_p95_min: number | null;
  readonly wait_max_min: number | null;
}

/** All queues, the busiest first: by the largest backlog, or by mean utilisation. */
export function busiestQueues(run: Run, by: 'backlog' | 'utilisation', limit = 5): QueueLoad[] {
  const order = { backlog: 'max_backlog', utilisation: 'mean_utilisation' }[by];
  return rows(
    run,
    `WITH ${partyLabels} SELECT party_id, p.name AS party, p.role, label, work, max_backlog, max_backlog_date,
      mean_utilisation, max_utilisation, max_wait_min, done
    FROM queue_total LEFT JOIN party p USING (party_id) LEFT JOIN label USING (party_id)
    ORDER BY ${order} DESC, party_id, work LIMIT @limit`,
    { limit },
  );
}

/** Every queue by day. */
export function queuesByDay(run: Run): QueueDay[] {
  return rows(
    run,
    `SELECT c.date, c.party_id, p.name AS party, c.work, c.arrived, c.done, c.backlog, c.utilisation,
      c.wait_mean_min, c.wait_p95_min, c.wait_max_min
    FROM capacity_daily c LEFT JOIN party p USING (party_id) ORDER BY c.date, c.party_id, c.work`,
  );
}
