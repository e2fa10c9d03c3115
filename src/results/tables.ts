import type { ColumnType, ResultColumn, ResultTable } from './result-table.ts';

const column =
  (type: ColumnType, nullable: boolean) =>
  (name: string, meaning: string): ResultColumn => ({ name, type, nullable, meaning });

const int = column('INTEGER', false);
const intOrNull = column('INTEGER', true);
const realOrNull = column('REAL', true);
const text = column('TEXT', false);
const textOrNull = column('TEXT', true);

const date = text('date', 'local date, YYYY-MM-DD');
const states = [
  int('legacy', 'metering points in the legacy arrangements at the end of the day'),
  int('forward', 'metering points on their way to MHHS at the end of the day'),
  int('mhhs', 'metering points in the MHHS arrangements at the end of the day'),
  int('reverse', 'metering points on their way back at the end of the day'),
];

const facts: readonly ResultTable[] = [
  {
    name: 'party',
    row: 'one party in one role',
    columns: [
      int('party_id', "the party's number in this run"),
      text('mpid', 'market participant id'),
      text('name', 'name'),
      text('role', 'role that the party plays'),
      textOrNull('parent', 'company that the party belongs to'),
    ],
    order: ['party_id'],
    key: ['party_id'],
    indexes: [],
  },
  {
    name: 'area',
    row: 'one distribution area (or the IDNOs together)',
    columns: [
      int('area_id', "the area's number in this run"),
      text('gsp_group', 'GSP group, e.g. _A'),
      text('name', 'name'),
      text('distributor', 'distributor prefix of the MPAN core, e.g. 10'),
    ],
    order: ['area_id'],
    key: ['area_id'],
    indexes: [],
  },
  {
    name: 'step',
    row: 'one step of the catalogue',
    columns: [
      text('step', 'number of the step, e.g. 3.1.10'),
      text('procedure', 'procedure that the step belongs to'),
      text('title', 'what is done'),
      textOrNull('from_role', 'role that acts'),
      textOrNull('to_role', 'roles that receive'),
      textOrNull('flow', 'flows sent, e.g. IF-031, D0151'),
      textOrNull('network', 'DIP, DTN, CSS or bilateral'),
      textOrNull('due', 'the deadline in words, e.g. 5 WD'),
      textOrNull('source', 'paragraph of the source'),
    ],
    order: ['procedure', 'step'],
    key: ['step'],
    indexes: [],
  },
  {
    name: 'day',
    row: 'one local day of the run',
    columns: [
      date,
      int('working_day', '1 on a Working Day, else 0'),
      textOrNull('holiday', 'name of the bank holiday'),
      int('migration_day', '1 where migrations may start, else 0'),
      textOrNull('milestone', "milestones of the day, joined by ', '"),
    ],
    order: ['date'],
    key: ['date'],
    indexes: [],
  },
];

const daily: readonly ResultTable[] = [
  {
    name: 'state_daily',
    row: 'states of the metering points of one segment and supplier on one day',
    columns: [date, text('segment', 'MHHS market segment'), int('supplier_id', 'party_id of the supplier'), ...states],
    order: ['date', 'segment', 'supplier_id'],
    key: ['date', 'segment', 'supplier_id'],
    indexes: [],
  },
  {
    name: 'area_daily',
    row: 'states of the metering points of one area on one day',
    columns: [date, int('area_id', 'area'), ...states],
    order: ['date', 'area_id'],
    key: ['date', 'area_id'],
    indexes: [],
  },
  {
    name: 'migration_daily',
    row: "one supplier's migrations on one day",
    columns: [
      date,
      int('supplier_id', 'party_id of the supplier'),
      int('planned', 'starts planned for the day'),
      int('started', 'first IF-031 sent'),
      int('completed', 'metering points whose EFD is the day'),
      int('rejected', 'requests rejected'),
      int('cancelled', 'requests that fell, e.g. at gate closure'),
      int('reversed', 'metering points back in the legacy arrangements'),
      int('waiting', 'starts put off by a threshold, at the end of the day'),
    ],
    order: ['date', 'supplier_id'],
    key: ['date', 'supplier_id'],
    indexes: [],
  },
  {
    name: 'message_daily',
    row: 'messages of one step and flow between two parties, sent on one day',
    columns: [
      date,
      text('step', 'step of the catalogue'),
      text('flow', 'flow'),
      text('network', 'DIP, DTN, CSS or bilateral'),
      int('from_party', 'party_id of the sender'),
      int('to_party', 'party_id of the receiver'),
      int('count', 'messages'),
    ],
    order: ['date', 'step', 'flow', 'network', 'from_party', 'to_party'],
    // By far the longest table: an index would take longer to make than the whole table takes to read.
    indexes: [],
  },
  {
    name: 'network_hourly',
    row: 'one network in one hour',
    columns: [
      text('hour', 'start of the hour, ISO 8601 UTC'),
      text('network', 'DIP, DTN, …'),
      int('offered', 'messages handed to the network in the hour'),
      int('delivered', 'messages delivered in the hour'),
      int('queued', 'messages under way or held at the end of the hour'),
    ],
    order: ['hour', 'network'],
    key: ['hour', 'network'],
    indexes: [],
  },
  {
    name: 'deadline_daily',
    row: 'deadlines of one step and party that fell due on one day',
    columns: [
      text('date', 'local date due, YYYY-MM-DD'),
      text('step', 'step that was due'),
      int('party_id', 'party that had to act'),
      int('met', 'acts in time'),
      int('missed', 'acts too late, or not done though overdue at the end'),
      int('open', 'not done and not yet due at the end of the run'),
    ],
    order: ['date', 'step', 'party_id'],
    indexes: [
      ['step', 'date'],
      ['party_id', 'date'],
    ],
  },
  {
    name: 'capacity_daily',
    row: "one party's queue for one kind of work on one day",
    columns: [
      date,
      int('party_id', 'party'),
      text('work', 'kind of work'),
      int('arrived', 'jobs that arrived'),
      int('done', 'jobs finished'),
      int('backlog', 'jobs waiting or in hand at the end of the day'),
      realOrNull('utilisation', 'share of the working time spent on jobs, 0 to 1; no value where nobody works'),
      realOrNull('wait_mean_min', 'mean wait before the start, minutes'),
      realOrNull('wait_p95_min', '95th percentile of the wait, minutes'),
      realOrNull('wait_max_min', 'longest wait, minutes'),
    ],
    order: ['date', 'party_id', 'work'],
    key: ['party_id', 'work', 'date'],
    indexes: [],
  },
  {
    name: 'exception_daily',
    row: 'exceptions of one kind on one day',
    columns: [
      date,
      text('kind', 'kind of exception'),
      intOrNull('party_id', 'party concerned, where there is one'),
      int('count', 'exceptions'),
    ],
    order: ['date', 'kind', 'party_id'],
    key: ['date', 'kind', 'party_id'],
    indexes: [],
  },
  {
    name: 'switch_daily',
    row: 'switches of one route and outcome to one supplier on one day',
    columns: [
      date,
      text('route', 'forward (migrates with the switch), legacy, mhhs, reverse, refused, or not routed'),
      text('outcome', 'routed, effective (on its EFD), objected to or withdrawn'),
      int('supplier_id', 'party_id of the new supplier'),
      int('count', 'metering points'),
    ],
    order: ['date', 'route', 'outcome', 'supplier_id'],
    key: ['date', 'route', 'outcome', 'supplier_id'],
    indexes: [],
    since: 2,
  },
];

