import { describe, expect, it } from 'vitest';
import { UnknownPoint } from '../../src/simulation/index.ts';
import { AGENTS, eachType, hands, type Knobs, statesOn, TYPES, tinyRun } from './tiny-market.ts';

// What the rows of the result tables mean, on a market small enough to be counted by hand.
// Friday 19 December 2025: twelve points start, two of each type; EFD Thursday 25 December.
const KNOBS: Knobs = {
  points: eachType(3),
  from: '2025-12-15',
  to: '2026-01-16',
  starts: [['2025-12-19', 12]],
  lead: 6,
};
const run = tinyRun(KNOBS, { trace: 18 });

describe('migration_daily and state_daily', () => {
  it('count a start on the day of the first IF-031 and a completion on the EFD', () => {
    const rows = run.rows('migration_daily');
    const columns = ['date', 'planned', 'started', 'completed', 'rejected', 'cancelled', 'reversed', 'waiting'];
    expect(rows.map(row => columns.map(c => row[c]))).toEqual([
      ['2025-12-19', 12, 12, 0, 0, 0, 0, 0],
      ['2025-12-25', 0, 0, 12, 0, 0, 0, 0],
    ]);
  });

  it('have a point forward from its first IF-031 up to the EFD, and add up to the population each day', () => {
    expect(statesOn(run, '2025-12-18')).toEqual({ legacy: 18, forward: 0, mhhs: 0, reverse: 0 });
    expect(statesOn(run, '2025-12-19')).toEqual({ legacy: 6, forward: 12, mhhs: 0, reverse: 0 });
    expect(statesOn(run, '2025-12-24')).toEqual({ legacy: 6, forward: 12, mhhs: 0, reverse: 0 });
    expect(statesOn(run, '2025-12-25')).toEqual({ legacy: 6, forward: 0, mhhs: 12, reverse: 0 });
    for (const { date } of run.rows('day')) {
      const { legacy, forward, mhhs, reverse } = statesOn(run, String(date));
      expect(legacy + forward + mhhs + reverse, String(date)).toBe(18);
    }
  });

  it('divide the points by market segment: traditional meters are Smart, half-hourly smart ones too', () => {
    const segments = run.rows('state_daily').filter(row => row.date === '2025-12-15');
    expect(segments.map(row => [row.segment, row.legacy])).toEqual([
      ['Smart', 9],
      ['Advanced', 6],
      ['Unmetered', 3],
    ]);
  });

  it('have a point forward for as long as one service is not effective', () => {
    const change = { capacities: { SDS: { acceptance: hands(7200) } } };
    const late = tinyRun({ ...KNOBS, points: { 'NHH smart': 1 }, starts: [['2025-12-19', 1]], change });
    // 120 h from Fri 19 December 10:03 are Wed 24 December 10:03: in time.
    expect(statesOn(late, '2025-12-25').mhhs).toBe(1);
    const later = { capacities: { SDS: { acceptance: hands(7800) } } };
    const fallen = tinyRun({ ...KNOBS, points: { 'NHH smart': 1 }, starts: [['2025-12-19', 1]], change: later });
    // 130 h: 24 December 20:03, after gate closure. Asked for again 2 WD later, on the 30th, for 5 January; 130 h from
    // then are 4 January 20:03, too late again; then on 6 January for the 12th.
    expect(statesOn(fallen, '2025-12-25')).toEqual({ legacy: 0, forward: 1, mhhs: 0, reverse: 0 });
    expect(statesOn(fallen, '2026-01-16')).toEqual({ legacy: 0, forward: 1, mhhs: 0, reverse: 0 });
    const sent = fallen.rows('trace').filter(t => t.step === '3.1.1' && t.act === 'sent');
    expect(sent.map(t => [String(t.at).slice(0, 10), t.detail])).toEqual([
      ['2025-12-19', 'metering service, EFD 2025-12-25'],
      ['2025-12-19', 'data service, EFD 2025-12-25'],
      ['2025-12-30', 'data service, EFD 2026-01-05'],
      ['2026-01-06', 'data service, EFD 2026-01-12'],
    ]);
    expect(fallen.broken).toEqual([]);
  });
});

