import { describe, expect, it } from 'vitest';
import { AGENTS, exceptions, type Knobs, migrations, tinyRun } from './tiny-market.ts';

// When a migration may begin: BSCP708 §3.1 with the milestones of CR-055 and the qualification of parties.
// Working Days over Christmas 2025: Fri 19, Mon 22, 23, 24, 29, 30, 31 December, Fri 2, Mon 5 January.
const MARKET: Knobs = {
  points: { 'NHH smart': 2, 'NHH advanced': 3, UMS: 4 },
  from: '2025-12-15',
  to: '2026-01-30',
  starts: [['2025-12-19', 9]],
  lead: 6,
};

describe('a migration begins', () => {
  it('for Smart points with M12, for the others with M11; what was planned before waits', () => {
    const run = tinyRun({ ...MARKET, change: { milestones: { M11: '2025-12-19', M12: '2026-01-05' } } });
    const asked = run.rows('message_daily').filter(m => m.step === '3.1.1');
    expect(asked.map(m => [m.date, m.count])).toEqual([
      ['2025-12-19', 14],
      ['2026-01-05', 4],
    ]);
    const { date, ...counts } = run.rows('migration_daily')[0]!;
    expect([date, counts.planned, counts.started, counts.waiting]).toEqual(['2025-12-19', 9, 7, 2]);
    // Waiting every day, also on days on which nothing may start.
    expect(run.sum('migration_daily', 'waiting', { date: '2025-12-25' })).toBe(2);
    expect(run.sum('migration_daily', 'waiting', { date: '2026-01-04' })).toBe(2);
    expect(run.sum('migration_daily', 'waiting', { date: '2026-01-05' })).toBe(0);
    const smart = run.rows('state_daily').filter(row => row.segment === 'Smart' && row.forward !== 0);
    expect(smart[0]!.date).toBe('2026-01-05');
    expect(run.broken).toEqual([]);
  });

  it('on a Working Day outside the freezes', () => {
    const freezes = [{ from: '2025-12-19', to: '2025-12-24', why: 'Christmas' }];
    const run = tinyRun({ ...MARKET, change: { control: { freezes } } });
    expect(migrations(run).slice(0, 1)).toEqual(['2025-12-19 planned 9 waiting 9']);
    // 25 and 26 December are bank holidays, then a weekend.
    expect(migrations(run)).toContain('2025-12-29 started 9');
    const days = run.rows('day').filter(d => String(d.date) >= '2025-12-18' && String(d.date) <= '2025-12-29');
    expect(days.map(d => [d.date, d.working_day, d.holiday, d.migration_day])).toEqual([
      ['2025-12-18', 1, null, 1],
      ['2025-12-19', 1, null, 0],
      ['2025-12-20', 0, null, 0],
      ['2025-12-21', 0, null, 0],
      ['2025-12-22', 1, null, 0],
      ['2025-12-23', 1, null, 0],
      ['2025-12-24', 1, null, 0],
      ['2025-12-25', 0, expect.any(String), 0],
      ['2025-12-26', 0, expect.any(String), 0],
      ['2025-12-27', 0, null, 0],
      ['2025-12-28', 0, null, 0],
      ['2025-12-29', 1, null, 1],
    ]);
  });

  it('once its supplier is qualified and its service activated', () => {
    const activated = tinyRun({ ...MARKET, change: { suppliers: { ACORN: { activated: '2026-01-06' } } } });
    expect(migrations(activated)).toContain('2026-01-06 started 9');
    expect(activated.messages()['3.1.1 IF-031 Supplier → SMRA']).toBe(18);
    // Qualified on Wed 24 December and activated 3 WD later: 29, 30, 31 December.
    const later = { activation: 3, suppliers: { ACORN: { qualification: '2025-12-24' } } };
    const qualified = tinyRun({ ...MARKET, change: later });
    expect(migrations(qualified)).toContain('2025-12-31 started 9');
    expect(qualified.broken).toEqual([]);
  });

  it('for complex metering with M14, also where the plan is over', () => {
    const run = tinyRun({
      points: { 'NHH advanced': 5, 'HH advanced': 5 },
      from: '2026-10-19',
      to: '2026-11-20',
      starts: [['2026-10-20', 10]],
      lead: 6,
      change: { population: { complex: 0.4 } },
    });
    // Two complex points of each type; M14 is Wed 28 October 2026.
    expect(migrations(run)[0]).toBe('2026-10-20 planned 10 started 6 waiting 4');
    expect(migrations(run).filter(row => row.includes('started'))[1]).toMatch(/^2026-10-28 started 4/);
    expect(run.sum('migration_daily', 'completed', { date: '2026-11-03' })).toBe(4);
    expect(run.broken).toEqual([]);
  });

  it('and is rejected where an agent is not qualified, until it is', () => {
    const change = {
      agents: { SDS: { roles: { SDS: { qualification: '2026-01-05' } } } },
      behaviour: { retry: { after: 2, attempts: 6 } },
    };
    const run = tinyRun({ ...MARKET, points: { 'NHH smart': 2 }, starts: [['2025-12-19', 2]], change });
    // Asked for on 19, 23, 29, 31 December (2 WD: 30, 31) and 5 January (2, 5); EFD of the first for the MSS: 25 December.
    expect(exceptions(run)).toEqual([
      '2025-12-19 IF-032 rejected: agent not qualified: 2',
      '2025-12-23 IF-032 rejected: agent not qualified: 2',
      '2025-12-29 IF-032 rejected: agent not qualified: 2',
      '2025-12-31 IF-032 rejected: agent not qualified: 2',
    ]);
    expect(run.messages()['3.1.2 IF-033 SMRA → SDS']).toBe(2);
    expect(migrations(run).at(-1)).toBe('2026-01-11 completed 2');
    expect(run.broken).toEqual([]);
  });

  it('never for points that the plan leaves out', () => {
    const run = tinyRun({ ...MARKET, starts: [['2025-12-19', 5]] });
    expect(run.sum('state_daily', 'legacy', { date: '2026-01-30' })).toBe(4);
    expect(run.sum('state_daily', 'mhhs', { date: '2026-01-30' })).toBe(5);
  });
});

describe('the Migration Control Centre', () => {
  it.each(['market', 'area', 'supplier'])('holds starts above the threshold of the %s for the next day', what => {
    const change = { control: { thresholds: { [what]: 4 } } };
    const run = tinyRun({ ...MARKET, change });
    // 9 points, 4 a day: Fri 19, Mon 22, Tue 23 December.
    expect(migrations(run).filter(row => row.includes('started') || row.includes('planned'))).toEqual([
      '2025-12-19 planned 9 started 4 waiting 5',
      '2025-12-22 started 4 waiting 1',
      '2025-12-23 started 1',
    ]);
    expect(run.broken).toEqual([]);
  });

  it('divides the market threshold between suppliers by what they want', () => {
    const half = { NHH: 50, HH: 50, UMS: 50 };
    const run = tinyRun({
      ...MARKET,
      points: { 'NHH smart': 24 },
      starts: [['2025-12-19', 12]],
      change: {
        control: { thresholds: { market: 6 } },
        suppliers: {
          ACORN: { shares: half },
          BEECH: {
            name: 'Beech Power',
            shares: half,
            qualification: 'early',
            agents: AGENTS,
            plan: { csv: 'beech.csv', daily: [['2025-12-19', 6]] },
          },
        },
      },
    });
    const started = run.rows('migration_daily').filter(row => row.date === '2025-12-19');
    expect(started.map(row => [row.planned, row.started, row.waiting])).toEqual([
      [12, 4, 8],
      [6, 2, 4],
    ]);
  });
});
