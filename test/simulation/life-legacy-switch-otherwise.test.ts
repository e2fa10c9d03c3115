import { describe, expect, it } from 'vitest';
import { mpanCore } from '../../src/market/index.ts';
import type { MeterType } from '../../src/procedures/index.ts';
import { digestOfTables } from '../../src/results/index.ts';
import { exceptions, hands, statesOn, TYPES } from './tiny-market.ts';
import { type SwitchKnobs, TwoSuppliersRun, twoSuppliers, twoSuppliersRun } from './two-suppliers.ts';

// BIRCH is not qualified until M14: legacy MSIDs that switch to it on Mon 12 January stay legacy; EFD Thu 22 January.
const JANUARY = { from: '2026-01-05', to: '2026-02-20', birch: '2026-10-28' } as const;

/** The switch of the first point, and what its life has of the given steps. */
function switched(knobs: Partial<SwitchKnobs>): { run: TwoSuppliersRun; of: (...steps: string[]) => string[] } {
  const run = twoSuppliersRun({ ...JANUARY, points: { 'NHH smart': 1 }, on: '2026-01-12', ...knobs });
  const of = (...steps: string[]) => run.life().filter(line => steps.includes(line.split(' ')[1]!));
  return { run, of };
}

/** Switches of as many points, by number, to BIRCH. */
function allOn(on: string, count: number) {
  return Array.from({ length: count }, (_, i) => ({ msid: mpanCore(10, i), on, to: 'BIRCH' }));
}

