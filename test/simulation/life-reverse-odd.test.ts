import { describe, expect, it } from 'vitest';
import { actsOf, reverseRun, sentOf } from './reverse-market.ts';
import { acts, exceptions, hands, migrations, statesOn } from './tiny-market.ts';
import { SECOND } from './two-suppliers.ts';

// For the Working Days over Christmas 2025 see life-reverse.test.ts; the EFD is Fri 2 January 2026.

describe('IF-003s that cannot name the incoming agents', () => {
  it('no MOA in the D0205: the two MOAs settle the MTDs of a smart meter between them', () => {
    const run = reverseRun({ points: { 'NHH smart': 1 }, missingMoa: 1 });
    expect(
      sentOf(run, '3.3.4', '3.3.5', '3.3.6', '3.3.7', '3.3.9', '3.3.11', '3.3.12', '3.3.13').filter(
        act => !/IF-003 /.test(act) || /A-MSS/.test(act),
      ),
    ).toEqual(
      acts(`
        2025-12-24T09:45:00Z 3.3.4 sent BIRCH → SMRA D0205, due 2025-12-31T00:00:00Z met (without the incoming MOA)
        2025-12-24T09:45:00Z 3.3.4 sent BIRCH → B-NHHDC D0052
        # 2 WD of the last D0011 on 24 Dec: Mon 29, Tue 30 Dec; then 2 WD and 5 WD: 29, 30, 31 Dec, 2, 5 Jan.
        2025-12-24T09:45:00Z 3.3.5 sent BIRCH → B-MOA bilateral request, due 2025-12-31T00:00:00Z met
        2025-12-24T10:01:00Z 3.3.6 sent B-MOA → A-MSS bilateral details, due 2025-12-31T00:00:00Z met
        2025-12-24T10:28:00Z 3.3.7 sent A-MSS → B-MOA bilateral MTDs, due 2026-01-06T00:00:00Z met
        2025-12-24T10:28:00Z 3.3.7 sent A-MSS → B-NHHDC bilateral MTDs
        2026-01-01T18:00:00Z 3.3.9 sent SMRA → A-MSS IF-003, due 2026-01-01T18:00:00Z met (incoming MOA left empty)
        # The skeleton goes to the new supplier only; its D0367 completes what the MOA has had since 24 Dec.
        2026-01-02T09:25:00Z 3.3.11 sent A-MSS → BIRCH D0150, due 2026-01-09T00:00:00Z met (skeleton)
        2026-01-02T09:40:00Z 3.3.12 sent BIRCH → B-MOA D0367, due 2026-01-07T00:00:00Z met
        2026-01-02T09:58:00Z 3.3.13 sent B-MOA → BIRCH D0149, due 2026-01-07T00:00:00Z met
        2026-01-02T09:58:00Z 3.3.13 sent B-MOA → BIRCH D0150
        2026-01-02T09:58:00Z 3.3.13 sent B-MOA → B-NHHDC D0149
        2026-01-02T09:58:00Z 3.3.13 sent B-MOA → B-NHHDC D0150
      `),
    );
  });

  it('a late D0205: agents left empty, and asked for between the companies after all', () => {
    // The data aggregator answers 9 days after its 24 minutes, which began at 09:10 on 24 December.
    const run = reverseRun({
      points: { 'NHH traditional': 1 },
      change: { capacities: { DA: { appointment: { ...hands(24, 'office'), delay: { fixed: '9 d' } } } } },
    });
    expect(
      sentOf(run, '3.3.3', '3.3.4', '3.3.5', '3.3.6', '3.3.7', '3.3.9', '3.3.11', '3.3.13').filter(
        act => !/IF-003 /.test(act) || /A-MSS/.test(act),
      ),
    ).toEqual(
      acts(`
        2025-12-24T09:24:00Z 3.3.3 sent B-MOA → BIRCH D0011, due 2025-12-31T00:00:00Z met
        2025-12-24T09:28:00Z 3.3.3 sent B-NHHDC → BIRCH D0011, due 2025-12-31T00:00:00Z met
        2026-01-01T18:00:00Z 3.3.9 sent SMRA → A-MSS IF-003, due 2026-01-01T18:00:00Z met (incoming agents left empty: no D0205 yet)
        2026-01-02T09:25:00Z 3.3.11 sent A-MSS → BIRCH D0149, due 2026-01-09T00:00:00Z met
        2026-01-02T09:25:00Z 3.3.11 sent A-MSS → BIRCH D0150
        2026-01-02T09:34:00Z 3.3.3 sent B-DA → BIRCH D0011, due 2025-12-31T00:00:00Z missed
        # 2 WD of Fri 2 Jan: 5, 6 Jan.
        2026-01-02T09:45:00Z 3.3.4 sent BIRCH → SMRA D0205, due 2026-01-07T00:00:00Z met (with the incoming agents)
        2026-01-02T09:45:00Z 3.3.4 sent BIRCH → B-NHHDC D0052
        2026-01-02T09:47:00Z 3.3.5 sent BIRCH → B-MOA bilateral request, due 2026-01-07T00:00:00Z met
        2026-01-02T10:03:00Z 3.3.6 sent B-MOA → A-MSS bilateral details, due 2026-01-07T00:00:00Z met
        # 5 WD of 2 Jan: 5, 6, 7, 8, 9 Jan.
        2026-01-02T10:30:00Z 3.3.7 sent A-MSS → B-MOA bilateral MTDs, due 2026-01-10T00:00:00Z met
        2026-01-02T10:30:00Z 3.3.7 sent A-MSS → B-NHHDC bilateral MTDs
        2026-01-02T10:48:00Z 3.3.13 sent B-MOA → BIRCH D0149, due 2026-01-07T00:00:00Z met
        2026-01-02T10:48:00Z 3.3.13 sent B-MOA → BIRCH D0150
        2026-01-02T10:48:00Z 3.3.13 sent B-MOA → B-NHHDC D0149
        2026-01-02T10:48:00Z 3.3.13 sent B-MOA → B-NHHDC D0150
      `),
    );
  });

  // Asked for on Mon 29 December for New Year's Day: with no delay the D0205 is at the SMRA on Tue 30 at 09:47.
  const TO_18_00_OF_THE_EVE = 86_400 + 8 * 3600 + 13 * 60;

  it.each([
    ['a second before 18:00 of the eve', -1, 'incoming agents named', 0],
    ['at 18:00:00', 0, 'incoming agents named', 0],
    ['a second after', 1, 'incoming agents left empty: no D0205 yet', 1],
  ])('a D0205 that comes %s', (_, seconds, detail, requests) => {
    const delay = { fixed: `${TO_18_00_OF_THE_EVE + seconds} s` };
    const run = reverseRun({
      points: { 'NHH traditional': 1 },
      on: '2025-12-29',
      notice: 3,
      change: { capacities: { Supplier: { d0205: { ...hands(9, 'office'), delay } } } },
    });
    const told = sentOf(run, '3.3.9');
    expect(told).toHaveLength(6);
    for (const act of told) expect(act).toMatch(new RegExp(`^2025-12-31T18:00:00Z .*\\(${detail}\\)$`));
    expect(sentOf(run, '3.3.5')).toHaveLength(requests);
  });
});

