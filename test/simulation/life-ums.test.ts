import { describe, expect, it } from 'vitest';
import { acts, tinyRun } from './tiny-market.ts';

// Worked out by hand from BSCP708 §3.1; for the Working Days see life-nhh.test.ts.
describe('the life of an unmetered supply over Christmas', () => {
  it('UMSO before and after, a meter administrator to be ended, and the inventory', () => {
    const run = tinyRun({
      from: '2025-12-15',
      to: '2026-01-16',
      starts: [['2025-12-19', 1]],
      points: { UMS: 1 },
      lead: 7,
    });
    expect(run.life()).toEqual(acts(LIFE));
    expect(run.outcome.messages).toBe(32);
    expect(run.broken).toEqual([]);
  });
});

const LIFE = `
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (metering service, EFD 2025-12-26)
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (data service, EFD 2025-12-26)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (metering service, EFD 2025-12-26)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (data service, EFD 2025-12-26)
    2025-12-19T10:01:00Z 3.1.2 queued SMRA
    2025-12-19T10:01:00Z 3.1.2 queued SMRA
    2025-12-19T10:01:00Z 3.1.2 started SMRA
    2025-12-19T10:01:00Z 3.1.2 started SMRA
    2025-12-19T10:02:00Z 3.1.2 finished SMRA
    2025-12-19T10:02:00Z 3.1.2 finished SMRA
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2025-12-19T11:01:00Z met (accepted)
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2025-12-19T11:01:00Z met (accepted)
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → UMSO IF-033 (accepted)
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → UMSDS IF-033 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → UMSO IF-033 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → UMSDS IF-033 (accepted)
    # UMSO 15 min, UMSDS 20 min.
    2025-12-19T10:03:00Z 3.1.3 queued UMSO
    2025-12-19T10:03:00Z 3.1.3 queued UMSDS
    2025-12-19T10:03:00Z 3.1.3 started UMSO
    2025-12-19T10:03:00Z 3.1.3 started UMSDS
    2025-12-19T10:18:00Z 3.1.3 finished UMSO
    2025-12-19T10:18:00Z 3.1.3 sent UMSO → SMRA IF-034, due 2025-12-19T11:03:00Z met (accept)
    2025-12-19T10:19:00Z 3.1.3 received UMSO → SMRA IF-034 (accept)
    2025-12-19T10:19:00Z 3.1.4 queued SMRA
    2025-12-19T10:19:00Z 3.1.4 started SMRA
    2025-12-19T10:21:00Z 3.1.4 finished SMRA
    2025-12-19T10:21:00Z 3.1.4 sent SMRA → UMSO IF-035, due 2025-12-19T11:19:00Z met (accepted)
    2025-12-19T10:21:00Z 3.1.4 sent SMRA → UMSDS IF-035 (accepted)
    2025-12-19T10:21:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:22:00Z 3.1.4 received SMRA → UMSO IF-035 (accepted)
    2025-12-19T10:22:00Z 3.1.4 received SMRA → UMSDS IF-035 (accepted)
    2025-12-19T10:22:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:22:00Z 3.1.10 queued Supplier
    2025-12-19T10:22:00Z 3.1.10 started Supplier
    2025-12-19T10:23:00Z 3.1.3 finished UMSDS
    2025-12-19T10:23:00Z 3.1.3 sent UMSDS → SMRA IF-034, due 2025-12-19T11:03:00Z met (accept)
    2025-12-19T10:24:00Z 3.1.3 received UMSDS → SMRA IF-034 (accept)
    2025-12-19T10:24:00Z 3.1.4 queued SMRA
    2025-12-19T10:24:00Z 3.1.4 started SMRA
    2025-12-19T10:26:00Z 3.1.4 finished SMRA
    2025-12-19T10:26:00Z 3.1.4 sent SMRA → UMSO IF-035, due 2025-12-19T11:24:00Z met (accepted)
    2025-12-19T10:26:00Z 3.1.4 sent SMRA → UMSDS IF-035 (accepted)
    2025-12-19T10:26:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.4 received SMRA → UMSO IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.4 received SMRA → UMSDS IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.10 queued Supplier
    2025-12-19T10:27:00Z 3.1.10 started Supplier
    2025-12-19T10:27:00Z 3.1.10 finished Supplier
    # The first acceptance ends the appointment of the UMSO, the second those of the HHDC and of the MA.
    2025-12-19T10:27:00Z 3.1.10 sent Supplier → UMSO D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:29:00Z 3.1.10 received Supplier → UMSO D0151 (reason CA)
    2025-12-19T10:32:00Z 3.1.10 finished Supplier
    2025-12-19T10:32:00Z 3.1.10 sent Supplier → HHDC D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:32:00Z 3.1.10 sent Supplier → MA D0151 (reason CA)
    2025-12-19T10:34:00Z 3.1.10 received Supplier → HHDC D0151 (reason CA)
    2025-12-19T10:34:00Z 3.1.10 received Supplier → MA D0151 (reason CA)
    # There is no MOA to ask.
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → HHDC D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → HHDC D0170 (action code 24)
    # EFD: Boxing Day; 5 WD: 29, 30, 31 Dec, 2, 5 Jan.
    2025-12-26T00:00:00Z 3.1.7 queued HHDC
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2025-12-26T00:00:00Z met (metering service)
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2025-12-26T00:00:00Z met (data service)
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → UMSO IF-036 (metering service)
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → UMSO IF-036 (data service)
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → UMSDS IF-036 (metering service)
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → UMSDS IF-036 (data service)
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (metering service)
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (data service)
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (metering service)
    2025-12-26T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (data service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (metering service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (data service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → UMSO IF-036 (metering service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → UMSO IF-036 (data service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → UMSDS IF-036 (metering service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → UMSDS IF-036 (data service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (metering service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (data service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → EES IF-036 (metering service)
    2025-12-26T00:01:00Z 3.1.11 received SMRA → EES IF-036 (data service)
    # 2 WD of 26 Dec: 29, 30 Dec. The UMSO takes an hour.
    2025-12-26T00:01:00Z 3.1.12 queued UMSO
    2025-12-29T09:00:00Z 3.1.7 started HHDC
    2025-12-29T09:00:00Z 3.1.12 started UMSO
    2025-12-29T09:50:00Z 3.1.7 finished HHDC
    2025-12-29T09:50:00Z 3.1.7 sent HHDC → UMSDS D0036, due 2026-01-06T00:00:00Z met
    2025-12-29T09:50:00Z 3.1.7 sent HHDC → Supplier D0036
    2025-12-29T09:50:00Z 3.1.7 sent HHDC → LDSO D0036
    2025-12-29T09:52:00Z 3.1.7 received HHDC → UMSDS D0036
    2025-12-29T09:52:00Z 3.1.7 received HHDC → Supplier D0036
    2025-12-29T09:52:00Z 3.1.7 received HHDC → LDSO D0036
    2025-12-29T10:00:00Z 3.1.12 finished UMSO
    2025-12-29T10:00:00Z 3.1.12 sent UMSO → UMSDS D0388, due 2025-12-31T00:00:00Z met
    2025-12-29T10:02:00Z 3.1.12 received UMSO → UMSDS D0388
`;
