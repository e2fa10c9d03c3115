import { base, draw } from '../random/index.ts';
import type { BritishTime, Seconds } from '../time/index.ts';
import type { Agenda } from './agenda/agenda.ts';
import type { Machinery } from './machinery.ts';
import type { Obligations } from './tallies/obligations.ts';
import type { Mailbox } from './threads/mailbox.ts';
import type { ActKind, Tracer } from './tracer.ts';

/** Every message between parties takes at least a minute: both networks store and forward. */
export const SHORTEST_DELAY = 60;
/** Before every time there is. */
const NEVER = -(2 ** 31);
/** Draw purposes: messages by their number, service times from here, a model's own from {@link OWN_PURPOSES}. */
const SERVICE_PURPOSES = 512;
export const OWN_PURPOSES = 1024;

/**
 * What a handler sees: an entity (`id`), a time (`now`), and the means to act. All of it happens on the clock of
 * that entity; a handler reads and writes the columns of its own entity and nothing else.
 *
 * A consequence that falls within the current window is taken up at once, depth first; one beyond it is put on
 * the agenda. In the ordered core every consequence is put on the agenda, so the same handlers run event by event.
 *
 * Constants. What is done for every message and every job is not a method here, nor in the tallies and queues that it
 * uses, but a closure made by the constructor over constants. A thread makes one market, and so one of each closure; V8
 * then writes the arrays' addresses, their lengths and the numbers themselves into the machine code, where a method looks
 * each of them up and makes sure of what it is. A message comes to some 170 instructions instead of 330. Within a loop in
 * a loop V8 does not see that an array is constant, unless it is taken into a local outside of them.
 */
export class Cursor {
  /** The entity. */
  id = 0;
  /** Unix seconds. */
  now: Seconds = 0;
  /** When what is being answered began: set by {@link owe}, carried along to {@link judge}. */
  since: Seconds = 0;
  /** Which of the entity's parallel threads, 0 to 63. */
  branch = 0;
  /** True while the entity is one of those traced. */
  traced = false;
  /** A remark for the acts that follow in the trace, while there is one. */
  detail: string | null = null;

  /** Consequences before this second are taken up at once. */
  horizon: Seconds = NEVER;
  /** Position of the current level in the order of the window. */
  rank = 0;

  /** Turns to an entity at a time. */
  readonly place: (id: number, branch: number, now: Seconds, since: Seconds) => void;
  /** 32 random bits for this entity, a purpose (from {@link OWN_PURPOSES}) and the current branch. */
  readonly draw: (purpose: number) => number;
  /** 32 random bits for this entity and a purpose, whatever the branch. */
  readonly drawOnce: (purpose: number) => number;
  /** The luck of the job that has arrived at a served node. */
  readonly drawService: (node: number) => number;
  /**
   * Sends a message; its receiver takes it up when it arrives.
   *
   * @param message its number @param from sender and @param to receiver, by their numbers within their roles
   */
  readonly send: (message: number, from: number, to: number) => void;
  /** Sends a message about which its receiver has nothing to do this time, whatever it does about others. */
  readonly tell: (message: number, from: number, to: number) => void;
  /** Sends two messages that the receiver takes up when it has both. */
  readonly sendBoth: (one: number, other: number, from: number, to: number) => void;
  /** Goes to a moment: at once if it falls into the current window, else when its time has come. */
  readonly reach: (node: number, at: Seconds) => void;
  /** Brings a job to a party's queue for a kind of work; its handler runs when the job is done. */
  readonly work: (node: number, party: number) => void;
  /** A step begins to be owed by a party, counted from now. */
  readonly owe: (step: number, party: number) => void;
  /** A step begins to be owed, counted from a given time. */
  readonly oweFrom: (step: number, party: number, since: Seconds) => void;
  /** A step begins to be owed by a given time. */
  readonly oweBy: (step: number, party: number, due: Seconds) => void;
  /** When a step is due that is owed since `since`. */
  readonly dueOf: (step: number) => Seconds;
  /** The step that was owed since `since` is done now. */
  readonly judge: (step: number, party: number) => void;
  /** The step that was owed by a given time is done now. */
  readonly judgeBy: (step: number, party: number, due: Seconds) => void;

