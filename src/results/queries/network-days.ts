import { BritishTime, parseDate } from '../../time/index.ts';
import type { Run } from '../open-run.ts';
import { days } from './catalogue.ts';
import { networkHours } from './messages.ts';

/** Messages sent over one network on one local day. */
export interface NetworkDay {
  readonly date: string;
  readonly network: string;
  readonly messages: number;
}

/**
 * Messages by day and network, in that order; a network has a row for every day of the calendar, also with none. They are
 * summed from the hours: a local day begins on a full hour of UTC, and `message_daily` has a hundred times as many rows.
 */
export function networkDays(run: Run): NetworkDay[] {
  const dates = days(run).map(({ date }) => date);
  if (dates.length === 0) return [];
  const first = parseDate(dates[0]!);
  const british = new BritishTime(first, parseDate(dates.at(-1)!));
  const hours = networkHours(run);
  const networks = [...new Set(hours.map(({ network }) => network))].sort();
  const found = dates.map(date => networks.map(network => ({ date, network, messages: 0 })));
  for (const { hour, network, offered } of hours) {
    const day = found[british.dayOf(Date.parse(hour) / 1000) - first];
    if (day) day[networks.indexOf(network)]!.messages += offered;
  }
  return found.flat();
}
