import { describe, expect, it } from 'vitest';
import { acts } from './tiny-market.ts';
import { type SwitchKnobs, twoSuppliersRun } from './two-suppliers.ts';

// Worked out by hand from BSCP708 §3.2. January 2026 has Working Days from Monday to Friday; the switch is asked for on
// Monday 12 January and takes effect on Thursday 22 January.
const JANUARY = { from: '2026-01-05', to: '2026-02-13', on: '2026-01-12' } as const;

describe.each(['folded', 'ordered'] as const)('a legacy point that migrates with its switch, %s core', core => {
  const run = (knobs: Pick<SwitchKnobs, 'points' | 'reads'>) =>
    twoSuppliersRun({ ...JANUARY, ...knobs }, { core, trace: 1 });

  it('HH advanced', () => {
    const advanced = run({ points: { 'HH advanced': 1 } });
    expect(advanced.life()).toEqual(acts(HH_ADVANCED));
    expect(advanced.outcome.messages).toBe(47);
    expect(advanced.broken).toEqual([]);
  });

  it('NHH traditional, without a read: from the D0170s on', () => {
    const traditional = run({ points: { 'NHH traditional': 1 }, reads: 0 });
    expect(traditional.life().filter(act => act >= '2026-01-14T22')).toEqual(acts(TRADITIONAL));
    expect(traditional.outcome.messages).toBe(54);
    expect(traditional.broken).toEqual([]);
  });

  it('NHH advanced, which the outgoing collector reads itself', () => {
    const advanced = run({ points: { 'NHH advanced': 1 } });
    expect(advanced.life().filter(act => act.includes(' 3.2.10 '))).toEqual(acts(NHH_ADVANCED));
    expect(advanced.outcome.messages).toBe(48);
    expect(advanced.broken).toEqual([]);
  });
});

