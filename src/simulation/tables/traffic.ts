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
export class MessageRows {
  private readonly market: Market;
  /** Row of the catalogue, network, sender and receiver by channel, and the number of its date by day. */
  private readonly row: Int32Array;
  private readonly network: Int32Array;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly date: Int32Array;
  private readonly dates: string[] = [];

  constructor(market: Market) {
    const { calendar, machinery, parties } = market;
    const { offset, width, channels } = machinery.messages;
    this.market = market;
    this.row = shared(channels);
    this.network = shared(channels);
    this.from = shared(channels);
    this.to = shared(channels);
    ROWS.forEach((message, r) => {
      const [senders, receivers] = [message.from, message.to].map(part => parties.in(SPACE_OF_PART[part]));
      const [begin, end] = [offset[r]!, offset[r + 1] ?? channels];
      this.row.fill(r, begin, end);
      this.network.fill(NETWORK_NAMES.indexOf(message.network), begin, end);
      for (let channel = begin; channel < end; channel++) {
        this.from[channel] = senders![Math.floor((channel - begin) / width[r]!)]!.id;
        this.to[channel] = receivers![(channel - begin) % width[r]!]!.id;
      }
    });
    this.date = shared(calendar.last + 1);
    for (let day = calendar.first; day <= calendar.last; day++)
      this.date[day] = this.dates.push(calendar.date(day)) - 1;
  }

  /** The rows of the days that are closed. @param after leaves out so many of them */
  table(after = 0): Table {
    const { row, network, from, to, date, dates } = this;
    const { days, channels, counts } = this.market.machinery.messages.rows(after);
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
}

/** In memory that is handed to another thread as it is, without a copy; where there is none, in a thread's own. */
function shared(length: number): Int32Array {
  if (typeof SharedArrayBuffer === 'undefined') return new Int32Array(length);
  return new Int32Array(new SharedArrayBuffer(4 * length));
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
