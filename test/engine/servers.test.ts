import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SERVICE_UNITS } from '../../src/engine/index.ts';
import { Memory } from '../../src/engine/memory/memory.ts';
import { type ServerSpec, Servers } from '../../src/engine/servers.ts';
import { QuantileTable } from '../../src/random/index.ts';
import {
  BritishTime,
  type Day,
  formatDate,
  parseDate,
  parseHours,
  WorkClock,
  WorkingDays,
} from '../../src/time/index.ts';

const MINUTE = 60;
const HOUR = 3600;

/** A span of days with queues on it; times are told by the clock on the wall. */
class Yard {
  readonly first: Day;
  readonly days: number;
  readonly british: BritishTime;
  readonly servers: Servers;
  private readonly memory = new Memory();
  /** The first day that is not closed. */
  private open: Day;

  constructor(
    first: string,
    days: number,
    ...queues: { hours: string; servers?: number; service: number; stretch?: number }[]
  ) {
    this.first = parseDate(first);
    this.open = this.first;
    this.days = days;
    const last = this.first + days - 1;
    this.british = new BritishTime(this.first, last);
    const workingDays = new WorkingDays(this.first, last);
    const specs = queues.map(
      (q): ServerSpec => ({
        servers: q.servers ?? 1,
        service: QuantileTable.fromRange(q.service * SERVICE_UNITS, q.service * SERVICE_UNITS),
        stretch: q.stretch ?? 1,
        clock: new WorkClock(this.british, workingDays, parseHours(q.hours), this.first, last),
      }),
    );
    this.servers = new Servers(this.memory, specs, this);
  }

  /** The same yard once more, from a checkpoint at the end of the days that are closed. */
  resumed(...queues: ConstructorParameters<typeof Yard> extends [string, number, ...infer Q] ? Q : never): Yard {
    const yard = new Yard(formatDate(this.first), this.days, ...queues);
    const kept = yard.memory.contents();
    this.memory.contents().forEach(({ buffers, passing }, i) => {
      if (!passing) new Uint8Array(kept[i]!.buffers[0]!).set(new Uint8Array(buffers[0]!));
    });
    yard.servers.restore(structuredClone(this.servers.save()));
    yard.open = this.open;
    return yard;
  }

  at(date: string, time: string): number {
    const [h, m, s] = time.split(':').map(Number) as [number, number, number?];
    return this.british.at(parseDate(date), h * HOUR + m * MINUTE + (s ?? 0));
  }

  /** Books a job, after closing the days before it as a run does; returns when it is started and when finished, by the clock. */
  book(date: string, time: string, queue = 0): [started: string, finished: string] {
    this.closeBefore(parseDate(date));
    const { started, finished } = this.servers.book(queue, this.at(date, time), 0);
    return [this.told(started), this.told(finished)];
  }

  private told(t: number): string {
    return this.british.localTime(t).slice(5, -4); // without the year and the zone
  }

  close(): void {
    this.closeBefore(this.first + this.days);
  }

  private closeBefore(day: Day): void {
    while (this.open < day) this.servers.closeDay(this.open++);
  }

  /** Day of the month, arrived, done, backlog, utilisation. */
  worked(queue = 0): number[][] {
    return this.servers.queueDays
      .filter(d => d.queue === queue)
      .map(d => [this.dayOfMonth(d.day), d.arrived, d.done, d.backlog, d.utilisation]);
  }

  /** Day of the month; mean, 95 % and longest wait of its arrivals in minutes. */
  waits(): number[][] {
    return this.servers.queueDays.map(d => [this.dayOfMonth(d.day), d.waitMean, d.waitP95, d.waitMax]);
  }

  private dayOfMonth(day: Day): number {
    return new Date(day * 86_400_000).getUTCDate();
  }
}

const OFFICE = 'Mon-Fri 09:00-17:00';
const OFF = Number.NaN; // the utilisation of a day off, and the wait of a day on which nothing came