const HH_ADVANCED = `
    # Monday 12 January 2026, 10:00 local, which is UTC in winter; the CSS link and the DIP take 60 s, the DTN 120 s.
    2026-01-12T10:00:00Z switch.1 sent BIRCH → CSS CSS switch request (EFD 2026-01-22)
    2026-01-12T10:01:00Z switch.1 received BIRCH → CSS CSS switch request (EFD 2026-01-22)
    2026-01-12T10:01:00Z switch.2 sent CSS → SMRA CSS registration pending
    2026-01-12T10:01:00Z switch.2 sent CSS → ACORN CSS registration pending
    2026-01-12T10:02:00Z switch.2 received CSS → SMRA CSS registration pending
    2026-01-12T10:02:00Z switch.2 received CSS → ACORN CSS registration pending
    # The SMRA routes the switch overnight. 2 WD of Monday 12 January: 13, 14 January, so due as the 15th begins.
    2026-01-13T00:00:00Z 3.2.1 queued SMRA
    2026-01-13T00:00:00Z 3.2.1 started SMRA
    2026-01-13T00:03:00Z 3.2.1 finished SMRA
    2026-01-13T00:03:00Z 3.2.1 sent SMRA → BIRCH IF-002, due 2026-01-15T00:00:00Z met
    2026-01-13T00:04:00Z 3.2.1 received SMRA → BIRCH IF-002
    # The batch at 22:00. 1 WD of the IF-002 on Tuesday 13: Wednesday 14 January.
    2026-01-13T22:00:00Z 3.2.1b sent SMRA → BIRCH D0217, due 2026-01-15T00:00:00Z met
    2026-01-13T22:00:00Z 3.2.1b sent SMRA → BIRCH D0260
    2026-01-13T22:02:00Z 3.2.1b received SMRA → BIRCH D0217
    2026-01-13T22:02:00Z 3.2.1b received SMRA → BIRCH D0260
    # Both here on Tuesday 13; 2 WD: 14, 15 January. The window for objections (1 WD of Monday) ends with the 13th.
    2026-01-13T22:02:00Z 3.2.2 queued BIRCH
    2026-01-14T00:00:00Z switch.4 sent CSS → BIRCH CSS registration confirmed
    2026-01-14T00:00:00Z switch.4 sent CSS → ACORN CSS registration confirmed
    2026-01-14T00:01:00Z switch.4 received CSS → BIRCH CSS registration confirmed
    2026-01-14T00:01:00Z switch.4 received CSS → ACORN CSS registration confirmed
    2026-01-14T09:00:00Z 3.2.2 started BIRCH
    2026-01-14T09:08:00Z 3.2.2 finished BIRCH
    2026-01-14T09:08:00Z 3.2.2 did BIRCH, due 2026-01-16T00:00:00Z met (migrates with the switch)
    # 8 min of office work; IF-031 at once.
    2026-01-14T09:08:00Z 3.2.3 sent BIRCH → SMRA IF-031, due 2026-01-14T10:08:00Z met (metering service, EFD 2026-01-22)
    2026-01-14T09:08:00Z 3.2.3 sent BIRCH → SMRA IF-031 (data service, EFD 2026-01-22)
    2026-01-14T09:09:00Z 3.2.3 received BIRCH → SMRA IF-031 (metering service, EFD 2026-01-22)
    2026-01-14T09:09:00Z 3.2.3 received BIRCH → SMRA IF-031 (data service, EFD 2026-01-22)
    # One minute at the SMRA for each; 60 min of 09:09.
    2026-01-14T09:09:00Z 3.2.3 queued SMRA
    2026-01-14T09:09:00Z 3.2.3 queued SMRA
    2026-01-14T09:09:00Z 3.2.3 started SMRA
    2026-01-14T09:09:00Z 3.2.3 started SMRA
    2026-01-14T09:10:00Z 3.2.3 finished SMRA
    2026-01-14T09:10:00Z 3.2.3 finished SMRA
    2026-01-14T09:10:00Z 3.2.3 sent SMRA → BIRCH IF-032, due 2026-01-14T10:09:00Z met (accepted)
    2026-01-14T09:10:00Z 3.2.3 sent SMRA → BIRCH IF-032, due 2026-01-14T10:09:00Z met (accepted)
    2026-01-14T09:10:00Z 3.2.3 sent SMRA → B-MSA IF-033 (accepted)
    2026-01-14T09:10:00Z 3.2.3 sent SMRA → B-ADS IF-033 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → BIRCH IF-032 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → BIRCH IF-032 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → B-MSA IF-033 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → B-ADS IF-033 (accepted)
    # The metering service takes 10 min (the UMSO 15), the data service 20; 60 min of 09:11.
    2026-01-14T09:11:00Z 3.2.4 queued B-MSA
    2026-01-14T09:11:00Z 3.2.4 queued B-ADS
    2026-01-14T09:11:00Z 3.2.4 started B-MSA
    2026-01-14T09:11:00Z 3.2.4 started B-ADS
    2026-01-14T09:21:00Z 3.2.4 finished B-MSA
    2026-01-14T09:21:00Z 3.2.4 sent B-MSA → SMRA IF-034, due 2026-01-14T10:11:00Z met (accept)
    2026-01-14T09:22:00Z 3.2.4 received B-MSA → SMRA IF-034 (accept)
    2026-01-14T09:22:00Z 3.2.4 queued SMRA
    2026-01-14T09:22:00Z 3.2.4 started SMRA
    2026-01-14T09:24:00Z 3.2.4 finished SMRA
    # Two minutes to publish; the old supplier hears of it through the CSS.
    2026-01-14T09:24:00Z 3.2.4 sent SMRA → B-MSA IF-035, due 2026-01-14T10:22:00Z met (accepted)
    2026-01-14T09:24:00Z 3.2.4 sent SMRA → B-ADS IF-035 (accepted)
    2026-01-14T09:24:00Z 3.2.4 sent SMRA → BIRCH IF-035 (accepted)
    2026-01-14T09:24:00Z switch.9 sent CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:25:00Z 3.2.4 received SMRA → B-MSA IF-035 (accepted)
    2026-01-14T09:25:00Z 3.2.4 received SMRA → B-ADS IF-035 (accepted)
    2026-01-14T09:25:00Z 3.2.4 received SMRA → BIRCH IF-035 (accepted)
    # 5 min of office work, due by the EFD.
    2026-01-14T09:25:00Z 3.2.6 queued ACORN
    2026-01-14T09:25:00Z 3.2.6 started ACORN
    2026-01-14T09:25:00Z switch.9 received CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:30:00Z 3.2.6 finished ACORN
    2026-01-14T09:30:00Z 3.2.6 sent ACORN → A-MOA D0151, due 2026-01-22T00:00:00Z met (reason LC)
    2026-01-14T09:31:00Z 3.2.4 finished B-ADS
    2026-01-14T09:31:00Z 3.2.4 sent B-ADS → SMRA IF-034, due 2026-01-14T10:11:00Z met (accept)
    2026-01-14T09:32:00Z 3.2.4 received B-ADS → SMRA IF-034 (accept)
    2026-01-14T09:32:00Z 3.2.4 queued SMRA
    2026-01-14T09:32:00Z 3.2.4 started SMRA
    2026-01-14T09:32:00Z 3.2.6 received ACORN → A-MOA D0151 (reason LC)
    2026-01-14T09:34:00Z 3.2.4 finished SMRA
    2026-01-14T09:34:00Z 3.2.4 sent SMRA → B-MSA IF-035, due 2026-01-14T10:32:00Z met (accepted)
    2026-01-14T09:34:00Z 3.2.4 sent SMRA → B-ADS IF-035 (accepted)
    2026-01-14T09:34:00Z 3.2.4 sent SMRA → BIRCH IF-035 (accepted)
    2026-01-14T09:34:00Z switch.9 sent CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:35:00Z 3.2.4 received SMRA → B-MSA IF-035 (accepted)
    2026-01-14T09:35:00Z 3.2.4 received SMRA → B-ADS IF-035 (accepted)
    2026-01-14T09:35:00Z 3.2.4 received SMRA → BIRCH IF-035 (accepted)
    2026-01-14T09:35:00Z 3.2.6 queued ACORN
    2026-01-14T09:35:00Z 3.2.6 started ACORN
    2026-01-14T09:35:00Z switch.9 received CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:40:00Z 3.2.6 finished ACORN
    2026-01-14T09:40:00Z 3.2.6 sent ACORN → A-HHDC D0151, due 2026-01-22T00:00:00Z met (reason LC)
    2026-01-14T09:42:00Z 3.2.6 received ACORN → A-HHDC D0151 (reason LC)
    # The batch at 22:00 asks the outgoing agents, whose data run up to the EFD.
    2026-01-14T22:00:00Z 3.2.5 sent SMRA → A-MOA D0170, due 2026-01-14T22:00:00Z met (action code 25)
    2026-01-14T22:00:00Z 3.2.5 sent SMRA → A-HHDC D0170, due 2026-01-14T22:00:00Z met (action code 25)
    2026-01-14T22:02:00Z 3.2.5 received SMRA → A-MOA D0170 (action code 25)
    2026-01-14T22:02:00Z 3.2.5 received SMRA → A-HHDC D0170 (action code 25)
    2026-01-14T22:02:00Z 3.2.7 queued A-MOA
    # 30 min of office work. 5 WD of Wednesday 14: 15, 16, 19, 20, 21 January.
    2026-01-15T09:00:00Z 3.2.7 started A-MOA
    2026-01-15T09:30:00Z 3.2.7 finished A-MOA
    2026-01-15T09:30:00Z 3.2.7 sent A-MOA → B-MSA D0268, due 2026-01-22T00:00:00Z met
    2026-01-15T09:32:00Z 3.2.7 received A-MOA → B-MSA D0268
    # 1 WD of Thursday 15: Friday 16 January.
    2026-01-15T09:32:00Z 3.2.11 queued B-MSA
    2026-01-15T09:32:00Z 3.2.11 started B-MSA
    2026-01-15T09:52:00Z 3.2.11 finished B-MSA
    2026-01-15T09:52:00Z 3.2.11 sent B-MSA → BIRCH D0268, due 2026-01-17T00:00:00Z met
    2026-01-15T09:52:00Z 3.2.11 sent B-MSA → B-ADS D0268
    2026-01-15T09:54:00Z 3.2.11 received B-MSA → BIRCH D0268
    2026-01-15T09:54:00Z 3.2.11 received B-MSA → B-ADS D0268
    # Gate closure on the eve.
    2026-01-21T17:00:00Z switch.7 sent CSS → SMRA CSS secured active
    2026-01-21T17:00:00Z switch.7 sent CSS → BIRCH CSS secured active
    2026-01-21T17:00:00Z switch.7 sent CSS → ACORN CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → SMRA CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → BIRCH CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → ACORN CSS secured active
    # The EFD. 5 WD of Thursday 22: 23, 26, 27, 28, 29 January.
    2026-01-22T00:00:00Z 3.2.8 queued A-HHDC
    # The EFD, 00:00: a round of IF-036 for each service.
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → BIRCH IF-036, due 2026-01-22T00:00:00Z met (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → BIRCH IF-036, due 2026-01-22T00:00:00Z met (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-MSA IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-MSA IF-036 (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-ADS IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-ADS IF-036 (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → LDSO IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → LDSO IF-036 (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → EES IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → EES IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → BIRCH IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → BIRCH IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-MSA IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-MSA IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-ADS IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-ADS IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → LDSO IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → LDSO IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → EES IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → EES IF-036 (data service)
    2026-01-22T09:00:00Z 3.2.8 started A-HHDC
    2026-01-22T09:50:00Z 3.2.8 finished A-HHDC
    2026-01-22T09:50:00Z 3.2.8 sent A-HHDC → B-ADS D0036, due 2026-01-30T00:00:00Z met
    2026-01-22T09:50:00Z 3.2.8 sent A-HHDC → ACORN D0036
    2026-01-22T09:50:00Z 3.2.8 sent A-HHDC → LDSO D0036
    2026-01-22T09:52:00Z 3.2.8 received A-HHDC → B-ADS D0036
    2026-01-22T09:52:00Z 3.2.8 received A-HHDC → ACORN D0036
    2026-01-22T09:52:00Z 3.2.8 received A-HHDC → LDSO D0036
`;

