import { date, int, realOrNull, states, text } from '../columns.ts';
import type { ResultTable } from '../result-table.ts';

/**
 * Tables that only sum others up, for those who ask for a whole run: charts, report and summary would otherwise take
 * seconds over the long tables. They follow from the others and are not part of the digest.
 */
export const rollupTables: readonly ResultTable[] = [
  {
    name: 'segment_daily',
    row: 'state_daily, all suppliers together',
    columns: [date, text('segment', 'MHHS market segment'), ...states],
    order: ['date', 'segment'],
    key: ['date', 'segment'],
    bulk: true,
    indexes: [],
  },
  {
    name: 'network_daily',
    row: 'network_hourly by local day; hours outside the days of the run are left out',
    columns: [
      date,
      text('network', 'DIP, DTN, …'),
      int('offered', 'messages handed to the network on the day'),
      int('delivered', 'messages delivered on the day'),
    ],
    order: ['date', 'network'],
    key: ['date', 'network'],
    bulk: true,
    indexes: [],
  },
  {
    name: 'deadline_total',
    row: 'deadline_daily, all days together',
    columns: [
      text('step', 'step that was due'),
      int('party_id', 'party that had to act'),
      int('met', 'acts in time'),
      int('missed', 'acts too late, or not done though overdue at the end'),
      int('open', 'not done and not yet due at the end of the run'),
    ],
    order: [],
    key: ['step', 'party_id'],
    bulk: true,
    indexes: [],
  },
  {
    name: 'deadline_by_day',
    row: 'deadline_daily, all steps and parties together',
    columns: [
      text('date', 'local date due, YYYY-MM-DD'),
      int('met', 'acts in time'),
      int('missed', 'acts too late, or not done though overdue at the end'),
      int('open', 'not done and not yet due at the end of the run'),
    ],
    order: ['date'],
    key: ['date'],
    bulk: true,
    indexes: [],
  },
  {
    name: 'queue_total',
    row: 'capacity_daily, all days together',
    columns: [
      int('party_id', 'party'),
      text('work', 'kind of work'),
      int('max_backlog', 'largest backlog at the end of a day'),
      text('max_backlog_date', 'first local date with that backlog'),
      realOrNull('mean_utilisation', 'mean utilisation over the days on which the party works, 0 to 1'),
      realOrNull('max_utilisation', 'highest utilisation of a day, 0 to 1'),
      realOrNull('max_wait_min', 'longest wait, minutes'),
      int('done', 'jobs finished'),
    ],
    order: [],
    key: ['party_id', 'work'],
    bulk: true,
    indexes: [],
  },
  {
    name: 'backlog_daily',
    row: "one party's backlog over all its kinds of work, on a day on which a queue of its changed",
    columns: [
      date,
      int('party_id', 'party'),
      int('backlog', 'jobs waiting or in hand at the end of the day'),
      int('change', 'how many more than at the end of the day before'),
    ],
    order: ['date', 'party_id'],
    key: ['date', 'party_id'],
    bulk: true,
    indexes: [],
  },
  {
    name: 'utilisation_weekly',
    row: 'how busy one party was in one week at its busiest kind of work',
    columns: [
      text('week', "local date of the week's Monday"),
      int('party_id', 'party'),
      realOrNull('utilisation', 'mean over the days of the week on which it works, 0 to 1'),
    ],
    order: ['week'],
    key: ['week', 'party_id'],
    bulk: true,
    indexes: [],
  },
  {
    name: 'switch_total',
    row: 'switch_daily, all days and suppliers together',
    columns: [
      text('route', 'forward (migrates with the switch), legacy, mhhs, reverse, refused, or not routed'),
      text('outcome', 'routed, effective (on its EFD), objected to or withdrawn'),
      int('count', 'metering points'),
    ],
    order: [],
    key: ['route', 'outcome'],
    bulk: true,
    indexes: [],
  },
];
