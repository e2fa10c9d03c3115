import { describe, expect, it } from 'vitest';
import type { MeterType } from '../../src/procedures/index.ts';
import { digestOfTables } from '../../src/results/index.ts';
import { acts, exceptions, statesOn } from './tiny-market.ts';
import { type SwitchKnobs, type TwoSuppliersRun, twoSuppliersRun } from './two-suppliers.ts';

// The first point migrates with ACORN: requests on Tue 6 January 2026, EFD 8 January. On Mon 2 February its customer goes
// to BIRCH, EFD Thu 12 February. Winter: local time is UTC. No bank holidays.
const FEBRUARY = {
  from: '2026-01-05',
  to: '2026-03-31',
  starts: [['2026-01-06', 1]],
  lead: 2,
  on: '2026-02-02',
} as const;

function switched(type: MeterType, knobs: Partial<SwitchKnobs> = {}): TwoSuppliersRun {
  return twoSuppliersRun({ ...FEBRUARY, points: { [type]: 1 }, ...knobs });
}

/** Its life from the request for the switch on. */
function lifeOf(run: TwoSuppliersRun): string[] {
  return run.life().filter(line => line >= '2026-02-02');
}

/** Messages from the request on, by step, sender, receiver and flow. */
function sent(run: TwoSuppliersRun, step: string): string[] {
  const lines = lifeOf(run).filter(line => line.includes(` ${step} sent `));
  return lines.map(line => line.replace(/^.* sent /, '').replace(/,? \(.*$|, due.*$/, ''));
}

describe('a switch of an MSID that is under MHHS, to a supplier that is qualified', () => {
  it('traditional meter, by hand: agents, technical details, transfer read', () => {
    const run = switched('NHH traditional');
    expect(lifeOf(run)).toEqual(acts(TRADITIONAL));
    expect(run.broken).toEqual([]);
    expect(exceptions(run)).toEqual([]);
    expect(statesOn(run, '2026-02-12')).toEqual({ legacy: 0, forward: 0, mhhs: 1, reverse: 0 });
    expect(run.sum('migration_daily', 'completed')).toBe(1);
  });

  it.each([
    // 8 at the CSS, 2 of .1, 2 of .2, 4 of .3, 2 of .4, 10 of .5, 10 of .6; for the retriever of a smart meter 3.
    ['NHH smart', 38 + 2 + 3],
    ['NHH traditional', 38 + 2 + 6],
    ['NHH advanced', 38 + 2 + 3],
    ['HH advanced', 38 + 2 + 3],
    ['HH smart', 38 + 2 + 3],
    // No transfer read, and the inventory.
    ['UMS', 38 + 1],
  ] as const)('of type %s: %i messages', (type, count) => {
    const lines = lifeOf(switched(type)).filter(line => line.includes(' sent '));
    expect(lines.length).toBe(count);
  });

  it('gives both suppliers the read by IF-041 where the meter is no traditional one', () => {
    expect(sent(switched('HH advanced'), 'mhhs-cos.10')).toEqual(['A-ADS → ACORN IF-041', 'A-ADS → BIRCH IF-041']);
    expect(sent(switched('NHH smart'), 'mhhs-cos.10')).toEqual(['A-SDS → ACORN IF-041', 'A-SDS → BIRCH IF-041']);
  });

  it('with no read at hand owes none, and the suppliers agree on one ten Working Days later', () => {
    const run = switched('NHH smart', { reads: 0 });
    expect(sent(run, 'mhhs-cos.10')).toEqual([]);
    expect(run.rows('deadline_daily').filter(row => row.step === 'mhhs-cos.10')).toEqual([]);
    // 10 WD of Thu 12 February: 13, 16 to 20, 23 to 26; the day after is Friday.
    expect(exceptions(run)).toEqual(['2026-02-27 no switch read: 1']);
  });

  it('needs no details from a metering service that stays: the supplier and the data service get them', () => {
    const run = switched('HH advanced', { change: { suppliers: { BIRCH: { agents: { MSA: { AX: 1, BX: 0 } } } } } });
    expect(sent(run, 'mhhs-cos.7')).toEqual([]);
    expect(sent(run, 'mhhs-cos.8')).toEqual(['A-MSA → BIRCH D0268', 'A-MSA → B-ADS D0268']);
    expect(run.broken).toEqual([]);
  });

  it('withdrawn: what was accepted falls at gate closure, and the MSID stays with its supplier', () => {
    const run = switched('HH advanced', { change: { switching: { withdrawn: 1 } } });
    expect(sent(run, 'mhhs-cos.11')).toHaveLength(6);
    expect(sent(run, 'mhhs-cos.6')).toEqual([]);
    expect(sent(run, 'mhhs-cos.10')).toEqual([]);
    expect(run.broken).toEqual([]);
    expect(run.sum('state_daily', 'mhhs', { date: '2026-03-31', supplier_id: acorn(run) })).toBe(1);
  });

  it('comes to the same in either core', () => {
    for (const type of ['NHH traditional', 'HH advanced', 'UMS'] as const) {
      const digests = (['folded', 'ordered'] as const).map(core => {
        const run = twoSuppliersRun({ ...FEBRUARY, points: { [type]: 1 } }, { trace: 1, core });
        return digestOfTables(run.outcome.tables).digest;
      });
      expect(digests[0]).toBe(digests[1]);
    }
  });
});

function acorn(run: TwoSuppliersRun): number {
  return run.rows('party').find(p => p.mpid === 'ACORN')!.party_id as number;
}

const TRADITIONAL = `
    # Monday, 10:00 local; the link to the CSS takes 60 s.
    2026-02-02T10:00:00Z switch.1 sent BIRCH → CSS CSS switch request (EFD 2026-02-12)
    2026-02-02T10:01:00Z switch.1 received BIRCH → CSS CSS switch request (EFD 2026-02-12)
    2026-02-02T10:01:00Z switch.2 sent CSS → SMRA CSS registration pending
    2026-02-02T10:01:00Z switch.2 sent CSS → ACORN CSS registration pending
    2026-02-02T10:02:00Z switch.2 received CSS → SMRA CSS registration pending
    2026-02-02T10:02:00Z switch.2 received CSS → ACORN CSS registration pending
    # Looked at overnight; 3 min at the SMRA; 2 WD of Mon 2 Feb: 3, 4 Feb.
    2026-02-03T00:00:00Z mhhs-cos.1 queued SMRA
    2026-02-03T00:00:00Z mhhs-cos.1 started SMRA
    2026-02-03T00:03:00Z mhhs-cos.1 finished SMRA
    2026-02-03T00:03:00Z mhhs-cos.1 sent SMRA → ACORN IF-001, due 2026-02-05T00:00:00Z met
    2026-02-03T00:03:00Z mhhs-cos.1 sent SMRA → BIRCH IF-002
    2026-02-03T00:04:00Z mhhs-cos.1 received SMRA → ACORN IF-001
    2026-02-03T00:04:00Z mhhs-cos.1 received SMRA → BIRCH IF-002
    # BIRCH works from 09:00, too late for 60 min of 00:04; 8 min.
    2026-02-03T00:04:00Z mhhs-cos.2 queued BIRCH
    2026-02-03T09:00:00Z mhhs-cos.2 started BIRCH
    2026-02-03T09:08:00Z mhhs-cos.2 finished BIRCH
    2026-02-03T09:08:00Z mhhs-cos.2 sent BIRCH → SMRA IF-031, due 2026-02-03T01:04:00Z missed (metering service, EFD 2026-02-12)
    2026-02-03T09:08:00Z mhhs-cos.2 sent BIRCH → SMRA IF-031 (data service, EFD 2026-02-12)
    2026-02-03T09:09:00Z mhhs-cos.2 received BIRCH → SMRA IF-031 (metering service, EFD 2026-02-12)
    2026-02-03T09:09:00Z mhhs-cos.2 received BIRCH → SMRA IF-031 (data service, EFD 2026-02-12)
    # One minute each at the SMRA; 60 min of 09:09.
    2026-02-03T09:09:00Z mhhs-cos.3 queued SMRA
    2026-02-03T09:09:00Z mhhs-cos.3 queued SMRA
    2026-02-03T09:09:00Z mhhs-cos.3 started SMRA
    2026-02-03T09:09:00Z mhhs-cos.3 started SMRA
    2026-02-03T09:10:00Z mhhs-cos.3 finished SMRA
    2026-02-03T09:10:00Z mhhs-cos.3 finished SMRA
    2026-02-03T09:10:00Z mhhs-cos.3 sent SMRA → BIRCH IF-032, due 2026-02-03T10:09:00Z met (accepted)
    2026-02-03T09:10:00Z mhhs-cos.3 sent SMRA → BIRCH IF-032, due 2026-02-03T10:09:00Z met (accepted)
    2026-02-03T09:10:00Z mhhs-cos.3 sent SMRA → B-MSS IF-033 (accepted)
    2026-02-03T09:10:00Z mhhs-cos.3 sent SMRA → B-SDS IF-033 (accepted)
    2026-02-03T09:11:00Z mhhs-cos.3 received SMRA → BIRCH IF-032 (accepted)
    2026-02-03T09:11:00Z mhhs-cos.3 received SMRA → BIRCH IF-032 (accepted)
    2026-02-03T09:11:00Z mhhs-cos.3 received SMRA → B-MSS IF-033 (accepted)
    2026-02-03T09:11:00Z mhhs-cos.3 received SMRA → B-SDS IF-033 (accepted)
    # MSS takes 10 min, SDS 20; 60 min of 09:11.
    2026-02-03T09:11:00Z mhhs-cos.4 queued B-MSS
    2026-02-03T09:11:00Z mhhs-cos.4 queued B-SDS
    2026-02-03T09:11:00Z mhhs-cos.4 started B-MSS
    2026-02-03T09:11:00Z mhhs-cos.4 started B-SDS
    2026-02-03T09:21:00Z mhhs-cos.4 finished B-MSS
    2026-02-03T09:21:00Z mhhs-cos.4 sent B-MSS → SMRA IF-034, due 2026-02-03T10:11:00Z met (accept)
    2026-02-03T09:22:00Z mhhs-cos.4 received B-MSS → SMRA IF-034 (accept)
    # Two minutes to publish; a round of IF-035 goes to five, the outgoing agents among them.
    2026-02-03T09:22:00Z mhhs-cos.5 queued SMRA
    2026-02-03T09:22:00Z mhhs-cos.5 started SMRA
    2026-02-03T09:24:00Z mhhs-cos.5 finished SMRA
    2026-02-03T09:24:00Z mhhs-cos.5 sent SMRA → B-MSS IF-035, due 2026-02-03T10:22:00Z met (accepted)
    2026-02-03T09:24:00Z mhhs-cos.5 sent SMRA → B-SDS IF-035 (accepted)
    2026-02-03T09:24:00Z mhhs-cos.5 sent SMRA → BIRCH IF-035 (accepted)
    2026-02-03T09:24:00Z mhhs-cos.5 sent SMRA → A-MSS IF-035 (accepted)
    2026-02-03T09:24:00Z mhhs-cos.5 sent SMRA → A-SDS IF-035 (accepted)
    2026-02-03T09:25:00Z mhhs-cos.5 received SMRA → B-MSS IF-035 (accepted)
    2026-02-03T09:25:00Z mhhs-cos.5 received SMRA → B-SDS IF-035 (accepted)
    2026-02-03T09:25:00Z mhhs-cos.5 received SMRA → BIRCH IF-035 (accepted)
    2026-02-03T09:25:00Z mhhs-cos.5 received SMRA → A-MSS IF-035 (accepted)
    2026-02-03T09:25:00Z mhhs-cos.5 received SMRA → A-SDS IF-035 (accepted)
    # 120 min of 09:25; 25 min.
    2026-02-03T09:25:00Z mhhs-cos.7 queued A-MSS
    2026-02-03T09:25:00Z mhhs-cos.7 started A-MSS
    2026-02-03T09:31:00Z mhhs-cos.4 finished B-SDS
    2026-02-03T09:31:00Z mhhs-cos.4 sent B-SDS → SMRA IF-034, due 2026-02-03T10:11:00Z met (accept)
    2026-02-03T09:32:00Z mhhs-cos.4 received B-SDS → SMRA IF-034 (accept)
    # The acceptance of the data service sets off no details.
    2026-02-03T09:32:00Z mhhs-cos.5 queued SMRA
    2026-02-03T09:32:00Z mhhs-cos.5 started SMRA
    2026-02-03T09:34:00Z mhhs-cos.5 finished SMRA
    2026-02-03T09:34:00Z mhhs-cos.5 sent SMRA → B-MSS IF-035, due 2026-02-03T10:32:00Z met (accepted)
    2026-02-03T09:34:00Z mhhs-cos.5 sent SMRA → B-SDS IF-035 (accepted)
    2026-02-03T09:34:00Z mhhs-cos.5 sent SMRA → BIRCH IF-035 (accepted)
    2026-02-03T09:34:00Z mhhs-cos.5 sent SMRA → A-MSS IF-035 (accepted)
    2026-02-03T09:34:00Z mhhs-cos.5 sent SMRA → A-SDS IF-035 (accepted)
    2026-02-03T09:35:00Z mhhs-cos.5 received SMRA → B-MSS IF-035 (accepted)
    2026-02-03T09:35:00Z mhhs-cos.5 received SMRA → B-SDS IF-035 (accepted)
    2026-02-03T09:35:00Z mhhs-cos.5 received SMRA → BIRCH IF-035 (accepted)
    2026-02-03T09:35:00Z mhhs-cos.5 received SMRA → A-MSS IF-035 (accepted)
    2026-02-03T09:35:00Z mhhs-cos.5 received SMRA → A-SDS IF-035 (accepted)
    2026-02-03T09:50:00Z mhhs-cos.7 finished A-MSS
    2026-02-03T09:50:00Z mhhs-cos.7 sent A-MSS → B-MSS D0149, due 2026-02-03T11:25:00Z met
    2026-02-03T09:50:00Z mhhs-cos.7 sent A-MSS → B-MSS D0150
    2026-02-03T09:52:00Z mhhs-cos.7 received A-MSS → B-MSS D0149
    2026-02-03T09:52:00Z mhhs-cos.7 received A-MSS → B-MSS D0150
    # The DTN takes 120 s; 1 WD of 3 Feb: 4 Feb. 20 min.
    2026-02-03T09:52:00Z mhhs-cos.8 queued B-MSS
    2026-02-03T09:52:00Z mhhs-cos.8 started B-MSS
    2026-02-03T10:12:00Z mhhs-cos.8 finished B-MSS
    2026-02-03T10:12:00Z mhhs-cos.8 sent B-MSS → BIRCH D0149, due 2026-02-05T00:00:00Z met
    2026-02-03T10:12:00Z mhhs-cos.8 sent B-MSS → BIRCH D0150
    2026-02-03T10:12:00Z mhhs-cos.8 sent B-MSS → B-SDS D0149
    2026-02-03T10:12:00Z mhhs-cos.8 sent B-MSS → B-SDS D0150
    2026-02-03T10:14:00Z mhhs-cos.8 received B-MSS → BIRCH D0149
    2026-02-03T10:14:00Z mhhs-cos.8 received B-MSS → BIRCH D0150
    2026-02-03T10:14:00Z mhhs-cos.8 received B-MSS → B-SDS D0149
    2026-02-03T10:14:00Z mhhs-cos.8 received B-MSS → B-SDS D0150
    # The window for objections is over: 1 WD of 2 Feb, 3 Feb.
    2026-02-04T00:00:00Z switch.4 sent CSS → BIRCH CSS registration confirmed
    2026-02-04T00:00:00Z switch.4 sent CSS → ACORN CSS registration confirmed
    2026-02-04T00:01:00Z switch.4 received CSS → BIRCH CSS registration confirmed
    2026-02-04T00:01:00Z switch.4 received CSS → ACORN CSS registration confirmed
    # Gate closure on the eve: both services are accepted.
    2026-02-11T17:00:00Z switch.7 sent CSS → SMRA CSS secured active
    2026-02-11T17:00:00Z switch.7 sent CSS → BIRCH CSS secured active
    2026-02-11T17:00:00Z switch.7 sent CSS → ACORN CSS secured active
    2026-02-11T17:01:00Z switch.7 received CSS → SMRA CSS secured active
    2026-02-11T17:01:00Z switch.7 received CSS → BIRCH CSS secured active
    2026-02-11T17:01:00Z switch.7 received CSS → ACORN CSS secured active
    # EFD Thu 12 February. Each service has a round of IF-036, to five.
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → BIRCH IF-036, due 2026-02-12T00:00:00Z met (metering service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → BIRCH IF-036, due 2026-02-12T00:00:00Z met (data service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → B-MSS IF-036 (metering service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → B-MSS IF-036 (data service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → B-SDS IF-036 (metering service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → B-SDS IF-036 (data service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → LDSO IF-036 (metering service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → LDSO IF-036 (data service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → EES IF-036 (metering service)
    2026-02-12T00:00:00Z mhhs-cos.6 sent SMRA → EES IF-036 (data service)
    # 1 WD of 12 Feb: Fri 13 Feb. From 09:00, 27 min.
    2026-02-12T00:00:00Z mhhs-cos.10 queued A-SDS
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → BIRCH IF-036 (metering service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → BIRCH IF-036 (data service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → B-MSS IF-036 (metering service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → B-MSS IF-036 (data service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → B-SDS IF-036 (metering service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → B-SDS IF-036 (data service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → LDSO IF-036 (metering service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → LDSO IF-036 (data service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → EES IF-036 (metering service)
    2026-02-12T00:01:00Z mhhs-cos.6 received SMRA → EES IF-036 (data service)
    2026-02-12T09:00:00Z mhhs-cos.10 started A-SDS
    2026-02-12T09:27:00Z mhhs-cos.10 finished A-SDS
    2026-02-12T09:27:00Z mhhs-cos.10 sent A-SDS → ACORN D0010, due 2026-02-14T00:00:00Z met (transfer read)
    2026-02-12T09:27:00Z mhhs-cos.10 sent A-SDS → BIRCH D0010 (transfer read)
    2026-02-12T09:29:00Z mhhs-cos.10 received A-SDS → ACORN D0010 (transfer read)
    2026-02-12T09:29:00Z mhhs-cos.10 received A-SDS → BIRCH D0010 (transfer read)
  `;