describe('switch reads of a reverse migration', () => {
  it('no read from the customer: the old supplier makes one as the 4th day after the EFD begins', () => {
    const run = reverseRun({ points: { 'NHH traditional': 1 }, reads: 0 });
    expect(sentOf(run, '3.3.14', '3.3.18', '3.3.19', '3.3.20')).toEqual(
      acts(`
        # Fri 2 Jan and 4 days: Tue 6 Jan, 09:00 and 12 min; the 5th day is 7 Jan.
        2026-01-06T09:12:00Z 3.3.18 sent ACORN → A-SDS D0010, due 2026-01-08T00:00:00Z met (final, reason 30, made by the old supplier)
        2026-01-06T09:12:00Z 3.3.18 sent ACORN → BIRCH D0010 (final, reason 30, made by the old supplier)
        2026-01-06T09:14:00Z 3.3.19 did A-SDS
        2026-01-06T09:21:00Z 3.3.20 sent BIRCH → B-NHHDC D0010, due 2026-01-08T00:00:00Z met (initial, reason 30)
      `),
    );
  });

  it('a read that comes when one is made already changes nothing', () => {
    // From Fri 2 Jan 09:11 on it takes 3 days and 15 hours: it is sent on Tue 6 Jan at 00:11.
    const late = { ...hands(11, 'office'), delay: { fixed: '87 h' } };
    const run = reverseRun({
      points: { 'NHH traditional': 1 },
      change: { capacities: { Supplier: { 'switch-read': late } } },
    });
    expect(sentOf(run, '3.3.14', '3.3.18', '3.3.20')).toEqual(
      acts(`
        2026-01-06T00:11:00Z 3.3.14 sent BIRCH → ACORN D0010, due 2026-01-08T00:00:00Z met (initial, reason 30)
        2026-01-06T09:12:00Z 3.3.18 sent ACORN → A-SDS D0010, due 2026-01-08T00:00:00Z met (final, reason 30, made by the old supplier)
        2026-01-06T09:12:00Z 3.3.18 sent ACORN → BIRCH D0010 (final, reason 30, made by the old supplier)
        2026-01-06T09:21:00Z 3.3.20 sent BIRCH → B-NHHDC D0010, due 2026-01-08T00:00:00Z met (initial, reason 30)
      `),
    );
  });

  it('a read on which the suppliers do not agree is settled by D0300 before it goes on', () => {
    const run = reverseRun({ points: { 'NHH traditional': 1 }, disputed: 1 });
    expect(sentOf(run, '3.3.18', '3.3.20', 'disputed-read')).toEqual(
      acts(`
        2026-01-02T09:25:00Z 3.3.18 sent ACORN → A-SDS D0010, due 2026-01-08T00:00:00Z met (final, reason 30)
        2026-01-02T09:25:00Z 3.3.18 sent ACORN → BIRCH D0010 (final, reason 30)
        2026-01-02T09:27:00Z disputed-read.1 sent BIRCH → ACORN D0300 (read not accepted)
        # 12 min; 5 WD of Fri 2 Jan: 5, 6, 7, 8, 9 Jan.
        2026-01-02T09:41:00Z disputed-read.2 sent ACORN → BIRCH D0300, due 2026-01-10T00:00:00Z met (read agreed)
        # 1 WD from there.
        2026-01-02T09:50:00Z 3.3.20 sent BIRCH → B-NHHDC D0010, due 2026-01-06T00:00:00Z met (initial, reason 30)
      `),
    );
    expect(exceptions(run)).toEqual(['2026-01-02 switch read disputed: 1']);
  });
});

