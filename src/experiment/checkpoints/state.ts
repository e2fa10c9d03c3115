import { join } from 'node:path';
import { type State, viewOf } from '../../engine/index.ts';
import { RunFolderError } from '../../results/index.ts';
import { resolveScenario } from '../../scenario/index.ts';
import { addPart, type Market, memoryOf, restoreLead, saveLead, savePart } from '../../simulation/index.ts';
import { parseDate } from '../../time/index.ts';
import { ArrayFile, type NamedArray, writeArrays } from './array-file.ts';
import { beginCheckpoint, type Checkpoint, draftOf, finishCheckpoint } from './checkpoint.ts';

const MEMORY = 'memory.bin';
const LEAD = 'lead.bin';
const partFile = (thread: number) => `thread-${thread}.bin`;

/** Arrays whose lengths depend on how many registrations are expected to come. */
const GROWS = /^(points|links)\./;

/** What the first thread adds to a checkpoint. */
export type Told = Omit<Parameters<typeof finishCheckpoint>[1], 'threads' | 'room' | 'messages'>;

/**
 * Takes a checkpoint between two days. Every thread does so at the same time and writes what it keeps.
 *
 * @param folder the checkpoint's @param tell what the first thread puts into `checkpoint.json`
 */
export function takeCheckpoint(market: Market, folder: string, tell: () => Told): void {
  const { machinery, world } = market;
  const { crew, memory, messages } = machinery;
  const draft = draftOf(folder);
  if (memory.leads) beginCheckpoint(folder);
  // Only now has the first thread closed the day.
  crew?.meet();
  writeArrays(join(draft, partFile(memory.thread)), ofParts(savePart(market)));
  if (memory.leads) {
    writeArrays(join(draft, LEAD), ofState(saveLead(market)));
    writeArrays(join(draft, MEMORY), memoryOf(market));
  }
  crew?.meet();
  if (!memory.leads) return;
  const { count, supplier } = world.points;
  finishCheckpoint(folder, {
    ...tell(),
    threads: memory.threads,
    room: supplier.length - count,
    messages: messages.total,
  });
}

/**
 * Takes up a checkpoint in a market that has just been built, in every thread at the same time. Any number of threads may
 * take up what any other number has left, with either core.
 *
 * @throws RunFolderError where it is damaged or does not fit the market
 */
export function takeUpCheckpoint(market: Market, folder: string, { threads, scenario, date }: Checkpoint): void {
  const { machinery } = market;
  const { crew, memory } = machinery;
  // The market is built from its points as it begins: nobody may overwrite them before all have done so.
  crew?.meet();
  if (memory.leads) {
    takeUpMemory(market, join(folder, MEMORY));
    reading(join(folder, LEAD), file => {
      const state = stateIn(file);
      const was = resolveScenario(scenario);
      fitting(folder, () => restoreLead(market, state, was, parseDate(date)));
    });
  }
  crew?.meet();
  const mine = (id: number) => machinery.ownerOf(id) === memory.thread;
  for (let thread = 0; thread < threads; thread++)
    reading(join(folder, partFile(thread)), file => addPart(market, partsIn(file), mine));
  // Nobody begins a day while others still look up whose registrations are whose.
  crew?.meet();
}

function takeUpMemory({ machinery }: Market, path: string): void {
  const arrays = machinery.memory.contents().filter(kept => !kept.passing);
  reading(path, file => {
    const stored = new Map(file.arrays.map(array => [array.name, array]));
    const fault = (why: string) => new RunFolderError(`${path} does not fit the scenario: ${why}`);
    for (const kept of arrays) {
      const one = stored.get(kept.name);
      if (!one) throw fault(`it has no ${kept.name}`);
      const fits = GROWS.test(kept.name) ? kept.length >= one.length : kept.length === one.length;
      if (one.type !== kept.type || !fits)
        throw fault(`${kept.name} is ${one.length} × ${one.type}, not ${kept.length} × ${kept.type}`);
      stored.delete(kept.name);
      file.readInto(one, viewOf(kept, kept.buffers[0]!));
    }
    for (const name of stored.keys()) throw fault(`the scenario has no ${name}`);
  });
}

/** What does not fit is told as what it is, without its place in the program. */
function fitting(folder: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new RunFolderError(`${folder} does not fit the scenario: ${(error as Error).message}`, { cause: error });
  }
}

function reading<T>(path: string, act: (file: ArrayFile) => T): T {
  const file = new ArrayFile(path);
  try {
    return act(file);
  } finally {
    file.close();
  }
}

function ofState(state: State): NamedArray[] {
  return Object.entries(state).map(([name, numbers]) => ({ name, numbers }));
}

/** What several parts keep: the name of the part, a stroke, and the name in the part. */
function ofParts(parts: Readonly<Record<string, State>>): NamedArray[] {
  return Object.entries(parts).flatMap(([part, state]) =>
    ofState(state).map(({ name, numbers }) => ({ name: `${part}/${name}`, numbers })),
  );
}

function stateIn(file: ArrayFile): State {
  return Object.fromEntries(file.arrays.map(array => [array.name, file.read(array)]));
}

function partsIn(file: ArrayFile): Record<string, State> {
  const parts: Record<string, Record<string, State[string]>> = {};
  for (const array of file.arrays) {
    const [part = '', name = ''] = array.name.split('/');
    parts[part] = { ...parts[part], [name]: file.read(array) };
  }
  return parts;
}