describe('Servers on working time', () => {
  test('a job that runs over closing time goes on when the party opens again: here after the four days of Easter', () => {
    const yard = new Yard('2026-04-01', 10, { hours: OFFICE, service: 2 * HOUR });
    expect(yard.book('2026-04-02', '16:00')).toEqual(['04-02 16:00:00', '04-07 10:00:00']);
    yard.close();
    expect(yard.worked()).toEqual([
      [2, 1, 0, 1, 1 / 8],
      [3, 0, 0, 1, OFF],
      [4, 0, 0, 1, OFF],
      [5, 0, 0, 1, OFF],
      [6, 0, 0, 1, OFF],
      [7, 0, 1, 0, 1 / 8],
    ]);
    expect(yard.waits()[0]).toEqual([2, 0, 0, 0]);
  });

  test('a job that comes at night waits for the morning, and its wait counts on the day on which it came', () => {
    const yard = new Yard('2026-04-08', 6, { hours: OFFICE, service: 30 * MINUTE });
    expect(yard.book('2026-04-08', '22:00')).toEqual(['04-09 09:00:00', '04-09 09:30:00']);
    expect(yard.book('2026-04-10', '17:00')).toEqual(['04-13 09:00:00', '04-13 09:30:00']);
    yard.close();
    const night = 11 * 60;
    const weekend = 64 * 60;
    expect(yard.waits().map(([day, mean, , max]) => [day, mean, max])).toEqual([
      [8, night, night],
      [9, OFF, OFF],
      [10, weekend, weekend],
      [11, OFF, OFF],
      [12, OFF, OFF],
      [13, OFF, OFF],
    ]);
    expect(yard.worked()).toEqual([
      [8, 1, 0, 1, 0],
      [9, 0, 1, 0, 1 / 16],
      [10, 1, 0, 1, 0],
      [11, 0, 0, 1, OFF],
      [12, 0, 0, 1, OFF],
      [13, 0, 1, 0, 1 / 16],
    ]);
    expect(yard.servers.waiting(0)).toBe(0);
  });

  test('a backlog of twenty hours is worked off over three days, each busy for as long as it lasts', () => {
    const yard = new Yard('2026-04-07', 4, { hours: OFFICE, service: HOUR });
    const booked = Array.from({ length: 20 }, () => yard.book('2026-04-08', '09:00'));
    expect(booked[0]).toEqual(['04-08 09:00:00', '04-08 10:00:00']);
    expect(booked[7]).toEqual(['04-08 16:00:00', '04-08 17:00:00']);
    // The ninth could start at closing time: it starts when the party opens.
    expect(booked[8]).toEqual(['04-09 09:00:00', '04-09 10:00:00']);
    expect(booked[19]).toEqual(['04-10 12:00:00', '04-10 13:00:00']);
    yard.close();
    expect(yard.worked()).toEqual([
      [8, 20, 8, 12, 1],
      [9, 0, 8, 4, 1],
      [10, 0, 4, 0, 1 / 2],
    ]);
    // Eight wait 0 to 7 hours, eight 24 to 31, four 48 to 51: 446 hours for the twenty.
    expect(yard.waits()[0]![1]).toBeCloseTo((446 / 20) * 60, 9);
    expect(yard.waits()[0]![3]).toBe(51 * 60);
  });

  test('of two servers the one that is free first takes the next job', () => {
    const yard = new Yard('2026-04-07', 2, { hours: OFFICE, servers: 2, service: 3 * HOUR });
    expect(yard.book('2026-04-07', '09:00')[1]).toBe('04-07 12:00:00');
    expect(yard.book('2026-04-07', '10:00')[1]).toBe('04-07 13:00:00');
    expect(yard.book('2026-04-07', '11:00')).toEqual(['04-07 12:00:00', '04-07 15:00:00']);
    expect(yard.book('2026-04-07', '11:00')).toEqual(['04-07 13:00:00', '04-07 16:00:00']);
    yard.close();
    expect(yard.worked()).toEqual([[7, 4, 4, 0, 12 / 16]]);
  });

  test('queues do not share their servers', () => {
    const yard = new Yard('2026-04-07', 1, { hours: OFFICE, service: HOUR }, { hours: 'always', service: 2 * HOUR });
    yard.book('2026-04-07', '09:00', 0);
    expect(yard.book('2026-04-07', '09:00', 1)).toEqual(['04-07 09:00:00', '04-07 11:00:00']);
    expect(yard.book('2026-04-07', '09:00', 0)).toEqual(['04-07 10:00:00', '04-07 11:00:00']);
    yard.close();
    expect(yard.worked(0)).toEqual([[7, 2, 2, 0, 2 / 8]]);
    expect(yard.worked(1)).toEqual([[7, 1, 1, 0, 2 / 24]]);
  });

  test('a part-time server takes no longer for a job, but is taken up for longer: as busy as a whole one', () => {
    const yard = new Yard('2026-04-07', 2, { hours: OFFICE, service: HOUR, stretch: 2.5 });
    expect(yard.book('2026-04-07', '09:00')).toEqual(['04-07 09:00:00', '04-07 10:00:00']);
    expect(yard.book('2026-04-07', '09:00')).toEqual(['04-07 11:30:00', '04-07 12:30:00']);
    expect(yard.book('2026-04-07', '09:00')).toEqual(['04-07 14:00:00', '04-07 15:00:00']);
    expect(yard.book('2026-04-07', '09:00')).toEqual(['04-07 16:30:00', '04-08 09:30:00']);
    yard.close();
    // Ten hours taken up, the last of them from 16:30 on: eight on the first day, two on the second.
    expect(yard.worked()).toEqual([
      [7, 4, 3, 1, 1],
      [8, 0, 1, 0, 2 / 8],
    ]);
  });

  test('parts of a second add up: four jobs of 1½ s keep a server busy for 6 s', () => {
    const yard = new Yard('2026-04-07', 1, { hours: 'always', service: 1.5 });
    const finishes = [1, 2, 3, 4].map(() => yard.book('2026-04-07', '12:00')[1].slice(-2));
    expect(finishes).toEqual(['02', '03', '05', '06']); // the whole second by which each is done
    yard.close();
    expect(yard.worked()).toEqual([[7, 4, 4, 0, 6 / 86_400]]);
  });

  test('a night of clock change has its 25 hours of work', () => {
    const yard = new Yard('2026-10-24', 3, { hours: 'always', service: 26 * HOUR });
    expect(yard.book('2026-10-24', '23:00')).toEqual(['10-24 23:00:00', '10-26 00:00:00']);
    yard.close();
    expect(yard.worked()).toEqual([
      [24, 1, 0, 1, 1 / 24],
      [25, 0, 0, 1, 1],
      [26, 0, 1, 0, 0],
    ]);
  });

  test('a job of no length that comes at night is done in the morning, not at the closing time before it', () => {
    const yard = new Yard('2026-04-08', 2, { hours: OFFICE, service: 0 });
    const [, finished] = yard.book('2026-04-08', '22:00');
    expect(['04-09 09:00:00', '04-09 09:00:01']).toContain(finished);
    yard.close();
    expect(yard.worked().map(d => d.slice(0, 4))).toEqual([
      [8, 1, 0, 1],
      [9, 0, 1, 0],
    ]);
  });

  test('work left at the end of the run stays in the backlog, and only what was done is counted as busy time', () => {
    const yard = new Yard('2026-04-07', 2, { hours: OFFICE, service: 6 * HOUR });
    for (let i = 0; i < 5; i++) yard.book('2026-04-07', '09:00');
    yard.close();
    expect(yard.worked()).toEqual([
      [7, 5, 1, 4, 1],
      [8, 0, 1, 3, 1],
    ]);
    expect(yard.servers.waiting(0)).toBe(3);
  });

  test('of a hopeless queue, a time after January 2038 is told as its last second, and a wait in full', () => {
    const days = 320 * 23; // each job of 23 days takes up the server for 320 times as long: some twenty years
    const yard = new Yard(
      '2026-04-07',
      2,
      { hours: 'always', service: 23 * 24 * HOUR, stretch: 320 },
      { hours: 'always', service: MINUTE },
    );
    const came = yard.at('2026-04-07', '00:00');
    const booked = [0, 0, 0, 1, 1].map(queue => yard.servers.book(queue, came, 0));
    const last = 2 ** 31 - 1;
    expect(booked).toEqual([
      { started: came, finished: came + 23 * 24 * HOUR },
      { started: last, finished: last },
      { started: last, finished: last },
      { started: came, finished: came + MINUTE },
      { started: came + MINUTE, finished: came + 2 * MINUTE },
    ]);
    yard.close();
    expect(yard.waits()).toEqual([
      [7, days * 24 * 60, expect.closeTo(2 * days * 24 * 60, -6), 2 * days * 24 * 60],
      [7, 0.5, 1, 1], // the next queue keeps its own
      [8, OFF, OFF, OFF],
    ]);
    expect(yard.worked()[1]).toEqual([8, 0, 0, 3, 1]);
  });

  test('goes on after a checkpoint as if there had been none', () => {
    const books = (yard: Yard, from: string) => {
      for (const time of ['09:00', '09:30', '16:45', '20:00']) yard.book(from, time);
      return yard.book(from, '21:00', 1);
    };
    const queues = [
      { hours: OFFICE, servers: 2, service: 3 * HOUR },
      { hours: 'always', service: HOUR, stretch: 1.7 },
    ] as const;
    const whole = new Yard('2026-04-07', 4, ...queues);
    books(whole, '2026-04-07');
    books(whole, '2026-04-08');
    const resumed = whole.resumed(...queues);
    expect(books(resumed, '2026-04-09')).toEqual(books(whole, '2026-04-09'));
    for (const yard of [whole, resumed]) yard.close();
    expect(resumed.servers.queueDays).toEqual(whole.servers.queueDays);
    expect(whole.servers.queueDays.length).toBe(7);
  });
});

