import type { Space } from '../market/index.ts';
import type { Act } from './act.ts';
import type { NodeName } from './nodes.ts';

/**
 * Where an actor takes something up. A *receipt* follows a message; a *moment* is a time that the actor waits
 * for, or the end of a job; *work* waits for a party's capacity, and its act follows when it is done.
 */
export type Stage = Receipt | Moment | Work;

/** What a stage may set off: messages, by their numbers, and other stages within a day. */
interface Consequences {
  readonly sends?: readonly number[];
  readonly leadsTo?: readonly NodeName[];
}

export interface Receipt extends Consequences {
  readonly kind: 'receipt';
  readonly name: NodeName;
  /** The messages that are taken up here. */
  readonly of: readonly number[];
  readonly handler: (c: Act) => void;
}

export interface Moment extends Consequences {
  readonly kind: 'moment';
  readonly name: NodeName;
  readonly handler: (c: Act) => void;
  /** Never reached within the fold that sets it: it looks at what other stages of its day have written. */
  readonly apart?: boolean;
}

export interface Work {
  readonly kind: 'work';
  readonly name: NodeName;
  /** Each party of the space has a queue of its own. */
  readonly space: Space;
  /** The kind of work as the scenario's capacities name it. */
  readonly capacity: string;
  /** The step that the work belongs to, or how to tell where it is not the same for every point. */
  readonly step: number | ((c: Act) => number);
  /** The party that did it, by number; left out where it is the one that the registration has of the space. */
  readonly whose?: (c: Act) => number;
  /** The moment at which the finished job takes effect. */
  readonly act: NodeName;
}