describe('a reverse migration that comes to nothing', () => {
  it.each([
    ['3.3.2', 'Supplier', 'switch', '3.3.1'],
    ['3.3.3', 'MOA', 'appointment', '3.3.2'],
    ['3.3.4', 'Supplier', 'd0205', '3.3.3'],
    ['3.3.7', 'MSS', 'outgoing-mtd', '3.3.6'],
  ])(
    'withdrawn while %s waits: it stops, owes nothing more, and is under MHHS as before',
    (waits, role, work, last) => {
      const run = reverseRun({
        points: { 'NHH traditional': 1 },
        missingMoa: 1,
        change: {
          switching: { withdrawn: 1 },
          capacities: { [role]: { [work]: { ...hands(8, 'office'), delay: { fixed: '10 d' } } } },
        },
      });
      const [withdrawal] = sentOf(run, 'switch.6');
      const withdrawn = withdrawal!.slice(0, 10);
      expect(withdrawn >= '2025-12-26' && withdrawn <= '2026-01-01').toBe(true);
      expect(actsOf(run, '3.3.').filter(act => act >= withdrawn)).toEqual([]);
      expect(sentOf(run, last)).not.toEqual([]);
      expect(actsOf(run, waits).filter(act => / finished /.test(act))).not.toEqual([]);
      const owed = run.rows('deadline_daily').filter(d => String(d.step).startsWith('3.3.'));
      expect(owed.filter(d => d.missed !== 0 || d.open !== 0)).toEqual([]);
      expect(statesOn(run, '2025-12-24').reverse).toBe(1);
      expect(statesOn(run, withdrawn)).toEqual({ legacy: 0, forward: 0, mhhs: 1, reverse: 0 });
      expect(statesOn(run, '2026-01-30')).toEqual({ legacy: 0, forward: 0, mhhs: 1, reverse: 0 });
      expect(run.sum('migration_daily', 'reversed')).toBe(0);
    },
  );

  it('objected to on the last day of the window: it stops on the day after', () => {
    const run = reverseRun({
      points: { 'NHH smart': 1 },
      change: { switching: { objection: { Smart: { within: 1, share: 1 } } } },
    });
    // 1 WD of Tue 23 December: Wed 24.
    expect(sentOf(run, 'switch.5')[0]).toBe(
      '2025-12-25T00:00:00Z switch.5 sent CSS → SMRA CSS registration cancelled (objected to)',
    );
    expect(sentOf(run, '3.3.').at(-1)).toMatch(/^2025-12-24T09:45:00Z 3.3.4 sent BIRCH → B-NHHDC D0052/);
    expect(statesOn(run, '2025-12-24').reverse).toBe(1);
    expect(statesOn(run, '2025-12-25').mhhs).toBe(1);
  });

  it('effective on the eve of M14 it goes; effective on M14 the switch is refused', () => {
    // M14 is 28 October 2026: 12 days after Thu 15 October is the 27th, after Fri 16 October the 28th.
    const run = reverseRun({
      points: { 'NHH traditional': 2 },
      from: '2026-09-01',
      to: '2026-11-30',
      starts: [['2026-09-07', 2]],
      birch: '2026-10-28',
      on: '2026-10-15',
      notice: 12,
      listed: [{ msid: SECOND, on: '2026-10-16', to: 'BIRCH' }],
    });
    expect(run.messages()['switch.8 CSS registration refused CSS → BIRCH']).toBe(1);
    expect(run.sum('migration_daily', 'reversed', { date: '2026-10-27' })).toBe(1);
    expect(statesOn(run, '2026-10-26')).toEqual({ legacy: 0, forward: 0, mhhs: 1, reverse: 1 });
    expect(statesOn(run, '2026-11-30')).toEqual({ legacy: 1, forward: 0, mhhs: 1, reverse: 0 });
  });
});

