// A thread that runs a market together with the one that built it; when it has done so, it waits for another one.
import { workerData } from 'node:worker_threads';
import { Crew, CrewBroken, Memory } from '../engine/index.ts';
import { RunFolderError } from '../results/index.ts';
import { build, savePart } from '../simulation/index.ts';
import type { ThreadOrders, ThreadReport } from './followers.ts';
import type { HelperData } from './helpers.ts';
import { builtFor, travel } from './journey.ts';

const { port } = workerData as HelperData;

port.on('message', ({ task, ...orders }: ThreadOrders) => {
  const memory = Memory.of(orders.memory, orders.thread, orders.threads);
  port.postMessage(run(task, memory, orders.spins));
});

function run({ journey, ...task }: ThreadOrders['task'], memory: Memory, spins: number): ThreadReport {
  try {
    const market = build(task.scenario, { ...task, ...builtFor(journey), memory, spins });
    travel(market, journey);
    return { kind: 'done', part: savePart(market) };
  } catch (error) {
    // The others wait for this one: they are to know that they do so in vain.
    new Crew(memory, 0).break();
    if (error instanceof CrewBroken) return { kind: 'broken' };
    return { kind: 'failed', error, why: error instanceof RunFolderError ? error.message : null };
  }
}
