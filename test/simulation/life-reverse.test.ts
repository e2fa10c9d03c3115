import { describe, expect, it } from 'vitest';
import { actsOf, reverseRun } from './reverse-market.ts';
import { acts, statesOn } from './tiny-market.ts';

// Worked out by hand from BSCP708 §3.3. Working Days over Christmas 2025: Tue 23, Wed 24, Mon 29, 30, 31 December, Fri 2,
// Mon 5 January … DIP 60 s, DTN 120 s; offices are open from 09:00 to 17:00. In winter local time is UTC.
describe('the life of an MHHS point that goes back to the legacy arrangements', () => {
  it('traditional meter: the customer reads it himself', () => {
    const run = reverseRun({ points: { 'NHH traditional': 1 } });
    expect(actsOf(run, '3.3.')).toEqual(acts(TRADITIONAL));
    // MHHS by the change of agent; reverse from 3.3.1 to the EFD; then legacy.
    expect(statesOn(run, '2025-12-23')).toEqual({ legacy: 0, forward: 0, mhhs: 1, reverse: 0 });
    expect(statesOn(run, '2025-12-24')).toEqual({ legacy: 0, forward: 0, mhhs: 0, reverse: 1 });
    expect(statesOn(run, '2026-01-01')).toEqual({ legacy: 0, forward: 0, mhhs: 0, reverse: 1 });
    expect(statesOn(run, '2026-01-02')).toEqual({ legacy: 1, forward: 0, mhhs: 0, reverse: 0 });
    expect(run.sum('migration_daily', 'reversed', { date: '2026-01-02' })).toBe(1);
    expect(run.sum('migration_daily', 'reversed')).toBe(1);
  });

  it('smart meter, on the day after the clocks go forward: skeleton, configuration and the daily read log', () => {
    const run = reverseRun({
      points: { 'NHH smart': 1 },
      from: '2026-02-02',
      to: '2026-04-30',
      starts: [['2026-02-09', 1]],
      on: '2026-03-20',
      birch: '2026-09-01',
    });
    expect(actsOf(run, '3.3.')).toEqual(acts(SMART));
  });
});

