import type { MessagePort } from 'node:worker_threads';
import type { Scenario } from '../scenario/index.ts';
import type { Core, Progress } from '../simulation/index.ts';
import type { Journey } from './journey.ts';

/** One run: a scenario with what the command line may say about how it is run. Plain data, as a worker gets it. */
export interface RunRequest {
  readonly scenario: Scenario;
  /** Fraction of the population, in (0, 1]. */
  readonly scale: number;
  readonly core: Core;
  /** Metering points to be traced: a number of them, drawn evenly, or their MPAN cores. */
  readonly trace: number | readonly string[];
}

/** What the worker of a run tells. */
export type RunNews =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | {
      readonly kind: 'done';
      readonly points: number;
      readonly messages: number;
      readonly digest: string;
      readonly invariantsHold: boolean;
    }
  /** It has come to the day up to which it was to run. */
  | { readonly kind: 'halted' }
  | { readonly kind: 'refused'; readonly why: string };

/** What a worker is to do. */
export interface WorkerTask {
  readonly request: RunRequest;
  readonly journey: Journey;
  /** The ports of the threads that run the market together with this one. */
  readonly followers: readonly MessagePort[];
  /** The port of the thread that writes the database. */
  readonly scribe: MessagePort;
  /** Where the database is to be written. */
  readonly database: string;
  /** What the manifest says before the run, for the table `run`. */
  readonly facts: Readonly<Record<string, string | null>>;
}
