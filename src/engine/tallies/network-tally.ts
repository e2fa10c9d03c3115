import type { QuantileTable } from '../../random/index.ts';
import type { Seconds } from '../../time/index.ts';
import type { Memory } from '../memory/memory.ts';

const HOUR = 3600;

/** The networks: how long they take, and what was offered to them and delivered by them in each hour. */
export class NetworkTally {
  readonly hours: number;
  private readonly networks: number;
  /**
   * Messages by hour and network, offered and delivered side by side: most are delivered in the hour in which they are
   * sent. An Int32 holds them, for no run sends 2^31 messages in an hour.
   */
  private readonly counts: Int32Array;
  private readonly start: Seconds;
  private readonly latency: readonly QuantileTable[];
  private readonly shortest: number;

  /**
   * @param latency by network, in seconds @param shortest least latency, in seconds
   * @param start first simulated second @param end the second after the last
   */
  constructor(memory: Memory, latency: readonly QuantileTable[], shortest: number, start: Seconds, end: Seconds) {
    this.latency = latency;
    this.networks = latency.length;
    this.shortest = shortest;
    this.start = start | 0;
    this.hours = Math.ceil((end - start) / HOUR) | 0;
    this.counts = memory.own('network', Int32Array, this.hours * this.networks * 2);
  }

  /** Carries a message and returns when it arrives. @param u 32 random bits */
  carry(network: number, sent: Seconds, u: number): Seconds {
    const latency = this.latency[network]!.sample(u);
    const arrival = (sent + (latency > this.shortest ? latency : this.shortest)) | 0;
    const offered = (((sent | 0) - this.start) / HOUR) | 0;
    const delivered = ((arrival - this.start) / HOUR) | 0;
    this.counts[(offered * this.networks + network) * 2]!++;
    if (delivered < this.hours) this.counts[(delivered * this.networks + network) * 2 + 1]!++;
    return arrival;
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
