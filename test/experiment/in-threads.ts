import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { checkpointFolder } from '../../src/experiment/checkpoints/checkpoint.ts';
import { Followers } from '../../src/experiment/followers.ts';
import { Helpers } from '../../src/experiment/helpers.ts';
import type { Journey } from '../../src/experiment/journey.ts';
import { runMarket } from '../../src/experiment/run-market.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import type { Core, Outcome } from '../../src/simulation/index.ts';
import { parseDate } from '../../src/time/index.ts';

/** A market and how it is to be run. */
export interface Way {
  readonly scenario: Scenario;
  readonly scale: number;
  readonly core?: Core;
  readonly window?: number;
  readonly threads?: number;
  readonly trace?: number;
}

/**
 * Runs markets in this thread and others. The others are started once for all runs of a test file; none of them spins while
 * it waits, for there are more of them than cores.
 */
export class Threads {
  private readonly started: Helpers[] = [];
  private readonly crews = new Map<number, Followers>();

  constructor() {
    afterAll(async () => {
      for (const crew of this.crews.values()) crew.dismiss();
      await Promise.all(this.started.map(threads => threads.stop()));
    });
  }

  /** Runs a market from its first day to its last. */
  async run(way: Way): Promise<Outcome> {
    return (await this.travel(way, {}))!;
  }

  /** Runs a market up to a date, at which it leaves a checkpoint. @returns the checkpoint's folder */
  async runUntil(way: Way, date: string, run: string, from: string | null = null): Promise<string> {
    const day = parseDate(date);
    await this.travel(way, { until: day, checkpoints: [day], run, from });
    return checkpointFolder(run, date);
  }

  /** Runs a market from a checkpoint to its last day. */
  async runFrom(way: Way, from: string, room = 0): Promise<Outcome> {
    return (await this.travel(way, { from, room }))!;
  }

  private async travel(
    { scenario, scale, core = 'folded', window = 86_400, threads = 1, trace = 1000 }: Way,
    journey: Partial<Journey>,
  ): Promise<Outcome | null> {
    const task = {
      scenario,
      scale,
      trace,
      window,
      journey: {
        from: null,
        until: null,
        checkpoints: [],
        run: '',
        facts: { scenario: { ...scenario }, scale, trace },
        room: 0,
        spent: 0,
        ...journey,
      },
    };
    const outcome = await runMarket(task, { core, followers: threads === 1 ? null : this.crew(threads) });
    return outcome && { ...outcome, tables: [...outcome.tables] };
  }

  private crew(threads: number): Followers {
    const known = this.crews.get(threads);
    if (known) return known;
    const started = new Helpers('follower', threads - 1);
    const crew = new Followers(started.ports, 0);
    this.started.push(started);
    this.crews.set(threads, crew);
    return crew;
  }
}

/** A folder that is gone when the work is done. */
export async function inFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'mhhsim-test-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