// Ten days around a bank holiday (Monday, 4 May 2026).
const FIRST = parseDate('2026-04-30');
const DAYS = 10;
const british = new BritishTime(FIRST, FIRST + DAYS - 1);
const START = british.midnight(FIRST);
const MINUTES = (british.midnight(FIRST + DAYS) - START) / MINUTE;

const hours = fc.constantFrom(
  'always',
  OFFICE,
  'Mon-Fri 08:00-12:00, Mon-Fri 13:00-18:00, Sat 09:00-13:00',
  'Mon-Sun 22:00-06:00',
);
const scene = fc.record({
  hours,
  servers: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 7, max: 20 })),
  services: fc
    .array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 5 })
    .map(s => s.sort((x, y) => x - y)),
  // Over five days, or all within three hours.
  arrivals: fc
    .constantFrom(MINUTES / 2, 180)
    .chain(span => fc.array(fc.integer({ min: 0, max: span }), { minLength: 1, maxLength: 120, size: 'max' }))
    .map(a => a.sort((x, y) => x - y)),
});

/** Jobs by looking at every minute of every server: when each is started and finished, in minutes from the start. */
function polled(clock: WorkClock, servers: number, jobs: readonly { arrival: number; service: number }[]) {
  const queue: number[] = [];
  const at = Array.from({ length: servers }, () => ({ job: -1, left: 0 }));
  const result = jobs.map(() => ({ started: -1, finished: -1 }));
  let next = 0;
  for (let minute = 0; minute < MINUTES; minute++) {
    while (next < jobs.length && jobs[next]!.arrival === minute) queue.push(next++);
    if (!clock.isOpen(START + minute * MINUTE)) continue;
    for (const server of at) {
      if (server.left === 0 && queue.length > 0) {
        server.job = queue.shift()!;
        server.left = jobs[server.job]!.service;
        result[server.job]!.started = minute;
      }
      if (server.left > 0 && --server.left === 0) result[server.job]!.finished = minute + 1;
    }
  }
  return result;
}

