import type { QuantileTable, SeedKeys } from '../random/index.ts';
import type { BritishTime, Day } from '../time/index.ts';
import type { Reach } from './levels.ts';
import type { Memory } from './memory/memory.ts';
import type { ServerSpec } from './servers.ts';
import type { Ends } from './tallies/message-tally.ts';
import type { ObligationSpec } from './tallies/obligations.ts';
import type { Crew } from './threads/crew.ts';

/** A place where arrivals are taken up by a handler: a message received, a moment that has come, a job done. */
export interface NodeSpec<C> extends Reach {
  readonly handler: (c: C) => void;
  /** For a served node: how many parties have a queue for this work. */
  readonly parties: number;
  /** For a served node: the step that its acts belong to in a trace, or how to tell for a job. */
  readonly step: number | ((c: C) => number);
}

/** A message that may be sent between parties. */
export interface MessageSpec extends Ends {
  readonly network: number;
  /** The node that takes it up at its receiver, or −1 where receiving it has no consequence. */
  readonly node: number;
  readonly step: number;
}

/** Everything that a kernel needs to know of what it runs. */
export interface Blueprint<C> {
  readonly british: BritishTime;
  /** First and last simulated local day. */
  readonly first: Day;
  readonly last: Day;
  readonly keys: SeedKeys;
  /** How many entities there are as the run begins: room is made by it. */
  readonly entities: number;
  /** The number of an entity's block: handlers may touch entities of their own block alone. Blocks are dealt out to threads. */
  readonly blockOf: (id: number) => number;
  readonly nodes: readonly NodeSpec<C>[];
  /** Servers by node and party: `servers[node][party]`; empty for a node that is not served. */
  readonly servers: readonly (readonly ServerSpec[])[];
  readonly messages: readonly MessageSpec[];
  /** Latency by network, in seconds. Every message takes at least a minute. */
  readonly networks: readonly QuantileTable[];
  readonly obligations: readonly ObligationSpec[];
  /** Entities to be traced. */
  readonly traced: readonly number[];
  /** Where the state is kept; left out for a model that runs in one thread and is never stopped. */
  readonly memory?: Memory;
  /** Where several threads run the model. */
  readonly crew?: Crew | undefined;
}