const TRADITIONAL = `
    # The batch at 22:00 asks the outgoing agents, whose data run up to the EFD.
    2026-01-14T22:00:00Z 3.2.5 sent SMRA → A-MOA D0170, due 2026-01-14T22:00:00Z met (action code 25)
    2026-01-14T22:00:00Z 3.2.5 sent SMRA → A-NHHDC D0170, due 2026-01-14T22:00:00Z met (action code 25)
    2026-01-14T22:02:00Z 3.2.5 received SMRA → A-MOA D0170 (action code 25)
    2026-01-14T22:02:00Z 3.2.5 received SMRA → A-NHHDC D0170 (action code 25)
    2026-01-14T22:02:00Z 3.2.7 queued A-MOA
    # 30 min of office work. 5 WD of Wednesday 14: 15, 16, 19, 20, 21 January.
    2026-01-15T09:00:00Z 3.2.7 started A-MOA
    2026-01-15T09:30:00Z 3.2.7 finished A-MOA
    2026-01-15T09:30:00Z 3.2.7 sent A-MOA → B-MSS D0149, due 2026-01-22T00:00:00Z met
    2026-01-15T09:30:00Z 3.2.7 sent A-MOA → B-MSS D0150
    2026-01-15T09:32:00Z 3.2.7 received A-MOA → B-MSS D0149
    2026-01-15T09:32:00Z 3.2.7 received A-MOA → B-MSS D0150
    # 1 WD of Thursday 15: Friday 16 January.
    2026-01-15T09:32:00Z 3.2.11 queued B-MSS
    2026-01-15T09:32:00Z 3.2.11 started B-MSS
    2026-01-15T09:52:00Z 3.2.11 finished B-MSS
    2026-01-15T09:52:00Z 3.2.11 sent B-MSS → BIRCH D0149, due 2026-01-17T00:00:00Z met
    2026-01-15T09:52:00Z 3.2.11 sent B-MSS → BIRCH D0150
    2026-01-15T09:52:00Z 3.2.11 sent B-MSS → B-SDS D0149
    2026-01-15T09:52:00Z 3.2.11 sent B-MSS → B-SDS D0150
    2026-01-15T09:54:00Z 3.2.11 received B-MSS → BIRCH D0149
    2026-01-15T09:54:00Z 3.2.11 received B-MSS → BIRCH D0150
    2026-01-15T09:54:00Z 3.2.11 received B-MSS → B-SDS D0149
    2026-01-15T09:54:00Z 3.2.11 received B-MSS → B-SDS D0150
    # Gate closure on the eve.
    2026-01-21T17:00:00Z switch.7 sent CSS → SMRA CSS secured active
    2026-01-21T17:00:00Z switch.7 sent CSS → BIRCH CSS secured active
    2026-01-21T17:00:00Z switch.7 sent CSS → ACORN CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → SMRA CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → BIRCH CSS secured active
    2026-01-21T17:01:00Z switch.7 received CSS → ACORN CSS secured active
    # The EFD, 00:00: a round of IF-036 for each service.
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → BIRCH IF-036, due 2026-01-22T00:00:00Z met (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → BIRCH IF-036, due 2026-01-22T00:00:00Z met (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-MSS IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-MSS IF-036 (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-SDS IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-SDS IF-036 (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → LDSO IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → LDSO IF-036 (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → EES IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → EES IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → BIRCH IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → BIRCH IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-MSS IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-MSS IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-SDS IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-SDS IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → LDSO IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → LDSO IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → EES IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → EES IF-036 (data service)
    # No read in 2 WD after the EFD (23, 26 January): one is deemed. 2 WD of Tuesday 27: 28, 29 January.
    2026-01-27T00:00:00Z 3.2.17 queued A-NHHDC
    2026-01-27T09:00:00Z 3.2.17 started A-NHHDC
    2026-01-27T09:40:00Z 3.2.17 finished A-NHHDC
    2026-01-27T09:40:00Z 3.2.17 did A-NHHDC, due 2026-01-30T00:00:00Z met (read deemed)
    # 1 WD of Tuesday 27: Wednesday 28 January.
    2026-01-27T09:40:00Z 3.2.18 sent A-NHHDC → ACORN D0019, due 2026-01-29T00:00:00Z met (final, reason 29, deemed)
    2026-01-27T09:40:00Z 3.2.18 sent A-NHHDC → ACORN D0086 (final, reason 29, deemed)
    2026-01-27T09:40:00Z 3.2.18 sent A-NHHDC → LDSO D0019 (final, reason 29, deemed)
    2026-01-27T09:40:00Z 3.2.18 sent A-NHHDC → LDSO D0086 (final, reason 29, deemed)
    2026-01-27T09:42:00Z 3.2.18 received A-NHHDC → ACORN D0019 (final, reason 29, deemed)
    2026-01-27T09:42:00Z 3.2.18 received A-NHHDC → ACORN D0086 (final, reason 29, deemed)
    2026-01-27T09:42:00Z 3.2.18 received A-NHHDC → LDSO D0019 (final, reason 29, deemed)
    2026-01-27T09:42:00Z 3.2.18 received A-NHHDC → LDSO D0086 (final, reason 29, deemed)
    # 10 WD after the EFD: 23, 26, 27, 28, 29, 30 January, 2, 3, 4, 5 February.
    2026-02-06T00:00:00Z read-exception.1 did BIRCH (no switch read)
    2026-02-06T00:00:00Z read-exception.2 queued BIRCH (no switch read)
    2026-02-06T09:00:00Z read-exception.2 started BIRCH
    2026-02-06T09:11:00Z read-exception.2 finished BIRCH
    2026-02-06T09:11:00Z read-exception.2 sent BIRCH → ACORN D0010 (supplier agreed)
    2026-02-06T09:13:00Z read-exception.2 received BIRCH → ACORN D0010 (supplier agreed)
    2026-02-06T09:13:00Z read-exception.3 sent ACORN → A-NHHDC D0010 (supplier agreed)
    2026-02-06T09:13:00Z read-exception.3 sent BIRCH → B-SDS D0010 (supplier agreed)
    2026-02-06T09:15:00Z read-exception.3 received ACORN → A-NHHDC D0010 (supplier agreed)
    2026-02-06T09:15:00Z read-exception.3 received BIRCH → B-SDS D0010 (supplier agreed)
`;

