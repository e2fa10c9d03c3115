import type { Divided, Numbers, State } from '../engine/index.ts';
import type { Day, Seconds } from '../time/index.ts';

/** A request for a service that counted until a later one took its place. */
export interface FormerRequest {
  readonly request: number;
  /** Where it stood when it was replaced: brought up to then by what folds of the same day still tell of it. */
  status: number;
  readonly until: Seconds;
  /** The request that took its place. */
  readonly successor: number;
}

/**
 * What is out of the ordinary about the requests for a service, by service key (2 · id + service): requests
 * after the first, and those that no longer count. Kept apart from the columns because few points have any.
 */
export class Requests implements Divided {
  /** EFD asked for by a request that is sent and not yet validated. */
  private readonly asked = new Map<number, Day>();
  /** In the order in which they were replaced. */
  private readonly formers = new Map<number, FormerRequest[]>();
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

  /** The request that counts is replaced by a later one that is valid. */
  replace(key: number, former: FormerRequest): void {
    this.asked.delete(key);
    const formers = this.formers.get(key);
    if (formers) formers.push(former);
    else this.formers.set(key, [former]);
  }

  /** A request that no longer counts; undefined for one that counts or never did. */
  former(key: number, request: number): FormerRequest | undefined {
    return this.formers.get(key)?.find(f => f.request === request);
  }

  /** The request that another one replaced. */
  before(key: number, successor: number): FormerRequest | undefined {
    return this.formers.get(key)?.find(f => f.successor === successor);
  }

  /** The service is appointed; what was before no longer matters. */
  forget(key: number): void {
    this.formers.delete(key);
  }

  save(): State {
    const formers = [...this.formers].flatMap(([key, all]) =>
      all.flatMap(f => [key, f.request, f.status, f.until, f.successor]),
    );
    return {
      asked: Int32Array.from([...this.asked].flat()),
      firsts: Int32Array.from([...this.firsts].flat()),
      formers: Int32Array.from(formers),
    };
  }

  add({ asked, firsts, formers }: State, mine: (id: number) => boolean): void {
    each(asked!, 2, ([key, efd]) => {
      if (mine(key! >> 1)) this.asked.set(key!, efd!);
    });
    each(firsts!, 2, ([id, at]) => {
      if (mine(id!)) this.firsts.set(id!, at!);
    });
    each(formers!, 5, ([key, request, status, until, successor]) => {
      const known = this.formers.get(key!) ?? [];
      const former = { request: request!, status: status!, until: until!, successor: successor! };
      if (mine(key! >> 1)) this.formers.set(key!, [...known, former]);
    });
  }
}

/** Shows the words of a list, so many at a time. */
function each(words: Numbers, width: number, visit: (words: Numbers) => void): void {
  for (let at = 0; at < words.length; at += width) visit(words.subarray(at, at + width));
}