describe('messages of switches within the legacy arrangements', () => {
  const POINTS: Record<MeterType, number> = {
    'NHH smart': 4,
    'NHH traditional': 3,
    'NHH advanced': 2,
    'HH advanced': 3,
    'HH smart': 2,
    UMS: 2,
  };

  /** All points of the market, which are numbered by type, switch on one day. */
  function allSwitch(points: Partial<Record<MeterType, number>>, knobs: Partial<SwitchKnobs> = {}) {
    const count = Object.values(points).reduce((sum, n) => sum + n, 0);
    return twoSuppliersRun({ ...JANUARY, points, listed: allOn('2026-01-12', count), ...knobs });
  }

  it('are those of the catalogue, step by step', () => {
    const run = allSwitch(POINTS);
    // 9 NHH points, 5 HH, 2 unmetered: 14 metered ones, and 7 that an HHDC serves.
    expect(run.messages()).toEqual({
      'switch.1 CSS switch request BIRCH → CSS': 16,
      'switch.2 CSS registration pending CSS → SMRA': 16,
      'switch.2 CSS registration pending CSS → ACORN': 16,
      'switch.4 CSS registration confirmed CSS → BIRCH': 16,
      'switch.4 CSS registration confirmed CSS → ACORN': 16,
      'switch.7 CSS secured active CSS → SMRA': 16,
      'switch.7 CSS secured active CSS → BIRCH': 16,
      'switch.7 CSS secured active CSS → ACORN': 16,
      'cos-legacy.1 D0217 SMRA → BIRCH': 16,
      'cos-legacy.1 D0260 SMRA → BIRCH': 16,
      'cos-legacy.2 D0155 BIRCH → B-MOA': 14,
      'cos-legacy.2 D0155 BIRCH → B-NHHDC': 9,
      'cos-legacy.2 D0155 BIRCH → B-HHDC': 7,
      'cos-legacy.2 D0155 BIRCH → B-MA': 2,
      'cos-legacy.2 D0153 BIRCH → B-DA': 16,
      'cos-legacy.3 D0011 B-MOA → BIRCH': 14,
      'cos-legacy.3 D0011 B-NHHDC → BIRCH': 9,
      'cos-legacy.3 D0011 B-HHDC → BIRCH': 7,
      'cos-legacy.3 D0011 B-MA → BIRCH': 2,
      'cos-legacy.3 D0011 B-DA → BIRCH': 16,
      'cos-legacy.4 D0205 BIRCH → SMRA': 16,
      'cos-legacy.5 D0148 BIRCH → B-MOA': 14,
      'cos-legacy.5 D0148 BIRCH → B-NHHDC': 9,
      'cos-legacy.5 D0148 BIRCH → B-HHDC': 7,
      'cos-legacy.6 D0151 ACORN → A-MOA': 14,
      'cos-legacy.6 D0151 ACORN → A-NHHDC': 9,
      'cos-legacy.6 D0151 ACORN → A-HHDC': 7,
      'cos-legacy.6 D0151 ACORN → A-MA': 2,
      'cos-legacy.7 D0170 B-MOA → A-MOA': 14,
      'cos-legacy.7 D0170 B-NHHDC → A-NHHDC': 9,
      'cos-legacy.7 D0170 B-HHDC → A-HHDC': 7,
      'cos-legacy.8 D0149 A-MOA → B-MOA': 9,
      'cos-legacy.8 D0150 A-MOA → B-MOA': 9,
      'cos-legacy.8 D0268 A-MOA → B-MOA': 5,
      'cos-legacy.9 D0149 B-MOA → B-NHHDC': 9,
      'cos-legacy.9 D0150 B-MOA → B-NHHDC': 9,
      'cos-legacy.9 D0149 B-MOA → BIRCH': 9,
      'cos-legacy.9 D0150 B-MOA → BIRCH': 9,
      'cos-legacy.9 D0268 B-MOA → B-HHDC': 5,
      'cos-legacy.9 D0268 B-MOA → BIRCH': 5,
      'cos-legacy.10 D0311 ACORN → BIRCH': 9,
      'cos-legacy.11 D0010 BIRCH → B-NHHDC': 9,
      'cos-legacy.12 D0086 B-NHHDC → BIRCH': 9,
      'cos-legacy.12 D0086 B-NHHDC → ACORN': 9,
      'cos-legacy.12 D0086 B-NHHDC → A-NHHDC': 9,
      'cos-legacy.12 D0086 B-NHHDC → LDSO': 9,
      'cos-legacy.13 D0019 A-NHHDC → ACORN': 9,
      'cos-legacy.13 D0019 A-NHHDC → LDSO': 9,
      'cos-legacy.14 D0036 A-HHDC → ACORN': 7,
      'cos-legacy.14 D0036 A-HHDC → LDSO': 7,
    });
    expect(run.broken).toEqual([]);
    expect(run.sum('deadline_daily', 'open')).toBe(0);
    expect(statesOn(run, '2026-01-22')).toEqual({ legacy: 16, forward: 0, mhhs: 0, reverse: 0 });
  });

  it('add up to a known number for each type, of which the CSS has 8', () => {
    // NHH: 2 + 3 + 3 + 1 + 2 + 2 + 2 + 2 + 4, D0311, D0086 to four, D0019 to two; a D0010 with a read, and without one the
    // three of the read that the suppliers agree on. HH: D0268 three times, D0036 twice, no reads. UMS: no MOA, no MTDs.
    const perPoint = (type: MeterType, reads: 0 | 1) => {
      if (type === 'UMS') return 8 + 15;
      return type.startsWith('HH') ? 8 + 20 : 8 + 28 + (reads ? 1 : 3);
    };
    for (const type of TYPES) {
      for (const reads of [0, 1] as const) {
        const run = allSwitch({ [type]: 3 }, { reads });
        expect(run.outcome.messages, `${type}, reads ${reads}`).toBe(3 * perPoint(type, reads));
      }
    }
  });

  it('are the same in either core, however many come to nothing', () => {
    for (const reads of [0, 1] as const) {
      const quiet = twoSuppliers({
        ...JANUARY,
        points: POINTS,
        listed: allOn('2026-01-12', 16),
        reads,
        chasing: { mtds: 1, appointments: 7 },
        change: { capacities: { MOA: { mtd: { servers: 1, service: { fixed: '1200 min' }, hours: 'office' } } } },
      });
      const objection = { within: 1, share: 0.2 };
      const restless = {
        ...quiet,
        switching: {
          ...quiet.switching!,
          objection: { Smart: objection, Advanced: objection, Unmetered: objection },
          withdrawn: 0.3,
          notice: { uniform: ['2 d', '6 d'] as [string, string] },
        },
        networks: { ...quiet.networks, DTN: { latency: { uniform: ['60 s', '20 h'] as [string, string] } } },
      };
      const ways = [{ core: 'folded' }, { core: 'folded', window: 3600 }, { core: 'ordered' }] as const;
      const [folded, ...others] = ways.map(way => new TwoSuppliersRun(restless, { ...way, trace: 16 }));
      expect(folded!.sum('switch_daily', 'count', { outcome: 'withdrawn' })).toBeGreaterThan(0);
      expect(folded!.sum('switch_daily', 'count', { outcome: 'objected to' })).toBeGreaterThan(0);
      expect(folded!.sum('message_daily', 'count', { step: 'missing-mtds.1' })).toBeGreaterThan(0);
      expect(folded!.broken).toEqual([]);
      for (const other of others) {
        expect(digestOfTables(other.outcome.tables).digest).toBe(digestOfTables(folded!.outcome.tables).digest);
      }
    }
  });
});

