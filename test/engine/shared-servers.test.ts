import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Core, Cursor, Machinery, run, SERVICE_UNITS, SHORTEST_DELAY } from '../../src/engine/index.ts';
import { QuantileTable, seedKeys } from '../../src/random/index.ts';
import { BritishTime, parseDate, parseHours, WorkClock, WorkingDays } from '../../src/time/index.ts';

const DAY = 86_400;
const FIRST = parseDate('2026-03-02');
const DAYS = 3;
const BRITISH = new BritishTime(FIRST, FIRST + DAYS - 1);
const MIDNIGHT = BRITISH.midnight(FIRST);

/** Something for a party to do: a second of the run, one of three kinds of work, one of two parties. */
interface Job {
  readonly at: number;
  readonly kind: number;
  readonly party: number;
}

const KINDS = 3;
const PARTIES = 2;

/** Runs jobs of three kinds of work that share each party's servers; returns when each is done. */
function finishes(jobs: readonly Job[], servers: number, service: number, core: Core, window: number): number[] {
  const clock = new WorkClock(
    BRITISH,
    new WorkingDays(FIRST, FIRST + DAYS - 1),
    parseHours('always'),
    FIRST,
    FIRST + DAYS - 1,
  );
  const spec = { servers, service: QuantileTable.fromRange(service * SERVICE_UNITS, service * SERVICE_UNITS) };
  const own = Array.from({ length: PARTIES }, () => ({ ...spec, stretch: 1, clock }));
  const done = new Array<number>(jobs.length).fill(-1);
  const moment = { served: false, apart: false, parties: 0, step: -1 };
  const bring = (c: Cursor) => c.work(1 + jobs[c.id]!.kind, jobs[c.id]!.party);
  const finish = (c: Cursor) => {
    done[c.id] = c.now - MIDNIGHT;
  };
  const kinds = Array.from({ length: KINDS }, (_, i) => `work ${i}`);
  const machinery = new Machinery<Cursor>(
    {
      british: BRITISH,
      first: FIRST,
      last: FIRST + DAYS - 1,
      keys: seedKeys('1'),
      entities: 1,
      blockOf: id => id,
      nodes: [
        { ...moment, name: 'brought', handler: bring, leadsTo: [1, 2, 3] },
        ...kinds.map(name => ({
          ...moment,
          name,
          served: true,
          parties: PARTIES,
          handler: finish,
          leadsTo: [],
          pool: 'p',
        })),
      ],
      servers: [[], own, own, own],
      messages: [],
      networks: [],
      obligations: [],
      traced: [],
    },
    core,
    window,
    SHORTEST_DELAY,
  );
  const cursor = new Cursor(machinery as unknown as Machinery<never>);
  run(machinery, cursor, {
    begin(day) {
      jobs.forEach(({ at }, id) => {
        if (FIRST + Math.floor(at / DAY) !== day) return;
        cursor.place(id, 0, MIDNIGHT + at, MIDNIGHT + at);
        cursor.reach(0, MIDNIGHT + at);
      });
    },
    end() {},
  });
  return done;
}

/** The same by hand: each party takes its jobs in order of time, those of one second by kind and number. */
function expected(jobs: readonly Job[], servers: number, service: number): number[] {
  const done = new Array<number>(jobs.length).fill(-1);
  for (let party = 0; party < PARTIES; party++) {
    const free = new Array<number>(servers).fill(0);
    const own = jobs.map((job, id) => ({ ...job, id })).filter(job => job.party === party);
    for (const job of own.sort((a, b) => a.at - b.at || a.kind - b.kind || a.id - b.id)) {
      const first = free.indexOf(Math.min(...free));
      const end = Math.max(job.at, free[first]!) + service;
      free[first] = end;
      if (end < DAYS * DAY) done[job.id] = end;
    }
  }
  return done;
}

const someJobs = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 2 * DAY - 1 }),
    kind: fc.nat(KINDS - 1),
    party: fc.nat(PARTIES - 1),
  }),
  { maxLength: 60 },
);

describe('kinds of work that share servers', () => {
  test('are done in order of time by the same hands, whatever the core and the window', () => {
    fc.assert(
      fc.property(someJobs, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 20_000 }), (jobs, n, service) => {
        const wanted = expected(jobs, n, service);
        for (const core of ['ordered', 'folded'] as const) {
          for (const window of [DAY, 3600]) expect(finishes(jobs, n, service, core, window)).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });
});
