import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../src/scenario/index.ts';
import {
  acts,
  exceptions,
  hands,
  type Knobs,
  migrations,
  statesOn,
  TinyRun,
  tinyRun,
  tinyScenario,
} from './tiny-market.ts';

// Working Days over Christmas 2025: Fri 19, Mon 22, 23, 24, 29, 30, 31 December, Fri 2, Mon 5 January.
const SMART: Knobs = {
  points: { 'NHH smart': 4 },
  from: '2025-12-15',
  to: '2026-01-16',
  starts: [['2025-12-19', 4]],
  lead: 6,
};
const NO = (role: string) => ({ [role]: { share: 1, reasons: { 'no contract': 1 } } });

describe('a supplier whose requests are rejected', () => {
  it('asks as often as it will, some Working Days apart, and then gives up: the points are legacy again', () => {
    const run = tinyRun({ ...SMART, change: { refusals: NO('SMRA') } });
    // Rejected on 19 Dec; 2 WD later, on the 23rd; again 2 WD later (24, 29 Dec); given up after 2 WD more (30, 31 Dec).
    expect(migrations(run)).toEqual([
      '2025-12-19 planned 4 started 4 rejected 8',
      '2025-12-23 rejected 8',
      '2025-12-29 rejected 8',
      '2025-12-31 cancelled 4',
    ]);
    expect(exceptions(run)).toEqual([
      '2025-12-19 IF-032 rejected: no contract: 8',
      '2025-12-23 IF-032 rejected: no contract: 8',
      '2025-12-29 IF-032 rejected: no contract: 8',
      '2025-12-31 given up: data service: 4',
      '2025-12-31 given up: metering service: 4',
    ]);
    // 4 points, 2 services, 3 times; nobody else hears of it.
    expect(run.messages()).toEqual({ '3.1.1 IF-031 Supplier → SMRA': 24, '3.1.2 IF-032 SMRA → Supplier': 24 });
    expect(statesOn(run, '2025-12-18')).toEqual({ legacy: 4, forward: 0, mhhs: 0, reverse: 0 });
    expect(statesOn(run, '2025-12-19')).toEqual({ legacy: 0, forward: 4, mhhs: 0, reverse: 0 });
    expect(statesOn(run, '2025-12-30')).toEqual({ legacy: 0, forward: 4, mhhs: 0, reverse: 0 });
    expect(statesOn(run, '2025-12-31')).toEqual({ legacy: 4, forward: 0, mhhs: 0, reverse: 0 });
    expect(run.rows('point')[0]!.state).toBe('legacy');
    expect(run.broken).toEqual([]);
  });

  it.each([1, 2, 6])('sends no more than %i requests for a service where that is the most', attempts => {
    const behaviour = { retry: { after: 1, attempts } };
    const run = tinyRun({ ...SMART, change: { behaviour, refusals: NO('SMRA') } });
    expect(run.messages()['3.1.1 IF-031 Supplier → SMRA']).toBe(4 * 2 * attempts);
    expect(run.sum('migration_daily', 'rejected')).toBe(4 * 2 * attempts);
    expect(run.sum('migration_daily', 'cancelled')).toBe(4);
  });

  it('gives up when both agents refuse, each answer made known to three', () => {
    const run = tinyRun({ ...SMART, change: { refusals: { ...NO('MSS'), ...NO('SDS') } } });
    expect(run.messages()).toEqual({
      '3.1.1 IF-031 Supplier → SMRA': 24,
      '3.1.2 IF-032 SMRA → Supplier': 24,
      '3.1.2 IF-033 SMRA → MSS': 12,
      '3.1.2 IF-033 SMRA → SDS': 12,
      '3.1.3 IF-034 MSS → SMRA': 12,
      '3.1.3 IF-034 SDS → SMRA': 12,
      '3.1.4 IF-035 SMRA → MSS': 24,
      '3.1.4 IF-035 SMRA → SDS': 24,
      '3.1.4 IF-035 SMRA → Supplier': 24,
    });
    expect(run.sum('migration_daily', 'rejected')).toBe(24);
    expect(run.sum('migration_daily', 'cancelled')).toBe(4);
    expect(exceptions(run)[0]).toBe('2025-12-19 IF-034 rejected: no contract: 8');
    expect(statesOn(run, '2026-01-16')).toEqual({ legacy: 4, forward: 0, mhhs: 0, reverse: 0 });
    expect(run.broken).toEqual([]);
  });

  it('has a point neither here nor there where one agent refuses for good: one service alone is not enough', () => {
    const run = tinyRun({ ...SMART, change: { refusals: NO('SDS') } });
    const messages = run.messages();
    // Four for the MSS, and for the SDS three times four.
    expect(messages['3.1.1 IF-031 Supplier → SMRA']).toBe(4 + 12);
    expect(messages['3.1.5 D0170 SMRA → MOA']).toBe(4);
    expect(messages['3.1.5 D0170 SMRA → NHHDC']).toBeUndefined();
    expect(messages['3.1.10 D0151 Supplier → MOA']).toBe(4);
    expect(messages['3.1.10 D0151 Supplier → NHHDC']).toBeUndefined();
    // One round of IF-036, on 25 December; no read without a data service.
    expect(messages['3.1.11 IF-036 SMRA → EES']).toBe(4);
    expect(messages['3.1.14 D0010 Supplier → NHHDC']).toBeUndefined();
    expect(run.sum('migration_daily', 'completed')).toBe(0);
    expect(run.sum('migration_daily', 'cancelled')).toBe(0);
    expect(statesOn(run, '2026-01-16')).toEqual({ legacy: 0, forward: 4, mhhs: 0, reverse: 0 });
    expect(run.broken).toEqual([]);
  });

  it('asks for both services with one EFD, the second time too', () => {
    // What is left of the first EFD is used; past it, a new one is drawn for both.
    const change = { behaviour: { retry: { after: 9, attempts: 3 } }, refusals: NO('SMRA') };
    const base = tinyScenario({ ...SMART, to: '2026-02-27', change });
    const behaviour = { ...base.behaviour, lead: { uniform: ['1 d', '28 d'] } };
    const run = new TinyRun(resolveScenario({ ...base, behaviour }), { trace: 4 });
    const efds = new Map<string, Set<string>>();
    for (const act of run.rows('trace')) {
      if (act.step !== '3.1.1' || act.act !== 'sent') continue;
      const key = `${act.msid} ${String(act.at).slice(0, 10)}`;
      efds.set(key, (efds.get(key) ?? new Set()).add(/EFD (.*)$/.exec(String(act.detail))![1]!));
    }
    expect(efds.size).toBe(4 * 3);
    for (const [key, asked] of efds) expect(asked.size, key).toBe(1);
    expect(new Set([...efds.values()].flatMap(asked => [...asked])).size).toBeGreaterThan(3);
  });
});

