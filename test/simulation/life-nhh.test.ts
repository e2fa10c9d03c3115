import { describe, expect, it } from 'vitest';
import { acts, hands, tinyRun } from './tiny-market.ts';

// Worked out by hand from BSCP708 §3.1. Working Days over Christmas 2025: Fri 19, Mon 22, 23, 24, 29, 30, 31 December,
// Fri 2, Mon 5 January … A day ends at 24:00, that is 00:00 of the next. Winter: local time is UTC.
const CHRISTMAS = { from: '2025-12-15', to: '2026-01-16', starts: [['2025-12-19', 1]] } as const;

describe('the life of an NHH point over Christmas', () => {
  it('traditional meter, EFD on Christmas Day: a slow SDS and a slow MOA miss their deadlines', () => {
    const run = tinyRun({
      ...CHRISTMAS,
      points: { 'NHH traditional': 1 },
      lead: 6,
      change: {
        capacities: {
          SDS: { acceptance: hands(70) },
          MOA: { mtd: { ...hands(30, 'office'), delay: { fixed: '10 d' } } },
        },
      },
    });
    expect(run.life()).toEqual(acts(TRADITIONAL));
    expect(run.outcome.messages).toBe(39);
    expect(run.broken).toEqual([]);
  });

  it("smart meter with a supplier's read, EFD on New Year's Day: 33 messages", () => {
    const run = tinyRun({ ...CHRISTMAS, points: { 'NHH smart': 1 }, lead: 13 });
    expect(run.life()).toEqual(acts(SMART));
    expect(run.outcome.messages).toBe(33);
    expect(run.broken).toEqual([]);
  });
});