describe('point and trace', () => {
  it('say what each traced point is, by its MPAN core', () => {
    const points = run.rows('point');
    expect(points.map(p => p.meter)).toEqual(TYPES.flatMap(type => [type, type, type]));
    // 1×3 + last digit×43, modulo 11: 3, 46 → 2, 89 → 1.
    expect(points.slice(0, 3).map(p => p.msid)).toEqual(['1000000000003', '1000000000012', '1000000000021']);
    expect(points.filter(p => p.state === 'mhhs').length).toBe(12);
    expect(points.filter(p => p.state === 'legacy').length).toBe(6);
    expect(new Set(points.map(p => p.complex))).toEqual(new Set(['not complex']));
    expect(run.role(points[0]!.area_id)).toBe('LDSO');
    expect(run.role(points[0]!.supplier_id)).toBe('Supplier');
  });

  it('have every message of every point twice, sent and received, when all points are traced', () => {
    const trace = run.rows('trace');
    const sent = trace.filter(t => t.act === 'sent');
    expect(sent.length).toBe(run.outcome.messages);
    expect(trace.filter(t => t.act === 'received').length).toBe(run.outcome.messages);
    expect(run.sum('message_daily', 'count')).toBe(run.outcome.messages);
    // Two points of each type: 33, 39, 36, 34, 29, 32 messages.
    expect(run.outcome.messages).toBe(2 * (33 + 39 + 36 + 34 + 29 + 32));
    // A point's acts are numbered from 0 in the order of time.
    const first = trace.filter(t => t.point === 0);
    expect(first.map(t => t.seq)).toEqual(first.map((_, i) => i));
    expect(first.map(t => t.at)).toEqual(first.map(t => t.at).sort());
  });

  it('have a due time and an outcome for every deadline that deadline_daily counts', () => {
    const judged = run.rows('trace').filter(t => t.due !== null);
    expect(judged.length).toBe(run.sum('deadline_daily', 'met') + run.sum('deadline_daily', 'missed'));
    for (const row of judged)
      expect(row.outcome, `${row.at} ${row.step}`).toBe(String(row.due) >= String(row.at) ? 'met' : 'missed');
    for (const row of run.rows('trace').filter(t => t.due === null)) expect(row.outcome).toBeNull();
  });

  it('are of the points asked for, by number or by MPAN core', () => {
    const three = tinyRun(KNOBS, { trace: 3 });
    expect(three.rows('point').map(p => p.point)).toEqual([3, 9, 15]);
    const named = tinyRun(KNOBS, { trace: ['1000000000021'] });
    expect(named.rows('point').map(p => p.msid)).toEqual(['1000000000021']);
    expect(() => tinyRun(KNOBS, { trace: ['1000000000022'] })).toThrow(UnknownPoint);
    expect(() => tinyRun(KNOBS, { trace: ['1000000000022'] })).toThrow('1000000000022');
    expect(tinyRun(KNOBS, {}).rows('trace')).toEqual([]);
  });
});

describe('step, day and party', () => {
  it('step has each row of the catalogue with its roles and flows', () => {
    const steps = run.rows('step');
    expect(steps.length).toBe(18);
    expect(steps[0]).toEqual({
      step: '3.1.1',
      procedure: 'forward-coa',
      title: 'Ask for the MHHS agents to be appointed',
      from_role: 'Supplier',
      to_role: 'SMRA',
      flow: 'IF-031',
      network: 'DIP',
      due: null,
      source: 'BSCP708 §3.1.1',
    });
    const read = steps.find(s => s.step === '3.1.16')!;
    expect([read.from_role, read.to_role, read.flow, read.network, read.due]).toEqual([
      'outgoing DC',
      'Supplier, LDSO',
      'D0019, D0010',
      'DTN',
      '1 WD',
    ]);
    const deem = steps.find(s => s.step === '3.1.15')!;
    expect([deem.from_role, deem.to_role, deem.flow, deem.network]).toEqual(['outgoing DC', null, null, null]);
  });

  it('day has every day of the run, with its holidays and milestones', () => {
    const days = tinyRun({ ...KNOBS, from: '2025-10-20', to: '2026-01-16' }).rows('day');
    expect(days.length).toBe(12 + 30 + 31 + 16);
    expect(days[0]!.date).toBe('2025-10-20');
    expect(days.at(-1)!.date).toBe('2026-01-16');
    expect(days.filter(d => d.milestone !== null).map(d => [d.date, d.milestone])).toEqual([
      ['2025-10-22', 'M11, M12'],
    ]);
    expect(days.filter(d => d.holiday !== null).map(d => d.date)).toEqual(['2025-12-25', '2025-12-26', '2026-01-01']);
    // 13 weeks of five weekdays, of which three are bank holidays.
    expect(days.filter(d => d.working_day === 1).length).toBe(62);
  });

  it('party has everybody once, a company with several roles once for each', () => {
    const both = tinyRun({
      ...KNOBS,
      change: {
        agents: { MSS: { roles: { MSS: { qualification: 'early' }, MOA: {} } } },
        suppliers: { ACORN: { agents: { ...AGENTS, MOA: { MSS: 1 } } } },
      },
    });
    const parties = both.rows('party').map(p => `${p.mpid} ${p.role}`);
    expect(parties).toEqual([
      'CSS CSS',
      'EES EES',
      'BSCCS BSC Central Services',
      'MCC MCC',
      'S10 SMRA',
      'D10 LDSO',
      'U10 UMSO',
      'ACORN Supplier',
      'MOA MOA',
      'NHHDC NHHDC',
      'HHDC HHDC',
      'DA DA',
      'MA MA',
      'MSS MOA',
      'MSS MSS',
      'MSA MSA',
      'SDS SDS',
      'ADS ADS',
      'UMSDS UMSDS',
    ]);
    expect(both.rows('party').map(p => p.party_id)).toEqual(parties.map((_, i) => i + 1));
  });
});