describe('a second IF-031 before the IF-036', () => {
  const behaviour = { again: { share: 1, after: 1 } };
  const ONE: Knobs = { ...SMART, points: { 'NHH smart': 1 }, starts: [['2025-12-19', 1]] };

  it('ends the pending appointment, three receivers for each service, within 60 min', () => {
    const run = tinyRun({ ...ONE, lead: 13, change: { behaviour } });
    // One Working Day after the first: Monday 22 December. It is valid a minute after its receipt.
    expect(run.life().filter(act => act.includes(' 3.1.13 ') && act.includes(' sent '))).toEqual(
      acts(`
        2025-12-22T10:02:06Z 3.1.13 sent SMRA → MSS IF-035, due 2025-12-22T11:01:06Z met (terminated: another IF-031)
        2025-12-22T10:02:06Z 3.1.13 sent SMRA → SDS IF-035 (terminated: another IF-031)
        2025-12-22T10:02:06Z 3.1.13 sent SMRA → Supplier IF-035 (terminated: another IF-031)
        2025-12-22T10:02:33Z 3.1.13 sent SMRA → MSS IF-035, due 2025-12-22T11:01:33Z met (terminated: another IF-031)
        2025-12-22T10:02:33Z 3.1.13 sent SMRA → SDS IF-035 (terminated: another IF-031)
        2025-12-22T10:02:33Z 3.1.13 sent SMRA → Supplier IF-035 (terminated: another IF-031)
      `),
    );
    expect(run.sum('deadline_daily', 'met', { step: '3.1.13', date: '2025-12-22' })).toBe(2);
    // 3.1.1 to 3.1.5 and 3.1.10 happen twice, 3.1.13 besides, and what follows the EFD once.
    expect(run.messages()).toEqual({
      '3.1.1 IF-031 Supplier → SMRA': 4,
      '3.1.2 IF-032 SMRA → Supplier': 4,
      '3.1.2 IF-033 SMRA → MSS': 2,
      '3.1.2 IF-033 SMRA → SDS': 2,
      '3.1.3 IF-034 MSS → SMRA': 2,
      '3.1.3 IF-034 SDS → SMRA': 2,
      '3.1.4 IF-035 SMRA → MSS': 4,
      '3.1.4 IF-035 SMRA → SDS': 4,
      '3.1.4 IF-035 SMRA → Supplier': 4,
      '3.1.5 D0170 SMRA → MOA': 2,
      '3.1.5 D0170 SMRA → NHHDC': 2,
      '3.1.10 D0151 Supplier → MOA': 2,
      '3.1.10 D0151 Supplier → NHHDC': 2,
      '3.1.11 IF-036 SMRA → Supplier': 2,
      '3.1.11 IF-036 SMRA → MSS': 2,
      '3.1.11 IF-036 SMRA → SDS': 2,
      '3.1.11 IF-036 SMRA → LDSO': 2,
      '3.1.11 IF-036 SMRA → EES': 2,
      '3.1.13 IF-035 SMRA → MSS': 2,
      '3.1.13 IF-035 SMRA → SDS': 2,
      '3.1.13 IF-035 SMRA → Supplier': 2,
      '3.1.14 D0010 Supplier → NHHDC': 1,
      '3.1.16 D0010 NHHDC → LDSO': 1,
      '3.1.16 D0010 NHHDC → Supplier': 1,
      '3.1.16 D0019 NHHDC → Supplier': 1,
      '3.1.17 D0010 Supplier → SDS': 1,
    });
    expect(migrations(run)).toEqual(['2025-12-19 planned 1 started 1', '2026-01-01 completed 1']);
    expect(run.broken).toEqual([]);
  });

  it('leaves the answer to the first one unpublished where it comes after', () => {
    // 80 h for an answer: to the first on Monday 22 December at 18:03, to the second on Christmas Day.
    const slow = hands(4800);
    const capacities = { MSS: { acceptance: slow }, SDS: { acceptance: slow } };
    const run = tinyRun({ ...ONE, lead: 13, change: { behaviour, capacities } });
    const messages = run.messages();
    expect(messages['3.1.3 IF-034 MSS → SMRA']).toBe(2);
    expect(messages['3.1.3 IF-034 SDS → SMRA']).toBe(2);
    expect(messages['3.1.4 IF-035 SMRA → Supplier']).toBe(2);
    expect(messages['3.1.13 IF-035 SMRA → Supplier']).toBe(2);
    expect(messages['3.1.5 D0170 SMRA → MOA']).toBe(1);
    expect(messages['3.1.5 D0170 SMRA → NHHDC']).toBe(1);
    // Nobody owes the publication of an answer that no longer matters.
    expect(run.sum('deadline_daily', 'met', { step: '3.1.4' })).toBe(2);
    expect(run.sum('deadline_daily', 'missed', { step: '3.1.4' })).toBe(0);
    expect(run.sum('deadline_daily', 'missed', { step: '3.1.3' })).toBe(4);
    expect(run.sum('migration_daily', 'completed', { date: '2026-01-01' })).toBe(1);
    expect(run.broken).toEqual([]);
  });
});
