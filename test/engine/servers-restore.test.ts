import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Memory } from '../../src/engine/index.ts';
import { SERVICE_UNITS, Servers } from '../../src/engine/servers.ts';
import { QuantileTable } from '../../src/random/index.ts';
import { BritishTime, parseDate, parseHours, parseTime, WorkClock, WorkingDays } from '../../src/time/index.ts';

const first = parseDate('2026-03-02'); // a Monday
const days = 28;
const british = new BritishTime(first, first + days - 1);
const workingDays = new WorkingDays(first, first + days - 1);
const clock = (hours: string) => new WorkClock(british, workingDays, parseHours(hours), first, first + days - 1);
const at = (time: string) => parseTime(`2026-03-${time}Z`);

/** A queue whose jobs take so many hours each. */
function queue(servers: number, hours: string, each: number, stretch = 1): Servers {
  const service = QuantileTable.fromRange(each * 3600 * SERVICE_UNITS, each * 3600 * SERVICE_UNITS);
  return new Servers(new Memory(), [{ servers, service, stretch, clock: clock(hours) }], { british, first, days });
}

function restored(from: Servers, to: Servers): Servers {
  to.restore(from.save());
  return to;
}

/** When jobs that all come at one moment are done. */
function done(of: Servers, time: number, jobs: number): number[] {
  return Array.from({ length: jobs }, () => of.book(0, time, 0).finished);
}

describe('servers that are taken up again', () => {
  test('book what they would have booked, to the 1/1024 s, few or many of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 3, 8, 9, 40),
        fc.constantFrom('always', 'Mon-Fri 09:00-17:00', 'Mon-Sun 22:00-06:00'),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        fc.array(fc.integer({ min: 0, max: 9 * 86_400 }), { maxLength: 60 }),
        fc.array(fc.integer({ min: 9 * 86_400, max: 20 * 86_400 }), { minLength: 1, maxLength: 60 }),
        (servers, hours, stretch, before, after) => {
          const [one, other] = [0, 0].map(() => queue(servers, hours, 1, stretch)) as [Servers, Servers];
          const book = (of: Servers, times: number[]) =>
            times.sort((a, b) => a - b).map(t => of.book(0, british.midnight(first) + t, 0));
          book(one, before);
          restored(one, other);
          expect(book(other, after)).toEqual(book(one, after));
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  test('are free when they were to be where the hours are others', () => {
    const before = queue(1, 'Mon-Fri 09:00-17:00', 4);
    // Monday: 09:00 to 13:00, and to 17:00.
    expect(done(before, at('02T08:00:00'), 2)).toEqual([at('02T13:00:00'), at('02T17:00:00')]);
    const after = restored(before, queue(1, 'Mon-Fri 07:00-19:00', 4));
    // Free at 17:00, two hours are left of the day; the other two are worked from 07:00.
    expect(done(after, at('02T16:00:00'), 1)).toEqual([at('03T09:00:00')]);
  });

  test('that are more are free, and where they are fewer those go that would have been free first', () => {
    const before = queue(2, 'always', 4);
    before.book(0, at('02T00:00:00'), 0);
    before.book(0, at('02T02:00:00'), 0);
    // Free at 04:00 and at 06:00.
    const more = restored(before, queue(3, 'always', 4));
    expect(done(more, at('02T03:00:00'), 3)).toEqual([at('02T07:00:00'), at('02T08:00:00'), at('02T10:00:00')]);
    const fewer = restored(before, queue(1, 'always', 4));
    expect(done(fewer, at('02T03:00:00'), 2)).toEqual([at('02T10:00:00'), at('02T14:00:00')]);
    const many = restored(before, queue(20, 'always', 4));
    expect(
      done(many, at('02T03:00:00'), 20)
        .sort((a, b) => a - b)
        .slice(-3),
    ).toEqual([at('02T07:00:00'), at('02T08:00:00'), at('02T10:00:00')]);
  });

  test('of other queues are refused', () => {
    const none = new Servers(new Memory(), [null, null], { british, first, days });
    expect(() => queue(1, 'always', 1).restore(none.save())).toThrow('of other queues');
  });
});
