import { describe, expect, it } from 'vitest';
import { actsOf, reverseRun } from './reverse-market.ts';
import { acts } from './tiny-market.ts';

// Worked out by hand from BSCP708 §3.3; for the Working Days see life-reverse.test.ts.
describe('the life of a half-hourly smart or unmetered point that goes back to the legacy arrangements', () => {
  it('HH smart meter: the read of the daily read log goes no further', () => {
    const run = reverseRun({ points: { 'HH smart': 1 } });
    expect(actsOf(run, '3.3.')).toEqual(acts(HH_SMART));
  });

  it('unmetered supply: from the UMSO to a meter administrator', () => {
    const run = reverseRun({ points: { UMS: 1 } });
    expect(actsOf(run, '3.3.')).toEqual(acts(UMS));
  });
});

const HH_SMART = `
    2025-12-24T00:00:00Z 3.3.1 queued SMRA
    2025-12-24T00:00:00Z 3.3.1 started SMRA
    2025-12-24T00:03:00Z 3.3.1 finished SMRA
    2025-12-24T00:03:00Z 3.3.1 sent SMRA → BIRCH D0217, due 2025-12-30T00:00:00Z met
    2025-12-24T00:03:00Z 3.3.1 sent SMRA → BIRCH D0260
    2025-12-24T00:05:00Z 3.3.1 received SMRA → BIRCH D0217
    2025-12-24T00:05:00Z 3.3.1 received SMRA → BIRCH D0260
    2025-12-24T00:05:00Z 3.3.2 queued BIRCH
    2025-12-24T09:00:00Z 3.3.2 started BIRCH
    2025-12-24T09:08:00Z 3.3.2 finished BIRCH
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-HHDC D0155, due 2025-12-31T00:00:00Z met (service and level REVM)
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-MOA D0155 (service and level REVM)
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-DA D0153
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-HHDC D0155 (service and level REVM)
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-MOA D0155 (service and level REVM)
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-DA D0153
    2025-12-24T09:10:00Z 3.3.3 queued B-MOA
    2025-12-24T09:10:00Z 3.3.3 queued B-HHDC
    2025-12-24T09:10:00Z 3.3.3 queued B-DA
    2025-12-24T09:10:00Z 3.3.3 started B-MOA
    2025-12-24T09:10:00Z 3.3.3 started B-HHDC
    2025-12-24T09:10:00Z 3.3.3 started B-DA
    2025-12-24T09:24:00Z 3.3.3 finished B-MOA
    2025-12-24T09:24:00Z 3.3.3 sent B-MOA → BIRCH D0011, due 2025-12-31T00:00:00Z met
    2025-12-24T09:26:00Z 3.3.3 received B-MOA → BIRCH D0011
    2025-12-24T09:31:00Z 3.3.3 finished B-HHDC
    2025-12-24T09:31:00Z 3.3.3 sent B-HHDC → BIRCH D0011, due 2025-12-31T00:00:00Z met
    2025-12-24T09:33:00Z 3.3.3 received B-HHDC → BIRCH D0011
    2025-12-24T09:34:00Z 3.3.3 finished B-DA
    2025-12-24T09:34:00Z 3.3.3 sent B-DA → BIRCH D0011, due 2025-12-31T00:00:00Z met
    2025-12-24T09:36:00Z 3.3.3 received B-DA → BIRCH D0011
    2025-12-24T09:36:00Z 3.3.4 queued BIRCH
    2025-12-24T09:36:00Z 3.3.4 started BIRCH
    2025-12-24T09:45:00Z 3.3.4 finished BIRCH
    2025-12-24T09:45:00Z 3.3.4 sent BIRCH → SMRA D0205, due 2025-12-31T00:00:00Z met (with the incoming agents)
    2025-12-24T09:47:00Z 3.3.4 received BIRCH → SMRA D0205 (with the incoming agents)
    2026-01-01T17:00:00Z 3.3.8 sent CSS → SMRA CSS secured active
    2026-01-01T17:01:00Z 3.3.8 received CSS → SMRA CSS secured active
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
    2026-01-01T18:01:00Z 3.3.11 queued A-MSS
    # 1 WD of Fri 2 Jan: Mon 5 Jan.
    2026-01-02T00:00:00Z 3.3.17 queued A-SDS
    2026-01-02T09:00:00Z 3.3.11 started A-MSS
    2026-01-02T09:00:00Z 3.3.17 started A-SDS
    2026-01-02T09:25:00Z 3.3.11 finished A-MSS
    2026-01-02T09:25:00Z 3.3.11 sent A-MSS → BIRCH D0150, due 2026-01-09T00:00:00Z met (skeleton)
    2026-01-02T09:25:00Z 3.3.11 sent A-MSS → B-MOA D0150 (skeleton)
    2026-01-02T09:27:00Z 3.3.11 received A-MSS → BIRCH D0150 (skeleton)
    2026-01-02T09:27:00Z 3.3.11 received A-MSS → B-MOA D0150 (skeleton)
    # 2 WD of 2 Jan: Mon 5, Tue 6 Jan.
    2026-01-02T09:27:00Z 3.3.12 queued BIRCH
    2026-01-02T09:27:00Z 3.3.12 started BIRCH
    2026-01-02T09:27:00Z 3.3.17 finished A-SDS
    2026-01-02T09:27:00Z 3.3.17 sent A-SDS → ACORN IF-041, due 2026-01-06T00:00:00Z met (daily read log)
    2026-01-02T09:27:00Z 3.3.17 sent A-SDS → LDSO IF-041 (daily read log)
    2026-01-02T09:28:00Z 3.3.17 received A-SDS → ACORN IF-041 (daily read log)
    2026-01-02T09:28:00Z 3.3.17 received A-SDS → LDSO IF-041 (daily read log)
    2026-01-02T09:40:00Z 3.3.12 finished BIRCH
    2026-01-02T09:40:00Z 3.3.12 sent BIRCH → B-MOA D0367, due 2026-01-07T00:00:00Z met
    2026-01-02T09:42:00Z 3.3.12 received BIRCH → B-MOA D0367
    2026-01-02T09:42:00Z 3.3.13 queued B-MOA
    2026-01-02T09:42:00Z 3.3.13 started B-MOA
    2026-01-02T09:58:00Z 3.3.13 finished B-MOA
    2026-01-02T09:58:00Z 3.3.13 sent B-MOA → BIRCH D0149, due 2026-01-07T00:00:00Z met
    2026-01-02T09:58:00Z 3.3.13 sent B-MOA → BIRCH D0150
    2026-01-02T09:58:00Z 3.3.13 sent B-MOA → B-HHDC D0149
    2026-01-02T09:58:00Z 3.3.13 sent B-MOA → B-HHDC D0150
    2026-01-02T10:00:00Z 3.3.13 received B-MOA → BIRCH D0149
    2026-01-02T10:00:00Z 3.3.13 received B-MOA → BIRCH D0150
    2026-01-02T10:00:00Z 3.3.13 received B-MOA → B-HHDC D0149
    2026-01-02T10:00:00Z 3.3.13 received B-MOA → B-HHDC D0150
`;

