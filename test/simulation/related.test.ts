import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAG } from '../../src/market/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { build } from '../../src/simulation/build.ts';
import { live } from '../../src/simulation/live.ts';
import { acts, migrations, type TinyRun, tinyRun } from './tiny-market.ts';
import { twoSuppliersRun } from './two-suppliers.ts';

// Worked out by hand from BSCP708 §4.1.1 and §3.1. Working Days over Christmas 2025: Fri 19, Mon 22, 23, 24, 29, 30, 31
// December, Fri 2, Mon 5, 6 January. A day ends at 24:00, that is 00:00 of the next. Winter: local time is UTC.

/** A primary MSID with so many secondary ones: all points of the market. */
const oneSet = (secondaries: number) => ({
  related: { share: secondaries / (1 + secondaries), secondaries: { [secondaries]: 1 } },
  pairs: { share: 0 },
  changes: 0,
});

/** The life of one of the traced points, without the times at which jobs started and were finished. */
function lifeOf(run: TinyRun, point: number): string[] {
  const rows = run.rows('trace');
  return run.life().filter((line, i) => rows[i]!.point === point && !/ (started|finished) /.test(line));
}

describe('a primary MSID with two secondary ones, traditional meters, on a change of agent', () => {
  const knobs = {
    points: { 'NHH traditional': 3 },
    from: '2025-12-15',
    to: '2026-01-16',
    starts: [['2025-12-19', 3]],
    lead: 6,
  } as const;
  const run = tinyRun({ ...knobs, change: { links: oneSet(2) } }, { trace: 3 });

  it('the primary lives as if it were alone', () => {
    const alone = tinyRun({ ...knobs, points: { 'NHH traditional': 1 }, starts: [['2025-12-19', 1]] });
    expect(lifeOf(run, 0)).toEqual(lifeOf(alone, 0));
  });

  it('each secondary has the steps of its outgoing agents, and a round of IF-036 for each service', () => {
    expect(lifeOf(run, 1)).toEqual(acts(SECONDARY));
    expect(lifeOf(run, 2)).toEqual(acts(SECONDARY));
  });

  it('they start and are completed together, and the messages add up to 39 and twice 25', () => {
    // Of the 39, 14 are for asking: two each of IF-031, IF-032, IF-033 and IF-034, and two rounds of three IF-035.
    expect(run.outcome.messages).toBe(39 + 2 * 25);
    expect(migrations(run)).toEqual(['2025-12-19 planned 3 started 3', '2025-12-25 completed 3']);
    expect(run.broken).toEqual([]);
  });

  it('a set of three starts on the first of three days with a start each', () => {
    const starts = [
      ['2025-12-19', 1],
      ['2025-12-22', 1],
      ['2025-12-23', 1],
    ] as const;
    const slow = tinyRun({ ...knobs, starts, change: { links: oneSet(2) } });
    expect(migrations(slow).filter(day => day.includes('started'))).toEqual(['2025-12-19 planned 1 started 3']);
    expect(slow.sum('state_daily', 'mhhs', { date: '2025-12-25' })).toBe(3);
  });

  it('both cores tell the same', () => {
    const ordered = tinyRun({ ...knobs, change: { links: oneSet(2) } }, { trace: 3, core: 'ordered' });
    expect(ordered.life()).toEqual(run.life());
  });
});