const TRADITIONAL = `
    # 10:00 local; the DIP takes 60 s.
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (metering service, EFD 2025-12-25)
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (data service, EFD 2025-12-25)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (metering service, EFD 2025-12-25)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (data service, EFD 2025-12-25)
    # One minute each at the SMRA, which has hands enough; 60 min of 10:01.
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
    # MSS takes 10 min, SDS 70 min, against 60 min of 10:03.
    2025-12-19T10:03:00Z 3.1.3 queued MSS
    2025-12-19T10:03:00Z 3.1.3 queued SDS
    2025-12-19T10:03:00Z 3.1.3 started MSS
    2025-12-19T10:03:00Z 3.1.3 started SDS
    2025-12-19T10:13:00Z 3.1.3 finished MSS
    2025-12-19T10:13:00Z 3.1.3 sent MSS → SMRA IF-034, due 2025-12-19T11:03:00Z met (accept)
    2025-12-19T10:14:00Z 3.1.3 received MSS → SMRA IF-034 (accept)
    # Two minutes to publish; a round of IF-035 goes to three.
    2025-12-19T10:14:00Z 3.1.4 queued SMRA
    2025-12-19T10:14:00Z 3.1.4 started SMRA
    2025-12-19T10:16:00Z 3.1.4 finished SMRA
    2025-12-19T10:16:00Z 3.1.4 sent SMRA → MSS IF-035, due 2025-12-19T11:14:00Z met (accepted)
    2025-12-19T10:16:00Z 3.1.4 sent SMRA → SDS IF-035 (accepted)
    2025-12-19T10:16:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.4 received SMRA → MSS IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.4 received SMRA → SDS IF-035 (accepted)
    2025-12-19T10:17:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    # 5 min to end the legacy appointment; 5 WD of Fri 19 Dec: 22, 23, 24, 29, 30 Dec.
    2025-12-19T10:17:00Z 3.1.10 queued Supplier
    2025-12-19T10:17:00Z 3.1.10 started Supplier
    2025-12-19T10:22:00Z 3.1.10 finished Supplier
    2025-12-19T10:22:00Z 3.1.10 sent Supplier → MOA D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:24:00Z 3.1.10 received Supplier → MOA D0151 (reason CA)
    2025-12-19T11:13:00Z 3.1.3 finished SDS
    2025-12-19T11:13:00Z 3.1.3 sent SDS → SMRA IF-034, due 2025-12-19T11:03:00Z missed (accept)
    2025-12-19T11:14:00Z 3.1.3 received SDS → SMRA IF-034 (accept)
    2025-12-19T11:14:00Z 3.1.4 queued SMRA
    2025-12-19T11:14:00Z 3.1.4 started SMRA
    2025-12-19T11:16:00Z 3.1.4 finished SMRA
    2025-12-19T11:16:00Z 3.1.4 sent SMRA → MSS IF-035, due 2025-12-19T12:14:00Z met (accepted)
    2025-12-19T11:16:00Z 3.1.4 sent SMRA → SDS IF-035 (accepted)
    2025-12-19T11:16:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2025-12-19T11:17:00Z 3.1.4 received SMRA → MSS IF-035 (accepted)
    2025-12-19T11:17:00Z 3.1.4 received SMRA → SDS IF-035 (accepted)
    2025-12-19T11:17:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2025-12-19T11:17:00Z 3.1.10 queued Supplier
    2025-12-19T11:17:00Z 3.1.10 started Supplier
    2025-12-19T11:22:00Z 3.1.10 finished Supplier
    2025-12-19T11:22:00Z 3.1.10 sent Supplier → NHHDC D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T11:24:00Z 3.1.10 received Supplier → NHHDC D0151 (reason CA)
    # The batch at 22:00; the DTN takes 120 s.
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → MOA D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → NHHDC D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → MOA D0170 (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → NHHDC D0170 (action code 24)
    # The MOA works from Mon 22 Dec 09:00, 30 min; ten days later it sends.
    2025-12-19T22:02:00Z 3.1.6 queued MOA
    2025-12-22T09:00:00Z 3.1.6 started MOA
    2025-12-22T09:30:00Z 3.1.6 finished MOA
    # EFD: Christmas Day, 00:00. Each service has a round of its own, to five.
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2025-12-25T00:00:00Z met (metering service)
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2025-12-25T00:00:00Z met (data service)
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → MSS IF-036 (metering service)
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → MSS IF-036 (data service)
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → SDS IF-036 (metering service)
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → SDS IF-036 (data service)
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (metering service)
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (data service)
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (metering service)
    2025-12-25T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (data service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (metering service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (data service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → MSS IF-036 (metering service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → MSS IF-036 (data service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → SDS IF-036 (metering service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → SDS IF-036 (data service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (metering service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (data service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → EES IF-036 (metering service)
    2025-12-25T00:01:00Z 3.1.11 received SMRA → EES IF-036 (data service)
    # Office hours again on Mon 29 Dec; 2 WD of 25 Dec: 29, 30 Dec.
    2025-12-25T00:01:00Z 3.1.14 queued Supplier
    2025-12-29T09:00:00Z 3.1.14 started Supplier
    2025-12-29T09:06:00Z 3.1.14 finished Supplier
    2025-12-29T09:06:00Z 3.1.14 sent Supplier → NHHDC D0010, due 2025-12-31T00:00:00Z met (final, reason 28)
    2025-12-29T09:08:00Z 3.1.14 received Supplier → NHHDC D0010 (final, reason 28)
    # 40 min; the read is the later of the two: 5 WD of 29 Dec: 30, 31 Dec, 2, 5, 6 Jan.
    2025-12-29T09:08:00Z 3.1.15 queued NHHDC
    2025-12-29T09:08:00Z 3.1.15 started NHHDC
    2025-12-29T09:48:00Z 3.1.15 finished NHHDC
    2025-12-29T09:48:00Z 3.1.15 did NHHDC, due 2026-01-07T00:00:00Z met (read validated)
    # 1 WD of 29 Dec: 30 Dec.
    2025-12-29T09:48:00Z 3.1.16 sent NHHDC → Supplier D0019, due 2025-12-31T00:00:00Z met (final, reason 28)
    2025-12-29T09:48:00Z 3.1.16 sent NHHDC → Supplier D0010 (final, reason 28)
    2025-12-29T09:48:00Z 3.1.16 sent NHHDC → LDSO D0010 (final, reason 28)
    2025-12-29T09:50:00Z 3.1.16 received NHHDC → Supplier D0019 (final, reason 28)
    2025-12-29T09:50:00Z 3.1.16 received NHHDC → Supplier D0010 (final, reason 28)
    2025-12-29T09:50:00Z 3.1.16 received NHHDC → LDSO D0010 (final, reason 28)
    # 7 min; 1 WD of 29 Dec: 30 Dec.
    2025-12-29T09:50:00Z 3.1.17 queued Supplier
    2025-12-29T09:50:00Z 3.1.17 started Supplier
    2025-12-29T09:57:00Z 3.1.17 finished Supplier
    2025-12-29T09:57:00Z 3.1.17 sent Supplier → SDS D0010, due 2025-12-31T00:00:00Z met (initial, reason 28)
    2025-12-29T09:59:00Z 3.1.17 received Supplier → SDS D0010 (initial, reason 28)
    # 5 WD of 19 Dec were up on 30 Dec.
    2026-01-01T09:30:00Z 3.1.6 sent MOA → MSS D0149, due 2025-12-31T00:00:00Z missed
    2026-01-01T09:30:00Z 3.1.6 sent MOA → MSS D0150
    2026-01-01T09:32:00Z 3.1.6 received MOA → MSS D0149
    2026-01-01T09:32:00Z 3.1.6 received MOA → MSS D0150
    # A bank holiday: 20 min on Fri 2 Jan, which is the 1 WD of 1 Jan.
    2026-01-01T09:32:00Z 3.1.9 queued MSS
    2026-01-02T09:00:00Z 3.1.9 started MSS
    2026-01-02T09:20:00Z 3.1.9 finished MSS
    2026-01-02T09:20:00Z 3.1.9 sent MSS → Supplier D0149, due 2026-01-03T00:00:00Z met
    2026-01-02T09:20:00Z 3.1.9 sent MSS → Supplier D0150
    2026-01-02T09:20:00Z 3.1.9 sent MSS → SDS D0149
    2026-01-02T09:20:00Z 3.1.9 sent MSS → SDS D0150
    2026-01-02T09:22:00Z 3.1.9 received MSS → Supplier D0149
    2026-01-02T09:22:00Z 3.1.9 received MSS → Supplier D0150
    2026-01-02T09:22:00Z 3.1.9 received MSS → SDS D0149
    2026-01-02T09:22:00Z 3.1.9 received MSS → SDS D0150
`;

