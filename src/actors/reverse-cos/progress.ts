import type { Seconds } from '../../time/index.ts';
import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE, type NodeName } from '../nodes.ts';

/** What has come of what a reverse migration waits for: bits that {@link Act.got} keeps for the registration. */
export const GOT = {
  d0011Metering: 1,
  d0011Collector: 2,
  d0011Aggregator: 4,
  d0205: 8,
  /** The IF-003s have gone out. */
  told: 16,
  /** They named the incoming MOA. */
  moaNamed: 32,
  mtds: 64,
  d0367: 128,
  /** The old supplier has a switch read, or makes one. */
  read: 256,
} as const;

/** The three threads that the new supplier begins with its agents: branches of their messages. */
export const METERING: number = 0;
export const COLLECTOR: number = 1;
export const AGGREGATOR: number = 2;

/** When the old supplier makes a switch read if none has come: as the 4th day after the EFD begins. */
const READ_BY = 4;

/** A step is owed by a party and waits for its hands, unless the switch has fallen. */
export function takeOn(c: Act, step: number, debtor: number, work: NodeName, party: number): void {
  if (c.dead) return;
  c.owe(step, debtor);
  c.work(NODE[work], party);
}

/** Whether the D0205 will lack the incoming MOA. Unmetered supplies have none. */
export function lacksMoa(c: Act): boolean {
  return !c.isUms && c.drawOnce(DRAW.missingMoa) < c.switching.missingMoaBelow;
}

/** From here on the old supplier no longer waits for a switch read. */
export function readMissingAt(c: Act): Seconds {
  return c.midnight(c.registered + READ_BY);
}
