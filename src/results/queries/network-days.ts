import type { Run } from '../open-run.ts';
import { rows } from './rows.ts';

/** Messages sent over one network on one local day. */
export interface NetworkDay {
  readonly date: string;
  readonly network: string;
  readonly messages: number;
}

/** Messages by day and network, in that order; a network has a row for every day of the calendar, also with none. */
export function networkDays(run: Run): NetworkDay[] {
  return rows(
    run,
    `WITH network AS (SELECT DISTINCT network FROM network_hourly)
    SELECT date, network, coalesce(offered, 0) AS messages
    FROM day CROSS JOIN network LEFT JOIN network_daily USING (date, network) ORDER BY date, network`,
  );
}
