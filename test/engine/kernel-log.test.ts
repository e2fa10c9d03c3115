import { describe, expect, test } from 'vitest';
import type { TraceAct } from '../../src/engine/index.ts';
import { BritishTime, parseDate } from '../../src/time/index.ts';
import { MESSAGE, NODE, runShop, type Shop, STEP } from './repair-shop.ts';

// Two things brought in the same second of Monday, 8 June 2026, to a shop with one of everybody. All times are fixed.
const MONDAY = '2026-06-08';
const british = new BritishTime(parseDate(MONDAY), parseDate(MONDAY) + 3);
const one = { servers: 1, stretch: 1 };
const shop: Shop = {
  first: MONDAY,
  days: 3,
  things: [
    { day: 0, second: 16 * 3600 },
    { day: 0, second: 16 * 3600 },
  ],
  shops: 1,
  workshops: 1,
  depots: 1,
  post: [60, 60],
  courier: [600, 600],
  work: {
    inspection: { ...one, service: [1200, 1200], hours: 'always' },
    picking: { ...one, service: [300, 300], hours: 'always' },
    repair: { ...one, service: [3600, 3600], hours: 'Mon-Fri 09:00-17:00' },
  },
  fails: 0,
  tries: 1,
  newParts: false,
  collectedAfter: [0, 0],
  quoteWithin: 1800,
  pickWithin: 360,
  traced: [1],
  seed: 'fixed',
};

/** `8 16:00` for a time on the eighth; everything here happens on whole minutes. */
function told(t: number): string {
  const text = british.localTime(t);
  expect(text.slice(17, 19)).toBe('00');
  return `${Number(text.slice(8, 10))} ${text.slice(11, 16)}`;
}

const named = (numbers: Record<string, number>, n: number) => Object.keys(numbers).find(name => numbers[name] === n);

function line(act: TraceAct): string {
  const what =
    act.message >= 0 ? named(MESSAGE, act.message) : act.node >= 0 ? named(NODE, act.node) : named(STEP, act.step);
  const due = act.due === null ? [] : [`due ${told(act.due)}, ${act.outcome}`];
  return [`${told(act.at)} ${act.act} ${what}`, ...due, ...(act.detail === null ? [] : [act.detail])].join(' – ');
}

