import { describe, expect, it } from 'vitest';
import { acts, hands, tinyRun } from './tiny-market.ts';

// Worked out by hand from BSCP708 §3.1. Clocks go forward on Sunday 29 March 2026 at 01:00Z, back on Sunday 25 October.
const SLOW = hands(3000);

describe('the life of a point across a clock change', () => {
  it('forward: advanced meter, the EFD at 00:00 BST is 23:00 UTC of the day before', () => {
    const run = tinyRun({
      from: '2026-03-23',
      to: '2026-04-10',
      starts: [['2026-03-27', 1]],
      points: { 'NHH advanced': 1 },
      lead: 3,
      change: { capacities: { MSA: { acceptance: SLOW } } },
    });
    expect(run.life()).toEqual(acts(FORWARD));
    expect(run.broken).toEqual([]);
  });

  it('back: traditional meter with no read at hand', () => {
    const run = tinyRun({
      from: '2026-10-19',
      to: '2026-11-06',
      starts: [['2026-10-23', 1]],
      points: { 'NHH traditional': 1 },
      lead: 3,
      read: 0,
      change: { capacities: { SDS: { acceptance: SLOW } } },
    });
    expect(run.life()).toEqual(acts(BACK));
    expect(run.broken).toEqual([]);
  });

  it('back: half-hourly smart meter whose EFD is the day of 25 hours', () => {
    const run = tinyRun({
      from: '2026-10-19',
      to: '2026-11-06',
      starts: [['2026-10-23', 1]],
      points: { 'HH smart': 1 },
      lead: 2,
    });
    const later = run.life().filter(act => act > '2026-10-24' && !act.includes('3.1.11 received'));
    // 25 October begins at 23:00Z; 5 WD of it: 26 to 30 Oct. Office hours from Monday 09:00 GMT, 50 min.
    expect(later).toEqual(
      acts(`
        2026-10-24T23:00:00Z 3.1.8 queued HHDC
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2026-10-24T23:00:00Z met (metering service)
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2026-10-24T23:00:00Z met (data service)
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → MSS IF-036 (metering service)
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → MSS IF-036 (data service)
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → SDS IF-036 (metering service)
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → SDS IF-036 (data service)
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (metering service)
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (data service)
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → EES IF-036 (metering service)
        2026-10-24T23:00:00Z 3.1.11 sent SMRA → EES IF-036 (data service)
        2026-10-26T09:00:00Z 3.1.8 started HHDC
        2026-10-26T09:50:00Z 3.1.8 finished HHDC
        2026-10-26T09:50:00Z 3.1.8 sent HHDC → Supplier D0010, due 2026-10-31T00:00:00Z met
        2026-10-26T09:52:00Z 3.1.8 received HHDC → Supplier D0010
      `),
    );
    expect(run.sum('state_daily', 'mhhs', { date: '2026-10-24' })).toBe(0);
    expect(run.sum('state_daily', 'mhhs', { date: '2026-10-25' })).toBe(1);
  });
});

