import { NETWORK_NAMES, ROWS } from '../../procedures/index.ts';
import { formatTime } from '../../time/index.ts';
import type { Market } from '../build.ts';
import { SPACE_OF_PART } from '../stages.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

/** Messages by day, step, flow, sender and receiver: the largest table, so it is filled column by column. */
export function messageTable({ calendar, machinery, parties }: Market): Table {
  const { days, channels, counts } = machinery.messages.rows();
  const { offset, width } = machinery.messages;
  const rowOf = new Int32Array(machinery.messages.today.length);
  ROWS.forEach((_, r) => {
    rowOf.fill(r, offset[r], ROWS[r + 1] ? offset[r + 1]! : rowOf.length);
  });
  const ids = (part: (typeof ROWS)[number]['from']) => parties.in(SPACE_OF_PART[part]).map(p => p.id);
  const senders = ROWS.map(r => ids(r.from));
  const receivers = ROWS.map(r => ids(r.to));
  const n = counts.length;
  const date = new Int32Array(n);
  const row = new Int32Array(n);
  const network = new Int32Array(n);
  const from = new Int32Array(n);
  const to = new Int32Array(n);
  const networkOf = ROWS.map(r => NETWORK_NAMES.indexOf(r.network));
  for (let i = 0; i < n; i++) {
    const r = rowOf[channels[i]!]!;
    const pair = channels[i]! - offset[r]!;
    date[i] = days[i]! - calendar.first;
    row[i] = r;
    network[i] = networkOf[r]!;
    from[i] = senders[r]![Math.floor(pair / width[r]!)]!;
    to[i] = receivers[r]![pair % width[r]!]!;
  }
  const dates: string[] = [];
  for (let day = calendar.first; day <= calendar.last; day++) dates.push(calendar.date(day));
  return {
    name: 'message_daily',
    length: n,
    columns: [
      { name: 'date', kind: 'text', codes: date, words: dates },
      { name: 'step', kind: 'text', codes: row, words: ROWS.map(r => r.step.ref) },
      { name: 'flow', kind: 'text', codes: row, words: ROWS.map(r => r.flow) },
      { name: 'network', kind: 'text', codes: network, words: NETWORK_NAMES },
      { name: 'from_party', kind: 'integer', values: from },
      { name: 'to_party', kind: 'integer', values: to },
      { name: 'count', kind: 'integer', values: counts },
    ],
  };
}

/** Messages offered to, delivered by and under way in each network, hour by hour. */
export function networkTable({ calendar, machinery }: Market): Table {
  const rows = new Rows('network_hourly', {
    hour: 'text',
    network: 'text',
    offered: 'integer',
    delivered: 'integer',
    queued: 'integer',
  });
  const { hours, offered, delivered } = machinery.network;
  const start = calendar.british.midnight(calendar.first);
  const queued = NETWORK_NAMES.map(() => 0);
  for (let hour = 0; hour < hours; hour++) {
    NETWORK_NAMES.forEach((name, n) => {
      const into = offered[hour * NETWORK_NAMES.length + n]!;
      const out = delivered[hour * NETWORK_NAMES.length + n]!;
      if (into === 0 && out === 0 && queued[n] === 0) return;
      queued[n]! += into - out;
      rows.add(formatTime(start + hour * 3600), name, into, out, queued[n]!);
    });
  }
  return rows.table();
}
