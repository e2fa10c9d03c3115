import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { Memory } from '../../src/engine/memory/memory.ts';
import { Obligations } from '../../src/engine/tallies/obligations.ts';
import { BritishTime, DeadlineTable, parseDate, parseDeadline, parseTime, WorkingDays } from '../../src/time/index.ts';

const FIRST = parseDate('2026-03-23'); // Monday; the clocks go forward on Sunday, the 29th
const DAYS = 10;
const british = new BritishTime(FIRST, FIRST + DAYS - 1);
const END = british.midnight(FIRST + DAYS);
const HOUR = 3600;
const workingDays = new WorkingDays(FIRST, FIRST + 60);
const within = (deadline: string) => new DeadlineTable(british, workingDays, parseDeadline(deadline));

/** Step 0 is owed by two parties within an hour, step 1 by one party at a time that its handler gives. */
const QUOTE = 0;
const REPAIR = 1;

let obligations: Obligations;
beforeEach(() => {
  obligations = new Obligations(
    new Memory(),
    [
      { parties: 2, due: HOUR },
      { parties: 1, due: null },
    ],
    british,
    FIRST,
    DAYS,
  );
});

/** A time by the clock on a day of the run, from 1. */
const on = (day: number, hours: number, minutes = 0) => british.at(FIRST + day - 1, hours * HOUR + minutes * 60);
/** What stands at the end: [day from 1, slot, met, missed, open]. */
const standing = (end = END) =>
  [...obligations.standing(end)].map(d => [d.day - FIRST + 1, d.slot, d.met, d.missed, d.open]);