const whole: readonly ResultTable[] = [
  {
    name: 'outstanding',
    row: 'metering points of one segment, supplier and state that are not under MHHS at the end, and why',
    columns: [
      text('segment', 'MHHS market segment'),
      int('supplier_id', 'party_id of the supplier'),
      text('state', 'legacy, forward or reverse'),
      text('reason', 'why they are not under MHHS'),
      int('count', 'metering points'),
    ],
    order: ['segment', 'supplier_id', 'state', 'reason'],
    key: ['segment', 'supplier_id', 'state', 'reason'],
    indexes: [],
  },
  {
    name: 'latency',
    row: 'how long one step took one party, over the whole run',
    columns: [
      text('step', 'step'),
      int('party_id', 'party that acted'),
      int('count', 'acts measured'),
      realOrNull('mean_min', 'mean from trigger to act, minutes'),
      realOrNull('p50_min', 'median, minutes'),
      realOrNull('p90_min', '90th percentile, minutes'),
      realOrNull('p99_min', '99th percentile, minutes'),
      realOrNull('max_min', 'longest, minutes'),
    ],
    order: ['step', 'party_id'],
    key: ['step', 'party_id'],
    indexes: [],
  },
  {
    name: 'point',
    row: 'one traced metering point',
    columns: [
      text('msid', 'MPAN core, 13 digits'),
      int('point', "the metering point's number in the market"),
      textOrNull('segment', 'MHHS market segment'),
      textOrNull('meter', 'meter type'),
      textOrNull('direction', 'import or export'),
      textOrNull('energised', 'energised or de-energised'),
      textOrNull('complex', 'complex or not'),
      intOrNull('area_id', 'distribution area'),
      intOrNull('supplier_id', 'party_id of the supplier at the end of the run'),
      textOrNull('related', 'MPAN cores of linked metering points, joined by a blank'),
      textOrNull('state', 'state at the end of the run'),
    ],
    order: ['point'],
    key: ['point'],
    indexes: [['msid']],
  },
  {
    name: 'trace',
    row: 'one act in the life of a traced metering point',
    columns: [
      text('msid', 'MPAN core, 13 digits'),
      int('point', "the metering point's number in the market"),
      int('seq', 'place of the act in the life of the metering point, from 0'),
      text('at', 'time of the act, ISO 8601 UTC'),
      text('step', 'step'),
      text('act', 'sent, received, queued, started, finished or did'),
      intOrNull('from_party', 'party_id of who acts or sends'),
      intOrNull('to_party', 'party_id of the receiver'),
      textOrNull('flow', 'flow'),
      textOrNull('network', 'network'),
      textOrNull('due', 'time due, ISO 8601 UTC, on the row that the deadline judges'),
      textOrNull('outcome', 'met, missed or open, on the row that the deadline judges'),
      textOrNull('detail', 'accept or reject with its reason, EFD, read or deemed, …'),
    ],
    order: ['point', 'seq'],
    key: ['point', 'seq'],
    indexes: [['msid', 'at', 'seq']],
  },
  {
    name: 'invariant',
    row: 'one thing that must always hold',
    columns: [
      text('name', 'what must hold'),
      int('holds', '1 if it held throughout, else 0'),
      int('checks', 'how often it was checked'),
      textOrNull('detail', 'the first case that broke it'),
    ],
    order: ['name'],
    key: ['name'],
    indexes: [],
  },
];

/** The tables as data, in the order in which they are written and digested. */
export const tables: readonly ResultTable[] = [...facts, ...daily, ...whole];
