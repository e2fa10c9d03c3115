import type { Run } from '../open-run.ts';
import { rows } from './rows.ts';

/** Messages sent over one network on one local day. */
export interface NetworkDay {
  readonly date: string;
  readonly network: string;
  readonly messages: number;
}

const known = new WeakMap<Run, NetworkDay[]>();

/**
 * Messages by day and network, in that order; a network has a row for every day of the calendar, also with none. The
 * table is by far the longest (millions of rows for the whole market), so it is read once for each open run, and day by
 * day: its rows are written in the order of their dates, and sorting them all again by date would take several times as long.
 */
export function networkDays(run: Run): NetworkDay[] {
  const before = known.get(run);
  if (before !== undefined) return before;
  const ofDay = run.db.prepare<[number, number], { network: string; messages: number }>(
    'SELECT network, sum(count) AS messages FROM message_daily WHERE rowid >= ? AND rowid < ? GROUP BY network',
  );
  const starts = firstRows(run);
  const days = starts.map(({ date, first }, i) => {
    const next = starts.slice(i + 1).find(day => day.first !== null)?.first ?? Number.MAX_SAFE_INTEGER;
    return { date, sent: first === null ? [] : ofDay.all(first, next) };
  });
  const networks = [...new Set(days.flatMap(({ sent }) => sent.map(row => row.network)))].sort();
  const found = days.flatMap(({ date, sent }) =>
    networks.map(network => ({ date, network, messages: sent.find(row => row.network === network)?.messages ?? 0 })),
  );
  known.set(run, found);
  return found;
}

/** The number of the first row of each day of the calendar, found in the index by step and date; null where it has none. */
function firstRows(run: Run): { date: string; first: number | null }[] {
  return rows(
    run,
    `WITH RECURSIVE used (step) AS (
      SELECT min(step) FROM message_daily
      UNION ALL SELECT (SELECT min(step) FROM message_daily WHERE step > used.step) FROM used WHERE step IS NOT NULL)
    SELECT date, min((SELECT min(rowid) FROM message_daily m WHERE m.step = used.step AND m.date = day.date)) AS first
    FROM day CROSS JOIN used WHERE step IS NOT NULL GROUP BY date
    UNION ALL SELECT date, NULL FROM day WHERE NOT EXISTS (SELECT 1 FROM message_daily)
    ORDER BY date`,
  );
}
