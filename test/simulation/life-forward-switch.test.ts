import { describe, expect, it } from 'vitest';
import { acts } from './tiny-market.ts';
import { type SwitchKnobs, twoSuppliersRun } from './two-suppliers.ts';

// Worked out by hand from BSCP708 §3.2. January 2026 has Working Days from Monday to Friday; the switch is asked for on
// Monday 12 January and takes effect on Thursday 22 January.
const JANUARY = { from: '2026-01-05', to: '2026-02-13', on: '2026-01-12' } as const;

describe.each(['folded', 'ordered'] as const)('a legacy point that migrates with its switch, %s core', core => {
  const run = (points: SwitchKnobs['points']) => twoSuppliersRun({ ...JANUARY, points }, { core, trace: 1 });

  it('NHH smart, with a switch read', () => {
    const smart = run({ 'NHH smart': 1 });
    expect(smart.life()).toEqual(acts(SMART));
    expect(smart.outcome.messages).toBe(51);
    expect(smart.broken).toEqual([]);
  });

  it('unmetered', () => {
    const unmetered = run({ UMS: 1 });
    expect(unmetered.life()).toEqual(acts(UNMETERED));
    expect(unmetered.outcome.messages).toBe(45);
    expect(unmetered.broken).toEqual([]);
  });
});

