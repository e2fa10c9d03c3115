import { type Core, Machinery, run, SERVICE_UNITS, SHORTEST_DELAY } from '../../../src/engine/index.ts';
import { KNOTS, QuantileTable, seedKeys, upperProbability } from '../../../src/random/index.ts';
import { BritishTime, parseDate, parseHours, WorkClock, WorkingDays } from '../../../src/time/index.ts';
import { DRAW, EIGHT_HOURS, EVENTS, isWorkingDay, MESSAGES, MOAS, NINE, NODE, NODES, Point, SMRAS } from './model.ts';

const DAY = 86_400;
const MOA_SERVERS = 4;
const UTILISATION = 0.8;
/** A Monday. */
const FIRST = '2025-10-06';

/** What a run has come to, as the C++ reference prints it. */
export interface Result {
  readonly events: number;
  readonly lateAnswers: number;
  readonly lateTerminations: number;
  /** By event 1 to 20: how often, and the mean and 95th percentile of its latency in seconds. */
  readonly count: readonly number[];
  readonly mean: readonly number[];
  readonly p95: readonly number[];
  /** Seconds, means over all jobs. */
  readonly smraWait: number;
  readonly moaWait: number;
  /** Points by their last event. */
  readonly status: readonly number[];
}

/** Runs the workload: `points` points over `planDays` Working Days. */
export function runCoaN(points: number, planDays: number, seed: number, core: Core = 'folded'): Result {
  const first = parseDate(FIRST);
  const last = first + Math.floor((planDays / 5) * 7) + 149;
  const british = new BritishTime(first, last);
  const clock = new WorkClock(british, new WorkingDays(first, last), parseHours('always'), first, last);
  const server = (servers: number, meanService: number) => ({
    servers,
    service: exponential(meanService, 0, SERVICE_UNITS),
    stretch: 1,
    clock,
  });
  const share = planDays / points;
  const smra = server(1, UTILISATION * EIGHT_HOURS * SMRAS * share);
  const moa = server(MOA_SERVERS, UTILISATION * DAY * MOA_SERVERS * MOAS * share);
  const machinery = new Machinery<Point>(
    {
      british,
      first,
      last,
      keys: seedKeys(String(seed)),
      entities: points,
      blockOf: id => id,
      nodes: NODES.map(({ to, ...node }) => ({ ...node, leadsTo: to.map(name => NODE[name]) })),
      servers: NODES.map(({ name, parties }) => new Array(parties).fill(name === 'mtd' ? moa : smra)),
      messages: MESSAGES,
      networks: [exponential(5, 60, 1), exponential(60, 60, 1)],
      obligations: [],
      traced: [],
    },
    core,
    DAY,
    SHORTEST_DELAY,
  );
  const point = new Point(machinery, points);
  let planned = 0;
  run(machinery, point, {
    begin(day) {
      if (!isWorkingDay(point, day)) return;
      const plan = Math.floor((day - first) / 7) * 5 + ((day - first) % 7);
      if (plan >= planDays) return;
      const midnight = british.midnight(day);
      for (const end = Math.floor(((plan + 1) * points) / planDays); planned < end; planned++) {
        point.place(planned, 0, midnight, midnight);
        point.reach(NODE.start, midnight + NINE + point.within(DRAW.start, EIGHT_HOURS));
      }
    },
    end() {},
  });
  return result(machinery, point);
}

function result(machinery: Machinery<Point>, point: Point): Result {
  const { took, status, events, lateAnswers, lateTerminations } = point;
  const measures = Array.from({ length: EVENTS - 1 }, (_, i) => i + 1);
  const wait = (node: number) => {
    const days = machinery.servers.queueDays.filter(d => machinery.nodeOf[d.queue] === node && d.arrived > 0);
    return days.reduce((sum, d) => sum + d.arrived * d.waitMean * 60, 0) / days.reduce((sum, d) => sum + d.arrived, 0);
  };
  const last = new Array<number>(EVENTS).fill(0);
  for (const s of status) last[s]!++;
  return {
    events,
    lateAnswers,
    lateTerminations,
    count: measures.map(e => took.count(e)),
    mean: measures.map(e => took.mean(e)),
    p95: measures.map(e => took.quantile(e, 0.95)),
    smraWait: wait(NODE.validation),
    moaWait: wait(NODE.mtd),
    status: last,
  };
}

/** An exponential time of a mean in seconds, after a fixed one, as a table of whole units. */
function exponential(mean: number, after: number, unitsPerSecond: number): QuantileTable {
  const beyond = (i: number) => Math.max(upperProbability(i), 2 ** -32);
  const quantiles = Float64Array.from(
    { length: KNOTS },
    (_, i) => (after - mean * Math.log(beyond(i))) * unitsPerSecond,
  );
  return QuantileTable.fromQuantiles(quantiles);
}