describe('Servers, whatever the load', () => {
  test('book what servers polled minute by minute do, and count each day what they did on it', () => {
    fc.assert(
      fc.property(scene, ({ hours, servers, services, arrivals }) => {
        const clock = new WorkClock(
          british,
          new WorkingDays(FIRST, FIRST + DAYS),
          parseHours(hours),
          FIRST,
          FIRST + DAYS - 1,
        );
        const jobs = arrivals.map((arrival, i) => ({ arrival, service: services[i % services.length]! }));
        const service = QuantileTable.fromValues(
          Float64Array.from(services, s => s * MINUTE * SERVICE_UNITS),
          Float64Array.from(services, () => 1),
        );
        const span = { british, first: FIRST, days: DAYS };
        const booked = new Servers(new Memory(), [{ servers, service, stretch: 1, clock }], span);
        const expected = polled(clock, servers, jobs);
        jobs.forEach(({ arrival }, i) => {
          const luck = ((i % services.length) + 0.5) / services.length;
          const job = booked.book(0, START + arrival * MINUTE, Math.floor(luck * 2 ** 32));
          const [started, finished] = [job.started, job.finished].map(t => (t - START) / MINUTE);
          if (expected[i]!.finished < 0) expect(finished).toBeGreaterThan(MINUTES);
          else expect({ started, finished }).toEqual(expected[i]);
        });
        let backlog = 0;
        for (let d = 0; d < DAYS; d++) {
          booked.closeDay(FIRST + d);
          const row = booked.queueDays.find(q => q.day === FIRST + d);
          const within = (minute: number) => minute >= 0 && british.dayOf(START + minute * MINUTE) === FIRST + d;
          const arrived = jobs.filter(j => within(j.arrival)).length;
          const done = expected.filter(e => within(e.finished)).length;
          backlog += arrived - done;
          expect(row ? [row.arrived, row.done, row.backlog] : [0, 0, 0]).toEqual([arrived, done, backlog]);
          expect(row?.utilisation ?? 0).not.toBeGreaterThan(1 + 1e-9);
        }
        expect(booked.waiting(0)).toBe(backlog);
        if (backlog > 0) return;
        const duty = (d: Day) => (clock.workedOnDay(d) * servers) / MINUTE;
        const busy = booked.queueDays.reduce((sum, q) => sum + (duty(q.day) > 0 ? q.utilisation * duty(q.day) : 0), 0);
        expect(busy).toBeCloseTo(
          jobs.reduce((sum, j) => sum + j.service, 0),
          6,
        );
      }),
      { numRuns: 80 },
    );
  });
});