describe('latency and capacity_daily', () => {
  it('latency is the time from what began a step to its act, in minutes', () => {
    const of = (step: string, role: string) =>
      run.rows('latency').filter(l => l.step === step && run.role(l.party_id) === role)[0]!;
    // Every IF-033 is answered in the minutes that the work takes.
    expect(of('3.1.3', 'MSS')).toMatchObject({ count: 6, mean_min: 10, max_min: 10 });
    expect(of('3.1.3', 'UMSO')).toMatchObject({ count: 2, mean_min: 15, max_min: 15 });
    expect(of('3.1.3', 'ADS')).toMatchObject({ count: 4, mean_min: 20, max_min: 20 });
    expect(of('3.1.4', 'SMRA')).toMatchObject({ count: 24, mean_min: 2, max_min: 2 });
    // D0170 at 22:02 on Friday, done on Monday at 09:30.
    expect(of('3.1.6', 'MOA')).toMatchObject({ count: 6, mean_min: 3568, max_min: 3568 });
    // From the EFD at 00:00 on Thursday to Monday 09:50.
    expect(of('3.1.7', 'HHDC')).toMatchObject({ count: 4, mean_min: 6350, max_min: 6350 });
  });

  it('capacity_daily has what came, what was done and how busy the servers were', () => {
    const of = (role: string, work: string) =>
      run.rows('capacity_daily').filter(c => run.role(c.party_id) === role && c.work === work);
    const validation = of('SMRA', 'validation');
    expect(validation.length).toBe(1);
    expect(validation[0]).toMatchObject({ date: '2025-12-19', arrived: 24, done: 24, backlog: 0, wait_max_min: 0 });
    // 24 jobs of a minute among 1,000 servers of 1,440 minutes.
    expect(validation[0]!.utilisation).toBeCloseTo(24 / 1_440_000, 12);
    const read = of('NHHDC', 'read');
    // Six NHH points: reads at 09:08 on Monday 29 December, done by 09:48; 40 minutes of 480 each.
    expect(read).toEqual([
      expect.objectContaining({ date: '2025-12-29', arrived: 6, done: 6, backlog: 0, wait_max_min: 0 }),
    ]);
    expect(read[0]!.utilisation).toBeCloseTo((6 * 40) / 480_000, 12);
  });
});

describe('a run without faults', () => {
  it('finds that all rules hold, and has looked at each', () => {
    expect(run.broken).toEqual([]);
    expect(run.outcome.invariantsHold).toBe(true);
    const looked = run.rows('invariant').filter(i => Number(i.checks) > 0);
    expect(looked.length).toBe(run.rows('invariant').length);
  });

  it('has no exceptions, nothing open and nothing missed', () => {
    expect(run.rows('exception_daily')).toEqual([]);
    expect(run.sum('deadline_daily', 'missed')).toBe(0);
    expect(run.sum('deadline_daily', 'open')).toBe(0);
  });
});
