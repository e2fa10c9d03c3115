import { describe, expect, it } from 'vitest';
import type { MeterType } from '../../src/procedures/index.ts';
import { exceptions, hands, migrations, statesOn } from './tiny-market.ts';
import { type SwitchKnobs, type TwoSuppliersRun, twoSuppliersRun } from './two-suppliers.ts';

// A switch asked for on Monday 12 January 2026 that takes effect on Thursday 22 January: BIRCH chooses to migrate with it
// on Wednesday 14 January at 09:08 and asks for its agents at once; the gate closes on Wednesday 21 January at 17:00.
const JANUARY = { from: '2026-01-05', to: '2026-02-13', on: '2026-01-12' } as const;

/** What is due, by step: opened deadlines that were met, missed and left over. */
function deadlines(run: TwoSuppliersRun, step: string): string {
  const of = (column: string) => run.sum('deadline_daily', column, { step });
  return `met ${of('met')}, missed ${of('missed')}, open ${of('open')}`;
}

/** The acts of a life that say certain words, but for the arrivals. */
function acts(run: TwoSuppliersRun, ...words: string[]): string[] {
  return run.life().filter(act => words.every(w => act.includes(w)) && !act.includes(' received '));
}

describe.each(['folded', 'ordered'] as const)('a migration with a switch that does not go smoothly, %s core', core => {
  const run = (knobs: Omit<SwitchKnobs, 'from' | 'to'>) =>
    twoSuppliersRun({ ...JANUARY, ...knobs }, { core, trace: 1 });

  it('falls at gate closure where one service has not accepted, and the switch goes the legacy way', () => {
    // The SDS takes 8 days: until Thursday 22 January, 09:11.
    const late = run({
      points: { 'NHH smart': 1 },
      change: { capacities: { SDS: { acceptance: hands(8 * 24 * 60) } } },
    });
    expect(acts(late, 'forward-cos.1')).toEqual([
      '2026-01-21T17:00:00Z forward-cos.1 sent SMRA → B-MSS IF-035 (expired)',
      '2026-01-21T17:00:00Z forward-cos.1 sent SMRA → B-MSS IF-035 (expired)',
      '2026-01-21T17:00:00Z forward-cos.1 sent SMRA → B-SDS IF-035 (expired)',
      '2026-01-21T17:00:00Z forward-cos.1 sent SMRA → B-SDS IF-035 (expired)',
      '2026-01-21T17:00:00Z forward-cos.1 sent SMRA → BIRCH IF-035 (expired)',
      '2026-01-21T17:00:00Z forward-cos.1 sent SMRA → BIRCH IF-035 (expired)',
    ]);
    // The legacy way begins with the EFD. 2 WD of Thursday 22: 23, 26 January.
    expect(acts(late, 'cos-legacy.2')).toEqual([
      '2026-01-22T00:00:00Z cos-legacy.2 queued BIRCH',
      '2026-01-22T09:00:00Z cos-legacy.2 started BIRCH',
      '2026-01-22T09:08:00Z cos-legacy.2 finished BIRCH',
      '2026-01-22T09:08:00Z cos-legacy.2 sent BIRCH → B-MOA D0155, due 2026-01-27T00:00:00Z met',
      '2026-01-22T09:08:00Z cos-legacy.2 sent BIRCH → B-NHHDC D0155',
      '2026-01-22T09:08:00Z cos-legacy.2 sent BIRCH → B-DA D0153',
    ]);
    // The answer comes too late to be published: of 3.2.4 the two answers and one publication are judged.
    expect(acts(late, '2026-01-22T', ' 3.2.4 ').at(-1)).toBe('2026-01-22T09:14:00Z 3.2.4 finished SMRA');
    expect(deadlines(late, '3.2.4')).toBe('met 2, missed 1, open 0');
    expect(late.messages()['3.2.12 IF-036 SMRA → EES']).toBeUndefined();
    expect(migrations(late)).toEqual(['2026-01-14 started 1', '2026-01-21 rejected 2 cancelled 1']);
    expect(exceptions(late)).toEqual(['2026-01-21 appointment expired at gate closure: 2']);
    const states = ['2026-01-13', '2026-01-14', '2026-01-20', '2026-01-21', '2026-01-22'].map(d => statesOn(late, d));
    expect(states.map(s => (s.forward === 1 ? 'forward' : s.legacy === 1 ? 'legacy' : 'neither'))).toEqual([
      'legacy',
      'forward',
      'forward',
      'legacy',
      'legacy',
    ]);
    expect(late.broken).toEqual([]);
  });

  it('what has fallen with its switch migrates later by a change of agent, as if it had never been asked for', () => {
    const late = run({
      points: { 'NHH smart': 1 },
      birchStarts: [['2026-01-26', 1]],
      change: { capacities: { SDS: { acceptance: hands(8 * 24 * 60) } } },
      lead: 14,
    });
    // The same slow SDS: accepts on 3 February, and the EFD is 9 February.
    expect(acts(late, ' 3.1.1 ')).toHaveLength(2);
    expect(acts(late, ' 3.1.3 ', 'sent B-SDS')).toHaveLength(1);
    expect(acts(late, ' 3.1.11 ', 'sent SMRA → EES').map(act => act.slice(0, 10))).toEqual([
      '2026-02-09',
      '2026-02-09',
    ]);
    // The plan is of one point more than there is: one is waited for to the end.
    expect(migrations(late).filter(day => !/^\S+ waiting 1$/.test(day))).toEqual([
      '2026-01-14 started 1',
      '2026-01-21 rejected 2 cancelled 1',
      '2026-01-26 planned 1 started 1 waiting 1',
      '2026-02-09 completed 1 waiting 1',
    ]);
    expect(statesOn(late, '2026-02-09').mhhs).toBe(1);
    expect(late.broken).toEqual([]);
  });

  it('another IF-031 for a service ends the pending appointment, and the EFD stays that of the switch', () => {
    const again = run({ points: { 'NHH smart': 1 }, change: { behaviour: { again: { share: 1, after: 1 } } } });
    // A day after the first requests, in the minute from 10:00; one minute to get there, one to be validated.
    const requests = acts(again, ' 3.2.3 sent BIRCH → SMRA IF-031');
    expect(requests.map(act => act.slice(0, 16))).toEqual([
      '2026-01-14T09:08',
      '2026-01-14T09:08',
      '2026-01-15T10:00',
      '2026-01-15T10:00',
    ]);
    expect(requests.every(act => act.includes('EFD 2026-01-22'))).toBe(true);
    const ended = acts(again, 'forward-cos.1', 'another IF-031');
    expect(ended.map(act => act.slice(0, 16))).toEqual(Array.from({ length: 6 }, () => '2026-01-15T10:02'));
    // Twice as many answers, and what follows on them; one round of IF-036 for each service.
    const { messages } = again.outcome;
    expect(acts(again, ' 3.2.5 sent').map(act => act.slice(0, 16))).toEqual([
      '2026-01-14T22:00',
      '2026-01-14T22:00',
      '2026-01-15T22:00',
      '2026-01-15T22:00',
    ]);
    // 51 of the life without; 6 (3.2.3), 8 (3.2.4), 2 (switch.9), 2 (3.2.5), 2 (3.2.6) and 3 (CSS) more, and 6 IF-035.
    expect(messages).toBe(51 + 6 + 8 + 2 + 2 + 2 + 3 + 6);
    expect(migrations(again)).toEqual(['2026-01-14 started 1', '2026-01-22 completed 1']);
    expect(again.broken).toEqual([]);
  });

  it('a rejected service is asked for again as long as there is time before the gate closes', () => {
    const refusing = (attempts: number) =>
      run({
        points: { 'NHH smart': 1 },
        change: {
          refusals: { SDS: { share: 1, reasons: { 'no contract': 1 } } },
          behaviour: { retry: { after: 2, attempts } },
        },
      });
    // 2 WD after Wednesday 14: Friday 16; after that Tuesday 20; the next would be Thursday 22, the EFD itself.
    const often = refusing(6);
    expect(acts(often, 'sent BIRCH → SMRA IF-031 (data').map(act => act.slice(0, 10))).toEqual([
      '2026-01-14',
      '2026-01-16',
      '2026-01-20',
    ]);
    expect(acts(often, 'sent BIRCH → SMRA IF-031').map(act => act.slice(0, 10))).toHaveLength(4);
    expect(acts(refusing(2), 'sent BIRCH → SMRA IF-031')).toHaveLength(3);
    // Of the services only the accepted one is there to fall at gate closure.
    expect(acts(often, 'forward-cos.1')).toHaveLength(3);
    expect(exceptions(often)).toEqual([
      '2026-01-14 IF-034 rejected: no contract: 1',
      '2026-01-16 IF-034 rejected: no contract: 1',
      '2026-01-20 IF-034 rejected: no contract: 1',
      '2026-01-21 appointment expired at gate closure: 1',
    ]);
    expect(acts(often, 'cos-legacy.2 queued')).toEqual(['2026-01-22T00:00:00Z cos-legacy.2 queued BIRCH']);
    expect(often.broken).toEqual([]);
  });

  it('a supplier that stays legacy, or chooses less than three hours before the gate closes, goes the legacy way', () => {
    const unwilling = run({ points: { 'NHH smart': 1 }, migrate: 0 });
    expect(acts(unwilling, ' 3.2.2 did')).toEqual([
      '2026-01-14T09:08:00Z 3.2.2 did BIRCH, due 2026-01-16T00:00:00Z met (stays legacy)',
    ]);
    expect(acts(unwilling, 'cos-legacy.2 queued')).toEqual(['2026-01-14T09:08:00Z cos-legacy.2 queued BIRCH']);
    expect(migrations(unwilling)).toEqual([]);
    // The earliest EFD: 2 days after the window, which ends with Tuesday 13. 6 h of office work from 09:00 on the eve.
    const slow = run({
      points: { 'NHH smart': 1 },
      notice: 1,
      change: { capacities: { Supplier: { decision: hands(6 * 60, 'office') } } },
    });
    expect(acts(slow, ' 3.2.2 did')).toEqual([
      '2026-01-14T15:00:00Z 3.2.2 did BIRCH, due 2026-01-16T00:00:00Z met (too late to migrate with the switch)',
    ]);
    expect(exceptions(slow)).toEqual(['2026-01-14 too late to migrate with a switch: 1']);
    expect(acts(slow, ' 3.2.3 ')).toEqual([]);
    expect([...unwilling.broken, ...slow.broken]).toEqual([]);
  });

  it('a switch that is objected to takes its appointments with it: what is owed for them is owed no longer', () => {
    // Within 3 WD: 13, 14, 15 January. The outgoing MOA sends its details 5 days after the work: never.
    const objected = { within: 3, share: 1 };
    const off = run({
      points: { 'NHH traditional': 1 },
      change: {
        switching: { objection: { Smart: objected, Advanced: objected, Unmetered: objected } },
        capacities: { MOA: { mtd: { ...hands(30, 'office'), delay: { fixed: '5 d' } } } },
      },
    });
    expect(acts(off, 'switch.3')).toHaveLength(1);
    expect(
      acts(off)
        .filter(act => act.startsWith('2026-01-16'))
        .every(act => act.includes(' switch.5 ')),
    ).toBe(true);
    expect(acts(off, '2026-01-21T').map(act => act.slice(11))).toEqual([
      '17:00:00Z forward-cos.1 sent SMRA → B-MSS IF-035 (switch off)',
      '17:00:00Z forward-cos.1 sent SMRA → B-MSS IF-035 (switch off)',
      '17:00:00Z forward-cos.1 sent SMRA → B-SDS IF-035 (switch off)',
      '17:00:00Z forward-cos.1 sent SMRA → B-SDS IF-035 (switch off)',
      '17:00:00Z forward-cos.1 sent SMRA → BIRCH IF-035 (switch off)',
      '17:00:00Z forward-cos.1 sent SMRA → BIRCH IF-035 (switch off)',
    ]);
    expect(off.life().at(-1)!.slice(0, 10)).toBe('2026-01-21');
    expect(deadlines(off, '3.2.7')).toBe('met 0, missed 0, open 0');
    expect(migrations(off)).toEqual(['2026-01-14 started 1', '2026-01-16 cancelled 1']);
    expect([statesOn(off, '2026-01-15').forward, statesOn(off, '2026-01-16').legacy]).toEqual([1, 1]);
    expect(off.broken).toEqual([]);
  });
});