const SECONDARY = `
    # The supplier has the IF-035 of the primary's MSS at 10:17 and of its SDS at 10:27; 5 min for a D0151 each.
    # 5 WD of Fri 19 Dec: 22, 23, 24, 29, 30 Dec.
    2025-12-19T10:17:00Z 3.1.10 queued Supplier
    2025-12-19T10:22:00Z 3.1.10 sent Supplier → MOA D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:24:00Z 3.1.10 received Supplier → MOA D0151 (reason CA)
    2025-12-19T10:27:00Z 3.1.10 queued Supplier
    2025-12-19T10:32:00Z 3.1.10 sent Supplier → NHHDC D0151, due 2025-12-31T00:00:00Z met (reason CA)
    2025-12-19T10:34:00Z 3.1.10 received Supplier → NHHDC D0151 (reason CA)
    # In the night's batch, with the primary's; the DTN takes 120 s.
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → MOA D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:00:00Z 3.1.5 sent SMRA → NHHDC D0170, due 2025-12-19T22:00:00Z met (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → MOA D0170 (action code 24)
    2025-12-19T22:02:00Z 3.1.5 received SMRA → NHHDC D0170 (action code 24)
    # The MOA's next office hour is Monday's first: 30 min; 5 WD of Fri 19 Dec.
    2025-12-19T22:02:00Z 3.1.6 queued MOA
    2025-12-22T09:30:00Z 3.1.6 sent MOA → MSS D0149, due 2025-12-31T00:00:00Z met
    2025-12-22T09:30:00Z 3.1.6 sent MOA → MSS D0150
    2025-12-22T09:32:00Z 3.1.6 received MOA → MSS D0149
    2025-12-22T09:32:00Z 3.1.6 received MOA → MSS D0150
    # 20 min at the MSS; 1 WD of Mon 22 Dec is Tue 23.
    2025-12-22T09:32:00Z 3.1.9 queued MSS
    2025-12-22T09:52:00Z 3.1.9 sent MSS → Supplier D0149, due 2025-12-24T00:00:00Z met
    2025-12-22T09:52:00Z 3.1.9 sent MSS → Supplier D0150
    2025-12-22T09:52:00Z 3.1.9 sent MSS → SDS D0149
    2025-12-22T09:52:00Z 3.1.9 sent MSS → SDS D0150
    2025-12-22T09:54:00Z 3.1.9 received MSS → Supplier D0149
    2025-12-22T09:54:00Z 3.1.9 received MSS → Supplier D0150
    2025-12-22T09:54:00Z 3.1.9 received MSS → SDS D0149
    2025-12-22T09:54:00Z 3.1.9 received MSS → SDS D0150
    # The EFD of the primary.
    2025-12-25T00:00:00Z related.1 sent SMRA → Supplier IF-036, due 2025-12-25T00:00:00Z met (metering service)
    2025-12-25T00:00:00Z related.1 sent SMRA → Supplier IF-036, due 2025-12-25T00:00:00Z met (data service)
    2025-12-25T00:00:00Z related.1 sent SMRA → MSS IF-036 (metering service)
    2025-12-25T00:00:00Z related.1 sent SMRA → MSS IF-036 (data service)
    2025-12-25T00:00:00Z related.1 sent SMRA → SDS IF-036 (metering service)
    2025-12-25T00:00:00Z related.1 sent SMRA → SDS IF-036 (data service)
    2025-12-25T00:00:00Z related.1 sent SMRA → LDSO IF-036 (metering service)
    2025-12-25T00:00:00Z related.1 sent SMRA → LDSO IF-036 (data service)
    2025-12-25T00:00:00Z related.1 sent SMRA → EES IF-036 (metering service)
    2025-12-25T00:00:00Z related.1 sent SMRA → EES IF-036 (data service)
    2025-12-25T00:01:00Z 3.1.14 queued Supplier
    2025-12-25T00:01:00Z related.1 received SMRA → Supplier IF-036 (metering service)
    2025-12-25T00:01:00Z related.1 received SMRA → Supplier IF-036 (data service)
    2025-12-25T00:01:00Z related.1 received SMRA → MSS IF-036 (metering service)
    2025-12-25T00:01:00Z related.1 received SMRA → MSS IF-036 (data service)
    2025-12-25T00:01:00Z related.1 received SMRA → SDS IF-036 (metering service)
    2025-12-25T00:01:00Z related.1 received SMRA → SDS IF-036 (data service)
    2025-12-25T00:01:00Z related.1 received SMRA → LDSO IF-036 (metering service)
    2025-12-25T00:01:00Z related.1 received SMRA → LDSO IF-036 (data service)
    2025-12-25T00:01:00Z related.1 received SMRA → EES IF-036 (metering service)
    2025-12-25T00:01:00Z related.1 received SMRA → EES IF-036 (data service)
    # After the holidays, 6 min; 2 WD of Thu 25 Dec: Mon 29, Tue 30.
    2025-12-29T09:06:00Z 3.1.14 sent Supplier → NHHDC D0010, due 2025-12-31T00:00:00Z met (final, reason 28)
    2025-12-29T09:08:00Z 3.1.14 received Supplier → NHHDC D0010 (final, reason 28)
    # 40 min at the NHHDC; 5 WD of Mon 29 Dec: 30, 31 Dec, 2, 5, 6 Jan. Then 1 WD: Tue 30 Dec.
    2025-12-29T09:08:00Z 3.1.15 queued NHHDC
    2025-12-29T09:48:00Z 3.1.15 did NHHDC, due 2026-01-07T00:00:00Z met (read validated)
    2025-12-29T09:48:00Z 3.1.16 sent NHHDC → Supplier D0019, due 2025-12-31T00:00:00Z met (final, reason 28)
    2025-12-29T09:48:00Z 3.1.16 sent NHHDC → Supplier D0010 (final, reason 28)
    2025-12-29T09:48:00Z 3.1.16 sent NHHDC → LDSO D0010 (final, reason 28)
    2025-12-29T09:50:00Z 3.1.16 received NHHDC → Supplier D0019 (final, reason 28)
    2025-12-29T09:50:00Z 3.1.16 received NHHDC → Supplier D0010 (final, reason 28)
    2025-12-29T09:50:00Z 3.1.16 received NHHDC → LDSO D0010 (final, reason 28)
    # 7 min; 1 WD of Mon 29 Dec is Tue 30.
    2025-12-29T09:50:00Z 3.1.17 queued Supplier
    2025-12-29T09:57:00Z 3.1.17 sent Supplier → SDS D0010, due 2025-12-31T00:00:00Z met (initial, reason 28)
    2025-12-29T09:59:00Z 3.1.17 received Supplier → SDS D0010 (initial, reason 28)
`;

