import { describe, expect, it } from 'vitest';
import { hands, type TinyRun } from './tiny-market.ts';
import { type SwitchKnobs, twoSuppliersRun } from './two-suppliers.ts';

// Worked out by hand from the REC engagement day. 40 points and one new point a year for each are 40 / 365.25 = 0.1095 a
// day: the first is due on the 10th day (Wed 3 December from Mon 24 November), the second on the 19th (Fri 12 December),
// the third on the 28th, Sun 21, and so registered on Mon 22 December, in office hours. Winter: local time is UTC.

const CONNECTED: SwitchKnobs = {
  points: { 'NHH smart': 40 },
  from: '2025-11-24',
  to: '2025-12-28',
  connections: {
    rate: 1,
    meters: { smart: 1, traditional: 0, advanced: 0 },
    hours: 'office',
    notice: { fixed: '7 d' },
  },
};

/** Messages of a day: `new-connection.2 IF-031 ACORN → SMRA: 2`. */
function on(run: TinyRun, date: string): string[] {
  return run
    .rows('message_daily')
    .filter(m => m.date === date && String(m.step).startsWith('new-connection'))
    .map(m => `${m.step} ${m.flow} ${run.role(m.from_party)} → ${run.role(m.to_party)}: ${m.count}`);
}

describe('a new connection', () => {
  const run = twoSuppliersRun(CONNECTED, {});

  it('is registered, and its agents appointed on the same day, for its EFD seven days on', () => {
    expect(on(run, '2025-12-03')).toEqual([
      'new-connection.1 CSS registration pending CSS → SMRA: 1',
      'new-connection.1 IF-002 SMRA → ACORN: 1',
      'new-connection.2 IF-031 ACORN → SMRA: 2',
      'new-connection.3 IF-032 SMRA → ACORN: 2',
      'new-connection.3 IF-033 SMRA → A-MSS: 1',
      'new-connection.3 IF-033 SMRA → A-SDS: 1',
      'new-connection.4 IF-034 A-MSS → SMRA: 1',
      'new-connection.4 IF-034 A-SDS → SMRA: 1',
      'new-connection.5 IF-035 SMRA → A-MSS: 2',
      'new-connection.5 IF-035 SMRA → A-SDS: 2',
      'new-connection.5 IF-035 SMRA → ACORN: 2',
    ]);
    expect(on(run, '2025-12-10')).toEqual([
      'new-connection.6 IF-036 SMRA → ACORN: 2',
      'new-connection.6 IF-036 SMRA → A-MSS: 2',
      'new-connection.6 IF-036 SMRA → A-SDS: 2',
      'new-connection.6 IF-036 SMRA → LDSO: 2',
      'new-connection.6 IF-036 SMRA → EES: 2',
    ]);
  });

  it('comes on the days on which the rate has added up to a point, the Sunday’s on Monday', () => {
    const days = run.rows('message_daily').filter(m => m.step === 'new-connection.1' && m.flow === 'IF-002');
    expect(days.map(m => m.date)).toEqual(['2025-12-03', '2025-12-12', '2025-12-22']);
  });

  it('is there from its EFD on, under MHHS', () => {
    const mhhs = (date: string) => run.sum('state_daily', 'mhhs', { date });
    expect(['2025-12-09', '2025-12-10', '2025-12-18', '2025-12-19'].map(mhhs)).toEqual([0, 1, 1, 2]);
    expect(run.sum('state_daily', 'legacy', { date: '2025-12-19' })).toBe(40);
    expect(run.broken).toEqual([]);
  });

  it('takes as long as its steps: the SMRA 3, 1 and 2 min, the MSS 10 and the SDS 20', () => {
    const took = run
      .rows('latency')
      .filter(l => String(l.step).startsWith('new-connection'))
      .map(l => `${l.step} ${run.role(l.party_id)} ${l.count} × ${l.max_min}`);
    expect(took).toEqual([
      'new-connection.1 SMRA 3 × 3',
      'new-connection.2 ACORN 3 × 0',
      'new-connection.3 SMRA 6 × 1',
      'new-connection.4 A-MSS 3 × 10',
      'new-connection.4 A-SDS 3 × 20',
      'new-connection.5 SMRA 6 × 2',
      'new-connection.6 SMRA 4 × 0',
    ]);
  });

  it('both cores tell the same', () => {
    const ordered = twoSuppliersRun(CONNECTED, { core: 'ordered' });
    for (const table of ['message_daily', 'state_daily', 'latency', 'deadline_daily'])
      expect(ordered.rows(table)).toEqual(run.rows(table));
  });
});

describe('who connects, and when', () => {
  it('before M10 nobody does', () => {
    const early = { change: { milestones: { M10: '2025-12-10', M11: '2025-12-10', M12: '2025-12-10' } } };
    const run = twoSuppliersRun({ ...CONNECTED, ...early }, {});
    const days = run
      .rows('message_daily')
      .filter(m => m.flow === 'IF-002')
      .map(m => m.date);
    // The 10th day from Wed 10 December is Fri 19.
    expect(days).toEqual(['2025-12-19']);
  });

  it('a supplier that is not qualified does not: another does, and if there is none, nobody', () => {
    const acorn = twoSuppliersRun({ ...CONNECTED, birch: '2026-06-30' }, {});
    expect(acorn.messages()['new-connection.1 IF-002 SMRA → ACORN']).toBe(3);
    const birch = twoSuppliersRun({ ...CONNECTED, acorn: '2026-06-30' }, {});
    expect(birch.messages()['new-connection.1 IF-002 SMRA → BIRCH']).toBe(3);
    const none = twoSuppliersRun({ ...CONNECTED, acorn: '2026-06-30', birch: '2026-06-30' }, {});
    expect(none.outcome.messages).toBe(0);
    expect(none.sum('state_daily', 'legacy', { date: '2025-12-28' })).toBe(40);
  });

  it('whose agents are late is under MHHS without them, and the supplier is told', () => {
    // The MSS takes longer than the seven days; the SDS answers in time.
    const change = { capacities: { MSS: { acceptance: { ...hands(10), delay: { fixed: '9 d' } } } } };
    const chasing = { mtds: 5, appointments: 7 };
    const run = twoSuppliersRun({ ...CONNECTED, to: '2025-12-17', change, chasing }, {});
    expect(run.messages()['new-connection.6 IF-036 SMRA → ACORN']).toBe(1);
    expect(run.messages()['missing-appointment.1 IF-045 SMRA → ACORN']).toBeGreaterThanOrEqual(1);
    expect(run.sum('state_daily', 'mhhs', { date: '2025-12-10' })).toBe(1);
  });
});