describe.each(['ordered', 'folded'] as const)('the %s core', core => {
  const run = runShop(shop, core, 86_400);

  test('takes up two things brought in one second in the order of their numbers, each job and message in its time', () => {
    const log = run.log.map(entry => entry.replace(/\d{9,}/g, t => told(Number(t))));
    expect(log).toEqual([
      '8 16:00 brought 0.0 since 8 00:00',
      '8 16:00 brought 1.0 since 8 00:00',
      '8 16:01 parts asked 0.1 since 8 16:00',
      '8 16:01 parts asked 1.1 since 8 16:00',
      '8 16:06 picking 0.1 since 8 16:01',
      '8 16:11 picking 1.1 since 8 16:01', // one picker
      '8 16:16 parts in 0.1 since 8 16:01',
      '8 16:20 inspection 0.0 since 8 16:00',
      '8 16:20 ready 0.0 since 8 16:00', // the later of inspection and parts
      '8 16:21 parts in 1.1 since 8 16:01',
      '8 16:21 quoted 0.0 since 8 16:00',
      '8 16:40 inspection 1.0 since 8 16:00', // one inspector
      '8 16:40 ready 1.0 since 8 16:00',
      '8 16:41 quoted 1.0 since 8 16:00',
      '9 09:21 collected 0.0 since 8 16:00',
      '9 09:21 repair 0.0 since 8 16:00', // 39 minutes on Monday, 21 on Tuesday
      '9 10:21 collected 1.0 since 8 16:00',
      '9 10:21 repair 1.0 since 8 16:00',
    ]);
    expect(run.pending).toBe(0);
  });

  test('traces the second thing act by act, with the deadlines that its acts kept or missed', () => {
    expect(run.trace.map(line)).toEqual([
      '8 16:00 queued inspection',
      '8 16:00 sent ask for parts',
      '8 16:01 received ask for parts',
      '8 16:01 queued picking',
      '8 16:06 started picking',
      '8 16:11 finished picking',
      '8 16:11 sent parts – due 8 16:07, missed',
      '8 16:20 started inspection',
      '8 16:21 received parts',
      '8 16:40 finished inspection',
      '8 16:40 sent quote',
      '8 16:40 sent bill',
      '8 16:41 received quote',
      '8 16:41 received bill',
      '8 16:41 queued repair',
      '9 09:21 started repair',
      '9 10:21 finished repair',
      '9 10:21 did thank',
      '9 10:21 sent thanks – after 1',
      '9 10:22 received thanks – after 1',
    ]);
  });

  test('takes up two messages that belong together when the later of them is there, whichever it is', () => {
    const things = Array.from({ length: 40 }, () => ({ day: 0, second: 0 }));
    const { trace, log } = runShop(
      { ...shop, things, post: [60, 6000], traced: things.map((_, id) => id) },
      core,
      86_400,
    );
    const first = new Set<number>();
    for (const id of things.keys()) {
      const [one, other] = trace.filter(
        a => a.id === id && a.act === 'received' && (a.message === MESSAGE.quote || a.message === MESSAGE.bill),
      );
      first.add(one!.message);
      expect(log).toContainEqual(expect.stringMatching(`^${Math.max(one!.at, other!.at)} quoted ${id}\\.0 `));
    }
    expect(first.size).toBe(2);
  });

  test('counts messages, deadlines and working time by day', () => {
    const monday = parseDate(MONDAY);
    // Each message has one sender and one receiver here, so its channel is its number.
    expect(run.messages).toEqual([
      [monday, MESSAGE['ask for parts'], 2],
      [monday, MESSAGE.parts, 2],
      [monday, MESSAGE.quote, 2],
      [monday, MESSAGE.bill, 2],
      [monday + 1, MESSAGE.thanks, 2],
    ]);
    expect(run.total).toBe(10);
    // Slots are the steps: one party owes each. Repairs are due by the end of Tuesday.
    expect(run.deadlines).toEqual([
      { day: monday, slot: STEP.quote, met: 1, missed: 1, open: 0 },
      { day: monday, slot: STEP.pick, met: 1, missed: 1, open: 0 },
      { day: monday + 1, slot: STEP.repair, met: 2, missed: 0, open: 0 },
    ]);
    expect(run.totals).toEqual({ opened: 6, judged: 6, overdrawn: 0 });
    expect(run.latency[STEP.quote]!.slice(0, 3)).toEqual([2, 31 * 60, 41 * 60]);
    const days = run.queueDays.map(d => [d.day - monday, d.arrived, d.done, d.backlog, d.utilisation, d.waitMean]);
    expect(days).toEqual([
      [0, 2, 2, 0, 40 / 1440, 10],
      [0, 2, 2, 0, 10 / 1440, 2.5],
      [0, 2, 0, 2, 39 / 480, 1000 / 2], // the second waits from 16:41 to 09:21: 16 h 40 min
      [1, 0, 2, 0, 81 / 480, Number.NaN],
    ]);
    // By hour from midnight and network: post and courier.
    const hour = (h: number) => [run.offered.slice(2 * h, 2 * h + 2), run.delivered.slice(2 * h, 2 * h + 2)];
    expect(hour(16)).toEqual([
      [6, 2],
      [6, 2],
    ]);
    expect([hour(33), hour(34)]).toEqual([
      [
        [1, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [1, 0],
      ],
    ]);
  });
});

test('both say what is still on its way when a run ends too early', () => {
  const shorter = { ...shop, days: 1, traced: [0, 1] };
  const ordered = runShop(shorter, 'ordered', 86_400);
  expect(ordered).toEqual(runShop(shorter, 'folded', 86_400));
  expect(ordered.pending).toBe(2); // two repairs in hand
  expect(ordered.deadlines.at(-1)).toEqual({
    day: parseDate(MONDAY) + 1,
    slot: STEP.repair,
    met: 0,
    missed: 0,
    open: 2,
  });
  expect(ordered.trace.map(line).filter(l => l.includes('repair'))).toEqual([
    '8 16:21 queued repair – due 10 00:00, open',
    '8 16:21 started repair',
    '8 16:41 queued repair – due 10 00:00, open',
  ]);
});