describe('a clean migration with a switch', () => {
  // BSCP708 §3.2: 1 to 6 and 12 for all, 7 and 11 with technical details, 8 to 10 by who has the data, 13 the inventory,
  // 14 to 18 the switch read. Messages: 39 in the steps that all have (8 in the CSS, 3 details, 6, 8, 2 in the CSS, 10,
  // and 2 D0170 or D0151 for each outgoing agent but the UMSO's D0170), and 3 about the retriever of a smart meter.
  it.each<[type: MeterType, steps: string, messages: number]>([
    ['NHH smart', '1 1b 2 3 4 5 6 12 14 15 16 17 18', 51],
    ['NHH traditional', '1 1b 2 3 4 5 6 7 11 12 15 16 17 18', 53],
    ['NHH advanced', '1 1b 2 3 4 5 6 7 10 11 12', 48],
    ['HH advanced', '1 1b 2 3 4 5 6 7 8 11 12', 47],
    ['HH smart', '1 1b 2 3 4 5 6 9 12', 45],
    ['UMS', '1 1b 2 3 4 5 6 8 12 13', 45],
  ])('of %s has the steps and messages of BSCP708 §3.2', (type, steps, messages) => {
    const clean = twoSuppliersRun({ ...JANUARY, points: { [type]: 1 } });
    const seen = new Set(
      clean
        .rows('trace')
        .map(t => String(t.step))
        .filter(step => step.startsWith('3.2.')),
    );
    expect(
      [...seen]
        .map(step => step.slice(4))
        .sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b) || (a < b ? -1 : 1))
        .join(' '),
    ).toBe(steps);
    expect(clean.outcome.messages).toBe(messages);
    expect(statesOn(clean, '2026-01-22').mhhs).toBe(1);
    expect(clean.broken).toEqual([]);
  });
});
