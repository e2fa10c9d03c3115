import type { Agenda } from './agenda/agenda.ts';
import { MAX_QUEUES } from './agenda/agenda.ts';
import { Heap } from './agenda/heap.ts';
import { LevelAgenda } from './agenda/level-agenda.ts';
import type { Blueprint } from './blueprint.ts';
import { type Levels, levelsOf } from './levels.ts';
import { Memory } from './memory/memory.ts';
import { type ServerSpec, Servers } from './servers.ts';
import { MessageTally } from './tallies/message-tally.ts';
import { NetworkTally } from './tallies/network-tally.ts';
import { Obligations } from './tallies/obligations.ts';
import type { Crew } from './threads/crew.ts';
import { Jobs } from './threads/jobs.ts';
import { Mailbox } from './threads/mailbox.ts';
import { Tracer } from './tracer.ts';

/** Which core runs the model: event by event in time order, or folded, level by level. Never changes a result. */
export type Core = 'folded' | 'ordered';

/** A blueprint worked out: queues, levels, agenda and tallies, all as plain arrays. */
export class Machinery<C> {
  readonly blueprint: Blueprint<C>;
  readonly core: Core;
  readonly levels: Levels;
  readonly days: number;
  /** First queue of each node; a served node has one for each party, `strideOf` apart. */
  readonly queueOf: Int32Array;
  /** Nodes that share their servers have their queues for one party side by side: how many there are. */
  readonly strideOf: Int32Array;
  /** By queue: the queue under which its servers are kept, and the first queue after those that share them. */
  readonly serversOf: Int32Array;
  readonly sharedEnd: Int32Array;
  /** The queue in which a served node's finished jobs wait when they end beyond the window. */
  readonly doneQueueOf: Int32Array;
  readonly nodeOf: Int32Array;
  /** By queue: order within a second, and of levels within a window. Moments come before jobs. */
  readonly rank: Int32Array;
  readonly queues: number;
  readonly apart: Uint8Array;
  readonly handlers: readonly ((c: C) => void)[];
  readonly messageNode: Int32Array;
  readonly messageNetwork: Int32Array;
  readonly agenda: Agenda;
  readonly messages: MessageTally;
  readonly network: NetworkTally;
  readonly obligations: Obligations;
  readonly servers: Servers;
  readonly tracer: Tracer | null;
  readonly memory: Memory;
  readonly crew: Crew | null;
  /** Where several threads book queues together. */
  readonly jobs: Jobs | null;
  /** Whether how long a job of a queue takes is a matter of its luck. */
  readonly isDrawn: (queue: number) => boolean;
  /** Books a job, and returns when it is finished. @param whose placed at the job's entity, where its luck matters */
  readonly book: (queue: number, arrival: number, whose: { drawService(node: number): number }) => number;
  /** By thread: what the leader puts on the way for it as a day begins; its own it puts there itself. */
  readonly mail: readonly Mailbox[];

