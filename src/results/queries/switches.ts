import type { Run } from '../open-run.ts';
import { rows } from './rows.ts';

/** What became of the switches of the run that were routed one way; counts of metering points. */
export interface SwitchRoute {
  readonly route: string;
  readonly routed: number;
  readonly effective: number;
  readonly objected: number;
  readonly withdrawn: number;
}

export interface SwitchWeek {
  /** Monday of the week. */
  readonly date: string;
  readonly route: string;
  /** Switches that took effect in the week; refused ones on the day on which they were refused. */
  readonly count: number;
}

/** The run's switches by route, most first. A switch that could not migrate after all takes effect as legacy. */
export function switchRoutes(run: Run): SwitchRoute[] {
  const of = (outcome: string) => `sum(CASE outcome WHEN '${outcome}' THEN count ELSE 0 END)`;
  return rows(
    run,
    `SELECT route, ${of('routed')} AS routed, ${of('effective')} AS effective, ${of('objected to')} AS objected,
      ${of('withdrawn')} AS withdrawn
    FROM switch_total WHERE route <> 'not routed' GROUP BY route ORDER BY routed DESC, route`,
  );
}

/** Switches that took effect, or were refused, by week and route. */
export function switchWeeks(run: Run): SwitchWeek[] {
  return rows(
    run,
    `SELECT date(date, '-6 days', 'weekday 1') AS date, route, sum(count) AS count FROM switch_daily
    WHERE outcome = 'effective' OR (route = 'refused' AND outcome = 'routed') GROUP BY 1, 2 ORDER BY 1, 2`,
  );
}
