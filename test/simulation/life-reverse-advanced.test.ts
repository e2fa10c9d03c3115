import { describe, expect, it } from 'vitest';
import { actsOf, reverseRun } from './reverse-market.ts';
import { acts } from './tiny-market.ts';

// Worked out by hand from BSCP708 §3.3; for the Working Days see life-reverse.test.ts.
describe('the life of an advanced meter that goes back to the legacy arrangements', () => {
  const commissioning = { steps: { '3.3.11': { also: 1 } } };

  it('NHH advanced meter: read from afar, and a switch read that the old supplier makes itself', () => {
    const run = reverseRun({ points: { 'NHH advanced': 1 }, change: commissioning });
    expect(actsOf(run, '3.3.')).toEqual(acts(NHH_ADVANCED));
  });

  it('HH advanced meter: MTDs with what was commissioned, and no read at all', () => {
    const run = reverseRun({ points: { 'HH advanced': 1 }, change: commissioning });
    expect(actsOf(run, '3.3.')).toEqual(acts(HH_ADVANCED));
  });
});

const NHH_ADVANCED = `
    # As for a traditional meter up to the EFD.
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
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-NHHDC D0155, due 2025-12-31T00:00:00Z met (service and level REVM)
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-MOA D0155 (service and level REVM)
    2025-12-24T09:08:00Z 3.3.2 sent BIRCH → B-DA D0153
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-NHHDC D0155 (service and level REVM)
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-MOA D0155 (service and level REVM)
    2025-12-24T09:10:00Z 3.3.2 received BIRCH → B-DA D0153
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
    2025-12-24T09:36:00Z 3.3.4 queued BIRCH
    2025-12-24T09:36:00Z 3.3.4 started BIRCH
    2025-12-24T09:45:00Z 3.3.4 finished BIRCH
    2025-12-24T09:45:00Z 3.3.4 sent BIRCH → SMRA D0205, due 2025-12-31T00:00:00Z met (with the incoming agents)
    2025-12-24T09:45:00Z 3.3.4 sent BIRCH → B-NHHDC D0052
    2025-12-24T09:47:00Z 3.3.4 received BIRCH → SMRA D0205 (with the incoming agents)
    2025-12-24T09:47:00Z 3.3.4 received BIRCH → B-NHHDC D0052
    2026-01-01T17:00:00Z 3.3.8 sent CSS → SMRA CSS secured active
    2026-01-01T17:01:00Z 3.3.8 received CSS → SMRA CSS secured active
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → A-MSA IF-003, due 2026-01-01T18:00:00Z met (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → A-ADS IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → ACORN IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → LDSO IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → EES IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → A-MSA IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → A-ADS IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → ACORN IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → LDSO IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → EES IF-003 (incoming agents named)
    # 5 WD of 1 Jan: Fri 2, Mon 5, 6, 7, Thu 8 Jan.
    2026-01-01T18:01:00Z 3.3.11 queued A-MSA
    # 5 WD of Fri 2 Jan: Mon 5 to Fri 9 Jan.
    2026-01-02T00:00:00Z 3.3.15 queued B-NHHDC
    2026-01-02T09:00:00Z 3.3.11 started A-MSA
    2026-01-02T09:00:00Z 3.3.15 started B-NHHDC
    2026-01-02T09:19:00Z 3.3.15 finished B-NHHDC
    2026-01-02T09:19:00Z 3.3.15 sent B-NHHDC → LDSO D0010, due 2026-01-10T00:00:00Z met
    2026-01-02T09:19:00Z 3.3.15 sent B-NHHDC → BIRCH D0010
    2026-01-02T09:19:00Z 3.3.15 sent B-NHHDC → BIRCH D0019
    2026-01-02T09:21:00Z 3.3.15 received B-NHHDC → LDSO D0010
    2026-01-02T09:21:00Z 3.3.15 received B-NHHDC → BIRCH D0010
    2026-01-02T09:21:00Z 3.3.15 received B-NHHDC → BIRCH D0019
    2026-01-02T09:25:00Z 3.3.11 finished A-MSA
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → BIRCH D0268, due 2026-01-09T00:00:00Z met
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → B-MOA D0268
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → BIRCH D0383
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → BIRCH D0384
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → B-MOA D0383
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → B-MOA D0384
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → BIRCH D0268
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → B-MOA D0268
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → BIRCH D0383
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → BIRCH D0384
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → B-MOA D0383
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → B-MOA D0384
    # 2 WD of 2 Jan: Mon 5, Tue 6 Jan.
    2026-01-02T09:27:00Z 3.3.13 queued B-MOA
    2026-01-02T09:27:00Z 3.3.13 started B-MOA
    2026-01-02T09:43:00Z 3.3.13 finished B-MOA
    2026-01-02T09:43:00Z 3.3.13 sent B-MOA → BIRCH D0268, due 2026-01-07T00:00:00Z met
    2026-01-02T09:43:00Z 3.3.13 sent B-MOA → B-NHHDC D0268
    2026-01-02T09:45:00Z 3.3.13 received B-MOA → BIRCH D0268
    2026-01-02T09:45:00Z 3.3.13 received B-MOA → B-NHHDC D0268
    # No read goes to the old supplier: as the 4th day after the EFD begins it makes one, by the end of the 5th.
    2026-01-06T00:00:00Z 3.3.18 queued ACORN
    2026-01-06T09:00:00Z 3.3.18 started ACORN
    2026-01-06T09:12:00Z 3.3.18 finished ACORN
    2026-01-06T09:12:00Z 3.3.18 sent ACORN → A-ADS D0010, due 2026-01-08T00:00:00Z met (final, reason 30, made by the old supplier)
    2026-01-06T09:12:00Z 3.3.18 sent ACORN → BIRCH D0010 (final, reason 30, made by the old supplier)
    2026-01-06T09:14:00Z 3.3.18 received ACORN → A-ADS D0010 (final, reason 30, made by the old supplier)
    2026-01-06T09:14:00Z 3.3.18 received ACORN → BIRCH D0010 (final, reason 30, made by the old supplier)
    2026-01-06T09:14:00Z 3.3.19 did A-ADS
    # 1 WD of Tue 6 Jan.
    2026-01-06T09:14:00Z 3.3.20 queued BIRCH
    2026-01-06T09:14:00Z 3.3.20 started BIRCH
    2026-01-06T09:21:00Z 3.3.20 finished BIRCH
    2026-01-06T09:21:00Z 3.3.20 sent BIRCH → B-NHHDC D0010, due 2026-01-08T00:00:00Z met (initial, reason 30)
    2026-01-06T09:23:00Z 3.3.20 received BIRCH → B-NHHDC D0010 (initial, reason 30)
    2026-01-06T09:23:00Z 3.3.21 queued B-NHHDC
    2026-01-06T09:23:00Z 3.3.21 started B-NHHDC
    2026-01-06T09:42:00Z 3.3.21 finished B-NHHDC
    2026-01-06T09:42:00Z 3.3.21 sent B-NHHDC → LDSO D0019, due 2026-01-08T00:00:00Z met
    2026-01-06T09:42:00Z 3.3.21 sent B-NHHDC → LDSO D0086
    2026-01-06T09:42:00Z 3.3.21 sent B-NHHDC → BIRCH D0019
    2026-01-06T09:42:00Z 3.3.21 sent B-NHHDC → BIRCH D0086
    2026-01-06T09:44:00Z 3.3.21 received B-NHHDC → LDSO D0019
    2026-01-06T09:44:00Z 3.3.21 received B-NHHDC → LDSO D0086
    2026-01-06T09:44:00Z 3.3.21 received B-NHHDC → BIRCH D0019
    2026-01-06T09:44:00Z 3.3.21 received B-NHHDC → BIRCH D0086
`;

