import { base, draw, type SeedKeys } from '../random/index.ts';
import type { BritishTime, Seconds } from '../time/index.ts';
import type { Agenda } from './agenda/agenda.ts';
import type { Machinery } from './machinery.ts';
import type { MessageTally } from './tallies/message-tally.ts';
import type { NetworkTally } from './tallies/network-tally.ts';
import type { Obligations } from './tallies/obligations.ts';
import type { Mailbox } from './threads/mailbox.ts';
import type { ActKind, Tracer } from './tracer.ts';

/** Every message between parties takes at least a minute: both networks store and forward. */
export const SHORTEST_DELAY = 60;
/** Draw purposes: messages by their number, service times from here, a model's own from {@link OWN_PURPOSES}. */
const SERVICE_PURPOSES = 512;
export const OWN_PURPOSES = 1024;

/**
 * What a handler sees: an entity (`id`), a time (`now`), and the means to act. All of it happens on the clock of
 * that entity; a handler reads and writes the columns of its own entity and nothing else.
 *
 * A consequence that falls within the current window is taken up at once, depth first; one beyond it is put on
 * the agenda. In the ordered core every consequence is put on the agenda, so the same handlers run event by event.
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
  /** A remark for the acts that follow in the trace. */
  detail: string | null = null;

  /** Consequences before this second are taken up at once. */
  horizon: Seconds;
  /** Position of the current level in the order of the window. */
  rank = 0;

  readonly british: BritishTime;
  private readonly obligations: Obligations;
  private readonly keys: SeedKeys;
  private entityBase = 0;
  /** While a day begins: what is put on the way goes to the thread of its entity. */
  private forAll = false;
  private recipient: Mailbox | null = null;
  /** A deadline just opened: in a trace it stands on the job that is queued for it. */
  private owed: { step: number; due: Seconds } | null = null;
  private readonly agenda: Agenda;
  private readonly machinery: Machinery<never>;
  // The machinery's tables once more as fields of the cursor: one load less on every message.
  private readonly handlers: readonly ((c: never) => void)[];
  private readonly apart: Uint8Array;
  private readonly queueOf: Int32Array;
  private readonly strideOf: Int32Array;
  private readonly ranks: Int32Array;
  private readonly messageNode: Int32Array;
  private readonly messageNetwork: Int32Array;
  private readonly channelOf: Int32Array;
  private readonly channelWidth: Int32Array;
  private readonly messages: MessageTally;
  private readonly network: NetworkTally;
  private readonly tracer: Tracer | null;

  constructor(machinery: Machinery<never>) {
    this.machinery = machinery;
    this.british = machinery.blueprint.british;
    this.keys = machinery.blueprint.keys;
    this.agenda = machinery.agenda;
    this.handlers = machinery.handlers;
    this.apart = machinery.apart;
    this.queueOf = machinery.queueOf;
    this.strideOf = machinery.strideOf;
    this.ranks = machinery.rank;
    this.messageNode = machinery.messageNode;
    this.messageNetwork = machinery.messageNetwork;
    this.channelOf = machinery.messages.offset;
    this.channelWidth = machinery.messages.width;
    this.messages = machinery.messages;
    this.network = machinery.network;
    this.obligations = machinery.obligations;
    this.tracer = machinery.tracer;
    this.horizon = Number.NEGATIVE_INFINITY;
  }

  /** Turns to an entity at a time. */
  place(id: number, branch: number, now: Seconds, since: Seconds): void {
    this.id = id;
    this.branch = branch;
    this.now = now;
    this.since = since;
    this.detail = null;
    this.entityBase = base(this.keys, this.luckOf(id));
    if (this.forAll) this.recipient = this.mailOf(id);
    if (this.tracer !== null) {
      const before = this.traced;
      this.traced = this.tracer.follows(id);
      if (before || this.traced) {
        this.owed = null;
        this.tracer.takeUp(null);
      }
    }
  }

  private mailOf(id: number): Mailbox {
    return this.machinery.mail[this.machinery.blueprint.crew!.ownerOf(id)]!;
  }

  /** The number by which an entity's luck is drawn: its own, unless a model has it otherwise. */
  protected luckOf(id: number): number {
    return id;
  }

  /** 32 random bits for this entity, a purpose (from {@link OWN_PURPOSES}) and the current branch. */
  draw(purpose: number): number {
    return draw(this.keys, this.entityBase, purpose, this.branch);
  }

  /** 32 random bits for this entity and a purpose, whatever the branch. */
  drawOnce(purpose: number): number {
    return draw(this.keys, this.entityBase, purpose, -1);
  }

  /** The luck of the job that has arrived at a served node. */
  drawService(node: number): number {
    return draw(this.keys, this.entityBase, SERVICE_PURPOSES + node, this.branch);
  }

  /**
   * Sends a message; its receiver takes it up when it arrives.
   *
   * @param message its number @param from sender and @param to receiver, by their numbers within their roles
   */
  send(message: number, from: number, to: number): void {
    const arrival = this.dispatch(message, from, to);
    const node = this.messageNode[message]!;
    if (node >= 0) this.reach(node, arrival);
  }

  /** Sends two messages that the receiver takes up when it has both. */
  sendBoth(one: number, other: number, from: number, to: number): void {
    const first = this.dispatch(one, from, to);
    const second = this.dispatch(other, from, to);
    const node = this.messageNode[other]!;
    if (node >= 0) this.reach(node, Math.max(first, second));
  }

  private dispatch(message: number, from: number, to: number): Seconds {
    this.messages.count(this.channelOf[message]! + from * this.channelWidth[message]! + to);
    const u = draw(this.keys, this.entityBase, message, this.branch);
    const arrival = this.network.carry(this.messageNetwork[message]!, this.now, u);
    if (this.traced) this.traceMessage(message, from, to, arrival);
    return arrival;
  }

  /** Goes to a moment: at once if it falls into the current window, else when its time has come. */
  reach(node: number, at: Seconds): void {
    if (at >= this.horizon || this.apart[node] === 1) {
      this.put(this.queueOf[node]!, at);
      return;
    }
    const { now, since, branch, detail } = this;
    const unwritten = this.traced ? this.setAside() : null;
    this.now = at;
    this.detail = null;
    this.handlers[node]!(this as never);
    this.now = now;
    this.since = since;
    this.branch = branch;
    this.detail = detail;
    if (unwritten !== null) this.takeUp(unwritten);
  }

  /** Brings a job to a party's queue for a kind of work; its handler runs when the job is done. */
  work(node: number, party: number): void {
    if (this.traced) this.traceWork(node, party, this.now, 'queued');
    this.put(this.queueOf[node]! + party * this.strideOf[node]!, this.now);
  }

  /** As {@link reach}, for another entity: it takes the moment up by itself, with its own luck. */
  reachFor(id: number, node: number, at: Seconds): void {
    const own = this.id;
    this.id = id;
    this.put(this.queueOf[node]!, at);
    this.id = own;
  }

  /** From now on an entity is traced as another one goes on. */
  protected traceAs(id: number, other: number): void {
    this.tracer?.follow(id, other);
    if (this.forAll && this.tracer) this.mailOf(id).traceAs(id, other);
  }

  private put(queue: number, at: Seconds): void {
    if (at < this.horizon && this.ranks[queue]! <= this.rank) {
      throw new Error(
        `${this.machinery.queueName(queue)} would be reached within its own window; its level comes too early`,
      );
    }
    if (this.recipient !== null) this.recipient.push(queue, at, this.id, this.branch, this.since);
    else this.agenda.push(queue, at, this.id, this.branch, this.since);
  }

  /** Does what begins a day, for the entities of all threads: everything is put on the way to the thread it belongs to. */
  beginForAll(begin: () => void): void {
    const { horizon } = this;
    this.horizon = Number.NEGATIVE_INFINITY;
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

  /** A step begins to be owed by a party, counted from now. */
  owe(step: number, party: number): void {
    this.oweFrom(step, party, this.now);
  }

  /** A step begins to be owed, counted from a given time. */
  oweFrom(step: number, party: number, since: Seconds): void {
    this.since = since;
    this.oweBy(step, party, this.obligations.due(step, since));
  }

  /** A step begins to be owed by a given time. */
  oweBy(step: number, party: number, due: Seconds): void {
    this.obligations.open(step, party, due);
    if (this.traced) this.owed = { step, due };
  }

  /** When a step is due that is owed since `since`. */
  dueOf(step: number): Seconds {
    return this.obligations.due(step, this.since);
  }

  /** The step that was owed since `since` is done now. */
  judge(step: number, party: number): void {
    this.judgeBy(step, party, this.obligations.due(step, this.since));
  }

  /** The step that was owed by a given time is done now. */
  judgeBy(step: number, party: number, due: Seconds): void {
    this.obligations.judge(step, party, this.since, due, this.now);
    if (this.traced && this.tracer !== null) {
      this.tracer.settle(this.id, step, this.branch, due);
      this.tracer.judge(due, this.now);
    }
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
