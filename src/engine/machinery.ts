import type { Agenda } from './agenda/agenda.ts';
import { MAX_QUEUES } from './agenda/agenda.ts';
import { Heap } from './agenda/heap.ts';
import { LevelAgenda } from './agenda/level-agenda.ts';
import type { Blueprint } from './blueprint.ts';
import { type Bookings, bookingsFor } from './bookings.ts';
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

/** How many arrivals may be pending for each entity, and at least: room takes memory only as it is used. */
const ROOM_EACH = 6;
const LEAST_ROOM = 1 << 18;

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
  /** By queue: the first of those that share its servers, under which these are kept. */
  readonly serversOf: Int32Array;
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
  /** Where jobs lie that are booked together. */
  readonly bookings: Bookings;
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
    const add = (node: number, phase: number, servers: number, spec: ServerSpec | null) => {
      nodeOf.push(node);
      rank.push(this.levels.level[node]! * 2 + phase);
      serversOf.push(servers);
      specs.push(spec);
    };
    const alone = (node: number) => add(node, 0, nodeOf.length, null);
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
            add(member, 1, first, own);
          }
        }
      }
      this.doneQueueOf[n] = nodeOf.length;
      alone(n);
    });
    this.serversOf = Int32Array.from(serversOf);
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
    this.crew = blueprint.crew ?? null;
    this.mail = this.crew
      ? Array.from({ length: this.crew.threads }, (_, t) => new Mailbox(memory, t, blueprint.entities))
      : [];
    const start = british.midnight(blueprint.first);
    const end = british.midnight(blueprint.last + 1);
    const most = Math.max(LEAST_ROOM, ROOM_EACH * blueprint.entities);
    this.bookings = bookingsFor(core === 'ordered' ? 1 : most);
    this.jobs = this.crew && this.jobsFor(this.crew, most);
    const out = this.jobs?.words ?? { hi: this.bookings.arrivals, lo: new Int32Array(most) };
    const days = { british, first: blueprint.first, days: this.days };
    this.agenda =
      core === 'ordered'
        ? new Heap(this.rank, end)
        : new LevelAgenda(
            {
              ...days,
              rank: this.rank,
              levels: this.levels.count,
              window: this.levels.circle.length > 0 ? shortest : window,
              most,
            },
            { serversOf: this.serversOf, blockOf: blueprint.blockOf },
            out,
          );
    this.messages = new MessageTally(memory, blueprint.messages, this.days);
    this.network = new NetworkTally(memory, blueprint.networks, shortest, start, end);
    this.obligations = new Obligations(memory, blueprint.obligations, british, blueprint.first, this.days);
    this.servers = new Servers(memory, specs, days, this.bookings);
    this.tracer = blueprint.traced.length > 0 ? new Tracer(blueprint.traced) : null;
  }

  private jobsFor(crew: Crew, most: number): Jobs {
    const { nodes } = this.blueprint;
    const levelOf = Array.from(this.nodeOf, (node, queue) =>
      nodes[node]!.served && queue !== this.doneQueueOf[node] ? this.levels.level[node]! : -1,
    );
    return new Jobs(this.memory, crew, this.serversOf, levelOf, this.levels.count, most, this.bookings);
  }

  /** The number of the thread that an entity belongs to. */
  ownerOf(id: number): number {
    return this.blueprint.blockOf(id) % this.memory.threads;
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