describe('a switch within the legacy arrangements', () => {
  it('that is withdrawn sets off no more, and nothing of it stays owed', () => {
    // Withdrawn between the 15th, after the day on which the window is over, and the 21st, the eve of the EFD. The MOA
    // does not get round to its appointment before.
    const { run, of } = switched({
      change: {
        switching: { withdrawn: 1 },
        capacities: { MOA: { appointment: { ...hands(14, 'office'), delay: { fixed: '12 d' } } } },
      },
    });
    expect(run.sum('switch_daily', 'count', { outcome: 'withdrawn' })).toBe(1);
    expect(of('cos-legacy.3').filter(line => line.includes('sent')).length).toBe(2);
    expect(of('cos-legacy.6').filter(line => line.includes('sent')).length).toBe(2);
    expect(of('cos-legacy.4', 'cos-legacy.7', 'cos-legacy.10', 'cos-legacy.11', 'read-exception.1')).toEqual([]);
    expect(run.sum('deadline_daily', 'open')).toBe(0);
    // Of the three agents the MOA is relieved of its answer.
    expect(run.sum('deadline_daily', 'met', { step: 'cos-legacy.3' })).toBe(2);
    expect(run.sum('deadline_daily', 'missed', { step: 'cos-legacy.3' })).toBe(0);
    expect(run.broken).toEqual([]);
  });

  it('of which the SMRA tells after its EFD: reads are due at the EFD none the less, and D0151 on the next Working Day', () => {
    const { run, of } = switched({
      change: { capacities: { SMRA: { registration: { ...hands(3), delay: { fixed: '12 d' } } } } },
    });
    expect(of('cos-legacy.1', 'cos-legacy.6', 'cos-legacy.10')).toEqual([
      '2026-01-13T00:00:00Z cos-legacy.1 queued SMRA',
      '2026-01-13T00:00:00Z cos-legacy.1 started SMRA',
      '2026-01-13T00:03:00Z cos-legacy.1 finished SMRA',
      '2026-01-22T00:00:00Z cos-legacy.10 queued ACORN',
      '2026-01-22T09:00:00Z cos-legacy.10 started ACORN',
      '2026-01-22T09:12:00Z cos-legacy.10 finished ACORN',
      '2026-01-22T09:12:00Z cos-legacy.10 sent ACORN → BIRCH D0311, due 2026-01-24T00:00:00Z met',
      '2026-01-22T09:14:00Z cos-legacy.10 received ACORN → BIRCH D0311',
      // A Sunday. The old supplier has known of the confirmation for long, but not by which way it goes.
      '2026-01-25T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0217, due 2026-01-15T00:00:00Z missed',
      '2026-01-25T00:03:00Z cos-legacy.1 sent SMRA → BIRCH D0260',
      '2026-01-25T00:03:00Z cos-legacy.6 queued ACORN',
      '2026-01-25T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0217',
      '2026-01-25T00:05:00Z cos-legacy.1 received SMRA → BIRCH D0260',
      '2026-01-26T09:00:00Z cos-legacy.6 started ACORN',
      '2026-01-26T09:05:00Z cos-legacy.6 finished ACORN',
      '2026-01-26T09:05:00Z cos-legacy.6 sent ACORN → A-MOA D0151, due 2026-01-27T00:00:00Z met (reason LC)',
      '2026-01-26T09:05:00Z cos-legacy.6 sent ACORN → A-NHHDC D0151 (reason LC)',
      '2026-01-26T09:07:00Z cos-legacy.6 received ACORN → A-MOA D0151 (reason LC)',
      '2026-01-26T09:07:00Z cos-legacy.6 received ACORN → A-NHHDC D0151 (reason LC)',
    ]);
    expect(run.broken).toEqual([]);
  });

  it('has its details chased by the incoming MOA every 5 Working Days from when they are overdue', () => {
    const { of } = switched({
      chasing: { mtds: 5, appointments: 7 },
      change: { capacities: { MOA: { mtd: { ...hands(30, 'office'), delay: { fixed: '20 d' } } } } },
    });
    // D0170 on Tue 13: due by the end of the 20th (14, 15, 16, 19, 20); done at 10:19, sent 20 days later.
    expect(of('missing-mtds.1', 'cos-legacy.8')).toEqual([
      '2026-01-13T09:49:00Z cos-legacy.8 queued A-MOA',
      '2026-01-13T09:49:00Z cos-legacy.8 started A-MOA',
      '2026-01-13T10:19:00Z cos-legacy.8 finished A-MOA',
      '2026-01-21T00:00:00Z missing-mtds.1 sent B-MOA → A-MOA D0170 (details overdue)',
      '2026-01-21T00:02:00Z missing-mtds.1 received B-MOA → A-MOA D0170 (details overdue)',
      '2026-01-28T00:00:00Z missing-mtds.1 sent B-MOA → A-MOA D0170 (details overdue)',
      '2026-01-28T00:02:00Z missing-mtds.1 received B-MOA → A-MOA D0170 (details overdue)',
      '2026-02-02T10:19:00Z cos-legacy.8 sent A-MOA → B-MOA D0149, due 2026-01-21T00:00:00Z missed',
      '2026-02-02T10:19:00Z cos-legacy.8 sent A-MOA → B-MOA D0150',
      '2026-02-02T10:21:00Z cos-legacy.8 received A-MOA → B-MOA D0149',
      '2026-02-02T10:21:00Z cos-legacy.8 received A-MOA → B-MOA D0150',
    ]);
  });
});

