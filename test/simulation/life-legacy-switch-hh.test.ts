import { describe, expect, it } from 'vitest';
import { acts } from './tiny-market.ts';
import { twoSuppliersRun } from './two-suppliers.ts';

// Worked out by hand from the catalogue's cos-legacy. BIRCH is not qualified until M14. January: local time is UTC.
const JANUARY = { from: '2026-01-05', to: '2026-02-20', birch: '2026-10-28' } as const;

describe('the life of a point without NHH reads that switches within the legacy arrangements', () => {
  it('HH advanced meter, EFD on a Saturday', () => {
    const run = twoSuppliersRun({ ...JANUARY, points: { 'HH advanced': 1 }, on: '2026-01-14' });
    expect(run.life()).toEqual(acts(ADVANCED));
    expect(run.outcome.messages).toBe(28);
    expect(run.broken).toEqual([]);
  });

  it('unmetered supply', () => {
    const run = twoSuppliersRun({ ...JANUARY, points: { UMS: 1 }, on: '2026-01-12' });
    expect(run.life()).toEqual(acts(UNMETERED));
    expect(run.outcome.messages).toBe(23);
    expect(run.broken).toEqual([]);
  });
});

const ADVANCED = `
    # EFD: Saturday 24 January.
    2026-01-14T10:00:00Z switch.1 sent BIRCH → CSS CSS switch request (EFD 2026-01-24)
    2026-01-14T10:01:00Z switch.1 received BIRCH → CSS CSS switch request (EFD 2026-01-24)
    2026-01-14T10:01:00Z switch.2 sent CSS → SMRA CSS registration pending
    2026-01-14T10:01:00Z switch.2 sent CSS → ACORN CSS registration pending
    2026-01-14T10:02:00Z switch.2 received CSS → SMRA CSS registration pending
    2026-01-14T10:02:00Z switch.2 received CSS → ACORN CSS registration pending
    # 2 WD of Wed 14: 15, 16.
    2026-01-15T00:00:00Z cos-legacy.1 queued SMRA
    2026-01-15T00:00:00Z cos-legacy.1 started SMRA
    2026-01-15T00:03:00Z cos-legacy.1 finished SMRA
    2026-01-15T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0217, due 2026-01-17T00:00:00Z met
    2026-01-15T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0260
    2026-01-15T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0217
    2026-01-15T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0260
    # 2 WD of Thu 15: 16, 19.
    2026-01-15T00:05:00Z cos-legacy.2 queued BIRCH
    2026-01-15T09:00:00Z cos-legacy.2 started BIRCH
    2026-01-15T09:08:00Z cos-legacy.2 finished BIRCH
    2026-01-15T09:08:00Z cos-legacy.2 sent BIRCH → B-MOA D0155, due 2026-01-20T00:00:00Z met
    2026-01-15T09:08:00Z cos-legacy.2 sent BIRCH → B-HHDC D0155
    2026-01-15T09:08:00Z cos-legacy.2 sent BIRCH → B-DA D0153
    2026-01-15T09:10:00Z cos-legacy.2 received BIRCH → B-MOA D0155
    2026-01-15T09:10:00Z cos-legacy.2 received BIRCH → B-HHDC D0155
    2026-01-15T09:10:00Z cos-legacy.2 received BIRCH → B-DA D0153
    # MOA 14 min, HHDC 21 min, DA 24 min; 2 WD of Thu 15: 16, 19.
    2026-01-15T09:10:00Z cos-legacy.3 queued B-MOA
    2026-01-15T09:10:00Z cos-legacy.3 queued B-HHDC
    2026-01-15T09:10:00Z cos-legacy.3 queued B-DA
    2026-01-15T09:10:00Z cos-legacy.3 started B-MOA
    2026-01-15T09:10:00Z cos-legacy.3 started B-HHDC
    2026-01-15T09:10:00Z cos-legacy.3 started B-DA
    2026-01-15T09:24:00Z cos-legacy.3 finished B-MOA
    2026-01-15T09:24:00Z cos-legacy.3 sent B-MOA → BIRCH D0011, due 2026-01-20T00:00:00Z met
    2026-01-15T09:26:00Z cos-legacy.3 received B-MOA → BIRCH D0011
    2026-01-15T09:31:00Z cos-legacy.3 finished B-HHDC
    2026-01-15T09:31:00Z cos-legacy.3 sent B-HHDC → BIRCH D0011, due 2026-01-20T00:00:00Z met
    2026-01-15T09:33:00Z cos-legacy.3 received B-HHDC → BIRCH D0011
    2026-01-15T09:34:00Z cos-legacy.3 finished B-DA
    2026-01-15T09:34:00Z cos-legacy.3 sent B-DA → BIRCH D0011, due 2026-01-20T00:00:00Z met
    2026-01-15T09:36:00Z cos-legacy.3 received B-DA → BIRCH D0011
    # The same, of the last D0011.
    2026-01-15T09:36:00Z cos-legacy.4 queued BIRCH
    2026-01-15T09:36:00Z cos-legacy.4 started BIRCH
    2026-01-15T09:45:00Z cos-legacy.4 finished BIRCH
    2026-01-15T09:45:00Z cos-legacy.4 sent BIRCH → SMRA D0205, due 2026-01-20T00:00:00Z met
    2026-01-15T09:45:00Z cos-legacy.5 sent BIRCH → B-MOA D0148, due 2026-01-20T00:00:00Z met
    2026-01-15T09:45:00Z cos-legacy.5 sent BIRCH → B-HHDC D0148
    2026-01-15T09:47:00Z cos-legacy.4 received BIRCH → SMRA D0205
    2026-01-15T09:47:00Z cos-legacy.5 received BIRCH → B-MOA D0148
    2026-01-15T09:47:00Z cos-legacy.5 received BIRCH → B-HHDC D0148
    # 1 WD: 16.
    2026-01-15T09:47:00Z cos-legacy.7 sent B-MOA → A-MOA D0170, due 2026-01-17T00:00:00Z met
    2026-01-15T09:47:00Z cos-legacy.7 sent B-HHDC → A-HHDC D0170, due 2026-01-17T00:00:00Z met
    2026-01-15T09:49:00Z cos-legacy.7 received B-MOA → A-MOA D0170
    2026-01-15T09:49:00Z cos-legacy.7 received B-HHDC → A-HHDC D0170
    # 5 WD of Thu 15: 16, 19 to 22.
    2026-01-15T09:49:00Z cos-legacy.8 queued A-MOA
    2026-01-15T09:49:00Z cos-legacy.8 started A-MOA
    2026-01-15T10:19:00Z cos-legacy.8 finished A-MOA
    2026-01-15T10:19:00Z cos-legacy.8 sent A-MOA → B-MOA D0268, due 2026-01-23T00:00:00Z met
    2026-01-15T10:21:00Z cos-legacy.8 received A-MOA → B-MOA D0268
    # 2 WD: 16, 19.
    2026-01-15T10:21:00Z cos-legacy.9 queued B-MOA
    2026-01-15T10:21:00Z cos-legacy.9 started B-MOA
    2026-01-15T10:37:00Z cos-legacy.9 finished B-MOA
    2026-01-15T10:37:00Z cos-legacy.9 sent B-MOA → B-HHDC D0268, due 2026-01-20T00:00:00Z met
    2026-01-15T10:37:00Z cos-legacy.9 sent B-MOA → BIRCH D0268
    2026-01-15T10:39:00Z cos-legacy.9 received B-MOA → B-HHDC D0268
    2026-01-15T10:39:00Z cos-legacy.9 received B-MOA → BIRCH D0268
    # The window for Advanced is 1 WD here, Thu 15.
    2026-01-16T00:00:00Z switch.4 sent CSS → BIRCH CSS registration confirmed
    2026-01-16T00:00:00Z switch.4 sent CSS → ACORN CSS registration confirmed
    2026-01-16T00:01:00Z switch.4 received CSS → BIRCH CSS registration confirmed
    2026-01-16T00:01:00Z switch.4 received CSS → ACORN CSS registration confirmed
    2026-01-16T00:01:00Z cos-legacy.6 queued ACORN
    2026-01-16T09:00:00Z cos-legacy.6 started ACORN
    2026-01-16T09:05:00Z cos-legacy.6 finished ACORN
    2026-01-16T09:05:00Z cos-legacy.6 sent ACORN → A-MOA D0151, due 2026-01-24T00:00:00Z met (reason LC)
    2026-01-16T09:05:00Z cos-legacy.6 sent ACORN → A-HHDC D0151 (reason LC)
    2026-01-16T09:07:00Z cos-legacy.6 received ACORN → A-MOA D0151 (reason LC)
    2026-01-16T09:07:00Z cos-legacy.6 received ACORN → A-HHDC D0151 (reason LC)
    2026-01-23T17:00:00Z switch.7 sent CSS → SMRA CSS secured active
    2026-01-23T17:00:00Z switch.7 sent CSS → BIRCH CSS secured active
    2026-01-23T17:00:00Z switch.7 sent CSS → ACORN CSS secured active
    2026-01-23T17:01:00Z switch.7 received CSS → SMRA CSS secured active
    2026-01-23T17:01:00Z switch.7 received CSS → BIRCH CSS secured active
    2026-01-23T17:01:00Z switch.7 received CSS → ACORN CSS secured active
    # 50 min on Monday; 5 WD of Sat 24: 26 to 30.
    2026-01-24T00:00:00Z cos-legacy.14 queued A-HHDC
    2026-01-26T09:00:00Z cos-legacy.14 started A-HHDC
    2026-01-26T09:50:00Z cos-legacy.14 finished A-HHDC
    2026-01-26T09:50:00Z cos-legacy.14 sent A-HHDC → ACORN D0036, due 2026-01-31T00:00:00Z met
    2026-01-26T09:50:00Z cos-legacy.14 sent A-HHDC → LDSO D0036
    2026-01-26T09:52:00Z cos-legacy.14 received A-HHDC → ACORN D0036
    2026-01-26T09:52:00Z cos-legacy.14 received A-HHDC → LDSO D0036
`;

