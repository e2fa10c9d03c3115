import { describe, expect, it } from 'vitest';
import { hands, type Knobs, tinyRun } from './tiny-market.ts';

// Deadlines as the scenario sets them, and what is met, missed or open when the run ends.
// Working Days over Christmas 2025: Fri 19, Mon 22, 23, 24, 29, 30, 31 December, Fri 2, Mon 5 January.
const KNOBS: Knobs = {
  points: { 'NHH traditional': 10 },
  from: '2025-12-15',
  to: '2026-01-30',
  starts: [['2025-12-19', 10]],
  lead: 6,
};

/** Deadlines of a step: due date, met, missed, open. */
function deadlines(knobs: Knobs, step: string) {
  const run = tinyRun(knobs);
  expect(run.broken).toEqual([]);
  return run
    .rows('deadline_daily')
    .filter(d => d.step === step)
    .map(d => [run.role(d.party_id), d.date, d.met, d.missed, d.open].join(' '));
}

describe('a deadline set by the scenario', () => {
  // The D0151s are due from Friday 19 December, some 17 and 27 minutes past ten; they leave on Tuesday the 23rd.
  const late = { Supplier: { d0151: { ...hands(5), delay: { fixed: '4 d' } } } };

  it.each([
    ['1 WD', 'Supplier 2025-12-22 0 20 0'],
    ['2 WD', 'Supplier 2025-12-23 20 0 0'],
    ['3 WD', 'Supplier 2025-12-24 20 0 0'],
    ['5 WD', 'Supplier 2025-12-30 20 0 0'],
    ['6 WD', 'Supplier 2025-12-31 20 0 0'],
    ['7 WD', 'Supplier 2026-01-02 20 0 0'],
    ['3 days', 'Supplier 2025-12-22 0 20 0'],
    ['4 days', 'Supplier 2025-12-23 20 0 0'],
    ['60 min', 'Supplier 2025-12-19 0 20 0'],
    ['96 h', 'Supplier 2025-12-23 0 20 0'],
    ['97 h', 'Supplier 2025-12-23 20 0 0'],
    ['by local midnight', 'Supplier 2025-12-19 0 20 0'],
    ['by 18:00', 'Supplier 2025-12-19 0 20 0'],
  ])('3.1.10 within %s: %s', (within, expected) => {
    const knobs = { ...KNOBS, change: { capacities: late, steps: { '3.1.10': { within } } } };
    expect(deadlines(knobs, '3.1.10')).toEqual([expected]);
  });

  it('is the one that the step table shows, and that of the catalogue where there is none', () => {
    const run = tinyRun({ ...KNOBS, change: { steps: { '3.1.10': { within: '1 WD' } } } });
    const due = Object.fromEntries(run.rows('step').map(s => [s.step, s.due]));
    expect(due['3.1.10']).toBe('1 WD');
    expect(due['3.1.6']).toBe('5 WD');
    expect(due['3.1.2']).toBe('60 min');
    expect(due['3.1.1']).toBeNull();
    expect(due['3.1.11']).toBe('by the EFD, 00:00 local');
  });

  it('counts from receipt: a D0170 at 22:02 leaves the MOA two hours, into the next day', () => {
    // Ten points, and office hours from Monday on.
    const within = (text: string) => ({ ...KNOBS, change: { steps: { '3.1.6': { within: text } } } });
    expect(deadlines(within('120 min'), '3.1.6')).toEqual(['MOA 2025-12-20 0 10 0']);
    expect(deadlines(within('1 WD'), '3.1.6')).toEqual(['MOA 2025-12-22 10 0 0']);
  });

  it('changes no act, only the verdict', () => {
    const strict = tinyRun({
      ...KNOBS,
      change: { steps: { '3.1.6': { within: '1 min' }, '3.1.3': { within: '1 min' } } },
    });
    const lax = tinyRun({ ...KNOBS, change: { steps: { '3.1.6': { within: '9 WD' }, '3.1.3': { within: '9 WD' } } } });
    const withoutVerdict = (acts: string[]) => acts.map(act => act.replace(/, due \S+ \w+/, ''));
    expect(withoutVerdict(strict.life())).toEqual(withoutVerdict(lax.life()));
    expect(strict.messages()).toEqual(lax.messages());
    expect(strict.sum('deadline_daily', 'missed')).toBe(10 + 20);
    expect(lax.sum('deadline_daily', 'missed')).toBe(0);
  });
});

