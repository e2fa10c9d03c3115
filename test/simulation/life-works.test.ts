import { describe, expect, it } from 'vitest';
import { acts, statesOn } from './tiny-market.ts';
import { lifeOfWorks, worksRun } from './works-run.ts';

// Worked out by hand from the REC engagement day (February 2025). Times to the minute; a DTN message takes 2 min and a
// DIP message 1. Working Days over Christmas 2025: Fri 19, Mon 22, Tue 23, Wed 24, Mon 29 December. A day ends at 24:00,
// that is 00:00 of the next. Winter: local time is UTC.
const PERIOD = { from: '2025-11-03', to: '2026-01-31' } as const;
const WORKS = /^meter-works/;

describe('works in the legacy arrangements', () => {
  it('a traditional meter makes room for a smart one: it then migrates as a smart one', () => {
    const run = worksRun({ ...PERIOD, points: { 'NHH traditional': 1 }, starts: [['2025-12-01', 1]] }, [
      { on: '2025-11-10', kind: 'exchange', becomes: 'smart' },
    ]);
    expect(lifeOfWorks(run, WORKS)).toEqual(acts(TO_SMART));
    // The exchange: D0142; D0312 and D0304; three flows of details to two; D0010 to two; two answers. Then the 33
    // messages of a clean life of a smart meter with a read (BSCP708 §3.1), and three about its data retriever.
    expect(run.outcome.messages).toBe(1 + 2 + 6 + 2 + 2 + 33 + 3);
    expect(run.sum('message_daily', 'count', { step: '3.1.6' })).toBe(0);
    expect(statesOn(run, '2026-01-31')).toEqual({ legacy: 0, forward: 0, mhhs: 1, reverse: 0 });
    expect(run.broken).toEqual([]);
  });

  it('an HH meter: exchange of the same kind, energisation after a Saturday, investigation', () => {
    const run = worksRun({ ...PERIOD, points: { 'HH advanced': 1 } }, [
      { on: '2025-11-10', kind: 'exchange' },
      { on: '2025-11-19', kind: 'energisation' },
      { on: '2025-11-24', kind: 'investigation' },
    ]);
    expect(lifeOfWorks(run, WORKS)).toEqual(acts(HH));
    expect(run.broken).toEqual([]);
  });

  it('a forward migration has begun by the time D0312 and D0304 come: refused, and the meter stays what it was', () => {
    const run = worksRun({ ...PERIOD, points: { 'NHH traditional': 1 }, starts: [['2025-11-12', 1]] }, [
      { on: '2025-11-10', kind: 'exchange', becomes: 'advanced' },
    ]);
    expect(lifeOfWorks(run, /^meter-works.5/)).toEqual(acts(REFUSED));
    expect(run.rows('exception_daily')).toMatchObject([
      { date: '2025-11-14', kind: 'D0312 and D0304 refused: forward migration', count: 1 },
    ]);
    // Its segment is Smart to the end; a traditional meter's details go by DTN (3.1.6).
    expect(run.sum('state_daily', 'mhhs', { date: '2026-01-31', segment: 'Smart' })).toBe(1);
    expect(run.sum('message_daily', 'count', { step: '3.1.6' })).toBe(2);
    expect(run.broken).toEqual([]);
  });

  it('the same exchange on the day on which the migration begins is accepted, and its new type comes too late', () => {
    // D0312 and D0304 come on Thu 13 November and are looked at as it stood at midnight; the IF-031 is sent at 10:00.
    const run = worksRun({ ...PERIOD, points: { 'NHH traditional': 1 }, starts: [['2025-11-14', 1]] }, [
      { on: '2025-11-10', kind: 'exchange', becomes: 'advanced' },
    ]);
    expect(lifeOfWorks(run, /^meter-works.5/).filter(act => act.includes(' sent '))).toEqual([
      '2025-11-14T00:04 meter-works.5 sent SMRA → A-MOA D0312 response, due 2025-11-15T00:00 met (accepted)',
      '2025-11-14T00:04 meter-works.5 sent SMRA → A-MOA D0304 response (accepted)',
    ]);
    expect(run.rows('exception_daily')).toMatchObject([
      { date: '2025-11-15', kind: 'new meter type not taken up', count: 1 },
    ]);
    expect(run.sum('state_daily', 'mhhs', { date: '2026-01-31', segment: 'Smart' })).toBe(1);
  });
});

