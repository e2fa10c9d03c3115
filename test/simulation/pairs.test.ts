import { describe, expect, it } from 'vitest';
import { acts, migrations, type TinyRun } from './tiny-market.ts';
import { SECOND, type SwitchKnobs, twoSuppliersRun } from './two-suppliers.ts';

// Worked out by hand from BSCP708 §4.1.2 and the REC engagement day. Of two points the first is the import MSID and the
// second the export MSID; ACORN has both as the run begins. Winter: local time is UTC.

const PAIRED = { related: { share: 0, secondaries: { 1: 1 } }, pairs: { share: 0.5 }, changes: 0 } as const;

/** What is sent and done for the export MSID from a day on. */
function exportFrom(run: TinyRun, day: string, step = ''): string[] {
  const rows = run.rows('trace');
  return run
    .life()
    .filter((line, i) => rows[i]!.point === 1 && line >= day && / (sent|did) /.test(line) && line.includes(` ${step}`));
}

describe('import and export MSID with different agents', () => {
  // The import MSID migrates on a change of agent of Mon 1 December, EFD Mon 8, to ACORN's agents. The export MSID is
  // asked for by BIRCH on the same day and migrates with the switch, EFD Thu 11, to BIRCH's.
  const knobs: SwitchKnobs = {
    points: { 'NHH traditional': 2 },
    from: '2025-11-24',
    to: '2026-01-30',
    starts: [['2025-12-01', 2]],
    listed: [{ msid: SECOND, on: '2025-12-01', to: 'BIRCH' }],
    links: PAIRED,
  };
  const run = twoSuppliersRun(knobs, { trace: 2 });

  it('they migrate independently; the scan of the night after gives the export MSID the MOA of the import', () => {
    expect(migrations(run).filter(day => day.includes('completed'))).toEqual([
      '2025-12-08 completed 1',
      '2025-12-11 completed 1',
    ]);
    expect(exportFrom(run, '2025-12-12')).toEqual(acts(REPLACED));
    expect(run.broken).toEqual([]);
  });

  it('of Advanced meters the data service too', () => {
    const advanced = twoSuppliersRun({ ...knobs, points: { 'NHH advanced': 2 } }, { trace: 2 });
    expect(exportFrom(advanced, '2025-12-12', 'pairs')).toEqual(acts(BOTH_REPLACED));
    expect(advanced.broken).toEqual([]);
  });

  it('with one supplier and the same agents nothing is replaced', () => {
    const same = twoSuppliersRun({ ...knobs, listed: [] }, { trace: 2 });
    expect(Object.keys(same.messages()).filter(m => m.startsWith('pairs'))).toEqual([]);
  });

  it('while only one has migrated nothing is replaced', () => {
    const one = twoSuppliersRun({ ...knobs, starts: [] }, { trace: 2 });
    expect(one.sum('migration_daily', 'completed')).toBe(1);
    expect(Object.keys(one.messages()).filter(m => m.startsWith('pairs'))).toEqual([]);
  });

  it('both cores tell the same', () => {
    expect(twoSuppliersRun(knobs, { trace: 2, core: 'ordered' }).life()).toEqual(run.life());
  });
});

const REPLACED = `
    # The EFD of the later is 11 December; the scan as the next day begins. 60 min from there.
    2025-12-12T00:00:00Z pairs.1 did SMRA (the agents of import and export differ)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → ACORN IF-036, due 2025-12-12T01:00:00Z met (metering service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → BIRCH IF-036 (metering service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → A-MSS IF-036 (metering service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → B-MSS IF-036 (metering service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → LDSO IF-036 (metering service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → EES IF-036 (metering service)
`;

const BOTH_REPLACED = `
    2025-12-12T00:00:00Z pairs.1 did SMRA (the agents of import and export differ)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → ACORN IF-036, due 2025-12-12T01:00:00Z met (metering and data service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → BIRCH IF-036 (metering and data service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → A-MSA IF-036 (metering and data service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → B-MSA IF-036 (metering and data service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → LDSO IF-036 (metering and data service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → EES IF-036 (metering and data service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → A-ADS IF-036 (metering and data service)
    2025-12-12T00:00:00Z pairs.2 sent SMRA → B-ADS IF-036 (metering and data service)
`;

describe('a pair that has migrated with the same MOA', () => {
  // Both start on 1 December, EFD 8 December; then the export or the import MSID is switched, EFD 22 January.
  const knobs: SwitchKnobs = {
    points: { 'NHH advanced': 2 },
    from: '2025-11-24',
    to: '2026-02-27',
    starts: [['2025-12-01', 2]],
    links: PAIRED,
  };

  it('export switched: a data service is asked for, and no MOA, which stays that of the import', () => {
    const run = twoSuppliersRun({ ...knobs, listed: [{ msid: SECOND, on: '2026-01-12', to: 'BIRCH' }] }, { trace: 2 });
    const messages = run.messages();
    expect(messages['mhhs-cos.2 IF-031 BIRCH → SMRA']).toBe(1);
    expect(messages['mhhs-cos.3 IF-033 SMRA → B-ADS']).toBe(1);
    expect(messages['mhhs-cos.3 IF-033 SMRA → B-MSA']).toBeUndefined();
    // On the EFD a round for either service, the metering service's with the one that it has had.
    expect(messages['mhhs-cos.6 IF-036 SMRA → A-MSA']).toBe(2);
    expect(exportFrom(run, '2026-01-23', 'pairs')).toEqual([
      '2026-01-23T00:00:00Z pairs.1 did SMRA (the agents of import and export differ)',
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → ACORN IF-036, due 2026-01-23T01:00:00Z met (data service)',
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → BIRCH IF-036 (data service)',
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → LDSO IF-036 (data service)',
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → EES IF-036 (data service)',
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → A-ADS IF-036 (data service)',
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → B-ADS IF-036 (data service)',
    ]);
    expect(run.broken).toEqual([]);
  });

  it("import switched: the export MSID follows to the agents of the import's new supplier", () => {
    const run = twoSuppliersRun({ ...knobs, on: '2026-01-12' }, { trace: 2 });
    expect(run.messages()['mhhs-cos.2 IF-031 BIRCH → SMRA']).toBe(2);
    expect(exportFrom(run, '2026-01-23', 'pairs.2').slice(0, 4)).toEqual([
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → BIRCH IF-036, due 2026-01-23T01:00:00Z met (metering and data service)',
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → ACORN IF-036 (metering and data service)',
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → B-MSA IF-036 (metering and data service)',
      '2026-01-23T00:00:00Z pairs.2 sent SMRA → A-MSA IF-036 (metering and data service)',
    ]);
    expect(run.broken).toEqual([]);
  });

  it('an association that is changed is told to both suppliers and, after migration, to the agents', () => {
    const links = { ...PAIRED, changes: 2 };
    const run = twoSuppliersRun({ ...knobs, points: { 'NHH advanced': 20 }, to: '2026-11-30', links });
    const messages = run.messages();
    const changes = messages['pairs.3 IF-019 LDSO → SMRA']!;
    // 20 MSIDs with two changes a year each: 40, give or take.
    expect(changes).toBeGreaterThan(20);
    expect(changes).toBeLessThan(60);
    // Import and export supplier are the same here, and each is told.
    expect(messages['pairs.3 IF-020 SMRA → ACORN']).toBe(2 * changes);
    expect(messages['pairs.3 IF-020 SMRA → A-MSA']).toBeLessThan(changes);
    expect(run.broken).toEqual([]);
  });
});