describe('what is not done when the run ends', () => {
  // One person at the MOA, who takes a working day for each: 22, 23, 24, 29, 30, 31 December, 2, 5, 6, 7 January.
  const slow = { capacities: { MOA: { mtd: { servers: 1, service: { fixed: '8 h' }, hours: 'office' } } } };

  it('is missed where it was due by then', () => {
    // 5 WD of 19 December: five are done by 30 December, one on the 31st.
    expect(deadlines({ ...KNOBS, to: '2025-12-31', change: slow }, '3.1.6')).toEqual(['MOA 2025-12-30 5 5 0']);
    expect(deadlines({ ...KNOBS, to: '2025-12-30', change: slow }, '3.1.6')).toEqual(['MOA 2025-12-30 5 5 0']);
    expect(deadlines({ ...KNOBS, to: '2026-01-30', change: slow }, '3.1.6')).toEqual(['MOA 2025-12-30 5 5 0']);
  });

  it('is open where it was not', () => {
    expect(deadlines({ ...KNOBS, to: '2025-12-29', change: slow }, '3.1.6')).toEqual(['MOA 2025-12-30 4 0 6']);
    expect(deadlines({ ...KNOBS, to: '2025-12-22', change: slow }, '3.1.6')).toEqual(['MOA 2025-12-30 1 0 9']);
  });

  it('stands in the trace on the job that began it', () => {
    const mtds = (to: string) => {
      const change = { capacities: { MOA: { mtd: { ...hands(30, 'office'), delay: { fixed: '20 d' } } } } };
      const points = { 'NHH traditional': 1 };
      const run = tinyRun({ ...KNOBS, points, starts: [['2025-12-19', 1]], to, change });
      return run.life().filter(act => act.includes(' 3.1.6 ') && act.includes(', due'));
    };
    expect(mtds('2025-12-29')).toEqual(['2025-12-19T22:02:00Z 3.1.6 queued MOA, due 2025-12-31T00:00:00Z open']);
    expect(mtds('2025-12-30')).toEqual(['2025-12-19T22:02:00Z 3.1.6 queued MOA, due 2025-12-31T00:00:00Z missed']);
    expect(mtds('2026-01-30')).toEqual([
      '2026-01-11T09:30:00Z 3.1.6 sent MOA → MSS D0149, due 2025-12-31T00:00:00Z missed',
    ]);
  });

  it('stands there for the reads of half-hourly smart meters too', () => {
    const change = { capacities: { HHDC: { data: { ...hands(50, 'office'), delay: { fixed: '20 d' } } } } };
    const points = { 'HH smart': 1 };
    const run = tinyRun({ ...KNOBS, points, starts: [['2025-12-19', 1]], to: '2025-12-31', change });
    // EFD 25 December; 5 WD: 29, 30, 31 December, 2, 5 January.
    expect(run.life().filter(act => act.includes('HHDC') && act.includes(', due'))).toEqual([
      expect.stringContaining('3.1.10 sent Supplier → HHDC D0151'),
      expect.stringContaining('3.1.5 sent SMRA → HHDC D0170'),
      '2025-12-25T00:00:00Z 3.1.8 queued HHDC, due 2026-01-06T00:00:00Z open',
    ]);
  });

  it('is in the backlog, day by day', () => {
    const run = tinyRun({ ...KNOBS, to: '2026-01-09', change: slow });
    const moa = run.rows('capacity_daily').filter(c => run.role(c.party_id) === 'MOA');
    expect(moa.map(c => [c.date, c.arrived, c.done, c.backlog, c.utilisation])).toEqual([
      ['2025-12-19', 10, 0, 10, 0],
      // A day off has no utilisation.
      ['2025-12-20', 0, 0, 10, null],
      ['2025-12-21', 0, 0, 10, null],
      ['2025-12-22', 0, 1, 9, 1],
      ['2025-12-23', 0, 1, 8, 1],
      ['2025-12-24', 0, 1, 7, 1],
      ['2025-12-25', 0, 0, 7, null],
      ['2025-12-26', 0, 0, 7, null],
      ['2025-12-27', 0, 0, 7, null],
      ['2025-12-28', 0, 0, 7, null],
      ['2025-12-29', 0, 1, 6, 1],
      ['2025-12-30', 0, 1, 5, 1],
      ['2025-12-31', 0, 1, 4, 1],
      ['2026-01-01', 0, 0, 4, null],
      ['2026-01-02', 0, 1, 3, 1],
      ['2026-01-03', 0, 0, 3, null],
      ['2026-01-04', 0, 0, 3, null],
      ['2026-01-05', 0, 1, 2, 1],
      ['2026-01-06', 0, 1, 1, 1],
      ['2026-01-07', 0, 1, 0, 1],
    ]);
    // From 19 December 22:02 to 22 December 09:00, and to 7 January 09:00: 58 h 58 min and 18 d 10 h 58 min.
    expect(moa[0]!.wait_max_min).toBe(26578);
    // Starts on days 3, 4, 5, 10, 11, 12, 14, 17, 18, 19 after the 19th, each at 09:00: 113 days, less 10 times 13:02 h.
    expect(moa[0]!.wait_mean_min).toBeCloseTo((113 * 1440 - 10 * 782) / 10, 6);
    expect(run.sum('state_daily', 'mhhs', { date: '2026-01-09' })).toBe(10);
    expect(run.messages()['3.1.6 D0150 MOA → MSS']).toBe(10);
  });

  it('is a message under way in its network', () => {
    const change = { networks: { DTN: { latency: { fixed: '2 d' } } } };
    const run = tinyRun({ ...KNOBS, to: '2025-12-20', change });
    // 20 D0170 at 22:00 on the 19th; 20 D0151 from 10:22 on.
    const dtn = run.rows('network_hourly').filter(h => h.network === 'DTN');
    expect(dtn.map(h => [h.hour, h.offered, h.delivered, h.queued])).toEqual([
      ['2025-12-19T10:00:00Z', 20, 0, 20],
      ...[11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21].map(hour => [`2025-12-19T${hour}:00:00Z`, 0, 0, 20]),
      ['2025-12-19T22:00:00Z', 20, 0, 40],
      ['2025-12-19T23:00:00Z', 0, 0, 40],
      ...Array.from({ length: 24 }, (_, h) => [`2025-12-20T${String(h).padStart(2, '0')}:00:00Z`, 0, 0, 40]),
    ]);
    expect(run.broken).toEqual([]);
  });
});
