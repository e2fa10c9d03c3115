import { describe, expect, it } from 'vitest';
import { acts, hands } from './tiny-market.ts';
import { twoSuppliersRun } from './two-suppliers.ts';

// Worked out by hand from the catalogue's cos-legacy and read-exception. BIRCH is not qualified until M14, so a legacy MSID
// that switches to it stays legacy. A day ends at 24:00 local, that is 00:00 of the next; in January local time is UTC.
const BIRCH = { birch: '2026-10-28' } as const;

describe('the life of an NHH point that switches within the legacy arrangements', () => {
  it('smart meter with a switch read, an NHHDC that accepts late', () => {
    const run = twoSuppliersRun({
      ...BIRCH,
      points: { 'NHH smart': 1 },
      from: '2026-01-05',
      to: '2026-02-20',
      on: '2026-01-12',
      change: { capacities: { NHHDC: { appointment: { ...hands(18, 'office'), delay: { fixed: '3 d' } } } } },
    });
    expect(run.life()).toEqual(acts(SMART));
    expect(run.outcome.messages).toBe(37);
    expect(run.broken).toEqual([]);
  });

  it('traditional meter over Easter with no read: one is deemed, and the suppliers agree on one after 15 Working Days', () => {
    const run = twoSuppliersRun({
      ...BIRCH,
      points: { 'NHH traditional': 1 },
      from: '2026-03-23',
      to: '2026-05-08',
      on: '2026-03-27',
      reads: 0,
    });
    expect(run.life()).toEqual(acts(TRADITIONAL));
    expect(run.outcome.messages).toBe(39);
    expect(run.broken).toEqual([]);
  });
});