const FORWARD = `
    # Friday 27 March, still GMT.
    2026-03-27T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (metering service, EFD 2026-03-30)
    2026-03-27T10:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (data service, EFD 2026-03-30)
    2026-03-27T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (metering service, EFD 2026-03-30)
    2026-03-27T10:01:00Z 3.1.1 received Supplier → SMRA IF-031 (data service, EFD 2026-03-30)
    2026-03-27T10:01:00Z 3.1.2 queued SMRA
    2026-03-27T10:01:00Z 3.1.2 queued SMRA
    2026-03-27T10:01:00Z 3.1.2 started SMRA
    2026-03-27T10:01:00Z 3.1.2 started SMRA
    2026-03-27T10:02:00Z 3.1.2 finished SMRA
    2026-03-27T10:02:00Z 3.1.2 finished SMRA
    2026-03-27T10:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2026-03-27T11:01:00Z met (accepted)
    2026-03-27T10:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2026-03-27T11:01:00Z met (accepted)
    2026-03-27T10:02:00Z 3.1.2 sent SMRA → MSA IF-033 (accepted)
    2026-03-27T10:02:00Z 3.1.2 sent SMRA → ADS IF-033 (accepted)
    2026-03-27T10:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2026-03-27T10:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2026-03-27T10:03:00Z 3.1.2 received SMRA → MSA IF-033 (accepted)
    2026-03-27T10:03:00Z 3.1.2 received SMRA → ADS IF-033 (accepted)
    # ADS 20 min; MSA 50 h, into Sunday.
    2026-03-27T10:03:00Z 3.1.3 queued MSA
    2026-03-27T10:03:00Z 3.1.3 queued ADS
    2026-03-27T10:03:00Z 3.1.3 started MSA
    2026-03-27T10:03:00Z 3.1.3 started ADS
    2026-03-27T10:23:00Z 3.1.3 finished ADS
    2026-03-27T10:23:00Z 3.1.3 sent ADS → SMRA IF-034, due 2026-03-27T11:03:00Z met (accept)
    2026-03-27T10:24:00Z 3.1.3 received ADS → SMRA IF-034 (accept)
    2026-03-27T10:24:00Z 3.1.4 queued SMRA
    2026-03-27T10:24:00Z 3.1.4 started SMRA
    2026-03-27T10:26:00Z 3.1.4 finished SMRA
    2026-03-27T10:26:00Z 3.1.4 sent SMRA → MSA IF-035, due 2026-03-27T11:24:00Z met (accepted)
    2026-03-27T10:26:00Z 3.1.4 sent SMRA → ADS IF-035 (accepted)
    2026-03-27T10:26:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2026-03-27T10:27:00Z 3.1.4 received SMRA → MSA IF-035 (accepted)
    2026-03-27T10:27:00Z 3.1.4 received SMRA → ADS IF-035 (accepted)
    2026-03-27T10:27:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2026-03-27T10:27:00Z 3.1.10 queued Supplier
    2026-03-27T10:27:00Z 3.1.10 started Supplier
    2026-03-27T10:32:00Z 3.1.10 finished Supplier
    2026-03-27T10:32:00Z 3.1.10 sent Supplier → NHHDC D0151, due 2026-04-07T23:00:00Z met (reason CA)
    2026-03-27T10:34:00Z 3.1.10 received Supplier → NHHDC D0151 (reason CA)
    # The batch of the DS at 22:00 GMT. 5 WD of 27 Mar: 30, 31 Mar, 1, 2, 7 Apr (Easter: 3 and 6 Apr).
    2026-03-27T22:00:00Z 3.1.5 sent SMRA → NHHDC D0170, due 2026-03-27T22:00:00Z met (action code 24)
    2026-03-27T22:02:00Z 3.1.5 received SMRA → NHHDC D0170 (action code 24)
    # 50 h of 10:03Z, whatever clocks show. Gate closure is at 17:00 BST, 16:00Z.
    2026-03-29T12:03:00Z 3.1.3 finished MSA
    2026-03-29T12:03:00Z 3.1.3 sent MSA → SMRA IF-034, due 2026-03-27T11:03:00Z missed (accept)
    2026-03-29T12:04:00Z 3.1.3 received MSA → SMRA IF-034 (accept)
    2026-03-29T12:04:00Z 3.1.4 queued SMRA
    2026-03-29T12:04:00Z 3.1.4 started SMRA
    2026-03-29T12:06:00Z 3.1.4 finished SMRA
    2026-03-29T12:06:00Z 3.1.4 sent SMRA → MSA IF-035, due 2026-03-29T13:04:00Z met (accepted)
    2026-03-29T12:06:00Z 3.1.4 sent SMRA → ADS IF-035 (accepted)
    2026-03-29T12:06:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2026-03-29T12:07:00Z 3.1.4 received SMRA → MSA IF-035 (accepted)
    2026-03-29T12:07:00Z 3.1.4 received SMRA → ADS IF-035 (accepted)
    2026-03-29T12:07:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    # 5 WD of Sunday 29 Mar are the same as those of Friday.
    2026-03-29T12:07:00Z 3.1.10 queued Supplier
    # The batch of the MS at 22:00 BST.
    2026-03-29T21:00:00Z 3.1.5 sent SMRA → MOA D0170, due 2026-03-29T21:00:00Z met (action code 24)
    2026-03-29T21:02:00Z 3.1.5 received SMRA → MOA D0170 (action code 24)
    2026-03-29T21:02:00Z 3.1.6 queued MOA
    # EFD: Monday 30 March 00:00 BST, 23:00Z of the 29th.
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2026-03-29T23:00:00Z met (metering service)
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2026-03-29T23:00:00Z met (data service)
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → MSA IF-036 (metering service)
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → MSA IF-036 (data service)
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → ADS IF-036 (metering service)
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → ADS IF-036 (data service)
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (metering service)
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (data service)
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → EES IF-036 (metering service)
    2026-03-29T23:00:00Z 3.1.11 sent SMRA → EES IF-036 (data service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → Supplier IF-036 (metering service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → Supplier IF-036 (data service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → MSA IF-036 (metering service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → MSA IF-036 (data service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → ADS IF-036 (metering service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → ADS IF-036 (data service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → LDSO IF-036 (metering service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → LDSO IF-036 (data service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → EES IF-036 (metering service)
    2026-03-29T23:01:00Z 3.1.11 received SMRA → EES IF-036 (data service)
    # 2 WD of 30 Mar: 31 Mar, 1 Apr; its 24:00 is 23:00Z.
    2026-03-29T23:01:00Z 3.1.14 queued Supplier
    # Office hours from 09:00 BST.
    2026-03-30T08:00:00Z 3.1.6 started MOA
    2026-03-30T08:00:00Z 3.1.10 started Supplier
    2026-03-30T08:00:00Z 3.1.14 started Supplier
    2026-03-30T08:05:00Z 3.1.10 finished Supplier
    2026-03-30T08:05:00Z 3.1.10 sent Supplier → MOA D0151, due 2026-04-07T23:00:00Z met (reason CA)
    2026-03-30T08:06:00Z 3.1.14 finished Supplier
    2026-03-30T08:06:00Z 3.1.14 sent Supplier → NHHDC D0010, due 2026-04-01T23:00:00Z met (final, reason 28)
    2026-03-30T08:07:00Z 3.1.10 received Supplier → MOA D0151 (reason CA)
    2026-03-30T08:08:00Z 3.1.14 received Supplier → NHHDC D0010 (final, reason 28)
    # 5 WD of 30 Mar: 31 Mar, 1, 2, 7, 8 Apr.
    2026-03-30T08:08:00Z 3.1.15 queued NHHDC
    2026-03-30T08:08:00Z 3.1.15 started NHHDC
    2026-03-30T08:30:00Z 3.1.6 finished MOA
    2026-03-30T08:30:00Z 3.1.6 sent MOA → MSA D0268, due 2026-04-07T23:00:00Z met
    2026-03-30T08:32:00Z 3.1.6 received MOA → MSA D0268
    2026-03-30T08:32:00Z 3.1.9 queued MSA
    2026-03-30T08:32:00Z 3.1.9 started MSA
    2026-03-30T08:48:00Z 3.1.15 finished NHHDC
    2026-03-30T08:48:00Z 3.1.15 did NHHDC, due 2026-04-08T23:00:00Z met (read validated)
    2026-03-30T08:48:00Z 3.1.16 sent NHHDC → Supplier D0019, due 2026-03-31T23:00:00Z met (final, reason 28)
    2026-03-30T08:48:00Z 3.1.16 sent NHHDC → Supplier D0010 (final, reason 28)
    2026-03-30T08:48:00Z 3.1.16 sent NHHDC → LDSO D0010 (final, reason 28)
    2026-03-30T08:50:00Z 3.1.16 received NHHDC → Supplier D0019 (final, reason 28)
    2026-03-30T08:50:00Z 3.1.16 received NHHDC → Supplier D0010 (final, reason 28)
    2026-03-30T08:50:00Z 3.1.16 received NHHDC → LDSO D0010 (final, reason 28)
    2026-03-30T08:50:00Z 3.1.17 queued Supplier
    2026-03-30T08:50:00Z 3.1.17 started Supplier
    2026-03-30T08:52:00Z 3.1.9 finished MSA
    2026-03-30T08:52:00Z 3.1.9 sent MSA → Supplier D0268, due 2026-03-31T23:00:00Z met
    2026-03-30T08:52:00Z 3.1.9 sent MSA → ADS D0268
    2026-03-30T08:54:00Z 3.1.9 received MSA → Supplier D0268
    2026-03-30T08:54:00Z 3.1.9 received MSA → ADS D0268
    2026-03-30T08:57:00Z 3.1.17 finished Supplier
    2026-03-30T08:57:00Z 3.1.17 sent Supplier → ADS D0010, due 2026-03-31T23:00:00Z met (initial, reason 28)
    2026-03-30T08:59:00Z 3.1.17 received Supplier → ADS D0010 (initial, reason 28)
`;