const SMART = `
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
    2026-01-14T09:10:00Z 3.2.3 sent SMRA → B-MSS IF-033 (accepted)
    2026-01-14T09:10:00Z 3.2.3 sent SMRA → B-SDS IF-033 (accepted)
    2026-01-14T09:10:00Z data-retriever.1 sent SMRA → CSS CSS00200 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → BIRCH IF-032 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → BIRCH IF-032 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → B-MSS IF-033 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → B-SDS IF-033 (accepted)
    # The metering service takes 10 min (the UMSO 15), the data service 20; 60 min of 09:11.
    2026-01-14T09:11:00Z 3.2.4 queued B-MSS
    2026-01-14T09:11:00Z 3.2.4 queued B-SDS
    2026-01-14T09:11:00Z 3.2.4 started B-MSS
    2026-01-14T09:11:00Z 3.2.4 started B-SDS
    2026-01-14T09:11:00Z data-retriever.1 received SMRA → CSS CSS00200 (accepted)
    2026-01-14T09:11:00Z data-retriever.2 sent CSS → SMRA CSS03050
    2026-01-14T09:12:00Z data-retriever.2 received CSS → SMRA CSS03050
    2026-01-14T09:21:00Z 3.2.4 finished B-MSS
    2026-01-14T09:21:00Z 3.2.4 sent B-MSS → SMRA IF-034, due 2026-01-14T10:11:00Z met (accept)
    2026-01-14T09:22:00Z 3.2.4 received B-MSS → SMRA IF-034 (accept)
    2026-01-14T09:22:00Z 3.2.4 queued SMRA
    2026-01-14T09:22:00Z 3.2.4 started SMRA
    2026-01-14T09:24:00Z 3.2.4 finished SMRA
    # Two minutes to publish; the old supplier hears of it through the CSS.
    2026-01-14T09:24:00Z 3.2.4 sent SMRA → B-MSS IF-035, due 2026-01-14T10:22:00Z met (accepted)
    2026-01-14T09:24:00Z 3.2.4 sent SMRA → B-SDS IF-035 (accepted)
    2026-01-14T09:24:00Z 3.2.4 sent SMRA → BIRCH IF-035 (accepted)
    2026-01-14T09:24:00Z switch.9 sent CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:25:00Z 3.2.4 received SMRA → B-MSS IF-035 (accepted)
    2026-01-14T09:25:00Z 3.2.4 received SMRA → B-SDS IF-035 (accepted)
    2026-01-14T09:25:00Z 3.2.4 received SMRA → BIRCH IF-035 (accepted)
    # 5 min of office work, due by the EFD.
    2026-01-14T09:25:00Z 3.2.6 queued ACORN
    2026-01-14T09:25:00Z 3.2.6 started ACORN
    2026-01-14T09:25:00Z switch.9 received CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:30:00Z 3.2.6 finished ACORN
    2026-01-14T09:30:00Z 3.2.6 sent ACORN → A-MOA D0151, due 2026-01-22T00:00:00Z met (reason LC)
    2026-01-14T09:31:00Z 3.2.4 finished B-SDS
    2026-01-14T09:31:00Z 3.2.4 sent B-SDS → SMRA IF-034, due 2026-01-14T10:11:00Z met (accept)
    2026-01-14T09:32:00Z 3.2.4 received B-SDS → SMRA IF-034 (accept)
    2026-01-14T09:32:00Z 3.2.4 queued SMRA
    2026-01-14T09:32:00Z 3.2.4 started SMRA
    2026-01-14T09:32:00Z 3.2.6 received ACORN → A-MOA D0151 (reason LC)
    2026-01-14T09:34:00Z 3.2.4 finished SMRA
    2026-01-14T09:34:00Z 3.2.4 sent SMRA → B-MSS IF-035, due 2026-01-14T10:32:00Z met (accepted)
    2026-01-14T09:34:00Z 3.2.4 sent SMRA → B-SDS IF-035 (accepted)
    2026-01-14T09:34:00Z 3.2.4 sent SMRA → BIRCH IF-035 (accepted)
    2026-01-14T09:34:00Z switch.9 sent CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:34:00Z data-retriever.3 sent SMRA → CSS CSS07000 (accepted)
    2026-01-14T09:35:00Z 3.2.4 received SMRA → B-MSS IF-035 (accepted)
    2026-01-14T09:35:00Z 3.2.4 received SMRA → B-SDS IF-035 (accepted)
    2026-01-14T09:35:00Z 3.2.4 received SMRA → BIRCH IF-035 (accepted)
    2026-01-14T09:35:00Z 3.2.6 queued ACORN
    2026-01-14T09:35:00Z 3.2.6 started ACORN
    2026-01-14T09:35:00Z switch.9 received CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:35:00Z data-retriever.3 received SMRA → CSS CSS07000 (accepted)
    2026-01-14T09:40:00Z 3.2.6 finished ACORN
    2026-01-14T09:40:00Z 3.2.6 sent ACORN → A-NHHDC D0151, due 2026-01-22T00:00:00Z met (reason LC)
    2026-01-14T09:42:00Z 3.2.6 received ACORN → A-NHHDC D0151 (reason LC)
    # The batch at 22:00 asks the outgoing agents, whose data run up to the EFD.
    2026-01-14T22:00:00Z 3.2.5 sent SMRA → A-MOA D0170, due 2026-01-14T22:00:00Z met (action code 25)
    2026-01-14T22:00:00Z 3.2.5 sent SMRA → A-NHHDC D0170, due 2026-01-14T22:00:00Z met (action code 25)
    2026-01-14T22:02:00Z 3.2.5 received SMRA → A-MOA D0170 (action code 25)
    2026-01-14T22:02:00Z 3.2.5 received SMRA → A-NHHDC D0170 (action code 25)
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
    # 27 min of office work. 1 WD of Thursday 22: Friday 23 January; the switch read is due with it.
    2026-01-22T00:01:00Z 3.2.14 queued B-SDS
    2026-01-22T09:00:00Z 3.2.14 started B-SDS
    2026-01-22T09:27:00Z 3.2.14 finished B-SDS
    2026-01-22T09:27:00Z 3.2.14 sent B-SDS → BIRCH IF-041, due 2026-01-24T00:00:00Z met
    2026-01-22T09:28:00Z 3.2.14 received B-SDS → BIRCH IF-041
    2026-01-22T09:28:00Z 3.2.15 queued BIRCH
    2026-01-22T09:28:00Z 3.2.15 started BIRCH
    2026-01-22T09:39:00Z 3.2.15 finished BIRCH
    2026-01-22T09:39:00Z 3.2.15 sent BIRCH → ACORN D0010, due 2026-01-24T00:00:00Z met (initial, reason 29)
    2026-01-22T09:41:00Z 3.2.15 received BIRCH → ACORN D0010 (initial, reason 29)
    # 1 WD of Thursday 22.
    2026-01-22T09:41:00Z 3.2.16 queued ACORN
    2026-01-22T09:41:00Z 3.2.16 started ACORN
    2026-01-22T09:53:00Z 3.2.16 finished ACORN
    2026-01-22T09:53:00Z 3.2.16 sent ACORN → A-NHHDC D0010, due 2026-01-24T00:00:00Z met (final, reason 29)
    2026-01-22T09:55:00Z 3.2.16 received ACORN → A-NHHDC D0010 (final, reason 29)
    # The D0170 has been here for a week. 2 WD of Thursday 22: 23, 26 January.
    2026-01-22T09:55:00Z 3.2.17 queued A-NHHDC
    2026-01-22T09:55:00Z 3.2.17 started A-NHHDC
    2026-01-22T10:35:00Z 3.2.17 finished A-NHHDC
    2026-01-22T10:35:00Z 3.2.17 did A-NHHDC, due 2026-01-27T00:00:00Z met (read validated)
    # 1 WD of Thursday 22.
    2026-01-22T10:35:00Z 3.2.18 sent A-NHHDC → ACORN D0019, due 2026-01-24T00:00:00Z met (final, reason 29)
    2026-01-22T10:35:00Z 3.2.18 sent A-NHHDC → ACORN D0086 (final, reason 29)
    2026-01-22T10:35:00Z 3.2.18 sent A-NHHDC → LDSO D0019 (final, reason 29)
    2026-01-22T10:35:00Z 3.2.18 sent A-NHHDC → LDSO D0086 (final, reason 29)
    2026-01-22T10:37:00Z 3.2.18 received A-NHHDC → ACORN D0019 (final, reason 29)
    2026-01-22T10:37:00Z 3.2.18 received A-NHHDC → ACORN D0086 (final, reason 29)
    2026-01-22T10:37:00Z 3.2.18 received A-NHHDC → LDSO D0019 (final, reason 29)
    2026-01-22T10:37:00Z 3.2.18 received A-NHHDC → LDSO D0086 (final, reason 29)
`;