describe('a primary MSID with one secondary, smart meters, switched together', () => {
  const knobs = {
    points: { 'NHH smart': 2 },
    from: '2025-11-24',
    to: '2026-01-30',
    on: '2025-12-01',
    notice: 10,
    links: oneSet(1),
  } as const;
  const ofSecondary = (run: TinyRun) => {
    const rows = run.rows('trace');
    const steps = rows.filter(r => r.point === 1 && r.act === 'sent').map(r => `${r.step} ${r.flow}`);
    const counts: Record<string, number> = {};
    for (const step of steps) counts[step] = (counts[step] ?? 0) + 1;
    return counts;
  };

  it('of legacy points by forward migration: one request, one decision, and the rest for each MSID', () => {
    const run = twoSuppliersRun(knobs, { trace: 2 });
    expect(ofSecondary(run)).toEqual({
      'related.3 CSS registration pending': 1,
      '3.2.1 IF-002': 1,
      '3.2.1b D0217': 1,
      '3.2.1b D0260': 1,
      '3.2.6 D0151': 2,
      '3.2.5 D0170': 2,
      'switch.7 CSS secured active': 3,
      'related.1 IF-036': 10,
      '3.2.14 IF-041': 1,
      '3.2.15 D0010': 1,
      '3.2.16 D0010': 1,
      '3.2.18 D0019': 2,
      '3.2.18 D0086': 2,
    });
    expect(migrations(run)).toEqual(['2025-12-03 started 2', '2025-12-11 completed 2']);
    expect(run.broken).toEqual([]);
  });

  it('of legacy points whose new supplier does not migrate them: both by the legacy arrangements', () => {
    const run = twoSuppliersRun({ ...knobs, migrate: 0 }, { trace: 2 });
    const sent = ofSecondary(run);
    expect(sent['cos-legacy.2 D0155']).toBe(2);
    expect(sent['cos-legacy.10 D0311']).toBe(run.messages()['cos-legacy.10 D0311 ACORN → BIRCH']! / 2);
    expect(run.messages()['3.2.3 IF-031 BIRCH → SMRA']).toBeUndefined();
    expect(run.sum('state_daily', 'legacy', { date: '2025-12-11' })).toBe(2);
    expect(run.broken).toEqual([]);
  });

  it('whose appointments fall at gate closure: both are legacy under the new supplier', () => {
    // The metering service takes longer than there is until gate closure on 10 December.
    const change = { capacities: { MSS: { acceptance: { servers: 1, service: { fixed: '10 d' } } } } };
    const run = twoSuppliersRun({ ...knobs, change }, { trace: 2 });
    // Rejected by service, and so for the primary only; cancelled by MSID.
    expect(migrations(run)).toEqual(['2025-12-03 started 2', '2025-12-10 rejected 2 cancelled 2']);
    expect(run.sum('state_daily', 'forward', { date: '2025-12-09' })).toBe(2);
    expect(run.sum('state_daily', 'legacy', { date: '2025-12-11' })).toBe(2);
    expect(ofSecondary(run)['cos-legacy.2 D0155']).toBe(2);
    expect(run.broken).toEqual([]);
  });

  it('of MHHS points to a supplier that is not qualified: both by reverse migration', () => {
    const run = twoSuppliersRun(
      { ...knobs, to: '2026-02-27', starts: [['2025-12-01', 2]], on: '2026-01-12', birch: '2026-09-30' },
      { trace: 2 },
    );
    expect(run.sum('state_daily', 'reverse', { date: '2026-01-20' })).toBe(2);
    expect(run.sum('migration_daily', 'reversed')).toBe(2);
    expect(run.messages()['3.3.8 CSS secured active CSS → SMRA']).toBe(2);
    expect(run.messages()['switch.1 CSS switch request BIRCH → CSS']).toBe(1);
    expect(run.broken).toEqual([]);
  });

  it('of MHHS points: agents are asked for on the primary only, and the MSIDs get them together', () => {
    const run = twoSuppliersRun(
      { ...knobs, to: '2026-02-27', starts: [['2025-12-01', 2]], on: '2026-01-12' },
      { trace: 2 },
    );
    const messages = run.messages();
    expect(messages['mhhs-cos.1 IF-002 SMRA → BIRCH']).toBe(2);
    expect(messages['mhhs-cos.2 IF-031 BIRCH → SMRA']).toBe(2);
    expect(messages['mhhs-cos.6 IF-036 SMRA → BIRCH']).toBe(2);
    expect(messages['related.1 IF-036 SMRA → BIRCH']).toBe(2);
    expect(run.broken).toEqual([]);
  });

  it('withdrawn or objected to: both stay', () => {
    const smart = { within: 1, share: 1 };
    const change = { switching: { objection: { Smart: smart, Advanced: smart, Unmetered: smart } } };
    const run = twoSuppliersRun({ ...knobs, change }, { trace: 2 });
    expect(run.messages()['switch.5 CSS registration cancelled CSS → SMRA']).toBe(2);
    // The window of 1 WD is over at the end of Tue 2 December.
    expect(run.sum('switch_daily', 'count', { date: '2025-12-03', outcome: 'objected to' })).toBe(2);
    expect(run.sum('state_daily', 'legacy', { date: '2026-01-30' })).toBe(2);
  });
});