const TRADITIONAL = `
    # The SMRA looks at it overnight; 2 WD of Tue 23 Dec: Wed 24, Mon 29 Dec. It takes 3 min.
    2025-12-24T00:00:00Z 3.3.1 queued SMRA
    2025-12-24T00:00:00Z 3.3.1 started SMRA
    2025-12-24T00:03:00Z 3.3.1 finished SMRA
    2025-12-24T00:03:00Z 3.3.1 sent SMRA → BIRCH D0217, due 2025-12-30T00:00:00Z met
    2025-12-24T00:03:00Z 3.3.1 sent SMRA → BIRCH D0260
    2025-12-24T00:05:00Z 3.3.1 received SMRA → BIRCH D0217
    2025-12-24T00:05:00Z 3.3.1 received SMRA → BIRCH D0260
    # 2 WD of Wed 24 Dec: Mon 29, Tue 30 Dec. BIRCH opens at 09:00 and takes 8 min.
    2025-12-24T00:05:00Z 3.3.2 queued BIRCH
    2025-12-24T09:00:00Z 3.3.2 started BIRCH
    2025-12-24T09:08:00Z 3.3.2 finished BIRCH
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-NHHDC D0155, due 2025-12-31T00:00:00Z met (service and level REVM)
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-MOA D0155 (service and level REVM)
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-DA D0153
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-NHHDC D0155 (service and level REVM)
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-MOA D0155 (service and level REVM)
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-DA D0153
    # 14, 18 and 24 min; 2 WD of 24 Dec.
    2025-12-24T09:10:00Z 3.3.3 queued B-MOA
    2025-12-24T09:10:00Z 3.3.3 queued B-NHHDC
    2025-12-24T09:10:00Z 3.3.3 queued B-DA
    2025-12-24T09:10:00Z 3.3.3 started B-MOA
    2025-12-24T09:10:00Z 3.3.3 started B-NHHDC
    2025-12-24T09:10:00Z 3.3.3 started B-DA
    2025-12-24T09:24:00Z 3.3.3 finished B-MOA
    2025-12-24T09:24:00Z 3.3.3 sent B-MOA → BIRCH D0011, due 2025-12-31T00:00:00Z met
    2025-12-24T09:26:00Z 3.3.3 received B-MOA → BIRCH D0011
    2025-12-24T09:28:00Z 3.3.3 finished B-NHHDC
    2025-12-24T09:28:00Z 3.3.3 sent B-NHHDC → BIRCH D0011, due 2025-12-31T00:00:00Z met
    2025-12-24T09:30:00Z 3.3.3 received B-NHHDC → BIRCH D0011
    2025-12-24T09:34:00Z 3.3.3 finished B-DA
    2025-12-24T09:34:00Z 3.3.3 sent B-DA → BIRCH D0011, due 2025-12-31T00:00:00Z met
    2025-12-24T09:36:00Z 3.3.3 received B-DA → BIRCH D0011
    # The last of three has come; 9 min, 2 WD of 24 Dec.
    2025-12-24T09:36:00Z 3.3.4 queued BIRCH
    2025-12-24T09:36:00Z 3.3.4 started BIRCH
    2025-12-24T09:45:00Z 3.3.4 finished BIRCH
    2025-12-24T09:45:00Z 3.3.4 sent BIRCH → SMRA D0205, due 2025-12-31T00:00:00Z met (with the incoming agents)
    2025-12-24T09:45:00Z 3.3.4 sent BIRCH → B-NHHDC D0052
    2025-12-24T09:47:00Z 3.3.4 received BIRCH → SMRA D0205 (with the incoming agents)
    2025-12-24T09:47:00Z 3.3.4 received BIRCH → B-NHHDC D0052
    # Gate closure on New Year’s Day.
    2026-01-01T17:00:00Z 3.3.8 sent CSS → SMRA CSS secured active
    2026-01-01T17:01:00Z 3.3.8 received CSS → SMRA CSS secured active
    # 18:00: six receivers; a traditional meter has no UMSO.
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → A-MSS IF-003, due 2026-01-01T18:00:00Z met (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → A-SDS IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → ACORN IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → LDSO IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → EES IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → A-MSS IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → A-SDS IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → ACORN IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → LDSO IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → EES IF-003 (incoming agents named)
    # 5 WD of 1 Jan, a bank holiday: Fri 2, Mon 5, 6, 7, Thu 8 Jan.
    2026-01-01T18:01:00Z 3.3.11 queued A-MSS
    # The EFD: 5 days of 2 Jan end on 7 Jan. 11 min.
    2026-01-02T00:00:00Z 3.3.14 queued BIRCH
    2026-01-02T09:00:00Z 3.3.11 started A-MSS
    2026-01-02T09:00:00Z 3.3.14 started BIRCH
    2026-01-02T09:11:00Z 3.3.14 finished BIRCH
    2026-01-02T09:11:00Z 3.3.14 sent BIRCH → ACORN D0010, due 2026-01-08T00:00:00Z met (initial, reason 30)
    2026-01-02T09:13:00Z 3.3.14 received BIRCH → ACORN D0010 (initial, reason 30)
    # The old supplier validates the read, 12 min, within the same 5 days.
    2026-01-02T09:13:00Z 3.3.18 queued ACORN
    2026-01-02T09:13:00Z 3.3.18 started ACORN
    2026-01-02T09:25:00Z 3.3.11 finished A-MSS
    2026-01-02T09:25:00Z 3.3.11 sent A-MSS → BIRCH D0149, due 2026-01-09T00:00:00Z met
    2026-01-02T09:25:00Z 3.3.11 sent A-MSS → B-MOA D0149
    2026-01-02T09:25:00Z 3.3.11 sent A-MSS → BIRCH D0150
    2026-01-02T09:25:00Z 3.3.11 sent A-MSS → B-MOA D0150
    2026-01-02T09:25:00Z 3.3.18 finished ACORN
    2026-01-02T09:25:00Z 3.3.18 sent ACORN → A-SDS D0010, due 2026-01-08T00:00:00Z met (final, reason 30)
    2026-01-02T09:25:00Z 3.3.18 sent ACORN → BIRCH D0010 (final, reason 30)
    2026-01-02T09:27:00Z 3.3.11 received A-MSS → BIRCH D0149
    2026-01-02T09:27:00Z 3.3.11 received A-MSS → B-MOA D0149
    2026-01-02T09:27:00Z 3.3.11 received A-MSS → BIRCH D0150
    2026-01-02T09:27:00Z 3.3.11 received A-MSS → B-MOA D0150
    # 2 WD of 2 Jan: Mon 5, Tue 6 Jan. 16 min.
    2026-01-02T09:27:00Z 3.3.13 queued B-MOA
    2026-01-02T09:27:00Z 3.3.13 started B-MOA
    2026-01-02T09:27:00Z 3.3.18 received ACORN → A-SDS D0010 (final, reason 30)
    2026-01-02T09:27:00Z 3.3.18 received ACORN → BIRCH D0010 (final, reason 30)
    2026-01-02T09:27:00Z 3.3.19 did A-SDS
    # 1 WD of 2 Jan: Mon 5 Jan. 7 min, and 19 min at the data collector.
    2026-01-02T09:27:00Z 3.3.20 queued BIRCH
    2026-01-02T09:27:00Z 3.3.20 started BIRCH
    2026-01-02T09:34:00Z 3.3.20 finished BIRCH
    2026-01-02T09:34:00Z 3.3.20 sent BIRCH → B-NHHDC D0010, due 2026-01-06T00:00:00Z met (initial, reason 30)
    2026-01-02T09:36:00Z 3.3.20 received BIRCH → B-NHHDC D0010 (initial, reason 30)
    2026-01-02T09:36:00Z 3.3.21 queued B-NHHDC
    2026-01-02T09:36:00Z 3.3.21 started B-NHHDC
    2026-01-02T09:43:00Z 3.3.13 finished B-MOA
    2026-01-02T09:43:00Z 3.3.13 sent B-MOA → BIRCH D0149, due 2026-01-07T00:00:00Z met
    2026-01-02T09:43:00Z 3.3.13 sent B-MOA → BIRCH D0150
    2026-01-02T09:43:00Z 3.3.13 sent B-MOA → B-NHHDC D0149
    2026-01-02T09:43:00Z 3.3.13 sent B-MOA → B-NHHDC D0150
    2026-01-02T09:45:00Z 3.3.13 received B-MOA → BIRCH D0149
    2026-01-02T09:45:00Z 3.3.13 received B-MOA → BIRCH D0150
    2026-01-02T09:45:00Z 3.3.13 received B-MOA → B-NHHDC D0149
    2026-01-02T09:45:00Z 3.3.13 received B-MOA → B-NHHDC D0150
    2026-01-02T09:55:00Z 3.3.21 finished B-NHHDC
    2026-01-02T09:55:00Z 3.3.21 sent B-NHHDC → LDSO D0019, due 2026-01-06T00:00:00Z met
    2026-01-02T09:55:00Z 3.3.21 sent B-NHHDC → LDSO D0086
    2026-01-02T09:55:00Z 3.3.21 sent B-NHHDC → BIRCH D0019
    2026-01-02T09:55:00Z 3.3.21 sent B-NHHDC → BIRCH D0086
    2026-01-02T09:57:00Z 3.3.21 received B-NHHDC → LDSO D0019
    2026-01-02T09:57:00Z 3.3.21 received B-NHHDC → LDSO D0086
    2026-01-02T09:57:00Z 3.3.21 received B-NHHDC → BIRCH D0019
    2026-01-02T09:57:00Z 3.3.21 received B-NHHDC → BIRCH D0086
`;

