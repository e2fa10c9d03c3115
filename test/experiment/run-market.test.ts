import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { Followers, type MarketTask } from '../../src/experiment/followers.ts';
import { Helpers } from '../../src/experiment/helpers.ts';
import type { Journey } from '../../src/experiment/journey.ts';
import { runMarket } from '../../src/experiment/run-market.ts';
import { digestOfTables } from '../../src/results/index.ts';
import { formatDate, parseDate } from '../../src/time/index.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';
import { busyMarket } from '../simulation/random-market.ts';

const dir = temporaryFolder();
const [{ scenario, scale }] = fc.sample(busyMarket, { numRuns: 1, seed: 1 }) as [{ scenario: never; scale: number }];
const day = parseDate((scenario as { period: { from: string } }).period.from) + 40;
const journey: Journey = {
  from: null,
  until: null,
  checkpoints: [],
  run: join(dir, 'run'),
  facts: { scenario, scale, trace: 3 },
  room: 0,
  spent: 0,
};
const task: MarketTask = { scenario, scale, trace: 3, journey };

const started = new Helpers('follower', 2);
afterAll(async () => await started.stop());

/** Tells the other threads something else than the first one goes by. */
class Misled extends Followers {
  private readonly other: Partial<MarketTask>;

  constructor(other: Partial<MarketTask>) {
    super(started.ports, 0);
    this.other = other;
  }

  override begin(its: MarketTask, memory: Parameters<Followers['begin']>[1]): ReturnType<Followers['begin']> {
    return super.begin({ ...its, ...this.other }, memory);
  }
}

test('a run ends with the error of a thread that fails while it builds the market', async () => {
  const followers = new Misled({ scale: scale / 2 });
  await expect(runMarket(task, { followers })).rejects.toThrow(/is asked for as|asks for/);
});

test('a run ends with the error of a thread that fails in the middle of it', async () => {
  // The others are to put a checkpoint where the first one has made no folder.
  const followers = new Misled({ journey: { ...journey, checkpoints: [day] } });
  const file = join(journey.run, 'checkpoints', `${formatDate(day)}.partial`, 'thread-');
  await expect(runMarket(task, { followers })).rejects.toThrow(file);
  expect(existsSync(journey.run)).toBe(false);
});

test('threads of a run that failed are good for the next', async () => {
  const alone = await runMarket(task);
  const together = await runMarket(task, { followers: new Followers(started.ports, 0) });
  expect(digestOfTables([...together!.tables])).toEqual(digestOfTables([...alone!.tables]));
});

test('threads whose parts are handed over may leave before the tables are made', async () => {
  const alone = await runMarket(task);
  const helpers = new Helpers('follower', 1);
  const followers = new Followers(helpers.ports, 0);
  const together = await runMarket(task, { followers, onLived: () => followers.dismiss() });
  await helpers.leave();
  expect(digestOfTables([...together!.tables])).toEqual(digestOfTables([...alone!.tables]));
});