describe('a switch that was to migrate its MSID', () => {
  // BIRCH is qualified; it decides at 09:08 on Wed 14 January, when it has IF-002 and the D0260 of the night before.
  const QUALIFIED = { birch: '2025-09-24' } as const;

  it('goes the legacy way at once where the new supplier would rather not', () => {
    const { run, of } = switched({ ...QUALIFIED, migrate: 0 });
    const decided = of('3.2.2', 'cos-legacy.2', 'cos-legacy.6').filter(line => /did|queued|sent/.test(line));
    expect(decided).toEqual([
      '2026-01-13T22:02:00Z 3.2.2 queued BIRCH',
      // The registration was confirmed at 00:00; D0151 had to wait for the way.
      '2026-01-14T09:08:00Z 3.2.2 did BIRCH, due 2026-01-16T00:00:00Z met (stays legacy)',
      // 2 WD of Wed 14: 15, 16.
      '2026-01-14T09:08:00Z cos-legacy.2 queued BIRCH',
      '2026-01-14T09:08:00Z cos-legacy.6 queued ACORN',
      '2026-01-14T09:13:00Z cos-legacy.6 sent ACORN → A-MOA D0151, due 2026-01-22T00:00:00Z met (reason LC)',
      '2026-01-14T09:13:00Z cos-legacy.6 sent ACORN → A-NHHDC D0151 (reason LC)',
      '2026-01-14T09:16:00Z cos-legacy.2 sent BIRCH → B-MOA D0155, due 2026-01-17T00:00:00Z met',
      '2026-01-14T09:16:00Z cos-legacy.2 sent BIRCH → B-NHHDC D0155',
      '2026-01-14T09:16:00Z cos-legacy.2 sent BIRCH → B-DA D0153',
    ]);
    expect(of('cos-legacy.1')).toEqual([]);
    expect(of('cos-legacy.10', 'cos-legacy.13').filter(line => line.includes('sent')).length).toBe(3);
    expect(statesOn(run, '2026-01-22')).toEqual({ legacy: 1, forward: 0, mhhs: 0, reverse: 0 });
    expect(run.broken).toEqual([]);
  });

  it('goes the legacy way on its EFD where an agent has not answered; who has had a D0151 gets no second one', () => {
    // The MSS accepts on the 14th, so ACORN ends the MOA's appointment; the SDS answers after the EFD.
    const { run, of } = switched({
      ...QUALIFIED,
      change: { capacities: { SDS: { acceptance: { ...hands(20), delay: { fixed: '14 d' } } } } },
    });
    const ended = of('3.2.6', 'cos-legacy.2', 'cos-legacy.6', 'cos-legacy.10').filter(line => line.includes('sent'));
    expect(ended).toEqual([
      '2026-01-14T09:30:00Z 3.2.6 sent ACORN → A-MOA D0151, due 2026-01-22T00:00:00Z met (reason LC)',
      // The EFD, Thu 22: 1 WD is Fri 23 for D0151 and D0311, 2 WD are Fri 23 and Mon 26.
      '2026-01-22T09:05:00Z cos-legacy.6 sent ACORN → A-NHHDC D0151, due 2026-01-24T00:00:00Z met (reason LC)',
      '2026-01-22T09:08:00Z cos-legacy.2 sent BIRCH → B-MOA D0155, due 2026-01-27T00:00:00Z met',
      '2026-01-22T09:08:00Z cos-legacy.2 sent BIRCH → B-NHHDC D0155',
      '2026-01-22T09:08:00Z cos-legacy.2 sent BIRCH → B-DA D0153',
      '2026-01-22T09:12:00Z cos-legacy.10 sent ACORN → BIRCH D0311, due 2026-01-24T00:00:00Z met',
    ]);
    expect(statesOn(run, '2026-01-22')).toEqual({ legacy: 1, forward: 0, mhhs: 0, reverse: 0 });
    expect(run.sum('deadline_daily', 'open')).toBe(0);
    expect(run.broken).toEqual([]);
  });

  it('goes the legacy way after its EFD where the supplier decides so late: what the EFD sets off is made good then', () => {
    // It decides 14 days after the 14th, on Wed 28, when a read would long have been deemed: one is at once.
    const { run, of } = switched({
      ...QUALIFIED,
      change: { capacities: { Supplier: { decision: { ...hands(8, 'office'), delay: { fixed: '14 d' } } } } },
    });
    const late = of('3.2.2', 'cos-legacy.6', 'cos-legacy.10', 'cos-legacy.11', 'cos-legacy.12');
    expect(late.filter(line => /did|queued|sent/.test(line))).toEqual([
      '2026-01-13T22:02:00Z 3.2.2 queued BIRCH',
      '2026-01-28T09:08:00Z 3.2.2 did BIRCH, due 2026-01-16T00:00:00Z missed (too late to migrate with the switch)',
      '2026-01-28T09:08:00Z cos-legacy.6 queued ACORN',
      '2026-01-28T09:08:00Z cos-legacy.10 queued ACORN',
      '2026-01-28T09:08:00Z cos-legacy.11 queued BIRCH',
      '2026-01-28T09:08:00Z cos-legacy.12 queued B-NHHDC',
      // 1 WD of Wed 28: 29. 5 WD: 29, 30, 2, 3, 4 February. 2 WD: 29, 30.
      '2026-01-28T09:13:00Z cos-legacy.6 sent ACORN → A-MOA D0151, due 2026-01-30T00:00:00Z met (reason LC)',
      '2026-01-28T09:13:00Z cos-legacy.6 sent ACORN → A-NHHDC D0151 (reason LC)',
      '2026-01-28T09:19:00Z cos-legacy.11 sent BIRCH → B-NHHDC D0010, due 2026-02-05T00:00:00Z met (initial)',
      '2026-01-28T09:20:00Z cos-legacy.10 sent ACORN → BIRCH D0311, due 2026-01-30T00:00:00Z met',
      '2026-01-28T09:27:00Z cos-legacy.12 sent B-NHHDC → BIRCH D0086, due 2026-01-31T00:00:00Z met (read deemed)',
      '2026-01-28T09:27:00Z cos-legacy.12 sent B-NHHDC → ACORN D0086 (read deemed)',
      '2026-01-28T09:27:00Z cos-legacy.12 sent B-NHHDC → A-NHHDC D0086 (read deemed)',
      '2026-01-28T09:27:00Z cos-legacy.12 sent B-NHHDC → LDSO D0086 (read deemed)',
    ]);
    expect(run.sum('deadline_daily', 'open')).toBe(0);
    expect(run.broken).toEqual([]);
  });
});