describe('works under MHHS', () => {
  it('a traditional meter for a traditional one: IF-005 and IF-006, D0010, D0149 and D0150', () => {
    const run = worksRun({ ...PERIOD, points: { 'NHH traditional': 1 }, starts: [['2025-11-04', 1]] }, [
      { on: '2025-12-19', kind: 'exchange', becomes: 'traditional' },
    ]);
    expect(lifeOfWorks(run, WORKS)).toEqual(acts(TRADITIONAL));
    expect(run.broken).toEqual([]);
  });

  it('a smart meter for a traditional one: no details by DTN, reads of both meters', () => {
    const run = worksRun({ ...PERIOD, points: { 'NHH traditional': 1 }, starts: [['2025-11-04', 1]] }, [
      { on: '2025-12-19', kind: 'exchange', becomes: 'smart' },
    ]);
    expect(lifeOfWorks(run, /^meter-works.1?[24]$|^meter-works.13/).filter(act => act.includes(' sent '))).toEqual(
      acts(READS_OF_BOTH),
    );
    expect(run.sum('state_daily', 'mhhs', { date: '2026-01-31' })).toBe(1);
    expect(run.broken).toEqual([]);
  });

  it('an advanced meter: energisation by IF-007 and IF-008, then an investigation', () => {
    const run = worksRun({ ...PERIOD, points: { 'NHH advanced': 1 }, starts: [['2025-11-04', 1]] }, [
      { on: '2025-12-19', kind: 'energisation' },
      { on: '2026-01-05', kind: 'investigation' },
    ]);
    expect(lifeOfWorks(run, WORKS)).toEqual(acts(ADVANCED));
    expect(run.broken).toEqual([]);
  });
});

describe('the clock of an NHH advanced meter', () => {
  it('is put to UTC by the outgoing MOA before the EFD', () => {
    const run = worksRun(
      { ...PERIOD, points: { 'NHH advanced': 1 }, starts: [['2025-11-04', 1]] },
      [],
      undefined,
      true,
    );
    expect(lifeOfWorks(run, WORKS)).toEqual(
      acts(`
        # The D0170 of Tue 4 November, 22:00, is there at 22:02; the MOA works from 09:00. EFD: Tue 11 November.
        2025-11-05T00:00 meter-works.15 queued A-MOA
        2025-11-05T09:00 meter-works.15 started A-MOA
        2025-11-05T09:17 meter-works.15 finished A-MOA
        2025-11-05T09:17 meter-works.15 did A-MOA, due 2025-11-11T00:00 met
      `),
    );
    expect(run.broken).toEqual([]);
  });

  it('is put to UTC by the MOA that goes where the migration comes with a switch', () => {
    // Asked for on Mon 10 November: EFD Thu 20 November. Both services are accepted on Wed 12, the D0170 leaves that night.
    const run = worksRun(
      { ...PERIOD, points: { 'NHH advanced': 1 }, on: '2025-11-10', notice: 10 },
      [],
      undefined,
      true,
    );
    expect(lifeOfWorks(run, WORKS)).toEqual(
      acts(`
        2025-11-13T00:00 meter-works.15 queued A-MOA
        2025-11-13T09:00 meter-works.15 started A-MOA
        2025-11-13T09:17 meter-works.15 finished A-MOA
        2025-11-13T09:17 meter-works.15 did A-MOA, due 2025-11-20T00:00 met
      `),
    );
  });

  it('is left alone where the scenario says so, and of other meters', () => {
    const steps = (points: object, clocks: boolean) =>
      worksRun({ ...PERIOD, points, starts: [['2025-11-04', 1]] }, [], undefined, clocks).sum('deadline_daily', 'met', {
        step: 'meter-works.15',
      });
    expect(steps({ 'NHH advanced': 1 }, false)).toBe(0);
    expect(steps({ 'HH advanced': 1 }, true)).toBe(0);
    expect(steps({ 'NHH traditional': 1 }, true)).toBe(0);
  });
});