const SMART = `
    # 10:00 local; the CSS takes 60 s. EFD: 10 days after the request.
    2026-01-12T10:00:00Z switch.1 sent BIRCH → CSS CSS switch request (EFD 2026-01-22)
    2026-01-12T10:01:00Z switch.1 received BIRCH → CSS CSS switch request (EFD 2026-01-22)
    2026-01-12T10:01:00Z switch.2 sent CSS → SMRA CSS registration pending
    2026-01-12T10:01:00Z switch.2 sent CSS → ACORN CSS registration pending
    2026-01-12T10:02:00Z switch.2 received CSS → SMRA CSS registration pending
    2026-01-12T10:02:00Z switch.2 received CSS → ACORN CSS registration pending
    # Routed at midnight; 3 min at the SMRA. 2 WD of the request, Mon 12: 13, 14 January.
    2026-01-13T00:00:00Z cos-legacy.1 queued SMRA
    2026-01-13T00:00:00Z cos-legacy.1 started SMRA
    2026-01-13T00:03:00Z cos-legacy.1 finished SMRA
    2026-01-13T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0217, due 2026-01-15T00:00:00Z met
    2026-01-13T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0260
    2026-01-13T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0217
    2026-01-13T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0260
    # From 09:00, 8 min. 2 WD of Tue 13: 14, 15.
    2026-01-13T00:05:00Z cos-legacy.2 queued BIRCH
    2026-01-13T09:00:00Z cos-legacy.2 started BIRCH
    2026-01-13T09:08:00Z cos-legacy.2 finished BIRCH
    2026-01-13T09:08:00Z cos-legacy.2 sent BIRCH → B-MOA D0155, due 2026-01-16T00:00:00Z met
    2026-01-13T09:08:00Z cos-legacy.2 sent BIRCH → B-NHHDC D0155
    2026-01-13T09:08:00Z cos-legacy.2 sent BIRCH → B-DA D0153
    2026-01-13T09:10:00Z cos-legacy.2 received BIRCH → B-MOA D0155
    2026-01-13T09:10:00Z cos-legacy.2 received BIRCH → B-NHHDC D0155
    2026-01-13T09:10:00Z cos-legacy.2 received BIRCH → B-DA D0153
    # MOA 14 min, NHHDC 18 min, DA 24 min; 2 WD of Tue 13: 14, 15.
    2026-01-13T09:10:00Z cos-legacy.3 queued B-MOA
    2026-01-13T09:10:00Z cos-legacy.3 queued B-NHHDC
    2026-01-13T09:10:00Z cos-legacy.3 queued B-DA
    2026-01-13T09:10:00Z cos-legacy.3 started B-MOA
    2026-01-13T09:10:00Z cos-legacy.3 started B-NHHDC
    2026-01-13T09:10:00Z cos-legacy.3 started B-DA
    2026-01-13T09:24:00Z cos-legacy.3 finished B-MOA
    2026-01-13T09:24:00Z cos-legacy.3 sent B-MOA → BIRCH D0011, due 2026-01-16T00:00:00Z met
    2026-01-13T09:26:00Z cos-legacy.3 received B-MOA → BIRCH D0011
    2026-01-13T09:28:00Z cos-legacy.3 finished B-NHHDC
    2026-01-13T09:34:00Z cos-legacy.3 finished B-DA
    2026-01-13T09:34:00Z cos-legacy.3 sent B-DA → BIRCH D0011, due 2026-01-16T00:00:00Z met
    2026-01-13T09:36:00Z cos-legacy.3 received B-DA → BIRCH D0011
    # The window of 1 WD, Tue 13, is over; D0151 is owed by the EFD.
    2026-01-14T00:00:00Z switch.4 sent CSS → BIRCH CSS registration confirmed
    2026-01-14T00:00:00Z switch.4 sent CSS → ACORN CSS registration confirmed
    2026-01-14T00:01:00Z switch.4 received CSS → BIRCH CSS registration confirmed
    2026-01-14T00:01:00Z switch.4 received CSS → ACORN CSS registration confirmed
    2026-01-14T00:01:00Z cos-legacy.6 queued ACORN
    2026-01-14T09:00:00Z cos-legacy.6 started ACORN
    2026-01-14T09:05:00Z cos-legacy.6 finished ACORN
    2026-01-14T09:05:00Z cos-legacy.6 sent ACORN → A-MOA D0151, due 2026-01-22T00:00:00Z met (reason LC)
    2026-01-14T09:05:00Z cos-legacy.6 sent ACORN → A-NHHDC D0151 (reason LC)
    2026-01-14T09:07:00Z cos-legacy.6 received ACORN → A-MOA D0151 (reason LC)
    2026-01-14T09:07:00Z cos-legacy.6 received ACORN → A-NHHDC D0151 (reason LC)
    # Three days after it was done: the last of the D0011s.
    2026-01-16T09:28:00Z cos-legacy.3 sent B-NHHDC → BIRCH D0011, due 2026-01-16T00:00:00Z missed
    2026-01-16T09:30:00Z cos-legacy.3 received B-NHHDC → BIRCH D0011
    # 9 min. 2 WD of Fri 16: Mon 19, Tue 20.
    2026-01-16T09:30:00Z cos-legacy.4 queued BIRCH
    2026-01-16T09:30:00Z cos-legacy.4 started BIRCH
    2026-01-16T09:39:00Z cos-legacy.4 finished BIRCH
    2026-01-16T09:39:00Z cos-legacy.4 sent BIRCH → SMRA D0205, due 2026-01-21T00:00:00Z met
    2026-01-16T09:39:00Z cos-legacy.5 sent BIRCH → B-MOA D0148, due 2026-01-21T00:00:00Z met
    2026-01-16T09:39:00Z cos-legacy.5 sent BIRCH → B-NHHDC D0148
    2026-01-16T09:41:00Z cos-legacy.4 received BIRCH → SMRA D0205
    2026-01-16T09:41:00Z cos-legacy.5 received BIRCH → B-MOA D0148
    2026-01-16T09:41:00Z cos-legacy.5 received BIRCH → B-NHHDC D0148
    # At once; 1 WD of Fri 16: Mon 19.
    2026-01-16T09:41:00Z cos-legacy.7 sent B-MOA → A-MOA D0170, due 2026-01-20T00:00:00Z met
    2026-01-16T09:41:00Z cos-legacy.7 sent B-NHHDC → A-NHHDC D0170, due 2026-01-20T00:00:00Z met
    2026-01-16T09:43:00Z cos-legacy.7 received B-MOA → A-MOA D0170
    2026-01-16T09:43:00Z cos-legacy.7 received B-NHHDC → A-NHHDC D0170
    # 30 min; 5 WD of Fri 16: 19 to 23.
    2026-01-16T09:43:00Z cos-legacy.8 queued A-MOA
    2026-01-16T09:43:00Z cos-legacy.8 started A-MOA
    2026-01-16T10:13:00Z cos-legacy.8 finished A-MOA
    2026-01-16T10:13:00Z cos-legacy.8 sent A-MOA → B-MOA D0149, due 2026-01-24T00:00:00Z met
    2026-01-16T10:13:00Z cos-legacy.8 sent A-MOA → B-MOA D0150
    2026-01-16T10:15:00Z cos-legacy.8 received A-MOA → B-MOA D0149
    2026-01-16T10:15:00Z cos-legacy.8 received A-MOA → B-MOA D0150
    # 16 min; 2 WD: 19, 20.
    2026-01-16T10:15:00Z cos-legacy.9 queued B-MOA
    2026-01-16T10:15:00Z cos-legacy.9 started B-MOA
    2026-01-16T10:31:00Z cos-legacy.9 finished B-MOA
    2026-01-16T10:31:00Z cos-legacy.9 sent B-MOA → B-NHHDC D0149, due 2026-01-21T00:00:00Z met
    2026-01-16T10:31:00Z cos-legacy.9 sent B-MOA → B-NHHDC D0150
    2026-01-16T10:31:00Z cos-legacy.9 sent B-MOA → BIRCH D0149
    2026-01-16T10:31:00Z cos-legacy.9 sent B-MOA → BIRCH D0150
    2026-01-16T10:33:00Z cos-legacy.9 received B-MOA → B-NHHDC D0149
    2026-01-16T10:33:00Z cos-legacy.9 received B-MOA → B-NHHDC D0150
    2026-01-16T10:33:00Z cos-legacy.9 received B-MOA → BIRCH D0149
    2026-01-16T10:33:00Z cos-legacy.9 received B-MOA → BIRCH D0150
    # Gate closure on the eve.
    2026-01-21T17:00:00Z switch.7 sent CSS → SMRA CSS secured active
    2026-01-21T17:00:00Z switch.7 sent CSS → BIRCH CSS secured active
    2026-01-21T17:00:00Z switch.7 sent CSS → ACORN CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → SMRA CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → BIRCH CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → ACORN CSS secured active
    # The EFD, Thu 22 January. D0311: 1 WD, Fri 23; switch read: 5 WD, 23 and 26 to 29.
    2026-01-22T00:00:00Z cos-legacy.10 queued ACORN
    2026-01-22T00:00:00Z cos-legacy.11 queued BIRCH
    2026-01-22T09:00:00Z cos-legacy.10 started ACORN
    2026-01-22T09:00:00Z cos-legacy.11 started BIRCH
    2026-01-22T09:11:00Z cos-legacy.11 finished BIRCH
    2026-01-22T09:11:00Z cos-legacy.11 sent BIRCH → B-NHHDC D0010, due 2026-01-30T00:00:00Z met (initial)
    2026-01-22T09:12:00Z cos-legacy.10 finished ACORN
    2026-01-22T09:12:00Z cos-legacy.10 sent ACORN → BIRCH D0311, due 2026-01-24T00:00:00Z met
    2026-01-22T09:13:00Z cos-legacy.11 received BIRCH → B-NHHDC D0010 (initial)
    # 19 min; 2 WD of Thu 22: 23, 26.
    2026-01-22T09:13:00Z cos-legacy.12 queued B-NHHDC
    2026-01-22T09:13:00Z cos-legacy.12 started B-NHHDC
    2026-01-22T09:14:00Z cos-legacy.10 received ACORN → BIRCH D0311
    2026-01-22T09:32:00Z cos-legacy.12 finished B-NHHDC
    2026-01-22T09:32:00Z cos-legacy.12 sent B-NHHDC → BIRCH D0086, due 2026-01-27T00:00:00Z met (read validated)
    2026-01-22T09:32:00Z cos-legacy.12 sent B-NHHDC → ACORN D0086 (read validated)
    2026-01-22T09:32:00Z cos-legacy.12 sent B-NHHDC → A-NHHDC D0086 (read validated)
    2026-01-22T09:32:00Z cos-legacy.12 sent B-NHHDC → LDSO D0086 (read validated)
    2026-01-22T09:34:00Z cos-legacy.12 received B-NHHDC → BIRCH D0086 (read validated)
    2026-01-22T09:34:00Z cos-legacy.12 received B-NHHDC → ACORN D0086 (read validated)
    2026-01-22T09:34:00Z cos-legacy.12 received B-NHHDC → A-NHHDC D0086 (read validated)
    2026-01-22T09:34:00Z cos-legacy.12 received B-NHHDC → LDSO D0086 (read validated)
    # 40 min; 1 WD: 23.
    2026-01-22T09:34:00Z cos-legacy.13 queued A-NHHDC
    2026-01-22T09:34:00Z cos-legacy.13 started A-NHHDC
    2026-01-22T10:14:00Z cos-legacy.13 finished A-NHHDC
    2026-01-22T10:14:00Z cos-legacy.13 sent A-NHHDC → ACORN D0019, due 2026-01-24T00:00:00Z met
    2026-01-22T10:14:00Z cos-legacy.13 sent A-NHHDC → LDSO D0019
    2026-01-22T10:16:00Z cos-legacy.13 received A-NHHDC → ACORN D0019
    2026-01-22T10:16:00Z cos-legacy.13 received A-NHHDC → LDSO D0019
`;