const SMART = `
    # Asked for on Fri 20 March; 2 WD: Mon 23, Tue 24.
    2026-03-21T00:00:00Z 3.3.1 queued SMRA
    2026-03-21T00:00:00Z 3.3.1 started SMRA
    2026-03-21T00:03:00Z 3.3.1 finished SMRA
    2026-03-21T00:03:00Z 3.3.1 sent SMRA → BIRCH D0217, due 2026-03-25T00:00:00Z met
    2026-03-21T00:03:00Z 3.3.1 sent SMRA → BIRCH D0260
    2026-03-21T00:05:00Z 3.3.1 received SMRA → BIRCH D0217
    2026-03-21T00:05:00Z 3.3.1 received SMRA → BIRCH D0260
    # It comes on a Saturday: 2 WD the same.
    2026-03-21T00:05:00Z 3.3.2 queued BIRCH
    2026-03-23T09:00:00Z 3.3.2 started BIRCH
    2026-03-23T09:08:00Z 3.3.2 finished BIRCH
    2026-03-23T09:08:00Z 3.3.2 sent BIRCH → B-NHHDC D0155, due 2026-03-25T00:00:00Z met (service and level REVM)
    2026-03-23T09:08:00Z 3.3.2 sent BIRCH → B-MOA D0155 (service and level REVM)
    2026-03-23T09:08:00Z 3.3.2 sent BIRCH → B-DA D0153
    2026-03-23T09:10:00Z 3.3.2 received BIRCH → B-NHHDC D0155 (service and level REVM)
    2026-03-23T09:10:00Z 3.3.2 received BIRCH → B-MOA D0155 (service and level REVM)
    2026-03-23T09:10:00Z 3.3.2 received BIRCH → B-DA D0153
    # 2 WD of Mon 23 March: 24, 25.
    2026-03-23T09:10:00Z 3.3.3 queued B-MOA
    2026-03-23T09:10:00Z 3.3.3 queued B-NHHDC
    2026-03-23T09:10:00Z 3.3.3 queued B-DA
    2026-03-23T09:10:00Z 3.3.3 started B-MOA
    2026-03-23T09:10:00Z 3.3.3 started B-NHHDC
    2026-03-23T09:10:00Z 3.3.3 started B-DA
    2026-03-23T09:24:00Z 3.3.3 finished B-MOA
    2026-03-23T09:24:00Z 3.3.3 sent B-MOA → BIRCH D0011, due 2026-03-26T00:00:00Z met
    2026-03-23T09:26:00Z 3.3.3 received B-MOA → BIRCH D0011
    2026-03-23T09:28:00Z 3.3.3 finished B-NHHDC
    2026-03-23T09:28:00Z 3.3.3 sent B-NHHDC → BIRCH D0011, due 2026-03-26T00:00:00Z met
    2026-03-23T09:30:00Z 3.3.3 received B-NHHDC → BIRCH D0011
    2026-03-23T09:34:00Z 3.3.3 finished B-DA
    2026-03-23T09:34:00Z 3.3.3 sent B-DA → BIRCH D0011, due 2026-03-26T00:00:00Z met
    2026-03-23T09:36:00Z 3.3.3 received B-DA → BIRCH D0011
    2026-03-23T09:36:00Z 3.3.4 queued BIRCH
    2026-03-23T09:36:00Z 3.3.4 started BIRCH
    2026-03-23T09:45:00Z 3.3.4 finished BIRCH
    2026-03-23T09:45:00Z 3.3.4 sent BIRCH → SMRA D0205, due 2026-03-26T00:00:00Z met (with the incoming agents)
    2026-03-23T09:45:00Z 3.3.4 sent BIRCH → B-NHHDC D0052
    2026-03-23T09:47:00Z 3.3.4 received BIRCH → SMRA D0205 (with the incoming agents)
    2026-03-23T09:47:00Z 3.3.4 received BIRCH → B-NHHDC D0052
    # From Sun 29 March 01:00 on local time is an hour ahead: gate closure at 16:00Z, IF-003 at 17:00Z.
    2026-03-29T16:00:00Z 3.3.8 sent CSS → SMRA CSS secured active
    2026-03-29T16:01:00Z 3.3.8 received CSS → SMRA CSS secured active
    2026-03-29T17:00:00Z 3.3.9 sent SMRA → A-MSS IF-003, due 2026-03-29T17:00:00Z met (incoming agents named)
    2026-03-29T17:00:00Z 3.3.9 sent SMRA → A-SDS IF-003 (incoming agents named)
    2026-03-29T17:00:00Z 3.3.9 sent SMRA → ACORN IF-003 (incoming agents named)
    2026-03-29T17:00:00Z 3.3.9 sent SMRA → LDSO IF-003 (incoming agents named)
    2026-03-29T17:00:00Z 3.3.9 sent SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-03-29T17:00:00Z 3.3.9 sent SMRA → EES IF-003 (incoming agents named)
    2026-03-29T17:01:00Z 3.3.9 received SMRA → A-MSS IF-003 (incoming agents named)
    2026-03-29T17:01:00Z 3.3.9 received SMRA → A-SDS IF-003 (incoming agents named)
    2026-03-29T17:01:00Z 3.3.9 received SMRA → ACORN IF-003 (incoming agents named)
    2026-03-29T17:01:00Z 3.3.9 received SMRA → LDSO IF-003 (incoming agents named)
    2026-03-29T17:01:00Z 3.3.9 received SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-03-29T17:01:00Z 3.3.9 received SMRA → EES IF-003 (incoming agents named)
    # 5 WD of Sun 29 March: Mon 30, 31, 1, 2 April, Tue 7 April: Easter lies between.
    2026-03-29T17:01:00Z 3.3.11 queued A-MSS
    # The EFD, 00:00 local. 1 WD: Tue 31 March. The SDS opens at 08:00Z and takes 27 min.
    2026-03-29T23:00:00Z 3.3.17 queued A-SDS
    2026-03-30T08:00:00Z 3.3.11 started A-MSS
    2026-03-30T08:00:00Z 3.3.17 started A-SDS
    2026-03-30T08:25:00Z 3.3.11 finished A-MSS
    2026-03-30T08:25:00Z 3.3.11 sent A-MSS → BIRCH D0150, due 2026-04-07T23:00:00Z met (skeleton)
    2026-03-30T08:25:00Z 3.3.11 sent A-MSS → B-MOA D0150 (skeleton)
    2026-03-30T08:27:00Z 3.3.11 received A-MSS → BIRCH D0150 (skeleton)
    2026-03-30T08:27:00Z 3.3.11 received A-MSS → B-MOA D0150 (skeleton)
    # 2 WD of Mon 30 March: 31 March, 1 April. BIRCH tells of the configuration in 13 min.
    2026-03-30T08:27:00Z 3.3.12 queued BIRCH
    2026-03-30T08:27:00Z 3.3.12 started BIRCH
    2026-03-30T08:27:00Z 3.3.17 finished A-SDS
    2026-03-30T08:27:00Z 3.3.17 sent A-SDS → ACORN IF-041, due 2026-03-31T23:00:00Z met (daily read log)
    2026-03-30T08:27:00Z 3.3.17 sent A-SDS → LDSO IF-041 (daily read log)
    2026-03-30T08:28:00Z 3.3.17 received A-SDS → ACORN IF-041 (daily read log)
    2026-03-30T08:28:00Z 3.3.17 received A-SDS → LDSO IF-041 (daily read log)
    # 5 days of 30 March end on 4 April, a Saturday.
    2026-03-30T08:28:00Z 3.3.18 queued ACORN
    2026-03-30T08:28:00Z 3.3.18 started ACORN
    2026-03-30T08:40:00Z 3.3.12 finished BIRCH
    2026-03-30T08:40:00Z 3.3.12 sent BIRCH → B-MOA D0367, due 2026-04-01T23:00:00Z met
    2026-03-30T08:40:00Z 3.3.18 finished ACORN
    2026-03-30T08:40:00Z 3.3.18 sent ACORN → A-SDS D0010, due 2026-04-04T23:00:00Z met (final, reason 30)
    2026-03-30T08:40:00Z 3.3.18 sent ACORN → BIRCH D0010 (final, reason 30)
    2026-03-30T08:42:00Z 3.3.12 received BIRCH → B-MOA D0367
    # Only with the D0367 the MOA begins.
    2026-03-30T08:42:00Z 3.3.13 queued B-MOA
    2026-03-30T08:42:00Z 3.3.13 started B-MOA
    2026-03-30T08:42:00Z 3.3.18 received ACORN → A-SDS D0010 (final, reason 30)
    2026-03-30T08:42:00Z 3.3.18 received ACORN → BIRCH D0010 (final, reason 30)
    2026-03-30T08:42:00Z 3.3.19 did A-SDS
    2026-03-30T08:42:00Z 3.3.20 queued BIRCH
    2026-03-30T08:42:00Z 3.3.20 started BIRCH
    2026-03-30T08:49:00Z 3.3.20 finished BIRCH
    2026-03-30T08:49:00Z 3.3.20 sent BIRCH → B-NHHDC D0010, due 2026-03-31T23:00:00Z met (initial, reason 30)
    2026-03-30T08:51:00Z 3.3.20 received BIRCH → B-NHHDC D0010 (initial, reason 30)
    2026-03-30T08:51:00Z 3.3.21 queued B-NHHDC
    2026-03-30T08:51:00Z 3.3.21 started B-NHHDC
    2026-03-30T08:58:00Z 3.3.13 finished B-MOA
    2026-03-30T08:58:00Z 3.3.13 sent B-MOA → BIRCH D0149, due 2026-04-01T23:00:00Z met
    2026-03-30T08:58:00Z 3.3.13 sent B-MOA → BIRCH D0150
    2026-03-30T08:58:00Z 3.3.13 sent B-MOA → B-NHHDC D0149
    2026-03-30T08:58:00Z 3.3.13 sent B-MOA → B-NHHDC D0150
    2026-03-30T09:00:00Z 3.3.13 received B-MOA → BIRCH D0149
    2026-03-30T09:00:00Z 3.3.13 received B-MOA → BIRCH D0150
    2026-03-30T09:00:00Z 3.3.13 received B-MOA → B-NHHDC D0149
    2026-03-30T09:00:00Z 3.3.13 received B-MOA → B-NHHDC D0150
    2026-03-30T09:10:00Z 3.3.21 finished B-NHHDC
    2026-03-30T09:10:00Z 3.3.21 sent B-NHHDC → LDSO D0019, due 2026-03-31T23:00:00Z met
    2026-03-30T09:10:00Z 3.3.21 sent B-NHHDC → LDSO D0086
    2026-03-30T09:10:00Z 3.3.21 sent B-NHHDC → BIRCH D0019
    2026-03-30T09:10:00Z 3.3.21 sent B-NHHDC → BIRCH D0086
    2026-03-30T09:12:00Z 3.3.21 received B-NHHDC → LDSO D0019
    2026-03-30T09:12:00Z 3.3.21 received B-NHHDC → LDSO D0086
    2026-03-30T09:12:00Z 3.3.21 received B-NHHDC → BIRCH D0019
    2026-03-30T09:12:00Z 3.3.21 received B-NHHDC → BIRCH D0086
`;
