import { Crew, CrewBroken, Memory } from '../engine/index.ts';
import { RunFolderError } from '../results/index.ts';
import {
  addPart,
  build,
  type Core,
  MessageRows,
  type Outcome,
  outcomeOf,
  type Progress,
  type Table,
} from '../simulation/index.ts';
import type { Followers, MarketTask, ThreadReport } from './followers.ts';
import { builtFor, travel } from './journey.ts';

export interface RunMarketOptions {
  readonly core?: Core;
  /** Called after each simulated day. */
  readonly onDay?: (progress: Progress) => void;
  /** The threads that run it together with this one; none for the ordered core. */
  readonly followers?: Followers | null;
  /** Handed the rows of the largest table, the messages, some weeks at a time: together they are the whole table. */
  readonly onMessages?: (rows: Table) => void;
  /** Called when the last day is over and the other threads have handed over their parts: they are not needed any more. */
  readonly onLived?: () => void;
}

/** Days of messages that are handed over together. */
const DAYS_TOGETHER = 28;

/**
 * Runs a market on its journey, on several threads if there are any. This thread is one of them: it is busy all the
 * while.
 *
 * @returns what has become of it; null where the journey ends before the last day
 * @throws UnknownPoint for an MPAN core in `trace` that the market does not have, RunFolderError where a checkpoint cannot
 *   be written or taken up, and whatever one of the threads fails by
 */
export async function runMarket(
  task: MarketTask,
  { core, onDay, followers = null, onMessages, onLived }: RunMarketOptions = {},
): Promise<Outcome<Iterable<Table>> | null> {
  const { journey, ...rest } = task;
  const memory = new Memory(followers?.threads ?? 1);
  let reports: Promise<ThreadReport[]> | undefined;
  try {
    const market = build(rest.scenario, {
      ...rest,
      memory,
      ...builtFor(journey),
      ...(core ? { core } : {}),
      ...(followers ? { spins: followers.spins } : {}),
    });
    reports = followers?.begin(task, memory);
    const messages = new MessageRows(market);
    let handedOver = 0;
    const handOver = () => {
      const rows = messages.table(handedOver);
      handedOver += rows.length;
      onMessages?.(rows);
    };
    const through = travel(market, journey, progress => {
      onDay?.(progress);
      if (onMessages && (progress.day - progress.first) % DAYS_TOGETHER === 0) handOver();
    });
    const parts = partsOf((await reports) ?? []);
    onLived?.();
    if (!through) return null;
    if (onMessages) handOver();
    for (const part of parts) addPart(market, part, () => true);
    memory.gather();
    return outcomeOf(market);
  } catch (error) {
    if (reports) new Crew(memory, 0).break();
    // Whoever failed first tells why.
    if (reports && error instanceof CrewBroken) partsOf(await reports);
    throw error;
  }
}

/** @throws what one of the threads has failed by */
function partsOf(reports: readonly ThreadReport[]) {
  return reports.flatMap(report => {
    if (report.kind === 'failed') throw report.why === null ? report.error : new RunFolderError(report.why);
    return report.kind === 'done' ? [report.part] : [];
  });
}