const UNMETERED = `
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
    2026-01-14T09:10:00Z 3.2.3 sent SMRA → UMSO IF-033 (accepted)
    2026-01-14T09:10:00Z 3.2.3 sent SMRA → B-UMSDS IF-033 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → BIRCH IF-032 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → BIRCH IF-032 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → UMSO IF-033 (accepted)
    2026-01-14T09:11:00Z 3.2.3 received SMRA → B-UMSDS IF-033 (accepted)
    # The metering service takes 10 min (the UMSO 15), the data service 20; 60 min of 09:11.
    2026-01-14T09:11:00Z 3.2.4 queued UMSO
    2026-01-14T09:11:00Z 3.2.4 queued B-UMSDS
    2026-01-14T09:11:00Z 3.2.4 started UMSO
    2026-01-14T09:11:00Z 3.2.4 started B-UMSDS
    2026-01-14T09:26:00Z 3.2.4 finished UMSO
    2026-01-14T09:26:00Z 3.2.4 sent UMSO → SMRA IF-034, due 2026-01-14T10:11:00Z met (accept)
    2026-01-14T09:27:00Z 3.2.4 received UMSO → SMRA IF-034 (accept)
    2026-01-14T09:27:00Z 3.2.4 queued SMRA
    2026-01-14T09:27:00Z 3.2.4 started SMRA
    2026-01-14T09:29:00Z 3.2.4 finished SMRA
    # Two minutes to publish; the old supplier hears of it through the CSS.
    2026-01-14T09:29:00Z 3.2.4 sent SMRA → UMSO IF-035, due 2026-01-14T10:27:00Z met (accepted)
    2026-01-14T09:29:00Z 3.2.4 sent SMRA → B-UMSDS IF-035 (accepted)
    2026-01-14T09:29:00Z 3.2.4 sent SMRA → BIRCH IF-035 (accepted)
    2026-01-14T09:29:00Z switch.9 sent CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:30:00Z 3.2.4 received SMRA → UMSO IF-035 (accepted)
    2026-01-14T09:30:00Z 3.2.4 received SMRA → B-UMSDS IF-035 (accepted)
    2026-01-14T09:30:00Z 3.2.4 received SMRA → BIRCH IF-035 (accepted)
    # 5 min of office work, due by the EFD.
    2026-01-14T09:30:00Z 3.2.6 queued ACORN
    2026-01-14T09:30:00Z 3.2.6 started ACORN
    2026-01-14T09:30:00Z switch.9 received CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:31:00Z 3.2.4 finished B-UMSDS
    2026-01-14T09:31:00Z 3.2.4 sent B-UMSDS → SMRA IF-034, due 2026-01-14T10:11:00Z met (accept)
    2026-01-14T09:32:00Z 3.2.4 received B-UMSDS → SMRA IF-034 (accept)
    2026-01-14T09:32:00Z 3.2.4 queued SMRA
    2026-01-14T09:32:00Z 3.2.4 started SMRA
    2026-01-14T09:34:00Z 3.2.4 finished SMRA
    2026-01-14T09:34:00Z 3.2.4 sent SMRA → UMSO IF-035, due 2026-01-14T10:32:00Z met (accepted)
    2026-01-14T09:34:00Z 3.2.4 sent SMRA → B-UMSDS IF-035 (accepted)
    2026-01-14T09:34:00Z 3.2.4 sent SMRA → BIRCH IF-035 (accepted)
    2026-01-14T09:34:00Z switch.9 sent CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:35:00Z 3.2.4 received SMRA → UMSO IF-035 (accepted)
    2026-01-14T09:35:00Z 3.2.4 received SMRA → B-UMSDS IF-035 (accepted)
    2026-01-14T09:35:00Z 3.2.4 received SMRA → BIRCH IF-035 (accepted)
    2026-01-14T09:35:00Z 3.2.6 queued ACORN
    2026-01-14T09:35:00Z 3.2.6 started ACORN
    2026-01-14T09:35:00Z 3.2.6 finished ACORN
    2026-01-14T09:35:00Z 3.2.6 sent ACORN → UMSO D0151, due 2026-01-22T00:00:00Z met (reason LC)
    2026-01-14T09:35:00Z switch.9 received CSS → ACORN CSS agents accepted (accepted)
    2026-01-14T09:37:00Z 3.2.6 received ACORN → UMSO D0151 (reason LC)
    2026-01-14T09:40:00Z 3.2.6 finished ACORN
    2026-01-14T09:40:00Z 3.2.6 sent ACORN → A-HHDC D0151, due 2026-01-22T00:00:00Z met (reason LC)
    2026-01-14T09:40:00Z 3.2.6 sent ACORN → A-MA D0151 (reason LC)
    2026-01-14T09:42:00Z 3.2.6 received ACORN → A-HHDC D0151 (reason LC)
    2026-01-14T09:42:00Z 3.2.6 received ACORN → A-MA D0151 (reason LC)
    # The batch at 22:00 asks the outgoing agents, whose data run up to the EFD.
    2026-01-14T22:00:00Z 3.2.5 sent SMRA → A-HHDC D0170, due 2026-01-14T22:00:00Z met (action code 25)
    2026-01-14T22:02:00Z 3.2.5 received SMRA → A-HHDC D0170 (action code 25)
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
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → UMSO IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → UMSO IF-036 (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-UMSDS IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → B-UMSDS IF-036 (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → LDSO IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → LDSO IF-036 (data service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → EES IF-036 (metering service)
    2026-01-22T00:00:00Z 3.2.12 sent SMRA → EES IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → BIRCH IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → BIRCH IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → UMSO IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → UMSO IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-UMSDS IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → B-UMSDS IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → LDSO IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → LDSO IF-036 (data service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → EES IF-036 (metering service)
    2026-01-22T00:01:00Z 3.2.12 received SMRA → EES IF-036 (data service)
    # 60 min of office work. 1 WD of Thursday 22: Friday 23 January.
    2026-01-22T00:01:00Z 3.2.13 queued UMSO
    2026-01-22T09:00:00Z 3.2.8 started A-HHDC
    2026-01-22T09:00:00Z 3.2.13 started UMSO
    2026-01-22T09:50:00Z 3.2.8 finished A-HHDC
    2026-01-22T09:50:00Z 3.2.8 sent A-HHDC → B-UMSDS D0036, due 2026-01-30T00:00:00Z met
    2026-01-22T09:50:00Z 3.2.8 sent A-HHDC → ACORN D0036
    2026-01-22T09:50:00Z 3.2.8 sent A-HHDC → LDSO D0036
    2026-01-22T09:52:00Z 3.2.8 received A-HHDC → B-UMSDS D0036
    2026-01-22T09:52:00Z 3.2.8 received A-HHDC → ACORN D0036
    2026-01-22T09:52:00Z 3.2.8 received A-HHDC → LDSO D0036
    2026-01-22T10:00:00Z 3.2.13 finished UMSO
    2026-01-22T10:00:00Z 3.2.13 sent UMSO → B-UMSDS D0388, due 2026-01-24T00:00:00Z met
    2026-01-22T10:02:00Z 3.2.13 received UMSO → B-UMSDS D0388
`;