  readonly british: BritishTime;
  private readonly obligations: Obligations;
  private readonly put: (queue: number, at: Seconds) => void;
  private entityBase = 0;
  /** While a day begins: what is put on the way goes to the thread of its entity. */
  private forAll = false;
  private recipient: Mailbox | null = null;
  /** A deadline just opened: in a trace it stands on the job that is queued for it. */
  private owed: { step: number; due: Seconds } | null = null;
  private readonly agenda: Agenda;
  private readonly machinery: Machinery<never>;
  private readonly tracer: Tracer | null;

  constructor(machinery: Machinery<never>) {
    const { british, keys } = machinery.blueprint;
    const { agenda, tracer, handlers, apart, queueOf, strideOf, messageNode, messageNetwork } = machinery;
    const ranks = machinery.rank;
    const { count } = machinery.messages;
    const { carry, pass } = machinery.network;
    const { due: dueFrom, open, openFrom, judge: settle, judgeFrom } = machinery.obligations;
    const { push } = agenda;
    this.machinery = machinery;
    this.british = british;
    this.agenda = agenda;
    this.obligations = machinery.obligations;
    this.tracer = tracer;

    const place = (id: number, branch: number, now: Seconds, since: Seconds) => {
      this.id = id;
      this.branch = branch;
      this.now = now;
      this.since = since;
      this.entityBase = base(keys, this.luckOf(id));
      if (this.forAll) this.recipient = this.mailOf(id);
      if (tracer !== null) this.placeTraced(id);
    };
    const put = (queue: number, at: Seconds) => {
      if (at < this.horizon && ranks[queue]! <= this.rank) this.tooLate(queue);
      if (this.recipient !== null) this.recipient.push(queue, at, this.id, this.branch, this.since);
      else push(queue, at, this.id, this.branch, this.since);
    };
    const reach = (node: number, at: Seconds) => {
      if (at >= this.horizon || apart[node] === 1) {
        put(queueOf[node]!, at);
        return;
      }
      if (this.traced) {
        this.reachTraced(node, at);
        return;
      }
      const { now, since, branch } = this;
      this.now = at;
      const handler = handlers[node]!;
      handler(this as never);
      this.now = now;
      this.since = since;
      this.branch = branch;
    };
    const dispatch = (message: number, from: number, to: number): Seconds => {
      count(message, from, to);
      const luck = draw(keys, this.entityBase, message, this.branch);
      const arrival = carry(messageNetwork[message]!, this.now, luck);
      if (this.traced) this.traceMessage(message, from, to, arrival);
      return arrival;
    };
    const oweBy = (step: number, party: number, due: Seconds) => {
      open(step, party, due);
      if (this.traced) this.owed = { step, due };
    };
    const oweFrom = (step: number, party: number, since: Seconds) => {
      this.since = since;
      openFrom(step, party, since);
      if (this.traced) this.owed = { step, due: dueFrom(step, since) };
    };
    const judgeBy = (step: number, party: number, due: Seconds) => {
      settle(step, party, this.since, due, this.now);
      if (this.traced) this.traceVerdict(step, due);
    };

    this.place = place;
    this.put = put;
    this.reach = reach;
    this.draw = purpose => draw(keys, this.entityBase, purpose, this.branch);
    this.drawOnce = purpose => draw(keys, this.entityBase, purpose, -1);
    this.drawService = node => draw(keys, this.entityBase, SERVICE_PURPOSES + node, this.branch);
    const tell = (message: number, from: number, to: number) => {
      // When it arrives matters to the hour alone in which the network delivers it.
      if (this.traced || !pass(messageNetwork[message]!, this.now)) dispatch(message, from, to);
      else count(message, from, to);
    };
    this.tell = tell;
    this.send = (message, from, to) => {
      const node = messageNode[message]!;
      if (node < 0) tell(message, from, to);
      else reach(node, dispatch(message, from, to));
    };
    this.sendBoth = (one, other, from, to) => {
      const first = dispatch(one, from, to);
      const second = dispatch(other, from, to);
      const node = messageNode[other]!;
      if (node >= 0) reach(node, first > second ? first : second);
    };
    this.work = (node, party) => {
      if (this.traced) this.traceWork(node, party, this.now, 'queued');
      put(queueOf[node]! + Math.imul(party, strideOf[node]!), this.now);
    };
    this.owe = (step, party) => oweFrom(step, party, this.now);
    this.oweFrom = oweFrom;
    this.oweBy = oweBy;
    this.dueOf = step => dueFrom(step, this.since);
    this.judge = (step, party) => {
      judgeFrom(step, party, this.since, this.now);
      if (this.traced) this.traceVerdict(step, dueFrom(step, this.since));
    };
    this.judgeBy = judgeBy;
  }

