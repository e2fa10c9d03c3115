import type { QuantileTable } from '../random/index.ts';
import type { Seconds } from '../time/index.ts';
import type { Memory } from './memory.ts';

const HOUR = 3600;

/** The networks: how long they take, and what was offered to them and delivered by them in each hour. */
export class NetworkTally {
  readonly hours: number;
  /** Messages by hour and network. */
  readonly offered: Float64Array;
  readonly delivered: Float64Array;
  private readonly start: Seconds;
  private readonly latency: readonly QuantileTable[];
  private readonly shortest: number;

  /**
   * @param latency by network, in seconds @param shortest least latency, in seconds
   * @param start first simulated second @param end the second after the last
   */
  constructor(memory: Memory, latency: readonly QuantileTable[], shortest: number, start: Seconds, end: Seconds) {
    this.latency = latency;
    this.shortest = shortest;
    this.start = start;
    this.hours = Math.ceil((end - start) / HOUR);
    this.offered = memory.own('network.offered', Float64Array, this.hours * latency.length);
    this.delivered = memory.own('network.delivered', Float64Array, this.hours * latency.length);
  }

  /** Carries a message and returns when it arrives. @param u 32 random bits */
  carry(network: number, sent: Seconds, u: number): Seconds {
    const latency = this.latency[network]!.sample(u);
    const arrival = sent + (latency > this.shortest ? latency : this.shortest);
    const networks = this.latency.length;
    this.offered[(((sent - this.start) / HOUR) | 0) * networks + network]!++;
    const hour = ((arrival - this.start) / HOUR) | 0;
    if (hour < this.hours) this.delivered[hour * networks + network]!++;
    return arrival;
  }
}