const TO_SMART = `
    # Mon 10 November; the visit three days later.
    2025-11-10T10:00 meter-works.1 sent ACORN → A-MOA D0142
    2025-11-10T10:02 meter-works.1 received ACORN → A-MOA D0142
    2025-11-13T10:00 meter-works.4 queued A-MOA
    2025-11-13T10:00 meter-works.4 started A-MOA
    2025-11-13T10:17 meter-works.4 finished A-MOA
    # 3 WD of Thu 13 Nov: 14, 17, 18 Nov. 5 WD: 19, 20 Nov besides.
    2025-11-13T10:17 meter-works.4 sent A-MOA → SMRA D0312, due 2025-11-19T00:00 met
    2025-11-13T10:17 meter-works.4 sent A-MOA → SMRA D0304
    2025-11-13T10:17 meter-works.6 sent A-MOA → ACORN D0149, due 2025-11-21T00:00 met
    2025-11-13T10:17 meter-works.6 sent A-MOA → ACORN D0150
    2025-11-13T10:17 meter-works.6 sent A-MOA → ACORN D0313
    2025-11-13T10:17 meter-works.6 sent A-MOA → A-NHHDC D0149
    2025-11-13T10:17 meter-works.6 sent A-MOA → A-NHHDC D0150
    2025-11-13T10:17 meter-works.6 sent A-MOA → A-NHHDC D0313
    2025-11-13T10:17 meter-works.7 sent A-MOA → ACORN D0010, due 2025-11-21T00:00 met
    2025-11-13T10:17 meter-works.7 sent A-MOA → A-NHHDC D0010
    2025-11-13T10:19 meter-works.4 received A-MOA → SMRA D0312
    2025-11-13T10:19 meter-works.4 received A-MOA → SMRA D0304
    2025-11-13T10:19 meter-works.6 received A-MOA → ACORN D0149
    2025-11-13T10:19 meter-works.6 received A-MOA → ACORN D0150
    2025-11-13T10:19 meter-works.6 received A-MOA → ACORN D0313
    2025-11-13T10:19 meter-works.6 received A-MOA → A-NHHDC D0149
    2025-11-13T10:19 meter-works.6 received A-MOA → A-NHHDC D0150
    2025-11-13T10:19 meter-works.6 received A-MOA → A-NHHDC D0313
    2025-11-13T10:19 meter-works.7 received A-MOA → ACORN D0010
    2025-11-13T10:19 meter-works.7 received A-MOA → A-NHHDC D0010
    # The SMRA looks at it overnight; 1 WD of 13 Nov: 14 Nov.
    2025-11-14T00:00 meter-works.5 queued SMRA
    2025-11-14T00:00 meter-works.5 started SMRA
    2025-11-14T00:04 meter-works.5 finished SMRA
    2025-11-14T00:04 meter-works.5 sent SMRA → A-MOA D0312 response, due 2025-11-15T00:00 met (accepted)
    2025-11-14T00:04 meter-works.5 sent SMRA → A-MOA D0304 response (accepted)
    2025-11-14T00:06 meter-works.5 received SMRA → A-MOA D0312 response (accepted)
    2025-11-14T00:06 meter-works.5 received SMRA → A-MOA D0304 response (accepted)
`;

