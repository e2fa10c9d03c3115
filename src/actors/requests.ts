import type { Day, Seconds } from '../time/index.ts';

/**
 * What is out of the ordinary about the requests for a service, by service key (2 · id + service): requests
 * after the first, and those that no longer count. Kept apart from the columns because few points have any.
 */
export class Requests {
  /** EFD asked for by a request that is sent and not yet validated. */
  private readonly asked = new Map<number, Day>();
  /** When the latest request before the counting one ceased to count. */
  private readonly ended = new Map<number, Seconds>();
  /** Services whose earlier request had fallen by itself when a later one was validated. */
  private readonly fallen = new Set<number>();

  /** The first of two things that a point waits for, where both may come on one day: when it came. */
  private readonly firsts = new Map<number, Seconds>();

  /** The first of two things has come. */
  meet(id: number, at: Seconds): void {
    this.firsts.set(id, at);
  }

  /** When the first of two things came, 0 if on an earlier day; asks once. */
  met(id: number): Seconds {
    const at = this.firsts.get(id) ?? 0;
    this.firsts.delete(id);
    return at;
  }

  ask(key: number, efd: Day): void {
    this.asked.set(key, efd);
  }

  /** @throws Error if no request was sent */
  askedFor(key: number): Day {
    const efd = this.asked.get(key);
    if (efd === undefined) throw new Error('a request is validated that was not sent');
    return efd;
  }

  /** Whether a request after the first is on its way to the SMRA. */
  underWay(key: number): boolean {
    return this.asked.has(key);
  }

  /** A request after the first is rejected; what was before it stands as it stood. */
  drop(key: number): void {
    this.asked.delete(key);
  }

  /** The earlier request of a service ceases to count. */
  end(key: number, at: Seconds): void {
    this.asked.delete(key);
    this.ended.set(key, at);
  }

  /** Whether an earlier request had ceased to count by then. */
  hadEnded(key: number, by: Seconds): boolean {
    const at = this.ended.get(key);
    return at !== undefined && at <= by;
  }

  noteFallen(key: number): void {
    this.fallen.add(key);
  }

  /** Whether the earlier request had fallen by itself; asks once. */
  takeFallen(key: number): boolean {
    return this.fallen.delete(key);
  }
}