describe('Obligations', () => {
  test('an act is in time up to the very second at which it is due', () => {
    for (const late of [0, 1, -1]) {
      const trigger = on(1, 9);
      const due = obligations.due(QUOTE, trigger);
      expect(due).toBe(on(1, 10));
      obligations.open(QUOTE, 0, due);
      obligations.judge(QUOTE, 0, trigger, due, due + late);
    }
    expect(standing()).toEqual([[1, 0, 2, 1, 0]]);
  });

  test('steps and parties are told apart, and a deadline counts on the day on which it falls due', () => {
    obligations.open(QUOTE, 0, on(1, 12));
    obligations.open(QUOTE, 1, on(1, 12));
    obligations.open(REPAIR, 0, on(3, 12));
    obligations.judge(QUOTE, 1, on(1, 11), on(1, 12), on(4, 12));
    obligations.judge(REPAIR, 0, on(1, 11), on(3, 12), on(2, 12));
    // Slots: quote of party 0, quote of party 1, repair of party 0. The unjudged one was due by the end.
    expect([...obligations.offset]).toEqual([0, 2, 3]);
    expect(standing()).toEqual([
      [1, 0, 0, 1, 0],
      [1, 1, 0, 1, 0],
      [3, 2, 1, 0, 0],
    ]);
    expect(obligations.totals()).toEqual({ opened: 3, judged: 2, overdrawn: 0 });
  });

  test('a deadline at 24:00 is of the day that ends, one a second later of the next', () => {
    obligations.open(REPAIR, 0, on(2, 24));
    obligations.open(REPAIR, 0, on(2, 24) + 1);
    expect(on(2, 24)).toBe(on(3, 0));
    expect(standing()).toEqual([
      [2, 2, 0, 1, 0],
      [3, 2, 0, 1, 0],
    ]);
  });

  test('one at the very start of the run, with no day before it, is of the first day', () => {
    obligations.open(REPAIR, 0, on(1, 0));
    obligations.judge(REPAIR, 0, on(1, 0), on(1, 0), on(1, 0));
    expect(standing()).toEqual([[1, 2, 1, 0, 0]]);
  });

  test('a deadline at the end of a day of 23 hours is of that day', () => {
    const sunday = parseDate('2026-03-29');
    expect(british.midnight(sunday + 1)).toBe(parseTime('2026-03-29T23:00:00Z'));
    obligations.open(REPAIR, 0, british.midnight(sunday + 1));
    expect([...obligations.standing(END)].map(d => d.day)).toEqual([sunday]);
  });

  test('what is unfinished when the run ends is missed if it was due by then, and open if it is due later', () => {
    obligations.open(REPAIR, 0, END); // at 24:00 of the last day
    obligations.open(REPAIR, 0, END + 1);
    obligations.open(REPAIR, 0, END + 5 * 86_400);
    expect(standing()).toEqual([
      [10, 2, 0, 1, 0],
      [11, 2, 0, 0, 1],
      [15, 2, 0, 0, 1],
    ]);
  });

  test('an act done early counts as met on its due day, though that lies after the end', () => {
    obligations.open(REPAIR, 0, END + 86_400);
    obligations.judge(REPAIR, 0, on(9, 9), END + 86_400, on(10, 9));
    expect(standing()).toEqual([[11, 2, 1, 0, 0]]);
  });

  test('what is due in the far future is open, on the last day that is told apart', () => {
    obligations.open(REPAIR, 0, END + 200 * 86_400);
    obligations.open(REPAIR, 0, END + 300 * 86_400);
    expect(standing()).toEqual([[DAYS + 120, 2, 0, 0, 2]]);
    expect(obligations.totals().opened).toBe(2);
  });

  test('a deadline that is released was never there', () => {
    obligations.open(QUOTE, 1, on(5, 10));
    obligations.open(QUOTE, 1, on(5, 11));
    obligations.release(QUOTE, 1, on(5, 10));
    expect(standing()).toEqual([[5, 1, 0, 1, 0]]);
    obligations.release(QUOTE, 1, on(5, 11));
    expect(standing()).toEqual([]);
  });

  test('how long acts took is measured from their trigger, never below nought', () => {
    for (const [from, to] of [
      [9, 10],
      [9, 12],
      [9, 8],
    ] as const) {
      obligations.open(REPAIR, 0, on(1, 12));
      obligations.judge(REPAIR, 0, on(1, from), on(1, 12), on(1, to));
    }
    expect(obligations.latency.count(2)).toBe(3);
    expect(obligations.latency.mean(2)).toBe((1 + 3 + 0) * (HOUR / 3));
    expect(obligations.latency.max(2)).toBe(3 * HOUR);
  });

  test('more judged than opened shows in the totals', () => {
    obligations.judge(QUOTE, 0, on(1, 9), on(1, 10), on(1, 10));
    expect(obligations.totals()).toEqual({ opened: 0, judged: 1, overdrawn: 1 });
  });

  test('a step without a deadline of its own says so when asked for one', () => {
    expect(() => obligations.due(REPAIR, on(1, 9))).toThrow('step 1 has no deadline of its own');
  });

  test('Working Days of the calendar: two Working Days from Friday before the clocks change end on Tuesday at 24:00', () => {
    const own = new Obligations(new Memory(), [{ parties: 1, due: within('2 WD') }], british, FIRST, DAYS);
    const due = own.due(0, on(5, 15));
    own.open(0, 0, due);
    own.judge(0, 0, on(5, 15), due, on(9, 23, 59));
    own.open(0, 0, due);
    own.judge(0, 0, on(5, 15), due, on(10, 0, 1));
    expect([...own.standing(END)]).toEqual([{ day: parseDate('2026-03-31'), slot: 0, met: 1, missed: 1, open: 0 }]);
  });

  test('a step is due when its table says so, whatever the trigger, and beyond the calendar says the same', () => {
    const tables = ['30 min', '1 WD', '5 WD', '8 days', 'by local midnight', 'by 18:00', 'by 06:30', '300 WD'].map(
      within,
    );
    const specs = [...tables, null, ...tables].map(due => ({ parties: 1, due }));
    const own = new Obligations(new Memory(), specs, british, FIRST, DAYS);
    const told = (due: () => number) => {
      try {
        return due();
      } catch (error) {
        return String(error);
      }
    };
    const [begin, end] = [british.midnight(british.firstDay), british.midnight(british.lastDay + 1) - 1];
    const triggers = fc.oneof(
      fc.integer({ min: begin, max: end }),
      fc.integer({ min: begin, max: begin + 86_400 }),
      fc.integer({ min: end - 86_400, max: end }),
    );
    fc.assert(
      fc.property(fc.nat({ max: specs.length - 1 }), triggers, (step, trigger) => {
        const table = specs[step]!.due;
        fc.pre(table !== null);
        expect(told(() => own.due(step, trigger))).toBe(told(() => table.due(trigger)));
      }),
      { numRuns: 500 },
    );
  });

  test('what is due as its step has it is counted as if its due time were worked out and given', () => {
    const specs = [HOUR, ...['30 min', '1 WD', '5 WD', 'by 18:00', 'by 06:30'].map(within)].map(due => ({
      parties: 2,
      due,
    }));
    const make = () => new Obligations(new Memory(), specs, british, FIRST, DAYS);
    const deed = fc.record({
      step: fc.nat({ max: specs.length - 1 }),
      party: fc.nat({ max: 1 }),
      trigger: fc.integer({ min: british.midnight(FIRST), max: END - 1 }),
      took: fc.oneof(fc.nat({ max: 10 * 86_400 }), fc.constant(null)),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), deeds => {
        const [short, long] = [make(), make()];
        for (const { step, party, trigger, took } of deeds) {
          const due = long.due(step, trigger);
          short.openFrom(step, party, trigger);
          long.open(step, party, due);
          if (took === null) continue;
          short.judgeFrom(step, party, trigger, trigger + took);
          long.judge(step, party, trigger, due, trigger + took);
        }
        expect([...short.standing(END)]).toEqual([...long.standing(END)]);
        const latencies = (of: Obligations) => Array.from({ length: 12 }, (_, slot) => of.latency.mean(slot));
        expect(latencies(short)).toEqual(latencies(long));
      }),
    );
  });

  test('each deadline opened and not released is met, missed or open in the end, exactly once', () => {
    const time = fc.integer({ min: british.midnight(FIRST), max: END + 20 * 86_400 });
    const deed = fc.record({
      step: fc.constantFrom(QUOTE, REPAIR),
      due: time,
      end: fc.oneof(fc.constant('nothing' as const), fc.constant('release' as const), time),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), deeds => {
        const own = new Obligations(
          new Memory(),
          [
            { parties: 1, due: null },
            { parties: 1, due: null },
          ],
          british,
          FIRST,
          DAYS,
        );
        const expected = { met: 0, missed: 0, open: 0 };
        for (const { step, due, end } of deeds) {
          own.open(step, 0, due);
          if (end === 'release') own.release(step, 0, due);
          else if (end === 'nothing') expected[due <= END ? 'missed' : 'open']++;
          else {
            own.judge(step, 0, british.midnight(FIRST), due, end);
            expected[end <= due ? 'met' : 'missed']++;
          }
        }
        const found = { met: 0, missed: 0, open: 0 };
        for (const day of own.standing(END)) {
          found.met += day.met;
          found.missed += day.missed;
          found.open += day.open;
        }
        expect(found).toEqual(expected);
      }),
    );
  });
});
