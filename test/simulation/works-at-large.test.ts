import { describe, expect, it } from 'vitest';
import { digestOfTables } from '../../src/results/index.ts';
import { exceptions, hands, type Knobs, TinyRun, tinyRun, tinyScenario } from './tiny-market.ts';
import { FIRST, twoSuppliersRun } from './two-suppliers.ts';
import { worksRun } from './works-run.ts';

const rates = (exchange: number, energisation = 0, investigation = 0) => {
  const same = (rate: number) => ({ smart: rate, traditional: rate, advanced: rate });
  return { exchange: same(exchange), energisation: same(energisation), investigation: same(investigation) };
};
const any = { smart: 1, traditional: 1, advanced: 1 };
const WORKS = {
  rates: rates(1, 0.5, 0.5),
  becomes: { smart: any, traditional: any, advanced: any },
  hours: 'ten sharp',
  visit: { uniform: ['1 d', '20 d'] },
  clocks: true,
};
const works = hands(5, 'office');
const BUSY: Knobs = {
  points: { 'NHH smart': 100, 'NHH traditional': 100, 'NHH advanced': 100, 'HH advanced': 60, 'HH smart': 40, UMS: 10 },
  from: '2025-11-03',
  to: '2026-10-31',
  starts: [['2026-02-16', 200]],
  lead: 7,
  change: {
    works: WORKS,
    capacities: { SMRA: { works }, MOA: { works }, MSS: { works }, MSA: { works } },
    chasing: { mtds: 5, appointments: 7 },
  },
};

describe('works by luck', () => {
  const run = tinyRun(BUSY, {});

  it('are as many as the rates say, of each kind, and none on unmetered supplies', () => {
    // 400 metered points, 363 days: 397 exchanges and 198 each of the others on average, fewer by what Christmas and the
    // end of the period keep back; four standard deviations of a Poisson count are 80 and 56.
    const asked = (step: string) => run.sum('message_daily', 'count', { step });
    expect(Math.abs(asked('meter-works.1') - 397)).toBeLessThan(80);
    expect(Math.abs(asked('meter-works.2') - 198)).toBeLessThan(56);
    expect(Math.abs(asked('meter-works.3') - 198)).toBeLessThan(56);
  });

  it('leave every point in its class and in one state', () => {
    const last = (segment: string) =>
      ['legacy', 'forward', 'mhhs'].reduce((n, s) => n + run.sum('state_daily', s, { date: '2026-10-31', segment }), 0);
    expect(last('Smart') + last('Advanced')).toBe(400);
    expect(last('Unmetered')).toBe(10);
    // HH points have no NHH meters: their details are D0268, which no NHHDC gets.
    const details = Object.keys(run.messages()).filter(m => m.startsWith('meter-works.6'));
    expect(details.filter(m => m.includes('HHDC')).sort()).toEqual([
      'meter-works.6 D0149 MOA → NHHDC',
      'meter-works.6 D0150 MOA → NHHDC',
      'meter-works.6 D0268 MOA → HHDC',
      'meter-works.6 D0313 MOA → NHHDC',
    ]);
    expect(run.broken).toEqual([]);
  });

  it('come out the same in both cores, and event by event', () => {
    const digest = (options: object) => digestOfTables(new TinyRun(tinyScenario(BUSY), options).outcome.tables).digest;
    const ordered = digest({ core: 'ordered', trace: 20 });
    expect(digest({ core: 'folded', trace: 20 })).toBe(ordered);
    expect(digest({ core: 'folded', window: 3600, trace: 20 })).toBe(ordered);
  });
});

describe('works and switches', () => {
  const SWITCH = { points: { 'NHH traditional': 1 }, from: '2025-11-03', to: '2026-01-31', migrate: 0 } as const;

  it('are not asked for while a switch is pending', () => {
    const during = worksRun({ ...SWITCH, on: '2025-11-10', notice: 10 }, [{ on: '2025-11-17', kind: 'exchange' }]);
    expect(during.sum('message_daily', 'count', { step: 'meter-works.1' })).toBe(0);
    const after = worksRun({ ...SWITCH, on: '2025-11-10', notice: 10 }, [{ on: '2025-11-21', kind: 'exchange' }]);
    expect(after.messages()['meter-works.1 D0142 BIRCH → B-MOA']).toBe(1);
  });

  it('that were begun before a switch are finished by those who began them, and their meter comes too late', () => {
    const run = worksRun({ ...SWITCH, on: '2025-11-11', notice: 10 }, [{ on: '2025-11-10', kind: 'exchange' }]);
    expect(run.messages()['meter-works.4 D0312 A-MOA → SMRA']).toBe(1);
    expect(exceptions(run)).toContain('2025-11-15 new meter type not taken up: 1');
    expect(run.sum('state_daily', 'legacy', { date: '2026-01-31' })).toBe(1);
  });
});

describe('works that a scenario lists', () => {
  it('on a day off are asked for on the next with hours', () => {
    const run = worksRun({ points: { 'NHH smart': 1 }, from: '2025-11-03', to: '2025-12-31' }, [
      { on: '2025-11-08', kind: 'investigation' },
    ]);
    expect(run.rows('message_daily').find(m => m.step === 'meter-works.3')?.date).toBe('2025-11-10');
  });

  it('name points that there are, with meters that they can have', () => {
    const listed = (points: Knobs['points'], msid: string, becomes?: string) => () =>
      twoSuppliersRun({
        points,
        from: '2025-11-03',
        to: '2025-11-30',
        works: {
          ...WORKS,
          rates: rates(0),
          listed: [{ msid, on: '2025-11-10', kind: 'exchange', ...(becomes && { becomes }) }],
        },
      });
    expect(listed({ 'NHH smart': 1 }, '1000000000021')).toThrow(
      'no metering point of this market has the MPAN core 1000000000021',
    );
    expect(listed({ UMS: 1 }, FIRST)).toThrow(`no metered point of this market has the MPAN core ${FIRST}`);
    expect(listed({ 'HH advanced': 1 }, FIRST, 'traditional')).toThrow(
      `no point that can have a traditional meter of this market has the MPAN core ${FIRST}`,
    );
  });
});