describe('an association that is changed', () => {
  const run = tinyRun(
    {
      points: { 'NHH smart': 40 },
      from: '2025-12-01',
      to: '2026-11-30',
      starts: [['2025-12-01', 10]],
      lead: 6,
      change: {
        links: { related: { share: 0.25, secondaries: { 1: 1 } }, pairs: { share: 0 }, changes: 2 },
        // Two metering services, so that an MSID may have to change its own.
        agents: { MSS2: { name: 'Another', roles: { MSS: { qualification: 'early' } } } },
        suppliers: { ACORN: { agents: { MSS: { MSS: 1, MSS2: 1 } } } },
      },
    },
    { trace: 40 },
  );
  const details = run.rows('trace').filter(t => t.step === 'related.2' && t.act === 'sent' && t.flow === 'IF-019');

  it('ends for a secondary MSID, or takes in one more, and else is only known to be another', () => {
    // 20 MSIDs with two changes a year each are 40; a set ends with the first change of its last secondary.
    expect(details.length).toBeGreaterThan(15);
    expect(details.length).toBeLessThan(80);
    const counts = (detail: string) => details.filter(t => t.detail === detail).length;
    expect(counts('ended')).toBeGreaterThan(3);
    expect(counts('made')).toBeGreaterThan(3);
    expect(counts('ended') + counts('made') + counts('changed')).toBe(details.length);
  });

  it('is told to the supplier, and to the agents if the MSID has migrated', () => {
    const messages = run.messages();
    expect(messages['related.2 IF-020 SMRA → Supplier']).toBe(details.length);
    expect(messages['related.2 IF-020 SMRA → MSS']).toBeGreaterThan(0);
    expect(messages['related.2 IF-020 SMRA → MSS']).toBeLessThan(details.length);
    expect(run.broken).toEqual([]);
  });

  it('appoints the agents of the primary to an MSID under MHHS that is taken in and has others', () => {
    // An hour on it is the same local day in UTC, winter and summer.
    const dayOf = (at: unknown) => new Date(Date.parse(String(at)) + 3_600_000).toISOString().slice(0, 10);
    const made = details.filter(t => t.detail === 'made').map(t => dayOf(t.at));
    const rounds = run
      .rows('trace')
      .filter(t => t.step === 'related.1' && t.act === 'sent' && dayOf(t.at) !== '2025-12-07');
    // Five messages each, as the day begins on which it is made; the data service is the same.
    expect(rounds.length).toBeGreaterThan(0);
    expect(rounds.length % 5).toBe(0);
    for (const t of rounds) {
      expect(made).toContain(dayOf(t.at));
      expect(t.detail).toBe('metering service');
    }
  });
});