  /**
   * @param window seconds that the folded core takes at a time: a divisor of a day; a model with a circle of work
   *   needs windows of the shortest delay, and gets them
   * @throws Error if there are more queues than an event can name
   */
  constructor(blueprint: Blueprint<C>, core: Core, window: number, shortest: number) {
    this.blueprint = blueprint;
    this.core = core;
    this.levels = levelsOf(blueprint.nodes);
    this.days = blueprint.last - blueprint.first + 1;
    const { nodes, british } = blueprint;
    this.queueOf = new Int32Array(nodes.length);
    this.strideOf = new Int32Array(nodes.length).fill(1);
    this.doneQueueOf = new Int32Array(nodes.length).fill(-1);
    const nodeOf: number[] = [];
    const rank: number[] = [];
    const specs: (ServerSpec | null)[] = [];
    const serversOf: number[] = [];
    const sharedEnd: number[] = [];
    const add = (node: number, phase: number, servers: number, end: number, spec: ServerSpec | null) => {
      nodeOf.push(node);
      rank.push(this.levels.level[node]! * 2 + phase);
      serversOf.push(servers);
      sharedEnd.push(end);
      specs.push(spec);
    };
    const alone = (node: number) => add(node, 0, nodeOf.length, nodeOf.length + 1, null);
    nodes.forEach((node, n) => {
      if (!node.served) {
        this.queueOf[n] = nodeOf.length;
        alone(n);
        return;
      }
      const pool = nodes.flatMap((other, i) => (i === n || (node.pool && other.pool === node.pool) ? [i] : []));
      // The first of a pool makes the queues of all.
      if (pool[0] === n) {
        const base = nodeOf.length;
        pool.forEach((member, i) => {
          this.queueOf[member] = base + i;
          this.strideOf[member] = pool.length;
        });
        for (let party = 0; party < node.parties; party++) {
          const first = nodeOf.length;
          for (const member of pool) {
            const own = nodeOf.length === first ? blueprint.servers[n]![party]! : null;
            add(member, 1, first, first + pool.length, own);
          }
        }
      }
      this.doneQueueOf[n] = nodeOf.length;
      alone(n);
    });
    this.serversOf = Int32Array.from(serversOf);
    this.sharedEnd = Int32Array.from(sharedEnd);
    this.queues = nodeOf.length;
    if (this.queues > MAX_QUEUES) throw new Error(`${this.queues} queues; at most ${MAX_QUEUES} are possible`);
    this.nodeOf = Int32Array.from(nodeOf);
    this.rank = Int32Array.from(rank);
    this.apart = Uint8Array.from(nodes, n => (n.apart ? 1 : 0));
    this.handlers = nodes.map(n => n.handler);
    this.messageNode = Int32Array.from(blueprint.messages, m => m.node);
    this.messageNetwork = Int32Array.from(blueprint.messages, m => m.network);

    const memory = blueprint.memory ?? new Memory();
    this.memory = memory;
    this.crew = blueprint.crew?.crew ?? null;
    this.mail = this.crew
      ? Array.from({ length: this.crew.threads }, (_, t) => new Mailbox(memory, t, blueprint.crew!.entities))
      : [];
    const start = british.midnight(blueprint.first);
    const end = british.midnight(blueprint.last + 1);
    this.agenda =
      core === 'ordered'
        ? new Heap(this.rank, end)
        : new LevelAgenda(
            this.rank,
            this.levels.count,
            british,
            blueprint.first,
            this.days,
            this.levels.circle.length > 0 ? shortest : window,
          );
    this.messages = new MessageTally(memory, blueprint.messages, this.days);
    this.network = new NetworkTally(memory, blueprint.networks, shortest, start, end);
    this.obligations = new Obligations(memory, blueprint.obligations, british, blueprint.first, this.days);
    this.servers = new Servers(memory, specs, british, blueprint.first, this.days);
    this.jobs = this.crew && this.jobsFor(this.crew);
    const { serversOf: hands, nodeOf: nodeAt } = this;
    const { isDrawn, book } = this.servers;
    this.isDrawn = queue => isDrawn(hands[queue]!);
    this.book = (queue, arrival, whose) => {
      const by = hands[queue]!;
      return book(by, arrival, isDrawn(by) ? whose.drawService(nodeAt[queue]!) : 0);
    };
    this.tracer = blueprint.traced.length > 0 ? new Tracer(blueprint.traced) : null;
  }

  private jobsFor(crew: Crew): Jobs {
    const { nodes, crew: crowd } = this.blueprint;
    const levelOf = Array.from(this.nodeOf, (node, queue) =>
      nodes[node]!.served && queue !== this.doneQueueOf[node] ? this.levels.level[node]! : -1,
    );
    return new Jobs(this.memory, crew, this.serversOf, levelOf, this.levels.count, crowd!.entities);
  }

  /** The party whose queue it is, among those of its node. */
  partyOf(queue: number): number {
    const node = this.nodeOf[queue]!;
    return (queue - this.queueOf[node]!) / this.strideOf[node]!;
  }

  queueName(queue: number): string {
    return this.blueprint.nodes[this.nodeOf[queue]!]!.name;
  }
}
