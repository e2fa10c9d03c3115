import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { knownSteps, PROCEDURES, ROWS } from '../../src/procedures/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { SPACE_OF_PART } from '../../src/simulation/stages.ts';
import { type ResultRow, TinyRun } from './tiny-market.ts';

/**
 * The national market with what is rare in it made frequent, so that a sample shows it: half-hourly and unmetered
 * points, switches, suppliers that qualify late and are slow to be activated, some only after M14.
 */
const ONE_IN = 1000;
const MIX = [
  'population.classes.NHH.count=10000000',
  'population.classes.HH.count=4000000',
  'population.classes.UMS.count=2000000',
  'switching.rates={Smart: 0.3, Advanced: 0.4, Unmetered: 1}',
  'activation=60',
  ...[1, 2, 3].map(wave => `waves.wave ${wave}=2026-09-01`),
  'steps.cos-legacy.8.within=60 min', // so short that MTDs are chased
  'capacities.MA.appointment.servers=100', // for as many unmetered points as here
];
const TRACED = 1000;

let run: TinyRun;
let messages: readonly ResultRow[];

beforeAll(() => {
  const file = join(import.meta.dirname, '..', '..', 'scenarios', 'baseline.yaml');
  const { scenario } = loadScenario(file, { set: MIX, steps: knownSteps() });
  run = new TinyRun(scenario, { scale: 1 / ONE_IN, trace: TRACED });
  messages = run.rows('message_daily');
}, 120_000);

describe(`the baseline at 1 point in ${ONE_IN}`, () => {
  test('goes through every step of every procedure', () => {
    const done = new Set([...wordsIn('message_daily', 'step'), ...wordsIn('trace', 'step')]);
    const missing = PROCEDURES.flatMap(p => p.steps).filter(s => !done.has(s.ref));
    expect(missing.map(s => `${s.ref} ${s.title}`)).toEqual([]);
  });

  test('sends every flow of the catalogue from every role to every role that the catalogue has it go to', () => {
    const space = new Map(run.rows('party').map(p => [p.party_id, spaceOf(String(p.role))]));
    const seen = new Set(
      messages.map(m => `${m.step} ${m.flow} ${space.get(m.from_party!)} → ${space.get(m.to_party!)}`),
    );
    const missing = ROWS.filter(
      r => !seen.has(`${r.step.ref} ${r.flow} ${SPACE_OF_PART[r.from]} → ${SPACE_OF_PART[r.to]}`),
    );
    expect(missing.map(r => `${r.step.ref} ${r.flow} from ${r.from} to ${r.to}`)).toEqual([]);
  });

  test('holds all invariants', () => {
    expect(run.broken).toEqual([]);
  });
});

/** The texts that a column has in any row: without making rows of a table of a million. */
function wordsIn(table: string, column: string): string[] {
  const found = run.outcome.tables.find(t => t.name === table)?.columns.find(c => c.name === column);
  if (found?.kind !== 'text') throw new Error(`there is no text ${column} in ${table}`);
  return [...new Set(found.codes)].map(code => found.words[code]!);
}

/** Roles that stand in for each other in a procedure. */
function spaceOf(role: string): string {
  if (['MSS', 'MSA', 'UMSO'].includes(role)) return 'MS';
  if (['SDS', 'ADS', 'UMSDS'].includes(role)) return 'DS';
  if (['NHHDC', 'HHDC'].includes(role)) return 'DC';
  return role === 'BSC Central Services' ? 'BSC' : role;
}
