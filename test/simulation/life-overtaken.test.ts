import { describe, expect, it } from 'vitest';
import { acts, exceptions, migrations } from './tiny-market.ts';
import { twoSuppliersRun } from './two-suppliers.ts';

// Worked out by hand from BSCP708 §3.1 and the catalogue's switching, cos-legacy and gate-closure. BIRCH is not qualified
// until M14. A day ends at 24:00 local, that is 00:00 of the next; in January local time is UTC.

describe('a change of agent that a switch overtakes', () => {
  const knobs = {
    points: { UMS: 1 },
    from: '2026-01-05',
    to: '2026-02-20',
    starts: [['2026-01-12', 1]],
    lead: 21,
    on: '2026-01-14',
    notice: 7,
    birch: '2026-10-28',
  } as const;

  it('falls on the eve of its EFD, when its supplier is no longer registered, and IF-035 says so', () => {
    const run = twoSuppliersRun(knobs);
    expect(run.life()).toEqual(acts(OVERTAKEN));
    expect(run.outcome.messages).toBe(47);
    expect(exceptions(run)).toEqual(['2026-02-01 appointment overtaken by a switch at gate closure: 2']);
    // ACORN had started it, and loses it on the EFD of the switch; the two IF-035s come after that.
    expect(migrations(run)).toEqual([
      '2026-01-12 planned 1 started 1',
      '2026-01-21 cancelled 1',
      '2026-02-01 rejected 2',
    ]);
    expect(run.broken).toEqual([]);
  });

  it('comes to the same event by event', () => {
    expect(twoSuppliersRun(knobs, { trace: 1, core: 'ordered' }).life()).toEqual(acts(OVERTAKEN));
  });
});

