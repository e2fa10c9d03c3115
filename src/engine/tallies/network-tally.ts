import { type QuantileTable, TableSet } from '../../random/index.ts';
import { lookUp, type Seconds } from '../../time/index.ts';
import type { Memory } from '../memory/memory.ts';

const HOUR = 3600;

/** The networks: how long they take, and what was offered to them and delivered by them in each hour. */
export class NetworkTally {
  readonly hours: number;
  /** Carries a message and returns when it arrives. @param luck 32 random bits */
  readonly carry: (network: number, sent: Seconds, luck: number) => Seconds;
  /**
   * Carries a message of which nobody needs to know when it arrives, if it is certain in which hour that is.
   * @returns whether it was; else it is still to be carried
   */
  readonly pass: (network: number, sent: Seconds) => boolean;
  /**
   * Messages by hour and network, offered and delivered side by side: most are delivered in the hour in which they are
   * sent. An Int32 holds them, for no run sends 2^31 messages in an hour.
   */
  private readonly counts: Int32Array;

  /**
   * @param latency by network, in seconds @param least latency, in seconds
   * @param first first simulated second @param end the second after the last
   */
  constructor(memory: Memory, latency: readonly QuantileTable[], least: number, first: Seconds, end: Seconds) {
    // Closures over constants: see engine/cursor.ts.
    const networks = latency.length;
    const shortest = least | 0;
    const start = first | 0;
    const hours = Math.ceil((end - first) / HOUR) | 0;
    const counts = memory.own('network', Int32Array, hours * networks * 2);
    const { sample } = new TableSet(latency);
    const longest = lookUp(latency.map(table => Math.max(shortest, table.sample(2 ** 32 - 1))));
    this.hours = hours;
    this.counts = counts;
    this.carry = (network, sent, luck) => {
      const took = sample(network, luck);
      const arrival = (sent + (took > shortest ? took : shortest)) | 0;
      const offered = ((sent - start) / HOUR) | 0;
      const delivered = ((arrival - start) / HOUR) | 0;
      counts[Math.imul(Math.imul(offered, networks) + network, 2)]!++;
      if (delivered < hours) counts[Math.imul(Math.imul(delivered, networks) + network, 2) + 1]!++;
      return arrival;
    };
    this.pass = (network, sent) => {
      const since = (sent - start) | 0;
      const hour = (since / HOUR) | 0;
      if (since - Math.imul(hour, HOUR) + longest[network]! >= HOUR) return false;
      const at = Math.imul(Math.imul(hour, networks) + network, 2);
      counts[at]!++;
      counts[at + 1]!++;
      return true;
    };
  }

  /** Messages sent, by hour and network: entry hour · networks + network. */
  get offered(): Int32Array {
    return this.counts.filter((_, i) => i % 2 === 0);
  }

  /** Messages that arrived, likewise. */
  get delivered(): Int32Array {
    return this.counts.filter((_, i) => i % 2 === 1);
  }
}
