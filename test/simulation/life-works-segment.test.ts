import { describe, expect, it } from 'vitest';
import { acts, statesOn } from './tiny-market.ts';
import { lifeOfWorks, worksRun } from './works-run.ts';

// A smart meter under MHHS since 11 November becomes an advanced one: its agents were for Smart, and now MSA and ADS are
// needed. Worked out by hand from the REC engagement day (February 2025); times to the minute, winter.
const SMART_TO_ADVANCED = {
  from: '2025-11-03',
  to: '2026-01-31',
  points: { 'NHH smart': 1 },
  starts: [['2025-11-04', 1]],
  chasing: { mtds: 5, appointments: 7 },
} as const;
const EXCHANGE = [{ on: '2025-12-01', kind: 'exchange', becomes: 'advanced' }] as const;
const sent = (life: string[]) => life.filter(act => act.includes(' sent '));

describe('an exchange that changes the segment of a point under MHHS', () => {
  it('the SMRA points it out, and the supplier asks for the agents of the new segment', () => {
    const run = worksRun(SMART_TO_ADVANCED, EXCHANGE);
    expect(sent(lifeOfWorks(run, /^(meter-works|missing-appointment|mhhs-cos)/))).toEqual(acts(LIFE));
    expect(run.sum('state_daily', 'mhhs', { date: '2025-12-14', segment: 'Smart' })).toBe(1);
    expect(run.sum('state_daily', 'mhhs', { date: '2025-12-15', segment: 'Advanced' })).toBe(1);
    expect(statesOn(run, '2026-01-31')).toEqual({ legacy: 0, forward: 0, mhhs: 1, reverse: 0 });
    expect(run.broken).toEqual([]);
  });

  it('is pointed out every week until the agents that the supplier has for the segment are qualified', () => {
    const run = worksRun(
      { ...SMART_TO_ADVANCED, change: { agents: { AX: { roles: { MSA: { qualification: '2026-01-05' } } } } } },
      EXCHANGE,
    );
    const life = sent(lifeOfWorks(run, /^(missing-appointment|mhhs-cos.2)/)).filter(act => !act.includes('LDSO'));
    expect(life).toEqual(
      acts(`
        2025-12-05T00:00 missing-appointment.2 sent SMRA → ACORN IF-045 (wrong market segment)
        2025-12-12T00:00 missing-appointment.2 sent SMRA → ACORN IF-045 (wrong market segment)
        2025-12-19T00:00 missing-appointment.2 sent SMRA → ACORN IF-045 (wrong market segment)
        2025-12-26T00:00 missing-appointment.2 sent SMRA → ACORN IF-045 (wrong market segment)
        2026-01-02T00:00 missing-appointment.2 sent SMRA → ACORN IF-045 (wrong market segment)
        2026-01-05T10:00 mhhs-cos.2 sent ACORN → SMRA IF-031 (metering service, EFD 2026-01-12)
        2026-01-05T10:00 mhhs-cos.2 sent ACORN → SMRA IF-031 (data service, EFD 2026-01-12)
      `),
    );
    expect(run.sum('state_daily', 'mhhs', { date: '2026-01-12', segment: 'Advanced' })).toBe(1);
    expect(run.broken).toEqual([]);
  });
});

