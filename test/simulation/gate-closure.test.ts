import { describe, expect, it } from 'vitest';
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
const ONE: Knobs = {
  points: { 'NHH smart': 1 },
  from: '2025-12-15',
  to: '2026-01-16',
  starts: [['2025-12-19', 1]],
  lead: 6,
};

describe('an appointment not accepted by gate closure', () => {
  it('expires at 17:00 on the day before its EFD, and its service is asked for again', () => {
    // Start Wed 24 December 10:00, EFD on the 26th. The MSS works 7 h 30 min on it in office hours: 6 h 57 min until
    // 17:00 and the rest on Mon 29 December by 09:33. The SDS takes 20 min.
    const run = tinyRun({
      ...ONE,
      starts: [['2025-12-24', 1]],
      lead: 2,
      change: { capacities: { MSS: { acceptance: hands(450, 'office') } } },
    });
    expect(run.life().filter(act => act.includes('gate-closure.1'))).toEqual(
      acts(`
        2025-12-25T17:00:00Z gate-closure.1 sent SMRA → MSS IF-035 (expired)
        2025-12-25T17:00:00Z gate-closure.1 sent SMRA → SDS IF-035 (expired)
        2025-12-25T17:00:00Z gate-closure.1 sent SMRA → Supplier IF-035 (expired)
        2025-12-25T17:01:00Z gate-closure.1 received SMRA → MSS IF-035 (expired)
        2025-12-25T17:01:00Z gate-closure.1 received SMRA → SDS IF-035 (expired)
        2025-12-25T17:01:00Z gate-closure.1 received SMRA → Supplier IF-035 (expired)
      `),
    );
    expect(exceptions(run)).toEqual(['2025-12-25 appointment expired at gate closure: 1']);
    // 2 WD after 25 December: the 30th; EFD two days on. Answered on the 31st at 09:33, before 17:00.
    expect(run.life().filter(act => act.includes(' 3.1.1 sent '))).toEqual(
      acts(`
        2025-12-24T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (metering service, EFD 2025-12-26)
        2025-12-24T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (data service, EFD 2025-12-26)
        2025-12-30T10:00:33Z 3.1.1 sent Supplier → SMRA IF-031 (metering service, EFD 2026-01-01)
      `),
    );
    expect(run.life().filter(act => act.includes('IF-034') && act.includes('MSS') && act.includes('sent'))).toEqual(
      acts(`
        2025-12-29T09:33:00Z 3.1.3 sent MSS → SMRA IF-034, due 2025-12-24T11:03:00Z missed (accept)
        2025-12-31T09:33:33Z 3.1.3 sent MSS → SMRA IF-034, due 2025-12-30T11:03:33Z missed (accept)
      `),
    );
    // The late answer of the 29th is nothing to publish: a round for the SDS and one for the second request.
    expect(run.messages()['3.1.4 IF-035 SMRA → Supplier']).toBe(2);
    // The data service on 26 December, the metering service on 1 January; the point is migrated with the second.
    const effective = run.life().filter(act => act.includes('sent SMRA → EES IF-036'));
    expect(effective.map(act => act.slice(0, 10))).toEqual(['2025-12-26', '2026-01-01']);
    expect(migrations(run)).toEqual([
      '2025-12-24 planned 1 started 1',
      '2025-12-25 rejected 1',
      '2026-01-01 completed 1',
    ]);
    expect(statesOn(run, '2025-12-31').forward).toBe(1);
    expect(statesOn(run, '2026-01-01').mhhs).toBe(1);
    expect(run.broken).toEqual([]);
  });

  it('is one whose acceptance the SMRA has dealt with at 17:00:00; a minute before is in time', () => {
    // EFD tomorrow. IF-033 at 10:03, answer, 1 min to the SMRA, 2 min there: 413 min make it 16:59, 414 make it 17:00.
    const accepted = (minutes: number) => {
      const change = { capacities: { MSS: { acceptance: hands(minutes) } } };
      const run = tinyRun({ ...ONE, lead: 1, change });
      expect(run.broken).toEqual([]);
      return run;
    };
    const inTime = accepted(413);
    expect(migrations(inTime)).toEqual(['2025-12-19 planned 1 started 1', '2025-12-20 completed 1']);
    const late = accepted(414);
    expect(exceptions(late)[0]).toBe('2025-12-19 appointment expired at gate closure: 1');
    expect(late.sum('migration_daily', 'completed', { date: '2025-12-20' })).toBe(0);
    expect(late.messages()['3.1.5 D0170 SMRA → NHHDC']).toBe(1);
  });

  it('is the last one of so many, and the point is given up where both services expire each time', () => {
    const slow = hands(2880);
    const capacities = { MSS: { acceptance: slow }, SDS: { acceptance: slow } };
    const run = tinyRun({ ...ONE, lead: 2, change: { capacities } });
    // Fri 19: EFD 21, expires 20 Dec. 2 WD: Tue 23: EFD 25, expires 24. 2 WD: Tue 30: EFD 1 Jan, expires 31. 2 WD: 5 Jan.
    expect(migrations(run)).toEqual([
      '2025-12-19 planned 1 started 1',
      '2025-12-20 rejected 2',
      '2025-12-24 rejected 2',
      '2025-12-31 rejected 2',
      '2026-01-05 cancelled 1',
    ]);
    expect(run.messages()['gate-closure.1 IF-035 SMRA → Supplier']).toBe(6);
    expect(run.messages()['3.1.11 IF-036 SMRA → Supplier']).toBeUndefined();
    expect(statesOn(run, '2026-01-05')).toEqual({ legacy: 1, forward: 0, mhhs: 0, reverse: 0 });
    expect(run.broken).toEqual([]);
  });
});

