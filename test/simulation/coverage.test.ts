import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { knownSteps, PROCEDURES, ROWS, type Row } from '../../src/procedures/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { cellOf } from '../../src/simulation/index.ts';
import { SPACE_OF_PART } from '../../src/simulation/stages.ts';
import { TinyRun } from './tiny-market.ts';

const BASELINE = join(import.meta.dirname, '..', '..', 'scenarios', 'baseline.yaml');
const TABLE = join(import.meta.dirname, 'expected', 'coverage.txt');

/** Messages of a run by step, flow and who stands in for sender and receiver. */
function messagesOf(run: TinyRun): Map<string, number> {
  const table = run.outcome.tables.find(t => t.name === 'message_daily')!;
  const cell = (name: string) => {
    const column = table.columns.find(c => c.name === name)!;
    return (i: number) => cellOf(column, i);
  };
  const space = new Map(run.rows('party').map(p => [p.party_id as number, spaceOf(String(p.role))]));
  const [step, flow, count] = [cell('step'), cell('flow'), cell('count')];
  const [from, to] = ['from_party', 'to_party'].map(cell) as [typeof step, typeof step];
  const counts = new Map<string, number>();
  for (let i = 0; i < table.length; i++) {
    const key = `${step(i)} ${flow(i)} ${space.get(Number(from(i)))} → ${space.get(Number(to(i)))}`;
    counts.set(key, (counts.get(key) ?? 0) + Number(count(i)));
  }
  return counts;
}

const keyOf = (row: Row) => `${row.step.ref} ${row.flow} ${SPACE_OF_PART[row.from]} → ${SPACE_OF_PART[row.to]}`;

/** Roles that stand in for each other in a procedure. */
function spaceOf(role: string): string {
  if (['MSS', 'MSA', 'UMSO'].includes(role)) return 'MS';
  if (['SDS', 'ADS', 'UMSDS'].includes(role)) return 'DS';
  if (['NHHDC', 'HHDC'].includes(role)) return 'DC';
  return role === 'BSC Central Services' ? 'BSC' : role;
}

describe('the baseline at 1:100', () => {
  let run: TinyRun;
  let counts: Map<string, number>;

  beforeAll(() => {
    const { scenario } = loadScenario(BASELINE, { steps: knownSteps() });
    run = new TinyRun(scenario, { scale: 0.01 });
    counts = messagesOf(run);
  }, 240_000);

  test('sends every flow of the catalogue from every role to every role that the catalogue has it go to', () => {
    expect(ROWS.filter(row => !counts.has(keyOf(row))).map(keyOf)).toEqual([]);
  });

  test('comes to the coverage table that is kept: messages by step, flow, sender and receiver', () => {
    const text = coverageTable(counts);
    if (process.env.MHHSIM_UPDATE === '1') writeFileSync(TABLE, text);
    expect(existsSync(TABLE), `${TABLE} is missing: write it with MHHSIM_UPDATE=1 and read it`).toBe(true);
    expect(text).toBe(readFileSync(TABLE, 'utf8'));
  });

  test('holds all invariants', () => {
    expect(run.broken).toEqual([]);
  });
});

/** A line for each flow of each step; what the catalogue has twice between the same kinds of parties stands once. */
function coverageTable(counts: ReadonlyMap<string, number>): string {
  const head = 'What the baseline sends at 1 metering point in 100 (seed 1): step, flow, from, to, messages.\n';
  const sections = PROCEDURES.map(procedure => {
    const own = new Map(ROWS.filter(row => row.procedure === procedure).map(row => [keyOf(row), row]));
    const lines = [...own].map(([key, { step, flow, from, to }]) => {
      const cells = [step.ref.padEnd(22), flow.padEnd(28), from.padEnd(16), to.padEnd(21)];
      return `${cells.join('')}${String(counts.get(key) ?? 0).padStart(9)}`;
    });
    return `\n${procedure.title} (${procedure.name})\n${lines.join('\n')}\n`;
  });
  return head + sections.join('');
}

/**
 * The national market with what is rare in it made frequent, so that a small sample shows also what only a trace tells:
 * half-hourly and unmetered points, switches, suppliers that qualify late, some only after M14.
 */
describe('a busier market at 1:1000, with 1,000 points traced', () => {
  const MIX = [
    'population.classes.NHH.count=10000000',
    'population.classes.HH.count=4000000',
    'population.classes.UMS.count=2000000',
    'switching.rates={Smart: 0.3, Advanced: 0.4, Unmetered: 1}',
    'activation=60',
    ...[1, 2, 3].map(wave => `waves.wave ${wave}=2026-09-01`),
    'capacities.MA.appointment.servers=100', // for as many unmetered points as here
  ];

  test('goes through every step of every procedure that is an act without a message, and holds all invariants', () => {
    const { scenario } = loadScenario(BASELINE, { set: MIX, steps: knownSteps() });
    const run = new TinyRun(scenario, { scale: 0.001, trace: 1000 });
    const done = new Set(run.rows('trace').map(act => act.step));
    const acts = PROCEDURES.flatMap(p => p.steps).filter(s => s.messages.length === 0);
    expect(acts.length).toBe(8);
    expect(acts.filter(s => !done.has(s.ref)).map(s => `${s.ref} ${s.title}`)).toEqual([]);
    expect(run.broken).toEqual([]);
  }, 240_000);
});
