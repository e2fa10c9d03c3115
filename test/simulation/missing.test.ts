import { describe, expect, it } from 'vitest';
import { digestOfTables } from '../../src/results/index.ts';
import { acts, exceptions, hands, statesOn } from './tiny-market.ts';
import { type SwitchKnobs, type TwoSuppliersRun, twoSuppliersRun } from './two-suppliers.ts';

// The first point migrates with ACORN: requests on Tue 6 January 2026, EFD 8 January. On Mon 2 February its customer goes
// to BIRCH, EFD Thu 12 February. Winter: local time is UTC. No bank holidays.
const FEBRUARY = {
  from: '2026-01-05',
  to: '2026-04-30',
  points: { 'NHH traditional': 1 },
  starts: [['2026-01-06', 1]],
  lead: 2,
  on: '2026-02-02',
  chasing: { mtds: 5, appointments: 7 },
} as const;

/** The agents of a supplier need 10 min for a kind of work, and days until it takes effect. */
function slow(company: 'AX' | 'BX', role: string, work: string, days: number) {
  return {
    agents: { [company]: { capacities: { [role]: { [work]: { ...hands(10), delay: { fixed: `${days} d` } } } } } },
  };
}

/** Dates on which messages of a step were sent, and from whom to whom. */
function sent(run: TwoSuppliersRun, step: string): string[] {
  const lines = run.life().filter(line => line.includes(` ${step} sent `));
  return lines.map(line => line.replace(/T.* sent /, ' ').replace(/ \(.*$/, ''));
}

function bothCores(knobs: SwitchKnobs): TwoSuppliersRun {
  const runs = (['folded', 'ordered'] as const).map(core => twoSuppliersRun(knobs, { trace: 1, core }));
  const [folded, ordered] = runs.map(run => digestOfTables(run.outcome.tables).digest);
  expect(folded).toBe(ordered);
  return runs[0]!;
}

describe('an appointment that is missing at the EFD of its registration', () => {
  it('is pointed out every seven days and made for a past date, by hand', () => {
    const run = bothCores({ ...FEBRUARY, change: slow('BX', 'MSS', 'acceptance', 12) });
    expect(run.life().filter(line => line >= '2026-02-11T17')).toEqual(acts(LATE));
    expect(run.broken).toEqual([]);
    expect(exceptions(run)).toEqual([
      '2026-02-11 appointment expired at gate closure: 1',
      '2026-02-12 appointments missing at the EFD: 1',
    ]);
    // It is under MHHS none the less.
    expect(statesOn(run, '2026-02-12')).toEqual({ legacy: 0, forward: 0, mhhs: 1, reverse: 0 });
  });

  it('is asked for as often as requests can be told apart, and pointed out to the end', () => {
    // The luck of this point: its first request of an MSA stays below 80 % refused, those of its switch never do.
    const refusals = { MSA: { share: 0.8, reasons: { 'no contract': 1 } } };
    const run = bothCores({ ...FEBRUARY, points: { 'HH advanced': 1 }, change: { refusals } });
    const refused = (date: string) => `${date} IF-034 rejected: no contract: 1`;
    expect(exceptions(run)).toEqual([
      // 2 WD after each: three attempts before the EFD, the most that BIRCH makes of itself.
      ...['2026-02-03', '2026-02-05', '2026-02-09'].map(refused),
      '2026-02-12 appointments missing at the EFD: 1',
      // On the Working Day after each notice, until there have been eight.
      ...['2026-02-13', '2026-02-20', '2026-02-27', '2026-03-06', '2026-03-13'].map(refused),
      '2026-03-20 given up: metering service: 1',
    ]);
    // Thursdays from 12 February to 30 April.
    expect(sent(run, 'missing-appointment.1').length).toBe(12);
    expect(run.broken).toEqual([]);
  });

  it('is not pointed out where nobody chases', () => {
    const { chasing: _, ...rest } = FEBRUARY;
    const run = bothCores({ ...rest, change: slow('BX', 'MSS', 'acceptance', 12) });
    expect(sent(run, 'missing-appointment.1')).toEqual([]);
    expect(run.sum('message_daily', 'count', { flow: 'IF-045' })).toBe(0);
  });

  it('is no longer pointed out when the customer has gone on', () => {
    // BIRCH's MSS answers after 60 days; on Mon 2 March the customer goes back to ACORN, EFD Thu 12 March.
    const run = bothCores({
      ...FEBRUARY,
      listed: [{ msid: '1000000000003', on: '2026-03-02', to: 'ACORN' }],
      change: slow('BX', 'MSS', 'acceptance', 60),
    });
    expect(sent(run, 'missing-appointment.1')).toEqual([
      '2026-02-12 SMRA → BIRCH IF-045',
      '2026-02-19 SMRA → BIRCH IF-045',
      '2026-02-26 SMRA → BIRCH IF-045',
      '2026-03-05 SMRA → BIRCH IF-045',
    ]);
    expect(run.broken).toEqual([]);
  });
});

describe('technical details that are overdue', () => {
  it('are asked for by the metering service of a migration, every five Working Days until they come', () => {
    // D0170 at the MOA on Tue 6 January, 22:02; 5 WD: 7, 8, 9, 12, 13. They come on 31 January: 22:12 and 25 days.
    const run = bothCores({ ...without('on'), change: slow('AX', 'MOA', 'mtd', 25) });
    expect(sent(run, 'missing-mtds.1')).toEqual([
      '2026-01-14 A-MSS → A-MOA D0170',
      '2026-01-21 A-MSS → A-MOA D0170',
      '2026-01-28 A-MSS → A-MOA D0170',
    ]);
    expect(sent(run, '3.1.9').length).toBe(4);
    expect(run.broken).toEqual([]);
  });

  it('are asked for by the incoming metering service of a switch under MHHS', () => {
    // IF-035 on Tue 3 February, 09:25, and 120 min. They come on 15 February.
    const run = bothCores({ ...FEBRUARY, change: slow('AX', 'MSS', 'outgoing-mtd', 12) });
    expect(sent(run, 'missing-mtds.1')).toEqual(['2026-02-04 B-MSS → A-MSS D0170', '2026-02-11 B-MSS → A-MSS D0170']);
  });

  it('are asked for by the metering service of a forward migration with a switch, from the former MOA', () => {
    const run = bothCores({ ...without('starts'), migrate: 1, change: slow('AX', 'MOA', 'mtd', 12) });
    // IF-002 in the night to Tue 3 February, the D0217 with the batch of that day, IF-031 on the 4th; D0170 that night;
    // 5 WD: 5, 6, 9, 10, 11. They come on 16 February.
    expect(sent(run, 'missing-mtds.1')).toEqual(['2026-02-12 B-MSS → A-MOA D0170']);
  });

  it('are asked for by the incoming MOA of a switch that stays legacy', () => {
    const run = bothCores({ ...without('starts'), migrate: 0, change: slow('AX', 'MOA', 'mtd', 25) });
    // D0170 on Wed 4 February, and the same five Working Days. They come on Sun 1 March.
    expect(sent(run, 'missing-mtds.1')).toEqual([
      '2026-02-12 B-MOA → A-MOA D0170',
      '2026-02-19 B-MOA → A-MOA D0170',
      '2026-02-26 B-MOA → A-MOA D0170',
    ]);
  });

  it('are nobody’s concern of a smart meter, nor where nobody chases', () => {
    const change = slow('AX', 'MOA', 'mtd', 25);
    expect(sent(bothCores({ ...without('on'), points: { 'NHH smart': 1 }, change }), 'missing-mtds.1')).toEqual([]);
    expect(sent(bothCores({ ...without('on', 'chasing'), change }), 'missing-mtds.1')).toEqual([]);
  });
});

/** The market of these tests without a switch, without starts, or with nobody who chases. */
function without(...names: ('on' | 'starts' | 'chasing')[]): SwitchKnobs {
  return Object.fromEntries(Object.entries(FEBRUARY).filter(([name]) => !names.includes(name as 'on'))) as never;
}

const LATE = `
    # Gate closure: the metering service has not answered, its appointment expires. The data service has accepted.
    2026-02-11T17:00:00Z switch.7 sent CSS → SMRA CSS secured active
    2026-02-11T17:00:00Z switch.7 sent CSS → BIRCH CSS secured active
    2026-02-11T17:00:00Z switch.7 sent CSS → ACORN CSS secured active
    2026-02-11T17:00:00Z mhhs-cos.11 sent SMRA → B-MSS IF-035 (expired)
    2026-02-11T17:00:00Z mhhs-cos.11 sent SMRA → B-SDS IF-035 (expired)
    2026-02-11T17:00:00Z mhhs-cos.11 sent SMRA → BIRCH IF-035 (expired)
    2026-02-11T17:01:00Z switch.7 received CSS → SMRA CSS secured active
    2026-02-11T17:01:00Z switch.7 received CSS → BIRCH CSS secured active
    2026-02-11T17:01:00Z switch.7 received CSS → ACORN CSS secured active
    2026-02-11T17:01:00Z mhhs-cos.11 received SMRA → B-MSS IF-035 (expired)
    2026-02-11T17:01:00Z mhhs-cos.11 received SMRA → B-SDS IF-035 (expired)
    2026-02-11T17:01:00Z mhhs-cos.11 received SMRA → BIRCH IF-035 (expired)
    # EFD Thu 12 February: one round of IF-036, and the notice of what is missing.
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → BIRCH IF-036, due 2026-02-12T00:00:00Z met (data service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → B-MSS IF-036 (data service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → B-SDS IF-036 (data service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → LDSO IF-036 (data service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → EES IF-036 (data service)
    2026-02-12T00:00:00Z mhhs-cos.10 queued A-SDS
    2026-02-12T00:00:00Z missing-appointment.1 sent SMRA → BIRCH IF-045 (metering service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → BIRCH IF-036 (data service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → B-MSS IF-036 (data service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → B-SDS IF-036 (data service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → LDSO IF-036 (data service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → EES IF-036 (data service)
    2026-02-12T00:01:00Z missing-appointment.1 received SMRA → BIRCH IF-045 (metering service)
    2026-02-12T09:00:00Z mhhs-cos.10 started A-SDS
    2026-02-12T09:27:00Z mhhs-cos.10 finished A-SDS
    2026-02-12T09:27:00Z mhhs-cos.10 sent A-SDS → ACORN D0010, due 2026-02-14T00:00:00Z met (transfer read)
    2026-02-12T09:27:00Z mhhs-cos.10 sent A-SDS → BIRCH D0010 (transfer read)
    2026-02-12T09:29:00Z mhhs-cos.10 received A-SDS → ACORN D0010 (transfer read)
    2026-02-12T09:29:00Z mhhs-cos.10 received A-SDS → BIRCH D0010 (transfer read)
    # The next Working Day: asked for once more, from the past EFD on.
    2026-02-13T10:00:52Z mhhs-cos.2 sent BIRCH → SMRA IF-031 (metering service, EFD 2026-02-12)
    2026-02-13T10:01:52Z mhhs-cos.2 received BIRCH → SMRA IF-031 (metering service, EFD 2026-02-12)
    2026-02-13T10:01:52Z mhhs-cos.3 queued SMRA
    2026-02-13T10:01:52Z mhhs-cos.3 started SMRA
    2026-02-13T10:02:52Z mhhs-cos.3 finished SMRA
    2026-02-13T10:02:52Z mhhs-cos.3 sent SMRA → BIRCH IF-032, due 2026-02-13T11:01:52Z met (accepted)
    2026-02-13T10:02:52Z mhhs-cos.3 sent SMRA → B-MSS IF-033 (accepted)
    2026-02-13T10:03:52Z mhhs-cos.3 received SMRA → BIRCH IF-032 (accepted)
    2026-02-13T10:03:52Z mhhs-cos.3 received SMRA → B-MSS IF-033 (accepted)
    # 10 min and 12 days.
    2026-02-13T10:03:52Z mhhs-cos.4 queued B-MSS
    2026-02-13T10:03:52Z mhhs-cos.4 started B-MSS
    2026-02-13T10:13:52Z mhhs-cos.4 finished B-MSS
    # The answer to the first request, 12 days after 3 Feb 09:21; 60 min of 3 Feb 09:11. It is not published any more.
    2026-02-15T09:21:00Z mhhs-cos.4 sent B-MSS → SMRA IF-034, due 2026-02-03T10:11:00Z missed (accept)
    2026-02-15T09:22:00Z mhhs-cos.4 received B-MSS → SMRA IF-034 (accept)
    2026-02-15T09:22:00Z mhhs-cos.5 queued SMRA
    2026-02-15T09:22:00Z mhhs-cos.5 started SMRA
    2026-02-15T09:24:00Z mhhs-cos.5 finished SMRA
    # Seven days later it is still missing; BIRCH has asked already.
    2026-02-19T00:00:00Z missing-appointment.1 sent SMRA → BIRCH IF-045 (metering service)
    2026-02-19T00:01:00Z missing-appointment.1 received SMRA → BIRCH IF-045 (metering service)
    # The answer to the second, 60 min of 13 Feb 10:03:52.
    2026-02-25T10:13:52Z mhhs-cos.4 sent B-MSS → SMRA IF-034, due 2026-02-13T11:03:52Z missed (accept)
    2026-02-25T10:14:52Z mhhs-cos.4 received B-MSS → SMRA IF-034 (accept)
    2026-02-25T10:14:52Z mhhs-cos.5 queued SMRA
    2026-02-25T10:14:52Z mhhs-cos.5 started SMRA
    2026-02-25T10:16:52Z mhhs-cos.5 finished SMRA
    2026-02-25T10:16:52Z mhhs-cos.5 sent SMRA → B-MSS IF-035, due 2026-02-25T11:14:52Z met (accepted)
    2026-02-25T10:16:52Z mhhs-cos.5 sent SMRA → B-SDS IF-035 (accepted)
    2026-02-25T10:16:52Z mhhs-cos.5 sent SMRA → BIRCH IF-035 (accepted)
    2026-02-25T10:16:52Z mhhs-cos.5 sent SMRA → A-MSS IF-035 (accepted)
    2026-02-25T10:16:52Z mhhs-cos.5 sent SMRA → A-SDS IF-035 (accepted)
    2026-02-25T10:17:52Z mhhs-cos.5 received SMRA → B-MSS IF-035 (accepted)
    2026-02-25T10:17:52Z mhhs-cos.5 received SMRA → B-SDS IF-035 (accepted)
    2026-02-25T10:17:52Z mhhs-cos.5 received SMRA → BIRCH IF-035 (accepted)
    2026-02-25T10:17:52Z mhhs-cos.5 received SMRA → A-MSS IF-035 (accepted)
    2026-02-25T10:17:52Z mhhs-cos.5 received SMRA → A-SDS IF-035 (accepted)
    # Only now does the outgoing MSS send what it has: 120 min of 10:17:52.
    2026-02-25T10:17:52Z mhhs-cos.7 queued A-MSS
    2026-02-25T10:17:52Z mhhs-cos.7 started A-MSS
    2026-02-25T10:42:52Z mhhs-cos.7 finished A-MSS
    2026-02-25T10:42:52Z mhhs-cos.7 sent A-MSS → B-MSS D0149, due 2026-02-25T12:17:52Z met
    2026-02-25T10:42:52Z mhhs-cos.7 sent A-MSS → B-MSS D0150
    2026-02-25T10:44:52Z mhhs-cos.7 received A-MSS → B-MSS D0149
    2026-02-25T10:44:52Z mhhs-cos.7 received A-MSS → B-MSS D0150
    # 1 WD of Wed 25 Feb: 26 Feb.
    2026-02-25T10:44:52Z mhhs-cos.8 queued B-MSS
    2026-02-25T10:44:52Z mhhs-cos.8 started B-MSS
    2026-02-25T11:04:52Z mhhs-cos.8 finished B-MSS
    2026-02-25T11:04:52Z mhhs-cos.8 sent B-MSS → BIRCH D0149, due 2026-02-27T00:00:00Z met
    2026-02-25T11:04:52Z mhhs-cos.8 sent B-MSS → BIRCH D0150
    2026-02-25T11:04:52Z mhhs-cos.8 sent B-MSS → B-SDS D0149
    2026-02-25T11:04:52Z mhhs-cos.8 sent B-MSS → B-SDS D0150
    2026-02-25T11:06:52Z mhhs-cos.8 received B-MSS → BIRCH D0149
    2026-02-25T11:06:52Z mhhs-cos.8 received B-MSS → BIRCH D0150
    2026-02-25T11:06:52Z mhhs-cos.8 received B-MSS → B-SDS D0149
    2026-02-25T11:06:52Z mhhs-cos.8 received B-MSS → B-SDS D0150
    # It takes effect the next midnight, when the third notice would have gone out: 12 Feb and 14 days.
    2026-02-26T00:00:00Z mhhs-cos.6 sent SMRA → BIRCH IF-036, due 2026-02-26T00:00:00Z met (metering service)
    2026-02-26T00:00:00Z mhhs-cos.6 sent SMRA → B-MSS IF-036 (metering service)
    2026-02-26T00:00:00Z mhhs-cos.6 sent SMRA → B-SDS IF-036 (metering service)
    2026-02-26T00:00:00Z mhhs-cos.6 sent SMRA → LDSO IF-036 (metering service)
    2026-02-26T00:00:00Z mhhs-cos.6 sent SMRA → EES IF-036 (metering service)
    2026-02-26T00:01:00Z mhhs-cos.6 received SMRA → BIRCH IF-036 (metering service)
    2026-02-26T00:01:00Z mhhs-cos.6 received SMRA → B-MSS IF-036 (metering service)
    2026-02-26T00:01:00Z mhhs-cos.6 received SMRA → B-SDS IF-036 (metering service)
    2026-02-26T00:01:00Z mhhs-cos.6 received SMRA → LDSO IF-036 (metering service)
    2026-02-26T00:01:00Z mhhs-cos.6 received SMRA → EES IF-036 (metering service)
  `;