  private placeTraced(id: number): void {
    const tracer = this.tracer!;
    const before = this.traced;
    this.traced = tracer.follows(id);
    if (!before && !this.traced) return;
    this.detail = null;
    this.owed = null;
    tracer.takeUp(null);
  }

  private mailOf(id: number): Mailbox {
    return this.machinery.mail[this.machinery.ownerOf(id)]!;
  }

  /** The number by which an entity's luck is drawn: its own, unless a model has it otherwise. */
  protected luckOf(id: number): number {
    return id;
  }

  /** As {@link reach}, for another entity: it takes the moment up by itself, with its own luck. */
  reachFor(id: number, node: number, at: Seconds): void {
    const own = this.id;
    this.id = id;
    this.put(this.machinery.queueOf[node]!, at);
    this.id = own;
  }

  /** From now on an entity is traced as another one goes on. */
  protected traceAs(id: number, other: number): void {
    this.tracer?.follow(id, other);
    if (this.forAll && this.tracer) this.mailOf(id).traceAs(id, other);
  }

  /** As {@link reach} within the window, for an entity that is traced. */
  private reachTraced(node: number, at: Seconds): void {
    const { now, since, branch, detail } = this;
    const unwritten = this.setAside();
    this.now = at;
    this.detail = null;
    this.machinery.handlers[node]!(this as never);
    this.now = now;
    this.since = since;
    this.branch = branch;
    this.detail = detail;
    this.takeUp(unwritten);
  }

  private tooLate(queue: number): never {
    const name = this.machinery.queueName(queue);
    throw new Error(`${name} would be reached within its own window; its level comes too early`);
  }

  /** Does what begins a day, for the entities of all threads: everything is put on the way to the thread it belongs to. */
  beginForAll(begin: () => void): void {
    const { horizon } = this;
    this.horizon = NEVER;
    this.forAll = true;
    begin();
    this.forAll = false;
    this.recipient = null;
    this.horizon = horizon;
  }

  /** Takes in what has been put on the way for this thread. */
  takeMail(): void {
    this.machinery.mail[this.machinery.crew!.thread]!.empty({
      push: (queue, time, id, branch, since) => this.agenda.push(queue, time, id, branch, since),
      traceAs: (id, other) => this.tracer?.follow(id, other),
    });
  }

  /** What was owed since `since` need no longer be done. */
  release(step: number, party: number): void {
    this.releaseBy(step, party, this.obligations.due(step, this.since));
  }

  /** What was owed by a given time need no longer be done. */
  releaseBy(step: number, party: number, due: Seconds): void {
    this.obligations.release(step, party, due);
    if (this.traced) this.tracer?.settle(this.id, step, this.branch, due);
  }

  /** An internal act, for the trace. */
  did(step: number, party: number): void {
    if (this.traced) this.traceAct('did', step, -1, -1, party, -1, this.now);
  }

  private traceVerdict(step: number, due: Seconds): void {
    const tracer = this.tracer!;
    tracer.settle(this.id, step, this.branch, due);
    tracer.judge(due, this.now);
  }

  traceWork(node: number, party: number, at: Seconds, act: ActKind): void {
    const of = this.machinery.blueprint.nodes[node]!.step;
    const step = typeof of === 'number' ? of : of(this as never);
    const row = this.traceAct(act, step, -1, node, party, -1, at);
    if (act === 'queued' && this.owed?.step === step && row) {
      this.tracer!.owe(this.id, step, this.branch, this.owed.due, row);
      this.owed = null;
    }
  }

  /** What a handler was told and has not written into the trace is its own: not of the handlers that it sets off. */
  private setAside() {
    const { owed } = this;
    this.owed = null;
    return { owed, verdict: this.tracer!.setAside() };
  }

  private takeUp({ owed, verdict }: ReturnType<typeof this.setAside>): void {
    this.owed = owed;
    this.tracer!.takeUp(verdict);
  }

  private traceMessage(message: number, from: number, to: number, arrival: Seconds): void {
    const step = this.machinery.blueprint.messages[message]!.step;
    this.traceAct('sent', step, message, -1, from, to, this.now);
    this.traceAct('received', step, message, -1, from, to, arrival);
  }

  private traceAct(act: ActKind, step: number, message: number, node: number, from: number, to: number, at: Seconds) {
    const { id, branch, detail } = this;
    return this.tracer?.write({ id, at, act, message, node, step, from, to, branch, detail }) ?? null;
  }
}