const HH_ADVANCED = `
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
    # The HHDC takes 21 min, the DA 24. No D0052: the point is not NHH.
    2025-12-24T09:36:00Z 3.3.4 queued BIRCH
    2025-12-24T09:36:00Z 3.3.4 started BIRCH
    2025-12-24T09:45:00Z 3.3.4 finished BIRCH
    2025-12-24T09:45:00Z 3.3.4 sent BIRCH → SMRA D0205, due 2025-12-31T00:00:00Z met (with the incoming agents)
    2025-12-24T09:47:00Z 3.3.4 received BIRCH → SMRA D0205 (with the incoming agents)
    2026-01-01T17:00:00Z 3.3.8 sent CSS → SMRA CSS secured active
    2026-01-01T17:01:00Z 3.3.8 received CSS → SMRA CSS secured active
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → A-MSA IF-003, due 2026-01-01T18:00:00Z met (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → A-ADS IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → ACORN IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → LDSO IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-01-01T18:00:00Z 3.3.9 sent SMRA → EES IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → A-MSA IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → A-ADS IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → ACORN IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → LDSO IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → BSC Central Services IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.9 received SMRA → EES IF-003 (incoming agents named)
    2026-01-01T18:01:00Z 3.3.11 queued A-MSA
    # No read: the HHDC collects from the EFD on.
    2026-01-02T00:00:00Z 3.3.16 did B-HHDC
    2026-01-02T09:00:00Z 3.3.11 started A-MSA
    2026-01-02T09:25:00Z 3.3.11 finished A-MSA
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → BIRCH D0268, due 2026-01-09T00:00:00Z met
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → B-MOA D0268
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → BIRCH D0383
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → BIRCH D0384
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → B-MOA D0383
    2026-01-02T09:25:00Z 3.3.11 sent A-MSA → B-MOA D0384
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → BIRCH D0268
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → B-MOA D0268
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → BIRCH D0383
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → BIRCH D0384
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → B-MOA D0383
    2026-01-02T09:27:00Z 3.3.11 received A-MSA → B-MOA D0384
    2026-01-02T09:27:00Z 3.3.13 queued B-MOA
    2026-01-02T09:27:00Z 3.3.13 started B-MOA
    2026-01-02T09:43:00Z 3.3.13 finished B-MOA
    2026-01-02T09:43:00Z 3.3.13 sent B-MOA → BIRCH D0268, due 2026-01-07T00:00:00Z met
    2026-01-02T09:43:00Z 3.3.13 sent B-MOA → B-HHDC D0268
    2026-01-02T09:45:00Z 3.3.13 received B-MOA → BIRCH D0268
    2026-01-02T09:45:00Z 3.3.13 received B-MOA → B-HHDC D0268
`;