const HH = `
    2025-11-10T10:00 meter-works.1 sent ACORN → A-MOA D0142
    2025-11-10T10:02 meter-works.1 received ACORN → A-MOA D0142
    2025-11-13T10:00 meter-works.4 queued A-MOA
    2025-11-13T10:00 meter-works.4 started A-MOA
    2025-11-13T10:17 meter-works.4 finished A-MOA
    # As of an NHH meter, but D0268 for its details, and no D0010.
    2025-11-13T10:17 meter-works.4 sent A-MOA → SMRA D0312, due 2025-11-19T00:00 met
    2025-11-13T10:17 meter-works.4 sent A-MOA → SMRA D0304
    2025-11-13T10:17 meter-works.6 sent A-MOA → ACORN D0268, due 2025-11-21T00:00 met
    2025-11-13T10:17 meter-works.6 sent A-MOA → A-HHDC D0268
    2025-11-13T10:19 meter-works.4 received A-MOA → SMRA D0312
    2025-11-13T10:19 meter-works.4 received A-MOA → SMRA D0304
    2025-11-13T10:19 meter-works.6 received A-MOA → ACORN D0268
    2025-11-13T10:19 meter-works.6 received A-MOA → A-HHDC D0268
    2025-11-14T00:00 meter-works.5 queued SMRA
    2025-11-14T00:00 meter-works.5 started SMRA
    2025-11-14T00:04 meter-works.5 finished SMRA
    2025-11-14T00:04 meter-works.5 sent SMRA → A-MOA D0312 response, due 2025-11-15T00:00 met (accepted)
    2025-11-14T00:04 meter-works.5 sent SMRA → A-MOA D0304 response (accepted)
    2025-11-14T00:06 meter-works.5 received SMRA → A-MOA D0312 response (accepted)
    2025-11-14T00:06 meter-works.5 received SMRA → A-MOA D0304 response (accepted)
    # Three days after Wed 19 Nov is a Saturday: the visit is on Monday.
    2025-11-19T10:00 meter-works.2 sent ACORN → A-MOA D0134
    2025-11-19T10:02 meter-works.2 received ACORN → A-MOA D0134
    2025-11-24T10:00 meter-works.16 queued A-MOA
    2025-11-24T10:00 meter-works.16 started A-MOA
    2025-11-24T10:00 meter-works.3 sent ACORN → A-MOA D0001
    2025-11-24T10:02 meter-works.3 received ACORN → A-MOA D0001
    2025-11-24T10:17 meter-works.16 finished A-MOA
    # 5 WD of Mon 24 Nov: 25, 26, 27, 28 Nov, 1 Dec.
    2025-11-24T10:17 meter-works.16 sent A-MOA → ACORN D0139, due 2025-12-02T00:00 met
    2025-11-24T10:17 meter-works.16 sent A-MOA → A-HHDC D0139
    2025-11-24T10:19 meter-works.16 received A-MOA → ACORN D0139
    2025-11-24T10:19 meter-works.16 received A-MOA → A-HHDC D0139
    2025-11-27T10:00 meter-works.6 queued A-MOA
    2025-11-27T10:00 meter-works.6 started A-MOA
    2025-11-27T10:17 meter-works.6 finished A-MOA
    # 5 WD of Thu 27 Nov: 28 Nov, 1, 2, 3, 4 Dec.
    2025-11-27T10:17 meter-works.6 sent A-MOA → ACORN D0268, due 2025-12-05T00:00 met
    2025-11-27T10:17 meter-works.6 sent A-MOA → A-HHDC D0268
    2025-11-27T10:19 meter-works.6 received A-MOA → ACORN D0268
    2025-11-27T10:19 meter-works.6 received A-MOA → A-HHDC D0268
`;

const REFUSED = `
    # The IF-031 was sent on Wed 12 November; D0312 and D0304 came on Thu 13. 1 WD: Fri 14.
    2025-11-14T00:00 meter-works.5 queued SMRA
    2025-11-14T00:00 meter-works.5 started SMRA
    2025-11-14T00:04 meter-works.5 finished SMRA
    2025-11-14T00:04 meter-works.5 sent SMRA → A-MOA D0312 response, due 2025-11-15T00:00 met (refused: AD)
    2025-11-14T00:04 meter-works.5 sent SMRA → A-MOA D0304 response (refused: Q)
    2025-11-14T00:06 meter-works.5 received SMRA → A-MOA D0312 response (refused: AD)
    2025-11-14T00:06 meter-works.5 received SMRA → A-MOA D0304 response (refused: Q)
`;

