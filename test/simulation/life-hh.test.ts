import { describe, expect, it } from 'vitest';
import { acts, tinyRun } from './tiny-market.ts';

// Worked out by hand from BSCP708 §3.1; for the Working Days see life-nhh.test.ts.
const CHRISTMAS = { from: '2025-12-15', to: '2026-01-16', starts: [['2025-12-19', 1]] } as const;

describe('the life of an HH point over Christmas', () => {
  it('advanced meter: technical details, and profile data from the EFD on', () => {
    const change = { steps: { '3.1.7': { also: 1 } } };
    const run = tinyRun({ ...CHRISTMAS, points: { 'HH advanced': 1 }, lead: 12, change });
    expect(run.life()).toEqual(acts(ADVANCED));
    expect(run.outcome.messages).toBe(37);
    expect(run.broken).toEqual([]);
  });

  it('smart meter: reads from the EFD on, a Saturday', () => {
    const run = tinyRun({ ...CHRISTMAS, points: { 'HH smart': 1 }, lead: 8 });
    expect(run.life()).toEqual(acts(SMART));
    expect(run.outcome.messages).toBe(29);
    expect(run.broken).toEqual([]);
  });
});

const ADVANCED = `
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (metering service, EFD 2025-12-31)
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (data service, EFD 2025-12-31)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (metering service, EFD 2025-12-31)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (data service, EFD 2025-12-31)
    2025-12-19T10:01:00Z 3.1.2 queued SMRA
    2025-12-19T10:01:00Z 3.1.2 queued SMRA
    2025-12-19T10:01:00Z 3.1.2 started SMRA
    2025-12-19T10:01:00Z 3.1.2 started SMRA
    2025-12-19T10:02:00Z 3.1.2 finished SMRA
    2025-12-19T10:02:00Z 3.1.2 finished SMRA
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2025-12-19T11:01:00Z met (accepted)
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2025-12-19T11:01:00Z met (accepted)
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → MSA IF-033 (accepted)
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → ADS IF-033 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → MSA IF-033 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → ADS IF-033 (accepted)
    2025-12-19T10:03:00Z 3.1.3 queued MSA
    2025-12-19T10:03:00Z 3.1.3 queued ADS
    2025-12-19T10:03:00Z 3.1.3 started MSA
    2025-12-19T10:03:00Z 3.1.3 started ADS
    2025-12-19T10:13:00Z 3.1.3 finished MSA
    2025-12-19T10:13:00Z 3.1.3 sent MSA → SMRA IF-034, due 2025-12-19T11:03:00Z met (accept)
    2025-12-19T10:14:00Z 3.1.3 received MSA → SMRA IF-034 (accept)
    2025-12-19T10:14:00Z 3.1.4 queued SMRA
    2025-12-19T10:14:00Z 3.1.4 started SMRA
    2025-12-19T10:16:00Z 3.1.4 finished SMRA
    2025-12-19T10:16:00Z 3.1.4 sent SMRA → MSA IF-035, due 2025-12-19T11:14:00Z met (accepted)
    2025-12-19T10:16:00Z 3.1.4 sent SMRA → ADS IF-035 (accepted)
    2025-12-19T10:16:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.4 received SMRA → MSA IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.4 received SMRA → ADS IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.10 queued Supplier
    2025-12-19T10:17:00Z 3.1.10 started Supplier
    2025-12-19T10:22:00Z 3.1.10 finished Supplier
    2025-12-19T10:22:00Z 3.1.10 sent Supplier → MOA D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:23:00Z 3.1.3 finished ADS
    2025-12-19T10:23:00Z 3.1.3 sent ADS → SMRA IF-034, due 2025-12-19T11:03:00Z met (accept)
    2025-12-19T10:24:00Z 3.1.3 received ADS → SMRA IF-034 (accept)
    2025-12-19T10:24:00Z 3.1.4 queued SMRA
    2025-12-19T10:24:00Z 3.1.4 started SMRA
    2025-12-19T10:24:00Z 3.1.10 received Supplier → MOA D0151 (reason CA)
    2025-12-19T10:26:00Z 3.1.4 finished SMRA
    2025-12-19T10:26:00Z 3.1.4 sent SMRA → MSA IF-035, due 2025-12-19T11:24:00Z met (accepted)
    2025-12-19T10:26:00Z 3.1.4 sent SMRA → ADS IF-035 (accepted)
    2025-12-19T10:26:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.4 received SMRA → MSA IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.4 received SMRA → ADS IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.10 queued Supplier
    2025-12-19T10:27:00Z 3.1.10 started Supplier
    2025-12-19T10:32:00Z 3.1.10 finished Supplier
    2025-12-19T10:32:00Z 3.1.10 sent Supplier → HHDC D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:34:00Z 3.1.10 received Supplier → HHDC D0151 (reason CA)
    # 5 WD of 19 Dec for the MOA: 22, 23, 24, 29, 30 Dec.
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → MOA D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → HHDC D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → MOA D0170 (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → HHDC D0170 (action code 24)
    2025-12-19T22:02:00Z 3.1.6 queued MOA
    2025-12-22T09:00:00Z 3.1.6 started MOA
    2025-12-22T09:30:00Z 3.1.6 finished MOA
    2025-12-22T09:30:00Z 3.1.6 sent MOA → MSA D0268, due 2025-12-31T00:00:00Z met
    2025-12-22T09:32:00Z 3.1.6 received MOA → MSA D0268
    # 1 WD of Mon 22 Dec: 23 Dec.
    2025-12-22T09:32:00Z 3.1.9 queued MSA
    2025-12-22T09:32:00Z 3.1.9 started MSA
    2025-12-22T09:52:00Z 3.1.9 finished MSA
    2025-12-22T09:52:00Z 3.1.9 sent MSA → Supplier D0268, due 2025-12-24T00:00:00Z met
    2025-12-22T09:52:00Z 3.1.9 sent MSA → ADS D0268
    2025-12-22T09:54:00Z 3.1.9 received MSA → Supplier D0268
    2025-12-22T09:54:00Z 3.1.9 received MSA → ADS D0268
    # Data up to the last day cannot be sent before it: the clock starts at the EFD, Wed 31 Dec; 2, 5, 6, 7, 8 Jan.
    2025-12-31T00:00:00Z 3.1.7 queued HHDC
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2025-12-31T00:00:00Z met (metering service)
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2025-12-31T00:00:00Z met (data service)
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → MSA IF-036 (metering service)
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → MSA IF-036 (data service)
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → ADS IF-036 (metering service)
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → ADS IF-036 (data service)
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (metering service)
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (data service)
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (metering service)
    2025-12-31T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (data service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (metering service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (data service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → MSA IF-036 (metering service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → MSA IF-036 (data service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → ADS IF-036 (metering service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → ADS IF-036 (data service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (metering service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (data service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → EES IF-036 (metering service)
    2025-12-31T00:01:00Z 3.1.11 received SMRA → EES IF-036 (data service)
    # 50 min; D0036 to three, and here D0275 to three as well.
    2025-12-31T09:00:00Z 3.1.7 started HHDC
    2025-12-31T09:50:00Z 3.1.7 finished HHDC
    2025-12-31T09:50:00Z 3.1.7 sent HHDC → ADS D0036, due 2026-01-09T00:00:00Z met
    2025-12-31T09:50:00Z 3.1.7 sent HHDC → Supplier D0036
    2025-12-31T09:50:00Z 3.1.7 sent HHDC → LDSO D0036
    2025-12-31T09:50:00Z 3.1.7 sent HHDC → ADS D0275
    2025-12-31T09:50:00Z 3.1.7 sent HHDC → Supplier D0275
    2025-12-31T09:50:00Z 3.1.7 sent HHDC → LDSO D0275
    2025-12-31T09:52:00Z 3.1.7 received HHDC → ADS D0036
    2025-12-31T09:52:00Z 3.1.7 received HHDC → Supplier D0036
    2025-12-31T09:52:00Z 3.1.7 received HHDC → LDSO D0036
    2025-12-31T09:52:00Z 3.1.7 received HHDC → ADS D0275
    2025-12-31T09:52:00Z 3.1.7 received HHDC → Supplier D0275
    2025-12-31T09:52:00Z 3.1.7 received HHDC → LDSO D0275
`;

