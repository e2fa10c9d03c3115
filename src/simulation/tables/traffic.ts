import { NETWORK_NAMES, ROWS } from '../../procedures/index.ts';
import { formatTime } from '../../time/index.ts';
import type { Market } from '../build.ts';
import { SPACE_OF_PART } from '../stages.ts';
import type { Table } from '../table.ts';
import { Rows } from './rows.ts';

/**
 * Messages by day, step, flow, sender and receiver: by far the largest table. What the tally has is taken as it is: a row is
 * a day, a channel and a count, and the columns hold what each day and each channel stands for.
 */
export function messageTable({ calendar, machinery, parties }: Market): Table {
  const { days, channels, counts } = machinery.messages.rows();
  const { offset, width, channels: size } = machinery.messages;
  const row = new Int32Array(size);
  const network = new Int32Array(size);
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  ROWS.forEach((message, r) => {
    const [senders, receivers] = [message.from, message.to].map(part => parties.in(SPACE_OF_PART[part]));
    const [begin, end] = [offset[r]!, offset[r + 1] ?? size];
    row.fill(r, begin, end);
    network.fill(NETWORK_NAMES.indexOf(message.network), begin, end);
    for (let channel = begin; channel < end; channel++) {
      from[channel] = senders![Math.floor((channel - begin) / width[r]!)]!.id;
      to[channel] = receivers![(channel - begin) % width[r]!]!.id;
    }
  });
  const date = new Int32Array(calendar.last + 1);
  const dates: string[] = [];
  for (let day = calendar.first; day <= calendar.last; day++) date[day] = dates.push(calendar.date(day)) - 1;
  const steps = ROWS.map(r => r.step.ref);
  const flows = ROWS.map(r => r.flow);
  return {
    name: 'message_daily',
    length: counts.length,
    columns: [
      { name: 'date', kind: 'text', codes: date, words: dates, places: days },
      { name: 'step', kind: 'text', codes: row, words: steps, places: channels },
      { name: 'flow', kind: 'text', codes: row, words: flows, places: channels },
      { name: 'network', kind: 'text', codes: network, words: NETWORK_NAMES, places: channels },
      { name: 'from_party', kind: 'integer', values: from, places: channels },
      { name: 'to_party', kind: 'integer', values: to, places: channels },
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
    let time: string | undefined;
    NETWORK_NAMES.forEach((name, n) => {
      const into = offered[hour * NETWORK_NAMES.length + n]!;
      const out = delivered[hour * NETWORK_NAMES.length + n]!;
      if (into === 0 && out === 0 && queued[n] === 0) return;
      queued[n]! += into - out;
      time ??= formatTime(start + hour * 3600);
      rows.add(time, name, into, out, queued[n]!);
    });
  }
  return rows.table();
}