const LIFE = `
    # Mon 1 December; the visit on Thu 4. The new meter has reads of both sorts, and details that go by DTN.
    2025-12-01T10:00 meter-works.1 sent ACORN → A-MSS D0142
    # 3 WD of Thu 4 Dec: 5, 8, 9 Dec.
    2025-12-04T10:26 meter-works.8 sent A-MSS → SMRA IF-005, due 2025-12-10T00:00 met
    2025-12-04T10:26 meter-works.12 sent A-MSS → ACORN IF-041, due 2025-12-10T00:00 met
    2025-12-04T10:26 meter-works.12 sent A-MSS → A-SDS IF-041
    2025-12-04T10:26 meter-works.13 sent A-MSS → ACORN D0010, due 2025-12-10T00:00 met
    2025-12-04T10:26 meter-works.13 sent A-MSS → A-SDS D0010
    2025-12-04T10:26 meter-works.14 sent A-MSS → ACORN D0268, due 2025-12-10T00:00 met
    2025-12-04T10:26 meter-works.14 sent A-MSS → A-SDS D0268
    # 60 min of 10:27.
    2025-12-04T10:31 meter-works.9 sent SMRA → ACORN IF-006, due 2025-12-04T11:27 met
    2025-12-04T10:31 meter-works.9 sent SMRA → LDSO IF-006
    2025-12-04T10:31 meter-works.9 sent SMRA → A-SDS IF-006
    2025-12-04T10:31 meter-works.9 sent SMRA → EES IF-006
    # As the next day begins.
    2025-12-05T00:00 missing-appointment.2 sent SMRA → ACORN IF-045 (wrong market segment)
    2025-12-05T00:00 missing-appointment.2 sent SMRA → LDSO IF-045 (wrong market segment)
    # The next Working Day is Mon 8; EFD seven days on. 60 min each of 10:01, 10:03, 10:14 and 10:24.
    2025-12-08T10:00 mhhs-cos.2 sent ACORN → SMRA IF-031 (metering service, EFD 2025-12-15)
    2025-12-08T10:00 mhhs-cos.2 sent ACORN → SMRA IF-031 (data service, EFD 2025-12-15)
    2025-12-08T10:02 mhhs-cos.3 sent SMRA → ACORN IF-032, due 2025-12-08T11:01 met (accepted)
    2025-12-08T10:02 mhhs-cos.3 sent SMRA → ACORN IF-032, due 2025-12-08T11:01 met (accepted)
    2025-12-08T10:02 mhhs-cos.3 sent SMRA → A-MSA IF-033 (accepted)
    2025-12-08T10:02 mhhs-cos.3 sent SMRA → A-ADS IF-033 (accepted)
    2025-12-08T10:13 mhhs-cos.4 sent A-MSA → SMRA IF-034, due 2025-12-08T11:03 met (accept)
    2025-12-08T10:16 mhhs-cos.5 sent SMRA → A-MSA IF-035, due 2025-12-08T11:14 met (accepted)
    2025-12-08T10:16 mhhs-cos.5 sent SMRA → A-ADS IF-035 (accepted)
    2025-12-08T10:16 mhhs-cos.5 sent SMRA → ACORN IF-035 (accepted)
    2025-12-08T10:16 mhhs-cos.5 sent SMRA → A-MSS IF-035 (accepted)
    2025-12-08T10:16 mhhs-cos.5 sent SMRA → A-SDS IF-035 (accepted)
    2025-12-08T10:23 mhhs-cos.4 sent A-ADS → SMRA IF-034, due 2025-12-08T11:03 met (accept)
    2025-12-08T10:26 mhhs-cos.5 sent SMRA → A-MSA IF-035, due 2025-12-08T11:24 met (accepted)
    2025-12-08T10:26 mhhs-cos.5 sent SMRA → A-ADS IF-035 (accepted)
    2025-12-08T10:26 mhhs-cos.5 sent SMRA → ACORN IF-035 (accepted)
    2025-12-08T10:26 mhhs-cos.5 sent SMRA → A-MSS IF-035 (accepted)
    2025-12-08T10:26 mhhs-cos.5 sent SMRA → A-SDS IF-035 (accepted)
    # 120 min of 10:17 at the old metering service; 1 WD of 8 Dec at the new one.
    2025-12-08T10:42 mhhs-cos.7 sent A-MSS → A-MSA D0268, due 2025-12-08T12:17 met
    2025-12-08T11:04 mhhs-cos.8 sent A-MSA → ACORN D0268, due 2025-12-10T00:00 met
    2025-12-08T11:04 mhhs-cos.8 sent A-MSA → A-ADS D0268
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → ACORN IF-036, due 2025-12-15T00:00 met (metering service)
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → ACORN IF-036, due 2025-12-15T00:00 met (data service)
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → A-MSA IF-036 (metering service)
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → A-MSA IF-036 (data service)
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → A-ADS IF-036 (metering service)
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → A-ADS IF-036 (data service)
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → LDSO IF-036 (metering service)
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → LDSO IF-036 (data service)
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → EES IF-036 (metering service)
    2025-12-15T00:00 mhhs-cos.6 sent SMRA → EES IF-036 (data service)
`;