describe('a missing switch read', () => {
  it.each([
    // 10 WD of Thu 22 January: 23, 26 to 30, 2 to 5 February; 15 WD: up to the 12th.
    ['NHH smart', 1, ['2026-02-06 no switch read: 1']],
    ['NHH smart', 0, ['2026-02-13 no switch read: 1']],
    ['NHH traditional', 1, ['2026-02-13 no switch read: 1']],
    ['NHH advanced', 1, ['2026-02-13 no switch read: 1']],
    ['HH smart', 1, []],
    ['HH advanced', 1, []],
    ['UMS', 1, []],
  ] as const)('of %s, with all smart meters enrolled: %i', (type, enrolled, expected) => {
    expect(exceptions(switched({ points: { [type]: 1 }, reads: 0, enrolled }).run)).toEqual(expected);
  });

  it('is none where the read was sent on the last of the Working Days, and is one where it is on the next', () => {
    // The read is 11 min of work on Thu 22 January from 09:00; after the delay it is sent at 09:11 on 12 or 13 February.
    const sent = (days: number) =>
      switched({
        change: {
          capacities: { Supplier: { 'switch-read': { ...hands(11, 'office'), delay: { fixed: `${days} d` } } } },
        },
      }).run;
    expect(exceptions(sent(21))).toEqual([]);
    expect(exceptions(sent(22))).toEqual(['2026-02-13 no switch read: 1']);
  });

  it('changes nothing that is settled: the read that comes after one was deemed is left where it is', () => {
    // Deemed at the end of Mon 26, the 2nd WD. 09:11 on Tue 27 is too late.
    const { of } = switched({
      change: { capacities: { Supplier: { 'switch-read': { ...hands(11, 'office'), delay: { fixed: '5 d' } } } } },
    });
    expect(
      of('cos-legacy.11', 'cos-legacy.12').filter(line => line.includes('queued') || line.includes('sent')),
    ).toEqual([
      '2026-01-22T00:00:00Z cos-legacy.11 queued BIRCH',
      '2026-01-27T00:00:00Z cos-legacy.12 queued B-NHHDC',
      '2026-01-27T09:11:00Z cos-legacy.11 sent BIRCH → B-NHHDC D0010, due 2026-01-30T00:00:00Z met (initial)',
      '2026-01-27T09:19:00Z cos-legacy.12 sent B-NHHDC → BIRCH D0086, due 2026-01-30T00:00:00Z met (read deemed)',
      '2026-01-27T09:19:00Z cos-legacy.12 sent B-NHHDC → ACORN D0086 (read deemed)',
      '2026-01-27T09:19:00Z cos-legacy.12 sent B-NHHDC → A-NHHDC D0086 (read deemed)',
      '2026-01-27T09:19:00Z cos-legacy.12 sent B-NHHDC → LDSO D0086 (read deemed)',
    ]);
  });
});