const SMART = `
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (metering service, EFD 2026-01-01)
    2025-12-19T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (data service, EFD 2026-01-01)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (metering service, EFD 2026-01-01)
    2025-12-19T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (data service, EFD 2026-01-01)
    # 60 min of 10:01.
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
    # MSS 10 min, SDS 20 min; 60 min of 10:03.
    2025-12-19T10:03:00Z 3.1.3 queued MSS
    2025-12-19T10:03:00Z 3.1.3 queued SDS
    2025-12-19T10:03:00Z 3.1.3 started MSS
    2025-12-19T10:03:00Z 3.1.3 started SDS
    2025-12-19T10:13:00Z 3.1.3 finished MSS
    2025-12-19T10:13:00Z 3.1.3 sent MSS → SMRA IF-034, due 2025-12-19T11:03:00Z met (accept)
    2025-12-19T10:14:00Z 3.1.3 received MSS → SMRA IF-034 (accept)
    # 60 min of 10:14; then 5 WD of Fri 19 Dec: 22, 23, 24, 29, 30 Dec.
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
    2025-12-19T10:32:00Z 3.1.10 sent Supplier → NHHDC D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:34:00Z 3.1.10 received Supplier → NHHDC D0151 (reason CA)
    # The batch at 22:00. Smart meters have no technical details to send: they come with IF-036.
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → MOA D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → NHHDC D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → MOA D0170 (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → NHHDC D0170 (action code 24)
    # EFD: New Year's Day.
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2026-01-01T00:00:00Z met (metering service)
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2026-01-01T00:00:00Z met (data service)
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → MSS IF-036 (metering service)
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → MSS IF-036 (data service)
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → SDS IF-036 (metering service)
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → SDS IF-036 (data service)
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (metering service)
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (data service)
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (metering service)
    2026-01-01T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (data service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (metering service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (data service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → MSS IF-036 (metering service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → MSS IF-036 (data service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → SDS IF-036 (metering service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → SDS IF-036 (data service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (metering service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (data service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → EES IF-036 (metering service)
    2026-01-01T00:01:00Z 3.1.11 received SMRA → EES IF-036 (data service)
    # Office hours from Fri 2 Jan; 2 WD of 1 Jan: 2, 5 Jan.
    2026-01-01T00:01:00Z 3.1.14 queued Supplier
    2026-01-02T09:00:00Z 3.1.14 started Supplier
    2026-01-02T09:06:00Z 3.1.14 finished Supplier
    2026-01-02T09:06:00Z 3.1.14 sent Supplier → NHHDC D0010, due 2026-01-06T00:00:00Z met (final, reason 28)
    2026-01-02T09:08:00Z 3.1.14 received Supplier → NHHDC D0010 (final, reason 28)
    # 5 WD of 2 Jan: 5, 6, 7, 8, 9 Jan.
    2026-01-02T09:08:00Z 3.1.15 queued NHHDC
    2026-01-02T09:08:00Z 3.1.15 started NHHDC
    2026-01-02T09:48:00Z 3.1.15 finished NHHDC
    2026-01-02T09:48:00Z 3.1.15 did NHHDC, due 2026-01-10T00:00:00Z met (read validated)
    # 1 WD of Fri 2 Jan: Mon 5 Jan.
    2026-01-02T09:48:00Z 3.1.16 sent NHHDC → Supplier D0019, due 2026-01-06T00:00:00Z met (final, reason 28)
    2026-01-02T09:48:00Z 3.1.16 sent NHHDC → Supplier D0010 (final, reason 28)
    2026-01-02T09:48:00Z 3.1.16 sent NHHDC → LDSO D0010 (final, reason 28)
    2026-01-02T09:50:00Z 3.1.16 received NHHDC → Supplier D0019 (final, reason 28)
    2026-01-02T09:50:00Z 3.1.16 received NHHDC → Supplier D0010 (final, reason 28)
    2026-01-02T09:50:00Z 3.1.16 received NHHDC → LDSO D0010 (final, reason 28)
    2026-01-02T09:50:00Z 3.1.17 queued Supplier
    2026-01-02T09:50:00Z 3.1.17 started Supplier
    2026-01-02T09:57:00Z 3.1.17 finished Supplier
    2026-01-02T09:57:00Z 3.1.17 sent Supplier → SDS D0010, due 2026-01-06T00:00:00Z met (initial, reason 28)
    2026-01-02T09:59:00Z 3.1.17 received Supplier → SDS D0010 (initial, reason 28)
`;
