import { describe, expect, test } from 'vitest';
import { SERVICE_UNITS } from '../../src/engine/index.ts';
import { Memory } from '../../src/engine/memory/memory.ts';
import { type ServerSpec, Servers } from '../../src/engine/servers.ts';
import { base, compile, type Distribution, draw, type QuantileTable, seedKeys } from '../../src/random/index.ts';
import { BritishTime, parseDate, parseHours, WorkClock, WorkingDays } from '../../src/time/index.ts';

// The capacity code of the engine, fed with the project's own draws, against what queueing theory says exactly. Each
// case is run REPLICATIONS times, every one a queue of its own and so independent of the others; the interval is
// Student's, at 99 % for each case. The seed is fixed: a case either always holds or never.

const FIRST = parseDate('2025-01-01');
const DAYS = 700;
/** Left out at the beginning, while the queue fills: more than twenty times as long as any of them takes to settle. */
const WARM_UP = 30;
const REPLICATIONS = 24;
/** The 99.5 % quantile of Student's t with 23 degrees of freedom (tables). */
const T = 2.807;
/** An interval wider than this would prove little. */
const WIDEST = 0.03;

const british = new BritishTime(FIRST, FIRST + DAYS);
const always = clock('always');
const keys = seedKeys('queueing');

function clock(hours: string): WorkClock {
  return new WorkClock(british, new WorkingDays(FIRST, FIRST + DAYS), parseHours(hours), FIRST, FIRST + DAYS);
}

interface Case {
  readonly servers: number;
  readonly stretch?: number;
  readonly service: Distribution;
  /** Mean time between arrivals, in seconds. */
  readonly every: number;
}

interface Interval {
  readonly mean: number;
  readonly half: number;
}

/** Poisson arrivals at the servers for nearly two years: mean wait in seconds, share that waits, utilisation. */
function observe(c: Case): { wait: Interval; waits: Interval; utilisation: Interval } {
  const spec: ServerSpec = {
    servers: c.servers,
    service: compile(c.service, SERVICE_UNITS),
    stretch: c.stretch ?? 1,
    clock: always,
  };
  const gaps: QuantileTable = compile({ exponential: `${c.every} s` }, SERVICE_UNITS);
  const replications = Array.from({ length: REPLICATIONS }, (_, r) => replication(spec, gaps, r));
  const over = (value: (r: (typeof replications)[number]) => number) => interval(replications.map(value));
  return { wait: over(r => r.wait), waits: over(r => r.waits), utilisation: over(r => r.utilisation) };
}

function replication(spec: ServerSpec, gaps: QuantileTable, r: number) {
  const servers = new Servers(new Memory(), [spec], { british, first: FIRST, days: DAYS });
  const luck = base(keys, r);
  const begin = british.midnight(FIRST);
  const end = british.midnight(FIRST + DAYS);
  const settled = british.midnight(FIRST + WARM_UP);
  let [n, wait, waited, time] = [0, 0, 0, begin * SERVICE_UNITS];
  let [day, closes] = [FIRST, british.midnight(FIRST + 1)];
  for (let i = 0; ; i++) {
    time += gaps.sample(draw(keys, luck, 1, i));
    const arrival = Math.floor(time / SERVICE_UNITS);
    for (; day < FIRST + DAYS && arrival >= closes; closes = british.midnight(day + 1)) servers.closeDay(day++);
    if (arrival >= end) break;
    const { started } = servers.book(0, arrival, draw(keys, luck, 2, i));
    if (arrival < settled) continue;
    n++;
    wait += started - arrival;
    if (started > arrival) waited++;
  }
  const days = servers.queueDays.filter(d => d.day >= FIRST + WARM_UP);
  const utilisation = days.reduce((sum, d) => sum + d.utilisation, 0) / (DAYS - WARM_UP);
  return { wait: wait / n, waits: waited / n, utilisation };
}

function interval(values: readonly number[]): Interval {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
  return { mean, half: T * Math.sqrt(variance / values.length) };
}

function expectWithin({ mean, half }: Interval, exact: number): void {
  expect(half / exact).toBeLessThan(WIDEST);
  expect(Math.abs(mean - exact), `${mean} ± ${half}, exactly ${exact}`).toBeLessThan(half);
}

/** The probability of having to wait at c servers with an offered load of a: Erlang's C, by the recursion of his B. */
function erlangC(c: number, a: number): number {
  let b = 1;
  for (let k = 1; k <= c; k++) b = (a * b) / (k + a * b);
  return (c * b) / (c - a * (1 - b));
}

describe('Servers keep to queueing theory (99 % confidence, 24 replications of 670 days)', { timeout: 60_000 }, () => {
  test('Erlang C itself: at one server it is the load, at two servers with a load of one a third', () => {
    expect(erlangC(1, 0.8)).toBeCloseTo(0.8, 12);
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
  });

  // Services of ten minutes and more: that arrivals and starts are whole seconds moves a wait by half a second.
  test('M/M/1 at 80 %: mean wait ρE[S]/(1 − ρ) = 40 min, 80 % wait, utilisation ρ', () => {
    const seen = observe({ servers: 1, service: { exponential: '10 min' }, every: 750 });
    expectWithin(seen.wait, 2400);
    expectWithin(seen.waits, 0.8);
    expectWithin(seen.utilisation, 0.8);
  });

  test('M/D/1 at 80 %: mean wait ρE[S]/2(1 − ρ) = 20 min, half that of M/M/1', () => {
    const seen = observe({ servers: 1, service: { fixed: '10 min' }, every: 750 });
    expectWithin(seen.wait, 1200);
    expectWithin(seen.utilisation, 0.8);
  });

  test('M/G/1 at 70 % with a lognormal service: mean wait λE[S²]/2(1 − ρ), Pollaczek and Khinchine', () => {
    const sigma = 0.8;
    const mean = 600 * Math.exp((sigma * sigma) / 2);
    const square = 600 ** 2 * Math.exp(2 * sigma * sigma);
    const every = Math.round(mean / 0.7);
    const load = mean / every;
    const seen = observe({ servers: 1, service: { lognormal: { median: '10 min', sigma } }, every });
    expectWithin(seen.wait, square / every / (2 * (1 - load)));
    expectWithin(seen.waits, load);
    expectWithin(seen.utilisation, load);
  });

  test.each([
    ['by looking through them', 4, 750, 0.8],
    ['by a heap', 12, 375, 0.8],
  ])(
    'M/M/c, the first free found %s (c = %i): mean wait C(c, a)E[S]/(c − a), C(c, a) wait, utilisation λE[S]/c',
    (_, c, every, load) => {
      const service = c * load * every;
      const seen = observe({ servers: c, service: { exponential: `${service} s` }, every });
      expectWithin(seen.wait, (erlangC(c, c * load) * service) / (c - c * load));
      expectWithin(seen.waits, erlangC(c, c * load));
      expectWithin(seen.utilisation, load);
    },
  );

  test('a server of two fifths is as busy as a whole one with two fifths of the work, and its queue takes 2½ times as long', () => {
    // Each job holds it for 2.5 times its length: M/M/1 with a service of 25 minutes.
    const seen = observe({ servers: 1, stretch: 2.5, service: { exponential: '10 min' }, every: 2000 });
    expectWithin(seen.utilisation, 0.75);
    expectWithin(seen.wait, 4500);
  });
});