const TRADITIONAL = `
    # Under MHHS since 11 November. Fri 19 December; the visit on Mon 22.
    2025-12-19T10:00 meter-works.1 sent ACORN → A-MSS D0142
    2025-12-19T10:02 meter-works.1 received ACORN → A-MSS D0142
    2025-12-22T10:00 meter-works.8 queued A-MSS
    2025-12-22T10:00 meter-works.8 started A-MSS
    2025-12-22T10:26 meter-works.8 finished A-MSS
    # 3 WD of Mon 22 Dec: 23, 24, 29 Dec.
    2025-12-22T10:26 meter-works.8 sent A-MSS → SMRA IF-005, due 2025-12-30T00:00 met
    2025-12-22T10:26 meter-works.13 sent A-MSS → ACORN D0010, due 2025-12-30T00:00 met
    2025-12-22T10:26 meter-works.13 sent A-MSS → A-SDS D0010
    2025-12-22T10:26 meter-works.14 sent A-MSS → ACORN D0149, due 2025-12-30T00:00 met
    2025-12-22T10:26 meter-works.14 sent A-MSS → ACORN D0150
    2025-12-22T10:26 meter-works.14 sent A-MSS → A-SDS D0149
    2025-12-22T10:26 meter-works.14 sent A-MSS → A-SDS D0150
    2025-12-22T10:27 meter-works.8 received A-MSS → SMRA IF-005
    # 60 min of 10:27.
    2025-12-22T10:27 meter-works.9 queued SMRA
    2025-12-22T10:27 meter-works.9 started SMRA
    2025-12-22T10:28 meter-works.13 received A-MSS → ACORN D0010
    2025-12-22T10:28 meter-works.13 received A-MSS → A-SDS D0010
    2025-12-22T10:28 meter-works.14 received A-MSS → ACORN D0149
    2025-12-22T10:28 meter-works.14 received A-MSS → ACORN D0150
    2025-12-22T10:28 meter-works.14 received A-MSS → A-SDS D0149
    2025-12-22T10:28 meter-works.14 received A-MSS → A-SDS D0150
    2025-12-22T10:31 meter-works.9 finished SMRA
    2025-12-22T10:31 meter-works.9 sent SMRA → ACORN IF-006, due 2025-12-22T11:27 met
    2025-12-22T10:31 meter-works.9 sent SMRA → LDSO IF-006
    2025-12-22T10:31 meter-works.9 sent SMRA → A-SDS IF-006
    2025-12-22T10:31 meter-works.9 sent SMRA → EES IF-006
    2025-12-22T10:32 meter-works.9 received SMRA → ACORN IF-006
    2025-12-22T10:32 meter-works.9 received SMRA → LDSO IF-006
    2025-12-22T10:32 meter-works.9 received SMRA → A-SDS IF-006
    2025-12-22T10:32 meter-works.9 received SMRA → EES IF-006
`;

const READS_OF_BOTH = `
    # IF-041 of the new meter, D0010 of the old one; nothing of meter-works.14.
    2025-12-22T10:26 meter-works.12 sent A-MSS → ACORN IF-041, due 2025-12-30T00:00 met
    2025-12-22T10:26 meter-works.12 sent A-MSS → A-SDS IF-041
    2025-12-22T10:26 meter-works.13 sent A-MSS → ACORN D0010, due 2025-12-30T00:00 met
    2025-12-22T10:26 meter-works.13 sent A-MSS → A-SDS D0010
`;