const UMS = `
    2025-12-24T00:00:00Z 3.3.1 queued SMRA
    2025-12-24T00:00:00Z 3.3.1 started SMRA
    2025-12-24T00:03:00Z 3.3.1 finished SMRA
    2025-12-24T00:03:00Z 3.3.1 sent SMRA → BIRCH D0217, due 2025-12-30T00:00:00Z met
    2025-12-24T00:03:00Z 3.3.1 sent SMRA → BIRCH D0260
    2025-12-24T00:05:00Z 3.3.1 received SMRA → BIRCH D0217
    2025-12-24T00:05:00Z 3.3.1 received SMRA → BIRCH D0260
    2025-12-24T00:05:00Z 3.3.2 queued BIRCH
    2025-12-24T09:00:00Z 3.3.2 started BIRCH
    2025-12-24T09:08:00Z 3.3.2 finished BIRCH
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-HHDC D0155, due 2025-12-31T00:00:00Z met (service and level REVM)
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-MA D0155 (service and level REVM)
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-DA D0153
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-HHDC D0155 (service and level REVM)
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-MA D0155 (service and level REVM)
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-DA D0153
    2025-12-24T09:10:00Z 3.3.3 queued B-MA
    # A meter administrator in place of the MOA: it takes 23 min, the HHDC 21 and the DA 24.
    2025-12-24T09:10:00Z 3.3.3 queued B-HHDC
    2025-12-24T09:10:00Z 3.3.3 queued B-DA
    2025-12-24T09:10:00Z 3.3.3 started B-MA
    2025-12-24T09:10:00Z 3.3.3 started B-HHDC
    2025-12-24T09:10:00Z 3.3.3 started B-DA
    2025-12-24T09:31:00Z 3.3.3 finished B-HHDC
    2025-12-24T09:31:00Z 3.3.3 sent B-HHDC → BIRCH D0011, due 2025-12-31T00:00:00Z met
    2025-12-24T09:33:00Z 3.3.3 received B-HHDC → BIRCH D0011
    2025-12-24T09:33:00Z 3.3.3 finished B-MA
    2025-12-24T09:33:00Z 3.3.3 sent B-MA → BIRCH D0011, due 2025-12-31T00:00:00Z met
    2025-12-24T09:34:00Z 3.3.3 finished B-DA
    2025-12-24T09:34:00Z 3.3.3 sent B-DA → BIRCH D0011, due 2025-12-31T00:00:00Z met
    2025-12-24T09:35:00Z 3.3.3 received B-MA → BIRCH D0011
    2025-12-24T09:36:00Z 3.3.3 received B-DA → BIRCH D0011
    2025-12-24T09:36:00Z 3.3.4 queued BIRCH
    2025-12-24T09:36:00Z 3.3.4 started BIRCH
    2025-12-24T09:45:00Z 3.3.4 finished BIRCH
    2025-12-24T09:45:00Z 3.3.4 sent BIRCH → SMRA D0205, due 2025-12-31T00:00:00Z met (with the incoming agents)
    2025-12-24T09:47:00Z 3.3.4 received BIRCH → SMRA D0205 (with the incoming agents)
    2026-01-01T17:00:00Z 3.3.8 sent CSS → SMRA CSS secured active
    2026-01-01T17:01:00Z 3.3.8 received CSS → SMRA CSS secured active
    # The UMSO is the outgoing metering service: six receivers here too.
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → UMSO IF-003, due 2026-01-01T18:00:00Z met (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → A-UMSDS IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → ACORN IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → LDSO IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → EES IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → UMSO IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → A-UMSDS IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → ACORN IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → LDSO IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → EES IF-003 (incoming agents named)
    # 2 WD of 1 Jan: Fri 2, Mon 5 Jan. 28 min.
    2026-01-01T18:01:00Z 3.3.10 queued UMSO
    2026-01-02T09:00:00Z 3.3.10 started UMSO
    2026-01-02T09:28:00Z 3.3.10 finished UMSO
    2026-01-02T09:28:00Z 3.3.10 sent UMSO → B-MA D0388, due 2026-01-06T00:00:00Z met
    2026-01-02T09:30:00Z 3.3.10 received UMSO → B-MA D0388
`;
