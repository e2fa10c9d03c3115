import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Bins } from '../../src/engine/agenda/bins.ts';
import { roomFor } from '../../src/engine/agenda/events.ts';
import { Memory, viewOf } from '../../src/engine/index.ts';
import { knownSteps } from '../../src/procedures/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { build } from '../../src/simulation/index.ts';

/** What is said of the memory that one thing takes, and what it takes. */
export interface Footprint {
  readonly name: string;
  readonly bytes: number;
  /** As stated where the thing is kept. */
  readonly stated: number;
}

/** As many events as fill the chunks of a bin to the last. */
const EVENTS = 2 ** 24;

/** The bytes of a pending event, and of a registration: of the first of a metering point, and of a later one. */
export function footprints(): Footprint[] {
  return [{ name: 'a pending event', bytes: bytesAnEvent(), stated: 12 }, ...registrations()];
}

function bytesAnEvent(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage.rss();
  const bins = new Bins(1, 1, EVENTS, roomFor(1));
  for (let i = 0; i < EVENTS; i++) bins.push(0, i, i, i);
  collect();
  // To a tenth: what else the process takes meanwhile is in it.
  return Math.round(((process.memoryUsage.rss() - before) / bins.size) * 10) / 10;
}

function registrations(): Footprint[] {
  const file = join(import.meta.dirname, '..', '..', 'scenarios', 'baseline.yaml');
  const { scenario } = loadScenario(file, { steps: knownSteps() });
  const memory = new Memory();
  const { points } = build(scenario, { scale: 0.001, memory }).world;
  const room = points.supplier.length;
  const spare = room - points.count;
  // What only few registrations have takes no room for the others.
  const columns = memory.contents().filter(kept => /^points\.(?!pending|apart)/.test(kept.name));
  const bytesOf = (lengths: readonly number[]) =>
    columns
      .filter(kept => lengths.includes(kept.length))
      .reduce((sum, kept) => sum + viewOf(kept, kept.buffers[0]!).byteLength, 0);
  const first = bytesOf([room]) / room;
  return [
    { name: 'a registration', bytes: first, stated: 11 },
    { name: 'a registration after the first', bytes: first + bytesOf([spare]) / spare, stated: 11 + 12 },
  ];
}