const OVERTAKEN = `
    # ACORN's change of agent, with 21 days to its EFD; all done on its first day but the data that wait for the EFD.
    2026-01-12T10:00:00Z 3.1.1 sent ACORN → SMRA IF-031 (metering service, EFD 2026-02-02)
    2026-01-12T10:00:00Z 3.1.1 sent ACORN → SMRA IF-031 (data service, EFD 2026-02-02)
    2026-01-12T10:01:00Z 3.1.1 received ACORN → SMRA IF-031 (metering service, EFD 2026-02-02)
    2026-01-12T10:01:00Z 3.1.1 received ACORN → SMRA IF-031 (data service, EFD 2026-02-02)
    2026-01-12T10:01:00Z 3.1.2 queued SMRA
    2026-01-12T10:01:00Z 3.1.2 queued SMRA
    2026-01-12T10:01:00Z 3.1.2 started SMRA
    2026-01-12T10:01:00Z 3.1.2 started SMRA
    2026-01-12T10:02:00Z 3.1.2 finished SMRA
    2026-01-12T10:02:00Z 3.1.2 finished SMRA
    2026-01-12T10:02:00Z 3.1.2 sent SMRA → ACORN IF-032, due 2026-01-12T11:01:00Z met (accepted)
    2026-01-12T10:02:00Z 3.1.2 sent SMRA → ACORN IF-032, due 2026-01-12T11:01:00Z met (accepted)
    2026-01-12T10:02:00Z 3.1.2 sent SMRA → UMSO IF-033 (accepted)
    2026-01-12T10:02:00Z 3.1.2 sent SMRA → A-UMSDS IF-033 (accepted)
    2026-01-12T10:03:00Z 3.1.2 received SMRA → ACORN IF-032 (accepted)
    2026-01-12T10:03:00Z 3.1.2 received SMRA → ACORN IF-032 (accepted)
    2026-01-12T10:03:00Z 3.1.2 received SMRA → UMSO IF-033 (accepted)
    2026-01-12T10:03:00Z 3.1.2 received SMRA → A-UMSDS IF-033 (accepted)
    2026-01-12T10:03:00Z 3.1.3 queued UMSO
    2026-01-12T10:03:00Z 3.1.3 queued A-UMSDS
    2026-01-12T10:03:00Z 3.1.3 started UMSO
    2026-01-12T10:03:00Z 3.1.3 started A-UMSDS
    2026-01-12T10:18:00Z 3.1.3 finished UMSO
    2026-01-12T10:18:00Z 3.1.3 sent UMSO → SMRA IF-034, due 2026-01-12T11:03:00Z met (accept)
    2026-01-12T10:19:00Z 3.1.3 received UMSO → SMRA IF-034 (accept)
    2026-01-12T10:19:00Z 3.1.4 queued SMRA
    2026-01-12T10:19:00Z 3.1.4 started SMRA
    2026-01-12T10:21:00Z 3.1.4 finished SMRA
    2026-01-12T10:21:00Z 3.1.4 sent SMRA → UMSO IF-035, due 2026-01-12T11:19:00Z met (accepted)
    2026-01-12T10:21:00Z 3.1.4 sent SMRA → A-UMSDS IF-035 (accepted)
    2026-01-12T10:21:00Z 3.1.4 sent SMRA → ACORN IF-035 (accepted)
    2026-01-12T10:22:00Z 3.1.4 received SMRA → UMSO IF-035 (accepted)
    2026-01-12T10:22:00Z 3.1.4 received SMRA → A-UMSDS IF-035 (accepted)
    2026-01-12T10:22:00Z 3.1.4 received SMRA → ACORN IF-035 (accepted)
    2026-01-12T10:22:00Z 3.1.10 queued ACORN
    2026-01-12T10:22:00Z 3.1.10 started ACORN
    2026-01-12T10:23:00Z 3.1.3 finished A-UMSDS
    2026-01-12T10:23:00Z 3.1.3 sent A-UMSDS → SMRA IF-034, due 2026-01-12T11:03:00Z met (accept)
    2026-01-12T10:24:00Z 3.1.3 received A-UMSDS → SMRA IF-034 (accept)
    2026-01-12T10:24:00Z 3.1.4 queued SMRA
    2026-01-12T10:24:00Z 3.1.4 started SMRA
    2026-01-12T10:26:00Z 3.1.4 finished SMRA
    2026-01-12T10:26:00Z 3.1.4 sent SMRA → UMSO IF-035, due 2026-01-12T11:24:00Z met (accepted)
    2026-01-12T10:26:00Z 3.1.4 sent SMRA → A-UMSDS IF-035 (accepted)
    2026-01-12T10:26:00Z 3.1.4 sent SMRA → ACORN IF-035 (accepted)
    2026-01-12T10:27:00Z 3.1.4 received SMRA → UMSO IF-035 (accepted)
    2026-01-12T10:27:00Z 3.1.4 received SMRA → A-UMSDS IF-035 (accepted)
    2026-01-12T10:27:00Z 3.1.4 received SMRA → ACORN IF-035 (accepted)
    2026-01-12T10:27:00Z 3.1.10 queued ACORN
    2026-01-12T10:27:00Z 3.1.10 started ACORN
    2026-01-12T10:27:00Z 3.1.10 finished ACORN
    # 5 WD of Mon 12: 13, 14, 15, 16, 19 January.
    2026-01-12T10:27:00Z 3.1.10 sent ACORN → UMSO D0151, due 2026-01-20T00:00:00Z met (reason CA)
    2026-01-12T10:29:00Z 3.1.10 received ACORN → UMSO D0151 (reason CA)
    2026-01-12T10:32:00Z 3.1.10 finished ACORN
    2026-01-12T10:32:00Z 3.1.10 sent ACORN → A-HHDC D0151, due 2026-01-20T00:00:00Z met (reason CA)
    2026-01-12T10:32:00Z 3.1.10 sent ACORN → A-MA D0151 (reason CA)
    2026-01-12T10:34:00Z 3.1.10 received ACORN → A-HHDC D0151 (reason CA)
    2026-01-12T10:34:00Z 3.1.10 received ACORN → A-MA D0151 (reason CA)
    2026-01-12T22:00:00Z 3.1.5 sent SMRA → A-HHDC D0170, due 2026-01-12T22:00:00Z met (action code 24)
    2026-01-12T22:02:00Z 3.1.5 received SMRA → A-HHDC D0170 (action code 24)
    # The customer goes to BIRCH, which is not qualified: EFD 7 days on, twelve days before that of the change of agent.
    2026-01-14T10:00:00Z switch.1 sent BIRCH → CSS CSS switch request (EFD 2026-01-21)
    2026-01-14T10:01:00Z switch.1 received BIRCH → CSS CSS switch request (EFD 2026-01-21)
    2026-01-14T10:01:00Z switch.2 sent CSS → SMRA CSS registration pending
    2026-01-14T10:01:00Z switch.2 sent CSS → ACORN CSS registration pending
    2026-01-14T10:02:00Z switch.2 received CSS → SMRA CSS registration pending
    2026-01-14T10:02:00Z switch.2 received CSS → ACORN CSS registration pending
    # Both services are accepted, but not to take effect by then: it is a legacy switch. 2 WD of Wed 14: 15, 16.
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
    2026-01-15T09:08:00Z cos-legacy.2 sent BIRCH → B-HHDC D0155
    2026-01-15T09:08:00Z cos-legacy.2 sent BIRCH → B-MA D0155, due 2026-01-20T00:00:00Z met
    2026-01-15T09:08:00Z cos-legacy.2 sent BIRCH → B-DA D0153
    2026-01-15T09:10:00Z cos-legacy.2 received BIRCH → B-HHDC D0155
    2026-01-15T09:10:00Z cos-legacy.2 received BIRCH → B-MA D0155
    2026-01-15T09:10:00Z cos-legacy.2 received BIRCH → B-DA D0153
    2026-01-15T09:10:00Z cos-legacy.3 queued B-MA
    2026-01-15T09:10:00Z cos-legacy.3 queued B-HHDC
    2026-01-15T09:10:00Z cos-legacy.3 queued B-DA
    2026-01-15T09:10:00Z cos-legacy.3 started B-MA
    2026-01-15T09:10:00Z cos-legacy.3 started B-HHDC
    2026-01-15T09:10:00Z cos-legacy.3 started B-DA
    2026-01-15T09:31:00Z cos-legacy.3 finished B-HHDC
    2026-01-15T09:31:00Z cos-legacy.3 sent B-HHDC → BIRCH D0011, due 2026-01-20T00:00:00Z met
    2026-01-15T09:33:00Z cos-legacy.3 received B-HHDC → BIRCH D0011
    2026-01-15T09:33:00Z cos-legacy.3 finished B-MA
    2026-01-15T09:33:00Z cos-legacy.3 sent B-MA → BIRCH D0011, due 2026-01-20T00:00:00Z met
    2026-01-15T09:34:00Z cos-legacy.3 finished B-DA
    2026-01-15T09:34:00Z cos-legacy.3 sent B-DA → BIRCH D0011, due 2026-01-20T00:00:00Z met
    2026-01-15T09:35:00Z cos-legacy.3 received B-MA → BIRCH D0011
    2026-01-15T09:36:00Z cos-legacy.3 received B-DA → BIRCH D0011
    2026-01-15T09:36:00Z cos-legacy.4 queued BIRCH
    2026-01-15T09:36:00Z cos-legacy.4 started BIRCH
    2026-01-15T09:45:00Z cos-legacy.4 finished BIRCH
    2026-01-15T09:45:00Z cos-legacy.4 sent BIRCH → SMRA D0205, due 2026-01-20T00:00:00Z met
    2026-01-15T09:45:00Z cos-legacy.5 sent BIRCH → B-HHDC D0148, due 2026-01-20T00:00:00Z met
    2026-01-15T09:47:00Z cos-legacy.4 received BIRCH → SMRA D0205
    2026-01-15T09:47:00Z cos-legacy.5 received BIRCH → B-HHDC D0148
    # 1 WD of Thu 15: 16.
    2026-01-15T09:47:00Z cos-legacy.7 sent B-HHDC → A-HHDC D0170, due 2026-01-17T00:00:00Z met
    2026-01-15T09:49:00Z cos-legacy.7 received B-HHDC → A-HHDC D0170
    # The window for objections was Thu 15.
    2026-01-16T00:00:00Z switch.4 sent CSS → BIRCH CSS registration confirmed
    2026-01-16T00:00:00Z switch.4 sent CSS → ACORN CSS registration confirmed
    2026-01-16T00:01:00Z switch.4 received CSS → BIRCH CSS registration confirmed
    2026-01-16T00:01:00Z switch.4 received CSS → ACORN CSS registration confirmed
    # ACORN ends the appointments once more, for the loss of the customer, by the EFD.
    2026-01-16T00:01:00Z cos-legacy.6 queued ACORN
    2026-01-16T09:00:00Z cos-legacy.6 started ACORN
    2026-01-16T09:05:00Z cos-legacy.6 finished ACORN
    2026-01-16T09:05:00Z cos-legacy.6 sent ACORN → A-HHDC D0151, due 2026-01-21T00:00:00Z met (reason LC)
    2026-01-16T09:05:00Z cos-legacy.6 sent ACORN → A-MA D0151 (reason LC)
    2026-01-16T09:07:00Z cos-legacy.6 received ACORN → A-HHDC D0151 (reason LC)
    2026-01-16T09:07:00Z cos-legacy.6 received ACORN → A-MA D0151 (reason LC)
    # Gate closure of the switch.
    2026-01-20T17:00:00Z switch.7 sent CSS → SMRA CSS secured active
    2026-01-20T17:00:00Z switch.7 sent CSS → BIRCH CSS secured active
    2026-01-20T17:00:00Z switch.7 sent CSS → ACORN CSS secured active
    2026-01-20T17:01:00Z switch.7 received CSS → SMRA CSS secured active
    2026-01-20T17:01:00Z switch.7 received CSS → BIRCH CSS secured active
    2026-01-20T17:01:00Z switch.7 received CSS → ACORN CSS secured active
    # 5 WD of Wed 21: 22, 23, 26, 27, 28.
    2026-01-21T00:00:00Z cos-legacy.14 queued A-HHDC
    2026-01-21T09:00:00Z cos-legacy.14 started A-HHDC
    2026-01-21T09:50:00Z cos-legacy.14 finished A-HHDC
    2026-01-21T09:50:00Z cos-legacy.14 sent A-HHDC → ACORN D0036, due 2026-01-29T00:00:00Z met
    2026-01-21T09:50:00Z cos-legacy.14 sent A-HHDC → LDSO D0036
    2026-01-21T09:52:00Z cos-legacy.14 received A-HHDC → ACORN D0036
    2026-01-21T09:52:00Z cos-legacy.14 received A-HHDC → LDSO D0036
    # Gate closure of the change of agent: ACORN is no longer registered, and both appointments fall. No 3.1.7 follows.
    2026-02-01T17:00:00Z gate-closure.1 sent SMRA → UMSO IF-035 (overtaken by a switch)
    2026-02-01T17:00:00Z gate-closure.1 sent SMRA → UMSO IF-035 (overtaken by a switch)
    2026-02-01T17:00:00Z gate-closure.1 sent SMRA → A-UMSDS IF-035 (overtaken by a switch)
    2026-02-01T17:00:00Z gate-closure.1 sent SMRA → A-UMSDS IF-035 (overtaken by a switch)
    2026-02-01T17:00:00Z gate-closure.1 sent SMRA → ACORN IF-035 (overtaken by a switch)
    2026-02-01T17:00:00Z gate-closure.1 sent SMRA → ACORN IF-035 (overtaken by a switch)
    2026-02-01T17:01:00Z gate-closure.1 received SMRA → UMSO IF-035 (overtaken by a switch)
    2026-02-01T17:01:00Z gate-closure.1 received SMRA → UMSO IF-035 (overtaken by a switch)
    2026-02-01T17:01:00Z gate-closure.1 received SMRA → A-UMSDS IF-035 (overtaken by a switch)
    2026-02-01T17:01:00Z gate-closure.1 received SMRA → A-UMSDS IF-035 (overtaken by a switch)
    2026-02-01T17:01:00Z gate-closure.1 received SMRA → ACORN IF-035 (overtaken by a switch)
    2026-02-01T17:01:00Z gate-closure.1 received SMRA → ACORN IF-035 (overtaken by a switch)
`;