const TRADITIONAL = `
    # 10:00 local, which is UTC until Sunday 29 March.
    2026-03-27T10:00:00Z switch.1 sent BIRCH → CSS CSS switch request (EFD 2026-04-06)
    2026-03-27T10:01:00Z switch.1 received BIRCH → CSS CSS switch request (EFD 2026-04-06)
    2026-03-27T10:01:00Z switch.2 sent CSS → SMRA CSS registration pending
    2026-03-27T10:01:00Z switch.2 sent CSS → ACORN CSS registration pending
    2026-03-27T10:02:00Z switch.2 received CSS → SMRA CSS registration pending
    2026-03-27T10:02:00Z switch.2 received CSS → ACORN CSS registration pending
    # 2 WD of Fri 27: Mon 30, Tue 31 March; the 31st ends at 23:00 UTC.
    2026-03-28T00:00:00Z cos-legacy.1 queued SMRA
    2026-03-28T00:00:00Z cos-legacy.1 started SMRA
    2026-03-28T00:03:00Z cos-legacy.1 finished SMRA
    2026-03-28T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0217, due 2026-03-31T23:00:00Z met
    2026-03-28T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0260
    2026-03-28T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0217
    2026-03-28T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0260
    # Received on Saturday: on Monday from 09:00 local. 2 WD: 30, 31.
    2026-03-28T00:05:00Z cos-legacy.2 queued BIRCH
    2026-03-30T08:00:00Z cos-legacy.2 started BIRCH
    2026-03-30T08:08:00Z cos-legacy.2 finished BIRCH
    2026-03-30T08:08:00Z cos-legacy.2 sent BIRCH → B-MOA D0155, due 2026-03-31T23:00:00Z met
    2026-03-30T08:08:00Z cos-legacy.2 sent BIRCH → B-NHHDC D0155
    2026-03-30T08:08:00Z cos-legacy.2 sent BIRCH → B-DA D0153
    2026-03-30T08:10:00Z cos-legacy.2 received BIRCH → B-MOA D0155
    2026-03-30T08:10:00Z cos-legacy.2 received BIRCH → B-NHHDC D0155
    2026-03-30T08:10:00Z cos-legacy.2 received BIRCH → B-DA D0153
    # 2 WD of Mon 30: 31, 1 April.
    2026-03-30T08:10:00Z cos-legacy.3 queued B-MOA
    2026-03-30T08:10:00Z cos-legacy.3 queued B-NHHDC
    2026-03-30T08:10:00Z cos-legacy.3 queued B-DA
    2026-03-30T08:10:00Z cos-legacy.3 started B-MOA
    2026-03-30T08:10:00Z cos-legacy.3 started B-NHHDC
    2026-03-30T08:10:00Z cos-legacy.3 started B-DA
    2026-03-30T08:24:00Z cos-legacy.3 finished B-MOA
    2026-03-30T08:24:00Z cos-legacy.3 sent B-MOA → BIRCH D0011, due 2026-04-01T23:00:00Z met
    2026-03-30T08:26:00Z cos-legacy.3 received B-MOA → BIRCH D0011
    2026-03-30T08:28:00Z cos-legacy.3 finished B-NHHDC
    2026-03-30T08:28:00Z cos-legacy.3 sent B-NHHDC → BIRCH D0011, due 2026-04-01T23:00:00Z met
    2026-03-30T08:30:00Z cos-legacy.3 received B-NHHDC → BIRCH D0011
    2026-03-30T08:34:00Z cos-legacy.3 finished B-DA
    2026-03-30T08:34:00Z cos-legacy.3 sent B-DA → BIRCH D0011, due 2026-04-01T23:00:00Z met
    2026-03-30T08:36:00Z cos-legacy.3 received B-DA → BIRCH D0011
    # 2 WD of Mon 30: 31, 1 April.
    2026-03-30T08:36:00Z cos-legacy.4 queued BIRCH
    2026-03-30T08:36:00Z cos-legacy.4 started BIRCH
    2026-03-30T08:45:00Z cos-legacy.4 finished BIRCH
    2026-03-30T08:45:00Z cos-legacy.4 sent BIRCH → SMRA D0205, due 2026-04-01T23:00:00Z met
    2026-03-30T08:45:00Z cos-legacy.5 sent BIRCH → B-MOA D0148, due 2026-04-01T23:00:00Z met
    2026-03-30T08:45:00Z cos-legacy.5 sent BIRCH → B-NHHDC D0148
    2026-03-30T08:47:00Z cos-legacy.4 received BIRCH → SMRA D0205
    2026-03-30T08:47:00Z cos-legacy.5 received BIRCH → B-MOA D0148
    2026-03-30T08:47:00Z cos-legacy.5 received BIRCH → B-NHHDC D0148
    # 1 WD: 31.
    2026-03-30T08:47:00Z cos-legacy.7 sent B-MOA → A-MOA D0170, due 2026-03-31T23:00:00Z met
    2026-03-30T08:47:00Z cos-legacy.7 sent B-NHHDC → A-NHHDC D0170, due 2026-03-31T23:00:00Z met
    2026-03-30T08:49:00Z cos-legacy.7 received B-MOA → A-MOA D0170
    2026-03-30T08:49:00Z cos-legacy.7 received B-NHHDC → A-NHHDC D0170
    # 5 WD of Mon 30: 31, 1, 2, 7, 8 April, for Friday 3 and Monday 6 are holidays.
    2026-03-30T08:49:00Z cos-legacy.8 queued A-MOA
    2026-03-30T08:49:00Z cos-legacy.8 started A-MOA
    2026-03-30T09:19:00Z cos-legacy.8 finished A-MOA
    2026-03-30T09:19:00Z cos-legacy.8 sent A-MOA → B-MOA D0149, due 2026-04-08T23:00:00Z met
    2026-03-30T09:19:00Z cos-legacy.8 sent A-MOA → B-MOA D0150
    2026-03-30T09:21:00Z cos-legacy.8 received A-MOA → B-MOA D0149
    2026-03-30T09:21:00Z cos-legacy.8 received A-MOA → B-MOA D0150
    # 2 WD: 31, 1 April.
    2026-03-30T09:21:00Z cos-legacy.9 queued B-MOA
    2026-03-30T09:21:00Z cos-legacy.9 started B-MOA
    2026-03-30T09:37:00Z cos-legacy.9 finished B-MOA
    2026-03-30T09:37:00Z cos-legacy.9 sent B-MOA → B-NHHDC D0149, due 2026-04-01T23:00:00Z met
    2026-03-30T09:37:00Z cos-legacy.9 sent B-MOA → B-NHHDC D0150
    2026-03-30T09:37:00Z cos-legacy.9 sent B-MOA → BIRCH D0149
    2026-03-30T09:37:00Z cos-legacy.9 sent B-MOA → BIRCH D0150
    2026-03-30T09:39:00Z cos-legacy.9 received B-MOA → B-NHHDC D0149
    2026-03-30T09:39:00Z cos-legacy.9 received B-MOA → B-NHHDC D0150
    2026-03-30T09:39:00Z cos-legacy.9 received B-MOA → BIRCH D0149
    2026-03-30T09:39:00Z cos-legacy.9 received B-MOA → BIRCH D0150
    # The window of 1 WD, Mon 30, is over at 00:00 local.
    2026-03-30T23:00:00Z switch.4 sent CSS → BIRCH CSS registration confirmed
    2026-03-30T23:00:00Z switch.4 sent CSS → ACORN CSS registration confirmed
    2026-03-30T23:01:00Z switch.4 received CSS → BIRCH CSS registration confirmed
    2026-03-30T23:01:00Z switch.4 received CSS → ACORN CSS registration confirmed
    2026-03-30T23:01:00Z cos-legacy.6 queued ACORN
    2026-03-31T08:00:00Z cos-legacy.6 started ACORN
    2026-03-31T08:05:00Z cos-legacy.6 finished ACORN
    2026-03-31T08:05:00Z cos-legacy.6 sent ACORN → A-MOA D0151, due 2026-04-05T23:00:00Z met (reason LC)
    2026-03-31T08:05:00Z cos-legacy.6 sent ACORN → A-NHHDC D0151 (reason LC)
    2026-03-31T08:07:00Z cos-legacy.6 received ACORN → A-MOA D0151 (reason LC)
    2026-03-31T08:07:00Z cos-legacy.6 received ACORN → A-NHHDC D0151 (reason LC)
    # Gate closure, 17:00 local, on Easter Sunday.
    2026-04-05T16:00:00Z switch.7 sent CSS → SMRA CSS secured active
    2026-04-05T16:00:00Z switch.7 sent CSS → BIRCH CSS secured active
    2026-04-05T16:00:00Z switch.7 sent CSS → ACORN CSS secured active
    2026-04-05T16:01:00Z switch.7 received CSS → SMRA CSS secured active
    2026-04-05T16:01:00Z switch.7 received CSS → BIRCH CSS secured active
    2026-04-05T16:01:00Z switch.7 received CSS → ACORN CSS secured active
    # The EFD, Easter Monday: 1 WD is Tue 7.
    2026-04-05T23:00:00Z cos-legacy.10 queued ACORN
    2026-04-07T08:00:00Z cos-legacy.10 started ACORN
    2026-04-07T08:12:00Z cos-legacy.10 finished ACORN
    2026-04-07T08:12:00Z cos-legacy.10 sent ACORN → BIRCH D0311, due 2026-04-07T23:00:00Z met
    2026-04-07T08:14:00Z cos-legacy.10 received ACORN → BIRCH D0311
    # No read by the 2nd WD, Wed 8: one is deemed. 2 WD of Thu 9: 10, 13.
    2026-04-08T23:00:00Z cos-legacy.12 queued B-NHHDC
    2026-04-09T08:00:00Z cos-legacy.12 started B-NHHDC
    2026-04-09T08:19:00Z cos-legacy.12 finished B-NHHDC
    2026-04-09T08:19:00Z cos-legacy.12 sent B-NHHDC → BIRCH D0086, due 2026-04-13T23:00:00Z met (read deemed)
    2026-04-09T08:19:00Z cos-legacy.12 sent B-NHHDC → ACORN D0086 (read deemed)
    2026-04-09T08:19:00Z cos-legacy.12 sent B-NHHDC → A-NHHDC D0086 (read deemed)
    2026-04-09T08:19:00Z cos-legacy.12 sent B-NHHDC → LDSO D0086 (read deemed)
    2026-04-09T08:21:00Z cos-legacy.12 received B-NHHDC → BIRCH D0086 (read deemed)
    2026-04-09T08:21:00Z cos-legacy.12 received B-NHHDC → ACORN D0086 (read deemed)
    2026-04-09T08:21:00Z cos-legacy.12 received B-NHHDC → A-NHHDC D0086 (read deemed)
    2026-04-09T08:21:00Z cos-legacy.12 received B-NHHDC → LDSO D0086 (read deemed)
    # 1 WD of Thu 9: 10.
    2026-04-09T08:21:00Z cos-legacy.13 queued A-NHHDC
    2026-04-09T08:21:00Z cos-legacy.13 started A-NHHDC
    2026-04-09T09:01:00Z cos-legacy.13 finished A-NHHDC
    2026-04-09T09:01:00Z cos-legacy.13 sent A-NHHDC → ACORN D0019, due 2026-04-10T23:00:00Z met
    2026-04-09T09:01:00Z cos-legacy.13 sent A-NHHDC → LDSO D0019
    2026-04-09T09:03:00Z cos-legacy.13 received A-NHHDC → ACORN D0019
    2026-04-09T09:03:00Z cos-legacy.13 received A-NHHDC → LDSO D0019
    # 15 WD of the EFD: 7 to 10, 13 to 17, 20 to 24, 27 April. 11 min from 09:00 local.
    2026-04-27T23:00:00Z read-exception.1 did BIRCH (no switch read)
    2026-04-27T23:00:00Z read-exception.2 queued BIRCH (no switch read)
    2026-04-28T08:00:00Z read-exception.2 started BIRCH
    2026-04-28T08:11:00Z read-exception.2 finished BIRCH
    2026-04-28T08:11:00Z read-exception.2 sent BIRCH → ACORN D0010 (supplier agreed)
    2026-04-28T08:13:00Z read-exception.2 received BIRCH → ACORN D0010 (supplier agreed)
    2026-04-28T08:13:00Z read-exception.3 sent ACORN → A-NHHDC D0010 (supplier agreed)
    2026-04-28T08:13:00Z read-exception.3 sent BIRCH → B-NHHDC D0010 (supplier agreed)
    2026-04-28T08:15:00Z read-exception.3 received ACORN → A-NHHDC D0010 (supplier agreed)
    2026-04-28T08:15:00Z read-exception.3 received BIRCH → B-NHHDC D0010 (supplier agreed)
`;
