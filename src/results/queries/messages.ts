import type { Run } from '../open-run.ts';
import { row, rows } from './rows.ts';

/** Messages sent in the whole run. */
export function messageTotal(run: Run): number {
  return row<{ messages: number }>(run, 'SELECT coalesce(sum(offered), 0) AS messages FROM network_hourly').messages;
}

/** Messages by network, most first. */
export function messagesByNetwork(run: Run): { network: string; messages: number }[] {
  return rows(
    run,
    'SELECT network, sum(offered) AS messages FROM network_hourly GROUP BY network ORDER BY messages DESC, network',
  );
}

/** Messages by step and flow, most first. */
export function messagesByFlow(run: Run): { step: string; flow: string; network: string; messages: number }[] {
  return rows(
    run,
    `SELECT step, flow, network, sum(count) AS messages FROM message_daily
    GROUP BY step, flow, network ORDER BY sum(count) DESC, step, flow`,
  );
}

/** Traffic of every network by hour. */
export function networkHours(
  run: Run,
): { hour: string; network: string; offered: number; delivered: number; queued: number }[] {
  return rows(run, 'SELECT hour, network, offered, delivered, queued FROM network_hourly ORDER BY hour, network');
}