const NHH_ADVANCED = `
    # From the EFD. 5 WD of Thursday 22: 23, 26, 27, 28, 29 January.
    2026-01-22T00:00:00Z 3.2.10 queued A-NHHDC
    2026-01-22T09:00:00Z 3.2.10 started A-NHHDC
    2026-01-22T09:40:00Z 3.2.10 finished A-NHHDC
    2026-01-22T09:40:00Z 3.2.10 sent A-NHHDC → LDSO D0086 (read)
    2026-01-22T09:40:00Z 3.2.10 sent A-NHHDC → LDSO D0019 (read)
    2026-01-22T09:40:00Z 3.2.10 sent A-NHHDC → ACORN D0086, due 2026-01-30T00:00:00Z met (read)
    2026-01-22T09:40:00Z 3.2.10 sent A-NHHDC → ACORN D0019 (read)
    2026-01-22T09:42:00Z 3.2.10 received A-NHHDC → LDSO D0086 (read)
    2026-01-22T09:42:00Z 3.2.10 received A-NHHDC → LDSO D0019 (read)
    2026-01-22T09:42:00Z 3.2.10 received A-NHHDC → ACORN D0086 (read)
    2026-01-22T09:42:00Z 3.2.10 received A-NHHDC → ACORN D0019 (read)
`;