const ADVANCED = `
    2025-12-19T10:00 meter-works.2 sent ACORN → A-MSA D0134
    2025-12-19T10:02 meter-works.2 received ACORN → A-MSA D0134
    2025-12-22T10:00 meter-works.10 queued A-MSA
    2025-12-22T10:00 meter-works.10 started A-MSA
    2025-12-22T10:26 meter-works.10 finished A-MSA
    # 3 WD of Mon 22 Dec: 23, 24, 29 Dec. An advanced meter has reads of both sorts; its details do not change.
    2025-12-22T10:26 meter-works.10 sent A-MSA → SMRA IF-007, due 2025-12-30T00:00 met
    2025-12-22T10:26 meter-works.12 sent A-MSA → ACORN IF-041, due 2025-12-30T00:00 met
    2025-12-22T10:26 meter-works.12 sent A-MSA → A-ADS IF-041
    2025-12-22T10:26 meter-works.13 sent A-MSA → ACORN D0010, due 2025-12-30T00:00 met
    2025-12-22T10:26 meter-works.13 sent A-MSA → A-ADS D0010
    2025-12-22T10:27 meter-works.10 received A-MSA → SMRA IF-007
    2025-12-22T10:27 meter-works.11 queued SMRA
    2025-12-22T10:27 meter-works.11 started SMRA
    2025-12-22T10:27 meter-works.12 received A-MSA → ACORN IF-041
    2025-12-22T10:27 meter-works.12 received A-MSA → A-ADS IF-041
    2025-12-22T10:28 meter-works.13 received A-MSA → ACORN D0010
    2025-12-22T10:28 meter-works.13 received A-MSA → A-ADS D0010
    2025-12-22T10:31 meter-works.11 finished SMRA
    2025-12-22T10:31 meter-works.11 sent SMRA → ACORN IF-008, due 2025-12-22T11:27 met
    2025-12-22T10:31 meter-works.11 sent SMRA → LDSO IF-008
    2025-12-22T10:31 meter-works.11 sent SMRA → A-ADS IF-008
    2025-12-22T10:31 meter-works.11 sent SMRA → EES IF-008
    2025-12-22T10:32 meter-works.11 received SMRA → ACORN IF-008
    2025-12-22T10:32 meter-works.11 received SMRA → LDSO IF-008
    2025-12-22T10:32 meter-works.11 received SMRA → A-ADS IF-008
    2025-12-22T10:32 meter-works.11 received SMRA → EES IF-008
    # Mon 5 January; the visit on Thu 8. 3 WD: 9, 12, 13 January.
    2026-01-05T10:00 meter-works.3 sent ACORN → A-MSA D0001
    2026-01-05T10:02 meter-works.3 received ACORN → A-MSA D0001
    2026-01-08T10:00 meter-works.8 queued A-MSA
    2026-01-08T10:00 meter-works.8 started A-MSA
    2026-01-08T10:26 meter-works.8 finished A-MSA
    2026-01-08T10:26 meter-works.8 sent A-MSA → SMRA IF-005, due 2026-01-14T00:00 met
    2026-01-08T10:26 meter-works.12 sent A-MSA → ACORN IF-041, due 2026-01-14T00:00 met
    2026-01-08T10:26 meter-works.12 sent A-MSA → A-ADS IF-041
    2026-01-08T10:26 meter-works.13 sent A-MSA → ACORN D0010, due 2026-01-14T00:00 met
    2026-01-08T10:26 meter-works.13 sent A-MSA → A-ADS D0010
    2026-01-08T10:26 meter-works.14 sent A-MSA → ACORN D0268, due 2026-01-14T00:00 met
    2026-01-08T10:26 meter-works.14 sent A-MSA → A-ADS D0268
    2026-01-08T10:27 meter-works.8 received A-MSA → SMRA IF-005
    2026-01-08T10:27 meter-works.9 queued SMRA
    2026-01-08T10:27 meter-works.9 started SMRA
    2026-01-08T10:27 meter-works.12 received A-MSA → ACORN IF-041
    2026-01-08T10:27 meter-works.12 received A-MSA → A-ADS IF-041
    2026-01-08T10:28 meter-works.13 received A-MSA → ACORN D0010
    2026-01-08T10:28 meter-works.13 received A-MSA → A-ADS D0010
    2026-01-08T10:28 meter-works.14 received A-MSA → ACORN D0268
    2026-01-08T10:28 meter-works.14 received A-MSA → A-ADS D0268
    2026-01-08T10:31 meter-works.9 finished SMRA
    2026-01-08T10:31 meter-works.9 sent SMRA → ACORN IF-006, due 2026-01-08T11:27 met
    2026-01-08T10:31 meter-works.9 sent SMRA → LDSO IF-006
    2026-01-08T10:31 meter-works.9 sent SMRA → A-ADS IF-006
    2026-01-08T10:31 meter-works.9 sent SMRA → EES IF-006
    2026-01-08T10:32 meter-works.9 received SMRA → ACORN IF-006
    2026-01-08T10:32 meter-works.9 received SMRA → LDSO IF-006
    2026-01-08T10:32 meter-works.9 received SMRA → A-ADS IF-006
    2026-01-08T10:32 meter-works.9 received SMRA → EES IF-006
`;
