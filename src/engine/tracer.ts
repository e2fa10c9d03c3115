import type { Seconds } from '../time/index.ts';
import type { Divided, State } from './memory/state.ts';

/** What an act in a trace is. */
export type ActKind = 'sent' | 'received' | 'queued' | 'started' | 'finished' | 'did';

/** One act in the life of a traced entity. */
export interface TraceAct {
  /** The entity as which it is traced, and the one that it is. */
  readonly id: number;
  readonly entity: number;
  readonly at: Seconds;
  readonly act: ActKind;
  /** Number of the message sent or received; −1 for work and internal acts. */
  readonly message: number;
  /** Number of the node for work that is queued, started or finished; else −1. */
  readonly node: number;
  /** Number of the step that the act belongs to. */
  readonly step: number;
  readonly from: number;
  readonly to: number;
  readonly branch: number;
  readonly detail: string | null;
  due: Seconds | null;
  outcome: 'met' | 'missed' | 'open' | null;
}

/** How a deadline was kept, until the act that kept it is written. */
interface Verdict {
  readonly due: Seconds;
  readonly outcome: 'met' | 'missed';
}

const RANK: Record<ActKind, number> = { received: 0, queued: 1, started: 2, finished: 3, did: 4, sent: 5 };

/** Full rows for the few entities that are traced. */
export class Tracer implements Divided {
  /** By entity: as whom it is traced. */
  private readonly traced = new Map<number, number>();
  /** A sieve before the set is asked: every event of every entity comes by here. */
  private readonly sieve = new Uint8Array(1 << 16);
  private readonly acts: TraceAct[] = [];
  /** Deadlines owed and not yet judged: the acts that they are to stand on, by what owes them and when it is due. */
  private readonly owed = new Map<string, TraceAct[]>();
  private verdict: Verdict | null = null;

  constructor(ids: readonly number[]) {
    for (const id of ids) this.include(id, id);
  }

  /** An entity's life goes on as another's, if that one is traced. */
  follow(id: number, other: number): void {
    const as = this.traced.get(other);
    if (as !== undefined) this.include(id, as);
  }

  private include(id: number, as: number): void {
    this.traced.set(id, as);
    this.sieve[id & 0xffff] = 1;
  }

  follows(id: number): boolean {
    return this.sieve[id & 0xffff] === 1 && this.traced.has(id);
  }

  /** Writes an act down; a verdict given just before stands on it. */
  write(act: Omit<TraceAct, 'entity' | 'due' | 'outcome'>): TraceAct {
    const row: TraceAct = {
      ...act,
      id: this.traced.get(act.id) ?? act.id,
      entity: act.id,
      due: this.verdict?.due ?? null,
      outcome: this.verdict?.outcome ?? null,
    };
    this.verdict = null;
    this.acts.push(row);
    return row;
  }

  /** A deadline begins; until it is judged it stands on the act that began it. */
  owe(id: number, step: number, branch: number, due: Seconds, begun: TraceAct): void {
    begun.due = due;
    begun.outcome = 'open';
    const key = `${id}:${step}:${branch}:${due}`;
    const known = this.owed.get(key);
    if (known) known.push(begun);
    else this.owed.set(key, [begun]);
  }

  /** A deadline is judged or falls away: it no longer stands on the act that began it, the earliest if there are several. */
  settle(id: number, step: number, branch: number, due: Seconds): void {
    const key = `${id}:${step}:${branch}:${due}`;
    const all = this.owed.get(key);
    if (!all) return;
    const begun = all.reduce((first, act) => (act.at < first.at ? act : first));
    begun.due = null;
    begun.outcome = null;
    if (all.length === 1) this.owed.delete(key);
    else all.splice(all.indexOf(begun), 1);
  }

  /** Takes away the verdict for which no act has been written yet, and returns it. */
  setAside(): Verdict | null {
    const { verdict } = this;
    this.verdict = null;
    return verdict;
  }

  /** Gives the current handler its verdict back, or none. */
  takeUp(verdict: Verdict | null): void {
    this.verdict = verdict;
  }

  /** The verdict for the next act that the same handler writes. */
  judge(due: Seconds, at: Seconds): void {
    this.verdict = { due, outcome: at <= due ? 'met' : 'missed' };
  }

  save(): State {
    const known = {
      acts: this.acts,
      owed: [...this.owed].map(([key, acts]) => [key, acts.map(act => this.acts.indexOf(act))] as const),
      traced: [...this.traced],
    };
    return { known: new TextEncoder().encode(JSON.stringify(known)) };
  }

  add(state: State, mine: (id: number) => boolean): void {
    const known = JSON.parse(new TextDecoder().decode(state.known as Uint8Array)) as {
      acts: TraceAct[];
      owed: [string, number[]][];
      traced: [number, number][];
    };
    this.acts.push(...known.acts.filter(act => mine(act.entity)));
    for (const [key, indexes] of known.owed) {
      const acts = indexes.map(i => known.acts[i]!).filter(act => mine(act.entity));
      if (acts.length > 0) this.owed.set(key, [...(this.owed.get(key) ?? []), ...acts]);
    }
    for (const [id, as] of known.traced) this.include(id, as);
  }

  /** All acts up to the end of the run, in the order of time; what is due by then and not done is missed. */
  finish(end: Seconds): TraceAct[] {
    for (const act of [...this.owed.values()].flat()) act.outcome = act.due! <= end ? 'missed' : 'open';
    return this.acts
      .filter(a => a.at < end)
      .sort(
        (a, b) =>
          a.id - b.id ||
          a.at - b.at ||
          a.step - b.step ||
          RANK[a.act] - RANK[b.act] ||
          a.message - b.message ||
          a.to - b.to ||
          a.branch - b.branch ||
          a.from - b.from ||
          a.entity - b.entity,
      );
  }
}
