import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownSteps } from '../../src/procedures/index.ts';
import { digestOfTables } from '../../src/results/index.ts';
import { loadScenario, type Scenario } from '../../src/scenario/index.ts';
import { TinyRun } from './tiny-market.ts';

/**
 * Digests of small runs of the national market, 1 point in 2,000: with nothing in it but changes of agent, and with all of
 * it. They are the same on every machine; whoever changes one on purpose says in CHANGELOG.md what moves results, and
 * why, and puts the new one here.
 */
const GOLDEN = [
  {
    scenario: 'change-of-agent',
    seed: '1',
    set: [],
    digest: '43a602fa3de189e60101cf65bd2a741344f068c239b6303521299d6cc0c02185',
  },
  {
    scenario: 'change-of-agent',
    seed: '2',
    set: [],
    digest: '4def3b308d1a0e11de0c6ce6065f086defb743e44493ab2a57ef9a8e0fadfcd7',
  },
  {
    scenario: 'change-of-agent',
    seed: 'late and short of hands',
    set: [
      'period.to=2026-06-30',
      'behaviour.again={share: 0.2, after: 3}',
      'behaviour.lead={uniform: [1 d, 28 d]}',
      'refusals.SDS={share: 0.3, reasons: {no contract: 1}}',
      'capacities.SMRA.validation={rate: 250 per hour per million points}',
      'steps.3.1.10.within=3 WD',
      'control.thresholds.area=100000',
    ],
    digest: 'ee413171de7453a4c59464857c2a754fe637925447841d2b13362c621de4200e',
  },
  {
    scenario: 'baseline',
    seed: '1',
    set: [],
    digest: '93e463f1b538d0e2d472bad1c10023e9847b31c0142667bdd0d6c896e2b98cd3',
  },
  {
    scenario: 'baseline',
    seed: 'restless',
    set: [
      'switching.rates={Smart: 1, Advanced: 1, Unmetered: 1}',
      'switching.withdrawn=0.3',
      'links.changes=1',
      'links.related.share=0.1',
      'links.pairs.share=0.1',
      'works.rates.exchange={smart: 0.5, traditional: 1, advanced: 1}',
      'waves.wave 2=2026-09-10',
    ],
    digest: '08bb386216561500cde4725f5dc98ee5d8cea657727d8cd94bae9d01309c1af7',
  },
] as const;

const SCALE = 0.0005;
const ROOT = join(import.meta.dirname, '..', '..');
const fileOf = (scenario: string) => join(ROOT, 'scenarios', `${scenario}.yaml`);

describe('the national market at 1 point in 2,000', () => {
  test.each(GOLDEN)(
    '$scenario, seed $seed, with $set, gives the digest on record',
    ({ scenario, seed, set, digest }) => {
      expect(digestOf(market(scenario, seed, set))).toBe(digest);
    },
  );

  test('gives the same digest again in the same process, and in a new one', () => {
    const { scenario, seed, set, digest } = GOLDEN[4];
    expect(digestOf(market(scenario, seed, set))).toBe(digest);
    const program = `
      import { knownSteps } from './src/procedures/index.ts';
      import { digestOfTables } from './src/results/index.ts';
      import { loadScenario } from './src/scenario/index.ts';
      import { simulate } from './src/simulation/index.ts';
      const { scenario } = loadScenario(process.argv[1], { seed: process.argv[2], set: process.argv.slice(3), steps: knownSteps() });
      console.log(digestOfTables(simulate(scenario, { scale: ${SCALE}, trace: 5, core: 'ordered' }).tables).digest);`;
    const args = ['--input-type=module-typescript', '--eval', program, fileOf(scenario), seed, ...set];
    expect(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }).trim()).toBe(digest);
  });
});

describe('changing one supplier, where nobody is short of hands', () => {
  const before = withPlenty(market('change-of-agent', '3', ['period.to=2026-03-06']));
  const lives = livesIn(before);
  const [code = '', other = ''] = Object.entries(before.suppliers)
    .filter(([, s]) => s.qualification === 'SIT MVC')
    .map(([mpid]) => mpid);

  test.each([
    ['its plan', { plan: { to: '2026-01-30', ramp: 5 } }],
    ['how soon it asks again, and how often', { behaviour: { retry: { after: 9, attempts: 2 } } }],
    ['the time to the EFD', { behaviour: { lead: { fixed: '2 d' } } }],
    ['what it asks for a second time', { behaviour: { again: { share: 0.9, after: 5 } } }],
  ])('changes nothing in the lives of the points of others: %s', (_, change) => {
    const after = livesIn({
      ...before,
      suppliers: {
        ...before.suppliers,
        [code]: { ...before.suppliers[code]!, ...change } as Scenario['suppliers'][string],
      },
    });
    expect(after.get(other)).toEqual(lives.get(other));
    for (const [supplier, life] of lives) if (supplier !== code) expect(after.get(supplier)).toEqual(life);
    // It is a change: the supplier's own points do not live as before; and the others' do live.
    expect(after.get(code)).not.toEqual(lives.get(code));
    expect(lives.get(other)!.length).toBeGreaterThan(100);
  });
});

function market(scenario: string, seed: string, set: readonly string[]): Scenario {
  return loadScenario(fileOf(scenario), { seed, set: [...set], steps: knownSteps() }).scenario;
}

function digestOf(scenario: Scenario): string {
  return digestOfTables(new TinyRun(scenario, { scale: SCALE, trace: 5 }).outcome.tables).digest;
}

/** The same market with hands enough for everybody and no thresholds: points do not meet anywhere. */
function withPlenty(scenario: Scenario): Scenario {
  const capacities = structuredClone(scenario.capacities);
  for (const kinds of Object.values(capacities)) {
    for (const kind of Object.keys(kinds))
      kinds[kind] = { servers: 1_000_000, service: { fixed: '5 min' }, hours: 'office' };
  }
  const bare = <T extends { capacities?: unknown }>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).map(([key, { capacities: _, ...rest }]) => [key, rest]));
  return {
    ...scenario,
    areas: bare(scenario.areas) as Scenario['areas'],
    suppliers: bare(scenario.suppliers) as Scenario['suppliers'],
    agents: bare(scenario.agents) as Scenario['agents'],
    capacities,
    control: { ...scenario.control, thresholds: { market: null, area: null, supplier: null } },
  };
}

/** The lives of 600 points, by supplier. */
function livesIn(scenario: Scenario): Map<string, unknown[]> {
  const run = new TinyRun(scenario, { scale: SCALE / 2, trace: 600 });
  const codes = new Map(run.rows('party').map(p => [p.party_id, String(p.mpid)]));
  const supplierOf = new Map(run.rows('point').map(p => [p.msid, codes.get(p.supplier_id)!]));
  return Map.groupBy(run.rows('trace'), a => supplierOf.get(a.msid)!);
}