describe('sets over switches', () => {
  it('property: at any end, the members of a set have one supplier, one state and appointments of one kind', () => {
    const { scenario } = loadScenario(new URL('../../scenarios/baseline.yaml', import.meta.url).pathname);
    const { switching, ...rest } = scenario;
    const { Smart, Advanced, Unmetered } = switching!.rates;
    const busy = (seed: string, times: number, to: string) => ({
      ...rest,
      seed,
      period: { ...scenario.period, to },
      switching: {
        ...switching!,
        rates: { Smart: Smart * times, Advanced: Advanced * times, Unmetered: Unmetered * times },
      },
      links: { related: { share: 0.4, secondaries: { 1: 2, 3: 1 } }, pairs: { share: 0.1 }, changes: 0.5 },
    });
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(3, 10),
        fc.constantFrom('2026-05-05', '2026-11-20'),
        (seed, times, to) => {
          const { works: _, ...scenario } = busy(seed, times, to);
          const market = build(scenario, { scale: 0.00001 });
          live(market);
          const { points, links } = market.world;
          let sets = 0;
          for (let id = 0; id < points.rows; id++) {
            const members = [id, ...links.secondariesOf(id)];
            if (members.length === 1) continue;
            sets++;
            const each = members.map(row => [
              points.supplier[row],
              points.isCurrent(row),
              points.has(row, FLAG.leaving),
              points.isCurrent(row) ? points.standing.state(row) : null,
              points.ms[row],
              points.ds[row],
            ]);
            for (const other of each) expect(other).toEqual(each[0]);
          }
          expect(sets).toBeGreaterThan(10);
        },
      ),
      { numRuns: 3 },
    );
  }, 120_000);
});
