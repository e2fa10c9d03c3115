import { describe, expect, it } from 'vitest';
import { acts, hands, type Knobs, type TinyRun, tinyRun } from './tiny-market.ts';

// The final read of an NHH point, BSCP708 §3.1.14 to §3.1.17. EFD: Thursday 25 December 2025.
// Working Days over Christmas: Wed 24, Mon 29, Tue 30, Wed 31 December, Fri 2, Mon 5, 6, 7, 8 January.
const ONE: Knobs = {
  points: { 'NHH smart': 1 },
  from: '2025-12-15',
  to: '2026-01-16',
  starts: [['2025-12-19', 1]],
  lead: 6,
};

function from14(run: TinyRun): string[] {
  return run.life().filter(act => / 3\.1\.1[4-7] /.test(act) && !/ (started|finished|received) /.test(act));
}

describe('a read at the end of the legacy appointment', () => {
  it('is deemed 2 WD after the EFD where there is none', () => {
    const run = tinyRun({ ...ONE, read: 0 });
    // 29 and 30 December pass without one; 5 WD of the 31st are 2, 5, 6, 7, 8 January.
    expect(from14(run)).toEqual(
      acts(`
        2025-12-31T00:00:00Z 3.1.15 queued NHHDC
        2025-12-31T09:40:00Z 3.1.15 did NHHDC, due 2026-01-09T00:00:00Z met (read deemed)
        2025-12-31T09:40:00Z 3.1.16 sent NHHDC → Supplier D0019, due 2026-01-03T00:00:00Z met (final, reason 28, deemed)
        2025-12-31T09:40:00Z 3.1.16 sent NHHDC → Supplier D0010 (final, reason 28, deemed)
        2025-12-31T09:40:00Z 3.1.16 sent NHHDC → LDSO D0010 (final, reason 28, deemed)
        2025-12-31T09:42:00Z 3.1.17 queued Supplier
        2025-12-31T09:49:00Z 3.1.17 sent Supplier → SDS D0010, due 2026-01-03T00:00:00Z met (initial, reason 28)
      `),
    );
    expect(run.broken).toEqual([]);
  });

  it('is deemed after as many Working Days as the scenario says', () => {
    const run = tinyRun({ ...ONE, read: 0, change: { reads: { deemAfter: 4 } } });
    // 29, 30, 31 December and 2 January, a Friday: at the end of that.
    expect(from14(run)[0]).toBe('2026-01-03T00:00:00Z 3.1.15 queued NHHDC');
  });

  it('changes nothing where it comes after one was deemed', () => {
    // The supplier sends it ten days late: 29 December 09:06 and ten days.
    const late = { ...hands(6, 'office'), delay: { fixed: '10 d' } };
    const run = tinyRun({ ...ONE, change: { capacities: { Supplier: { 'final-read': late } } } });
    expect(from14(run).filter(act => !act.includes('3.1.16') && !act.includes('3.1.17'))).toEqual(
      acts(`
        2025-12-25T00:01:00Z 3.1.14 queued Supplier
        2025-12-31T00:00:00Z 3.1.15 queued NHHDC
        2025-12-31T09:40:00Z 3.1.15 did NHHDC, due 2026-01-09T00:00:00Z met (read deemed)
        2026-01-08T09:06:00Z 3.1.14 sent Supplier → NHHDC D0010, due 2025-12-31T00:00:00Z missed (final, reason 28)
      `),
    );
    const messages = run.messages();
    expect(messages['3.1.14 D0010 Supplier → NHHDC']).toBe(1);
    expect(messages['3.1.16 D0019 NHHDC → Supplier']).toBe(1);
    expect(messages['3.1.16 D0010 NHHDC → LDSO']).toBe(1);
    expect(messages['3.1.17 D0010 Supplier → SDS']).toBe(1);
    expect(run.sum('deadline_daily', 'missed', { step: '3.1.14' })).toBe(1);
    expect(run.sum('deadline_daily', 'met', { step: '3.1.15' })).toBe(1);
    expect(run.broken).toEqual([]);
  });

  it('waits for the D0170 where that comes later, here in a batch after the EFD', () => {
    // Start Wed 24 December, EFD the 25th; the batch is at 01:00, the supplier works on reads at all hours.
    const run = tinyRun({
      ...ONE,
      starts: [['2025-12-24', 1]],
      lead: 1,
      change: { smra: { batch: '01:00' }, capacities: { Supplier: { 'final-read': hands(6) } } },
    });
    expect(run.life().filter(act => act.includes('received SMRA → NHHDC D0170'))).toEqual([
      '2025-12-25T01:02:00Z 3.1.5 received SMRA → NHHDC D0170 (action code 24)',
    ]);
    expect(from14(run).slice(0, 4)).toEqual(
      acts(`
        2025-12-25T00:01:00Z 3.1.14 queued Supplier
        2025-12-25T00:07:00Z 3.1.14 sent Supplier → NHHDC D0010, due 2025-12-31T00:00:00Z met (final, reason 28)
        2025-12-25T01:02:00Z 3.1.15 queued NHHDC
        2025-12-29T09:40:00Z 3.1.15 did NHHDC, due 2026-01-06T00:00:00Z met (read validated)
      `),
    );
    expect(run.broken).toEqual([]);
  });

  it('waits for the read where that comes later on the same day as the D0170', () => {
    // The batch at 00:02, received at 00:04; the read takes until 00:09.
    const run = tinyRun({
      ...ONE,
      starts: [['2025-12-24', 1]],
      lead: 1,
      change: { smra: { batch: '00:02' }, capacities: { Supplier: { 'final-read': hands(6) } } },
    });
    expect(from14(run).slice(1, 3)).toEqual(
      acts(`
        2025-12-25T00:07:00Z 3.1.14 sent Supplier → NHHDC D0010, due 2025-12-31T00:00:00Z met (final, reason 28)
        2025-12-25T00:09:00Z 3.1.15 queued NHHDC
      `),
    );
    expect(run.broken).toEqual([]);
  });

  it('is at hand for the share of points that the scenario gives, by meter', () => {
    const reads = { behaviour: { read: { smart: 1, traditional: 0, advanced: 1 } } };
    const points = { 'NHH smart': 5, 'NHH traditional': 4, 'NHH advanced': 3 };
    const run = tinyRun({ ...ONE, points, starts: [['2025-12-19', 12]], change: reads });
    expect(run.messages()['3.1.14 D0010 Supplier → NHHDC']).toBe(8);
    expect(run.messages()['3.1.16 D0019 NHHDC → Supplier']).toBe(12);
    const half = { behaviour: { read: { smart: 0.5, traditional: 0.5, advanced: 0.5 } } };
    const some = tinyRun({ ...ONE, points: { 'NHH smart': 400 }, starts: [['2025-12-19', 400]], change: half });
    const sent = some.messages()['3.1.14 D0010 Supplier → NHHDC']!;
    // Five standard deviations of 400 tosses are 50.
    expect(Math.abs(sent - 200)).toBeLessThan(50);
  });
});