describe('the effective-from date asked for', () => {
  const withLead = (days: number, knobs: Knobs = ONE) => {
    // A scenario file cannot say so; this is about what the SMRA makes of it.
    const scenario = tinyScenario(knobs);
    return new TinyRun(
      { ...scenario, behaviour: { ...scenario.behaviour, lead: { fixed: `${days} d` } } },
      { trace: 1 },
    );
  };

  it('is accepted from 1 to 28 days ahead', () => {
    expect(migrations(withLead(1))[1]).toBe('2025-12-20 completed 1');
    expect(migrations(withLead(28))[1]).toBe('2026-01-16 completed 1');
  });

  it('is rejected at 29 days, and accepted for the same day once that is near enough', () => {
    const run = withLead(29, { ...ONE, to: '2026-01-30' });
    expect(exceptions(run)).toEqual(['2025-12-19 IF-032 rejected: EFD out of range: 2']);
    expect(migrations(run)).toEqual(['2025-12-19 planned 1 started 1 rejected 2', '2026-01-17 completed 1']);
    expect(run.messages()['3.1.1 IF-031 Supplier → SMRA']).toBe(4);
    expect(run.broken).toEqual([]);
  });

  it('is rejected each time it is tried where it stays out of range', () => {
    const run = withLead(40);
    expect(exceptions(run).slice(0, 3)).toEqual([
      '2025-12-19 IF-032 rejected: EFD out of range: 2',
      '2025-12-23 IF-032 rejected: EFD out of range: 2',
      '2025-12-29 IF-032 rejected: EFD out of range: 2',
    ]);
    expect(migrations(run).at(-1)).toBe('2025-12-31 cancelled 1');
    expect(run.messages()['3.1.2 IF-033 SMRA → MSS']).toBeUndefined();
    expect(run.broken).toEqual([]);
  });

  it('is counted from the local day on which the SMRA gets the IF-031, not from when it was sent', () => {
    // Sent on Friday at 10:00 for tomorrow, received tomorrow at 06:00.
    const late = withLead(1, { ...ONE, change: { networks: { DIP: { latency: { fixed: '20 h' } } } } });
    expect(exceptions(late)[0]).toBe('2025-12-20 IF-032 rejected: EFD out of range: 2');
    // 29 days after it was sent, 28 after it came: the 17th of January.
    const dip = { networks: { DIP: { latency: { fixed: '20 h' } } } };
    const far = withLead(29, { ...ONE, to: '2026-01-30', change: dip });
    expect(migrations(far)).toEqual(['2025-12-19 planned 1 started 1', '2026-01-17 completed 1']);
    expect(far.broken).toEqual([]);
  });

  it('cannot be tomorrow once the gate has closed today', () => {
    // Sent at 10:00, received at 18:00.
    const run = withLead(1, { ...ONE, change: { networks: { DIP: { latency: { fixed: '8 h' } } } } });
    expect(run.sum('migration_daily', 'rejected', { date: '2025-12-20' })).toBe(2);
    expect(run.sum('migration_daily', 'completed', { date: '2025-12-20' })).toBe(0);
    expect(run.broken).toEqual([]);
  });
});