describe('states around a reverse migration', () => {
  it('migrates again by a change of agent once the new supplier is qualified', () => {
    // BIRCH has no plan but what comes to it. It is qualified on Mon 2 February 2026: EFD a week later.
    const run = reverseRun({
      points: { 'NHH traditional': 1 },
      to: '2026-03-13',
      birch: '2026-02-02',
      birchStarts: [],
    });
    const days = ['2025-11-09', '2025-11-10', '2025-11-17', '2025-12-24', '2026-01-02', '2026-02-02', '2026-02-09'];
    const states = days.map(day => Object.entries(statesOn(run, day)).find(([, n]) => n === 1)![0]);
    expect(states).toEqual(['legacy', 'forward', 'mhhs', 'reverse', 'legacy', 'forward', 'mhhs']);
    const counted = migrations(run).map(day => day.replace(/ waiting 1$/, ''));
    expect(counted.filter(day => day.includes(' '))).toEqual([
      '2025-11-10 planned 1 started 1',
      '2025-11-17 completed 1',
      '2026-01-02 reversed 1',
      '2026-02-02 started 1',
      '2026-02-09 completed 1',
    ]);
    const again = run
      .life()
      .filter(act => act >= '2026-02-02' && /IF-031|IF-036|D0170/.test(act) && / sent /.test(act));
    expect(again.map(act => act.replace(/^(\S+) \S+ sent (\S+ → \S+) ([^\s,]+).*$/, '$1 $2 $3'))).toEqual([
      '2026-02-02T10:00:00Z BIRCH → SMRA IF-031',
      '2026-02-02T10:00:00Z BIRCH → SMRA IF-031',
      // The agents of the reverse migration are now the outgoing ones.
      '2026-02-02T22:00:00Z SMRA → B-MOA D0170',
      '2026-02-02T22:00:00Z SMRA → B-NHHDC D0170',
      ...['BIRCH', 'BIRCH', 'B-MSS', 'B-MSS', 'B-SDS', 'B-SDS', 'LDSO', 'LDSO', 'EES', 'EES'].map(
        to => `2026-02-09T00:00:00Z SMRA → ${to} IF-036`,
      ),
    ]);
  });

  it('a forward migration that is sure to take effect first does, and the MSID turns round on that day', () => {
    // IF-031s on Mon 15 December for the 22nd; the switch is asked for on the 16th for the 26th.
    const run = reverseRun({
      points: { 'NHH traditional': 1 },
      starts: [['2025-12-15', 1]],
      on: '2025-12-16',
    });
    const days = ['2025-12-17', '2025-12-21', '2025-12-22', '2025-12-25', '2025-12-26'];
    const states = days.map(day => Object.entries(statesOn(run, day)).find(([, n]) => n === 1)![0]);
    expect(states).toEqual(['forward', 'forward', 'reverse', 'reverse', 'legacy']);
    expect(sentOf(run, '3.3.1')[0]).toMatch(/^2025-12-17T00:03:00Z 3.3.1 sent SMRA → BIRCH D0217/);
    expect(run.sum('migration_daily', 'completed')).toBe(1);
    expect(run.sum('migration_daily', 'reversed')).toBe(1);
  });

  it('details that come after the EFD find a switch that has taken effect without them', () => {
    const run = reverseRun({
      points: { 'NHH traditional': 1 },
      change: { capacities: { SMRA: { registration: { ...hands(3), delay: { fixed: '12 d' } } } } },
    });
    // 2 WD of Tue 23 December: 24, 29.
    expect(sentOf(run, '3.3.1').find(act => / 3\.3\.1 /.test(act))).toBe(
      '2026-01-05T00:03:00Z 3.3.1 sent SMRA → BIRCH D0217, due 2025-12-30T00:00:00Z missed',
    );
    expect(sentOf(run, '3.3.9')[0]).toContain('incoming agents left empty: no D0205 yet');
    expect(run.sum('state_daily', 'reverse')).toBe(0);
    expect(statesOn(run, '2026-01-01').mhhs).toBe(1);
    expect(statesOn(run, '2026-01-02').legacy).toBe(1);
    expect(run.sum('migration_daily', 'reversed', { date: '2026-01-02' })).toBe(1);
  });
});