const BACK = `
    # Friday 23 October 10:00 BST.
    2026-10-23T09:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (metering service, EFD 2026-10-26)
    2026-10-23T09:00:00Z 3.1.1 sent Supplier → SMRA IF-031 (data service, EFD 2026-10-26)
    2026-10-23T09:01:00Z 3.1.1 received Supplier → SMRA IF-031 (metering service, EFD 2026-10-26)
    2026-10-23T09:01:00Z 3.1.1 received Supplier → SMRA IF-031 (data service, EFD 2026-10-26)
    2026-10-23T09:01:00Z 3.1.2 queued SMRA
    2026-10-23T09:01:00Z 3.1.2 queued SMRA
    2026-10-23T09:01:00Z 3.1.2 started SMRA
    2026-10-23T09:01:00Z 3.1.2 started SMRA
    2026-10-23T09:02:00Z 3.1.2 finished SMRA
    2026-10-23T09:02:00Z 3.1.2 finished SMRA
    2026-10-23T09:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2026-10-23T10:01:00Z met (accepted)
    2026-10-23T09:02:00Z 3.1.2 sent SMRA → Supplier IF-032, due 2026-10-23T10:01:00Z met (accepted)
    2026-10-23T09:02:00Z 3.1.2 sent SMRA → MSS IF-033 (accepted)
    2026-10-23T09:02:00Z 3.1.2 sent SMRA → SDS IF-033 (accepted)
    2026-10-23T09:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2026-10-23T09:03:00Z 3.1.2 received SMRA → Supplier IF-032 (accepted)
    2026-10-23T09:03:00Z 3.1.2 received SMRA → MSS IF-033 (accepted)
    2026-10-23T09:03:00Z 3.1.2 received SMRA → SDS IF-033 (accepted)
    # MSS 10 min; SDS 50 h, into Sunday.
    2026-10-23T09:03:00Z 3.1.3 queued MSS
    2026-10-23T09:03:00Z 3.1.3 queued SDS
    2026-10-23T09:03:00Z 3.1.3 started MSS
    2026-10-23T09:03:00Z 3.1.3 started SDS
    2026-10-23T09:13:00Z 3.1.3 finished MSS
    2026-10-23T09:13:00Z 3.1.3 sent MSS → SMRA IF-034, due 2026-10-23T10:03:00Z met (accept)
    2026-10-23T09:14:00Z 3.1.3 received MSS → SMRA IF-034 (accept)
    2026-10-23T09:14:00Z 3.1.4 queued SMRA
    2026-10-23T09:14:00Z 3.1.4 started SMRA
    2026-10-23T09:16:00Z 3.1.4 finished SMRA
    2026-10-23T09:16:00Z 3.1.4 sent SMRA → MSS IF-035, due 2026-10-23T10:14:00Z met (accepted)
    2026-10-23T09:16:00Z 3.1.4 sent SMRA → SDS IF-035 (accepted)
    2026-10-23T09:16:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2026-10-23T09:17:00Z 3.1.4 received SMRA → MSS IF-035 (accepted)
    2026-10-23T09:17:00Z 3.1.4 received SMRA → SDS IF-035 (accepted)
    2026-10-23T09:17:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2026-10-23T09:17:00Z 3.1.10 queued Supplier
    2026-10-23T09:17:00Z 3.1.10 started Supplier
    2026-10-23T09:22:00Z 3.1.10 finished Supplier
    2026-10-23T09:22:00Z 3.1.10 sent Supplier → MOA D0151, due 2026-10-31T00:00:00Z met (reason CA)
    2026-10-23T09:24:00Z 3.1.10 received Supplier → MOA D0151 (reason CA)
    # The batch at 22:00 BST; 5 WD of 23 Oct: 26 to 30 Oct; 24:00 GMT is 00:00Z.
    2026-10-23T21:00:00Z 3.1.5 sent SMRA → MOA D0170, due 2026-10-23T21:00:00Z met (action code 24)
    2026-10-23T21:02:00Z 3.1.5 received SMRA → MOA D0170 (action code 24)
    2026-10-23T21:02:00Z 3.1.6 queued MOA
    # Sunday, GMT by now; gate closure at 17:00Z.
    2026-10-25T11:03:00Z 3.1.3 finished SDS
    2026-10-25T11:03:00Z 3.1.3 sent SDS → SMRA IF-034, due 2026-10-23T10:03:00Z missed (accept)
    2026-10-25T11:04:00Z 3.1.3 received SDS → SMRA IF-034 (accept)
    2026-10-25T11:04:00Z 3.1.4 queued SMRA
    2026-10-25T11:04:00Z 3.1.4 started SMRA
    2026-10-25T11:06:00Z 3.1.4 finished SMRA
    2026-10-25T11:06:00Z 3.1.4 sent SMRA → MSS IF-035, due 2026-10-25T12:04:00Z met (accepted)
    2026-10-25T11:06:00Z 3.1.4 sent SMRA → SDS IF-035 (accepted)
    2026-10-25T11:06:00Z 3.1.4 sent SMRA → Supplier IF-035 (accepted)
    2026-10-25T11:07:00Z 3.1.4 received SMRA → MSS IF-035 (accepted)
    2026-10-25T11:07:00Z 3.1.4 received SMRA → SDS IF-035 (accepted)
    2026-10-25T11:07:00Z 3.1.4 received SMRA → Supplier IF-035 (accepted)
    2026-10-25T11:07:00Z 3.1.10 queued Supplier
    # The batch at 22:00 GMT.
    2026-10-25T22:00:00Z 3.1.5 sent SMRA → NHHDC D0170, due 2026-10-25T22:00:00Z met (action code 24)
    2026-10-25T22:02:00Z 3.1.5 received SMRA → NHHDC D0170 (action code 24)
    # EFD: Monday 26 October 00:00 GMT.
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2026-10-26T00:00:00Z met (metering service)
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → Supplier IF-036, due 2026-10-26T00:00:00Z met (data service)
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → MSS IF-036 (metering service)
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → MSS IF-036 (data service)
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → SDS IF-036 (metering service)
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → SDS IF-036 (data service)
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (metering service)
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → LDSO IF-036 (data service)
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (metering service)
    2026-10-26T00:00:00Z 3.1.11 sent SMRA → EES IF-036 (data service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (metering service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → Supplier IF-036 (data service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → MSS IF-036 (metering service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → MSS IF-036 (data service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → SDS IF-036 (metering service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → SDS IF-036 (data service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (metering service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → LDSO IF-036 (data service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → EES IF-036 (metering service)
    2026-10-26T00:01:00Z 3.1.11 received SMRA → EES IF-036 (data service)
    # Office hours from 09:00 GMT.
    2026-10-26T09:00:00Z 3.1.6 started MOA
    2026-10-26T09:00:00Z 3.1.10 started Supplier
    2026-10-26T09:05:00Z 3.1.10 finished Supplier
    2026-10-26T09:05:00Z 3.1.10 sent Supplier → NHHDC D0151, due 2026-10-31T00:00:00Z met (reason CA)
    2026-10-26T09:07:00Z 3.1.10 received Supplier → NHHDC D0151 (reason CA)
    2026-10-26T09:30:00Z 3.1.6 finished MOA
    2026-10-26T09:30:00Z 3.1.6 sent MOA → MSS D0149, due 2026-10-31T00:00:00Z met
    2026-10-26T09:30:00Z 3.1.6 sent MOA → MSS D0150
    2026-10-26T09:32:00Z 3.1.6 received MOA → MSS D0149
    2026-10-26T09:32:00Z 3.1.6 received MOA → MSS D0150
    2026-10-26T09:32:00Z 3.1.9 queued MSS
    2026-10-26T09:32:00Z 3.1.9 started MSS
    2026-10-26T09:52:00Z 3.1.9 finished MSS
    2026-10-26T09:52:00Z 3.1.9 sent MSS → Supplier D0149, due 2026-10-28T00:00:00Z met
    2026-10-26T09:52:00Z 3.1.9 sent MSS → Supplier D0150
    2026-10-26T09:52:00Z 3.1.9 sent MSS → SDS D0149
    2026-10-26T09:52:00Z 3.1.9 sent MSS → SDS D0150
    2026-10-26T09:54:00Z 3.1.9 received MSS → Supplier D0149
    2026-10-26T09:54:00Z 3.1.9 received MSS → Supplier D0150
    2026-10-26T09:54:00Z 3.1.9 received MSS → SDS D0149
    2026-10-26T09:54:00Z 3.1.9 received MSS → SDS D0150
    # No read: 2 WD after the EFD, 27 and 28 Oct, one is deemed. 5 WD of 29 Oct: 30 Oct, 2, 3, 4, 5 Nov.
    2026-10-29T00:00:00Z 3.1.15 queued NHHDC
    2026-10-29T09:00:00Z 3.1.15 started NHHDC
    2026-10-29T09:40:00Z 3.1.15 finished NHHDC
    2026-10-29T09:40:00Z 3.1.15 did NHHDC, due 2026-11-06T00:00:00Z met (read deemed)
    2026-10-29T09:40:00Z 3.1.16 sent NHHDC → Supplier D0019, due 2026-10-31T00:00:00Z met (final, reason 28, deemed)
    2026-10-29T09:40:00Z 3.1.16 sent NHHDC → Supplier D0010 (final, reason 28, deemed)
    2026-10-29T09:40:00Z 3.1.16 sent NHHDC → LDSO D0010 (final, reason 28, deemed)
    2026-10-29T09:42:00Z 3.1.16 received NHHDC → Supplier D0019 (final, reason 28, deemed)
    2026-10-29T09:42:00Z 3.1.16 received NHHDC → Supplier D0010 (final, reason 28, deemed)
    2026-10-29T09:42:00Z 3.1.16 received NHHDC → LDSO D0010 (final, reason 28, deemed)
    2026-10-29T09:42:00Z 3.1.17 queued Supplier
    2026-10-29T09:42:00Z 3.1.17 started Supplier
    2026-10-29T09:49:00Z 3.1.17 finished Supplier
    2026-10-29T09:49:00Z 3.1.17 sent Supplier → SDS D0010, due 2026-10-31T00:00:00Z met (initial, reason 28)
    2026-10-29T09:51:00Z 3.1.17 received Supplier → SDS D0010 (initial, reason 28)
`;