const UNMETERED = `
    # EFD: Thursday 22 January.
    2026-01-12T10:00:00Z switch.1 sent BIRCH → CSS CSS switch request (EFD 2026-01-22)
    2026-01-12T10:01:00Z switch.1 received BIRCH → CSS CSS switch request (EFD 2026-01-22)
    2026-01-12T10:01:00Z switch.2 sent CSS → SMRA CSS registration pending
    2026-01-12T10:01:00Z switch.2 sent CSS → ACORN CSS registration pending
    2026-01-12T10:02:00Z switch.2 received CSS → SMRA CSS registration pending
    2026-01-12T10:02:00Z switch.2 received CSS → ACORN CSS registration pending
    # 2 WD of Mon 12: 13, 14.
    2026-01-13T00:00:00Z cos-legacy.1 queued SMRA
    2026-01-13T00:00:00Z cos-legacy.1 started SMRA
    2026-01-13T00:03:00Z cos-legacy.1 finished SMRA
    2026-01-13T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0217, due 2026-01-15T00:00:00Z met
    2026-01-13T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0260
    2026-01-13T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0217
    2026-01-13T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0260
    # 2 WD of Tue 13: 14, 15. No MOA, but the meter administrator.
    2026-01-13T00:05:00Z cos-legacy.2 queued BIRCH
    2026-01-13T09:00:00Z cos-legacy.2 started BIRCH
    2026-01-13T09:08:00Z cos-legacy.2 finished BIRCH
    2026-01-13T09:08:00Z cos-legacy.2 sent BIRCH → B-HHDC D0155
    2026-01-13T09:08:00Z cos-legacy.2 sent BIRCH → B-MA D0155, due 2026-01-16T00:00:00Z met
    2026-01-13T09:08:00Z cos-legacy.2 sent BIRCH → B-DA D0153
    2026-01-13T09:10:00Z cos-legacy.2 received BIRCH → B-HHDC D0155
    2026-01-13T09:10:00Z cos-legacy.2 received BIRCH → B-MA D0155
    2026-01-13T09:10:00Z cos-legacy.2 received BIRCH → B-DA D0153
    # MA 23 min, HHDC 21 min, DA 24 min; 2 WD: 14, 15.
    2026-01-13T09:10:00Z cos-legacy.3 queued B-MA
    2026-01-13T09:10:00Z cos-legacy.3 queued B-HHDC
    2026-01-13T09:10:00Z cos-legacy.3 queued B-DA
    2026-01-13T09:10:00Z cos-legacy.3 started B-MA
    2026-01-13T09:10:00Z cos-legacy.3 started B-HHDC
    2026-01-13T09:10:00Z cos-legacy.3 started B-DA
    2026-01-13T09:31:00Z cos-legacy.3 finished B-HHDC
    2026-01-13T09:31:00Z cos-legacy.3 sent B-HHDC → BIRCH D0011, due 2026-01-16T00:00:00Z met
    2026-01-13T09:33:00Z cos-legacy.3 received B-HHDC → BIRCH D0011
    2026-01-13T09:33:00Z cos-legacy.3 finished B-MA
    2026-01-13T09:33:00Z cos-legacy.3 sent B-MA → BIRCH D0011, due 2026-01-16T00:00:00Z met
    2026-01-13T09:34:00Z cos-legacy.3 finished B-DA
    2026-01-13T09:34:00Z cos-legacy.3 sent B-DA → BIRCH D0011, due 2026-01-16T00:00:00Z met
    2026-01-13T09:35:00Z cos-legacy.3 received B-MA → BIRCH D0011
    2026-01-13T09:36:00Z cos-legacy.3 received B-DA → BIRCH D0011
    2026-01-13T09:36:00Z cos-legacy.4 queued BIRCH
    2026-01-13T09:36:00Z cos-legacy.4 started BIRCH
    2026-01-13T09:45:00Z cos-legacy.4 finished BIRCH
    2026-01-13T09:45:00Z cos-legacy.4 sent BIRCH → SMRA D0205, due 2026-01-16T00:00:00Z met
    2026-01-13T09:45:00Z cos-legacy.5 sent BIRCH → B-HHDC D0148, due 2026-01-16T00:00:00Z met
    2026-01-13T09:47:00Z cos-legacy.4 received BIRCH → SMRA D0205
    2026-01-13T09:47:00Z cos-legacy.5 received BIRCH → B-HHDC D0148
    # Only the data collector asks; 1 WD: 14.
    2026-01-13T09:47:00Z cos-legacy.7 sent B-HHDC → A-HHDC D0170, due 2026-01-15T00:00:00Z met
    2026-01-13T09:49:00Z cos-legacy.7 received B-HHDC → A-HHDC D0170
    # The window, Tue 13, is over.
    2026-01-14T00:00:00Z switch.4 sent CSS → BIRCH CSS registration confirmed
    2026-01-14T00:00:00Z switch.4 sent CSS → ACORN CSS registration confirmed
    2026-01-14T00:01:00Z switch.4 received CSS → BIRCH CSS registration confirmed
    2026-01-14T00:01:00Z switch.4 received CSS → ACORN CSS registration confirmed
    2026-01-14T00:01:00Z cos-legacy.6 queued ACORN
    2026-01-14T09:00:00Z cos-legacy.6 started ACORN
    2026-01-14T09:05:00Z cos-legacy.6 finished ACORN
    2026-01-14T09:05:00Z cos-legacy.6 sent ACORN → A-HHDC D0151, due 2026-01-22T00:00:00Z met (reason LC)
    2026-01-14T09:05:00Z cos-legacy.6 sent ACORN → A-MA D0151 (reason LC)
    2026-01-14T09:07:00Z cos-legacy.6 received ACORN → A-HHDC D0151 (reason LC)
    2026-01-14T09:07:00Z cos-legacy.6 received ACORN → A-MA D0151 (reason LC)
    2026-01-21T17:00:00Z switch.7 sent CSS → SMRA CSS secured active
    2026-01-21T17:00:00Z switch.7 sent CSS → BIRCH CSS secured active
    2026-01-21T17:00:00Z switch.7 sent CSS → ACORN CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → SMRA CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → BIRCH CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → ACORN CSS secured active
    # 50 min; 5 WD of Thu 22: 23, 26 to 29.
    2026-01-22T00:00:00Z cos-legacy.14 queued A-HHDC
    2026-01-22T09:00:00Z cos-legacy.14 started A-HHDC
    2026-01-22T09:50:00Z cos-legacy.14 finished A-HHDC
    2026-01-22T09:50:00Z cos-legacy.14 sent A-HHDC → ACORN D0036, due 2026-01-30T00:00:00Z met
    2026-01-22T09:50:00Z cos-legacy.14 sent A-HHDC → LDSO D0036
    2026-01-22T09:52:00Z cos-legacy.14 received A-HHDC → ACORN D0036
    2026-01-22T09:52:00Z cos-legacy.14 received A-HHDC → LDSO D0036
`;