const SMART = `
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (metering service, EFD 2025-12-27)
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (data service, EFD 2025-12-27)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (metering service, EFD 2025-12-27)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (data service, EFD 2025-12-27)
    2025-12-19T10:01:00Z 3.1.2 queued SMRA
    2025-12-19T10:01:00Z 3.1.2 queued SMRA
    2025-12-19T10:01:00Z 3.1.2 started SMRA
    2025-12-19T10:01:00Z 3.1.2 started SMRA
    2025-12-19T10:02:00Z 3.1.2 finished SMRA
    2025-12-19T10:02:00Z 3.1.2 finished SMRA
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2025-12-19T11:01:00Z met (accepted)
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2025-12-19T11:01:00Z met (accepted)
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → MSS IF-033 (accepted)
    2025-12-19T10:02:00Z 3.1.2 sent SMRA → SDS IF-033 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → MSS IF-033 (accepted)
    2025-12-19T10:03:00Z 3.1.2 received SMRA → SDS IF-033 (accepted)
    2025-12-19T10:03:00Z 3.1.3 queued MSS
    2025-12-19T10:03:00Z 3.1.3 queued SDS
    2025-12-19T10:03:00Z 3.1.3 started MSS
    2025-12-19T10:03:00Z 3.1.3 started SDS
    2025-12-19T10:13:00Z 3.1.3 finished MSS
    2025-12-19T10:13:00Z 3.1.3 sent MSS → SMRA IF-034, due 2025-12-19T11:03:00Z met (accept)
    2025-12-19T10:14:00Z 3.1.3 received MSS → SMRA IF-034 (accept)
    2025-12-19T10:14:00Z 3.1.4 queued SMRA
    2025-12-19T10:14:00Z 3.1.4 started SMRA
    2025-12-19T10:16:00Z 3.1.4 finished SMRA
    2025-12-19T10:16:00Z 3.1.4 sent SMRA → MSS IF-035, due 2025-12-19T11:14:00Z met (accepted)
    2025-12-19T10:16:00Z 3.1.4 sent SMRA → SDS IF-035 (accepted)
    2025-12-19T10:16:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.4 received SMRA → MSS IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.4 received SMRA → SDS IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.10 queued Supplier
    2025-12-19T10:17:00Z 3.1.10 started Supplier
    2025-12-19T10:22:00Z 3.1.10 finished Supplier
    2025-12-19T10:22:00Z 3.1.10 sent Supplier → MOA D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:23:00Z 3.1.3 finished SDS
    2025-12-19T10:23:00Z 3.1.3 sent SDS → SMRA IF-034, due 2025-12-19T11:03:00Z met (accept)
    2025-12-19T10:24:00Z 3.1.3 received SDS → SMRA IF-034 (accept)
    2025-12-19T10:24:00Z 3.1.4 queued SMRA
    2025-12-19T10:24:00Z 3.1.4 started SMRA
    2025-12-19T10:24:00Z 3.1.10 received Supplier → MOA D0151 (reason CA)
    2025-12-19T10:26:00Z 3.1.4 finished SMRA
    2025-12-19T10:26:00Z 3.1.4 sent SMRA → MSS IF-035, due 2025-12-19T11:24:00Z met (accepted)
    2025-12-19T10:26:00Z 3.1.4 sent SMRA → SDS IF-035 (accepted)
    2025-12-19T10:26:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.4 received SMRA → MSS IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.4 received SMRA → SDS IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:27:00Z 3.1.10 queued Supplier
    2025-12-19T10:27:00Z 3.1.10 started Supplier
    2025-12-19T10:32:00Z 3.1.10 finished Supplier
    2025-12-19T10:32:00Z 3.1.10 sent Supplier → HHDC D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:34:00Z 3.1.10 received Supplier → HHDC D0151 (reason CA)
    # No technical details to send; the MOA only takes note.
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → MOA D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → HHDC D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → MOA D0170 (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → HHDC D0170 (action code 24)
    # The clock starts at the EFD, Sat 27 Dec: 29, 30, 31 Dec, 2, 5 Jan. Office hours from Mon 29 Dec.
    2025-12-27T00:00:00Z 3.1.8 queued HHDC
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2025-12-27T00:00:00Z met (metering service)
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2025-12-27T00:00:00Z met (data service)
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → MSS IF-036 (metering service)
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → MSS IF-036 (data service)
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → SDS IF-036 (metering service)
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → SDS IF-036 (data service)
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (metering service)
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (data service)
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (metering service)
    2025-12-27T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (data service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (metering service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (data service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → MSS IF-036 (metering service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → MSS IF-036 (data service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → SDS IF-036 (metering service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → SDS IF-036 (data service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (metering service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (data service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → EES IF-036 (metering service)
    2025-12-27T00:01:00Z 3.1.11 received SMRA → EES IF-036 (data service)
    2025-12-29T09:00:00Z 3.1.8 started HHDC
    2025-12-29T09:50:00Z 3.1.8 finished HHDC
    2025-12-29T09:50:00Z 3.1.8 sent HHDC → Supplier D0010, due 2026-01-06T00:00:00Z met
    2025-12-29T09:52:00Z 3.1.8 received HHDC → Supplier D0010
`;
