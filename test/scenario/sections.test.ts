import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenario, resolveScenario, type Scenario, ScenarioFaults } from '../../src/scenario/index.ts';

const SECTIONS = ['switching', 'works', 'connections', 'links', 'chasing'] as const;
const TINY = 'test/scenario/tiny.yaml';
const BUSY = 'test/scenario/busy.yaml';
const tiny = loadScenario(TINY).scenario;
const busy = loadScenario(BUSY).scenario;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mhhsim-sections-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A market that extends another, with what is given laid over it. */
function extending(base: string, text: string): Scenario {
  const file = join(folder, 'derived.yaml');
  writeFileSync(file, `extends: ${resolve(base)}\n${text}`);
  return loadScenario(file).scenario;
}

/** What is wrong with a market after a change, without the places. */
function faultsAfter(market: Scenario, change: (scenario: Scenario) => void): string[] {
  const scenario = structuredClone(market);
  change(scenario);
  try {
    resolveScenario(scenario);
  } catch (error) {
    if (error instanceof ScenarioFaults) return error.faults.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe('a section may be left out', () => {
  test('and then nothing stands in its place', () => {
    for (const section of SECTIONS) expect(tiny).not.toHaveProperty(section);
    for (const supplier of Object.values(tiny.suppliers)) {
      expect(supplier).not.toHaveProperty('size');
      expect(supplier).not.toHaveProperty('migrate');
    }
  });

  test.each(SECTIONS)('%s alone, from a market with all of them', section => {
    const without = extending(BUSY, `${section}: null`);
    const { [section]: _, ...rest } = busy;
    expect(without).toEqual(rest);
  });

  test('by null also where there is none to take out', () => {
    const none = SECTIONS.map(section => `${section}: null`).join('\n');
    expect(extending(TINY, none)).toEqual(tiny);
    const { scenario } = loadScenario(TINY, { set: SECTIONS.map(section => `${section}=null`) });
    expect(scenario).toEqual(tiny);
  });

  test('but a whole file cannot say null', () => {
    const { switching: _, ...rest } = busy;
    expect(() => resolveScenario({ ...rest, switching: null })).toThrow(
      'switching: has no value; leave the key out if none is meant',
    );
  });
});

describe('a section', () => {
  test('is read as it is written', () => {
    expect(busy.switching!.months).toEqual([1, 1, 2, 2, 1, 1, 1, 1, 1, 2, 1, 1]);
    expect(busy.switching!.notice).toEqual({ uniform: ['5 d', '28 d'] });
    expect(busy.links!.related).toEqual({ share: 0.01, areas: { _B: 0.1 }, secondaries: { 1: 9, 2: 1 } });
    expect(busy.works!.clocks).toBe(true);
    expect(busy.chasing).toEqual({ mtds: 5, appointments: 7 });
    expect(busy.suppliers.BEECH!.migrate).toEqual({ Smart: 0, from: '2026-03-02' });
    expect(busy.suppliers.ACORN!.size).toBe('large');
  });

  test('is itself again from JSON', () => {
    expect(resolveScenario(JSON.parse(JSON.stringify(busy)))).toEqual(busy);
  });

  test('is laid over key by key', () => {
    const { switching } = extending(BUSY, 'switching: { rates: { Smart: 1 }, directions: { large: { other: 1 } } }');
    expect(switching!.rates).toEqual({ Smart: 1, Advanced: 0.5, Unmetered: 0.5 });
    expect(switching!.directions).toEqual({ large: { large: 0, other: 1 }, other: { large: 2, other: 0 } });
  });

  test('can be changed by an override', () => {
    const set = ['switching.months[0]=4', 'links.related.secondaries.3=2', 'suppliers.BEECH.migrate.Smart=0.25'];
    const { scenario } = loadScenario(BUSY, { set });
    expect(scenario.switching!.months).toEqual([4, 1, 2, 2, 1, 1, 1, 1, 1, 2, 1, 1]);
    expect(scenario.links!.related.secondaries).toEqual({ 1: 9, 2: 1, 3: 2 });
    expect(scenario.suppliers.BEECH!.migrate).toEqual({ Smart: 0.25, from: '2026-03-02' });
  });
});

describe('what is needed hangs on what happens', () => {
  /** The kinds of work that a market asks for, of those that there are in the busy one. */
  const needed = (...sections: (typeof SECTIONS)[number][]) => {
    const faults = faultsAfter(busy, scenario => {
      for (const section of SECTIONS) if (!sections.includes(section)) delete scenario[section];
      for (const role of Object.keys(scenario.capacities) as (keyof typeof scenario.capacities)[]) {
        const before = tiny.capacities[role];
        if (before) scenario.capacities[role] = before;
        else delete scenario.capacities[role];
      }
    });
    return faults.map(fault => fault.replace(/^capacities\.([^:]*): is missing.*/, '$1')).sort();
  };

  test('nothing more without any section, or for links and reminders', () => {
    expect(needed()).toEqual([]);
    expect(needed('links', 'chasing')).toEqual([]);
  });

  test('new points take registrations', () => expect(needed('connections')).toEqual(['SMRA.registration']));

  test('works take work of metering agents and the SMRA', () =>
    expect(needed('works')).toEqual(['MOA.works', 'MSA.works', 'MSS.works', 'SMRA.works']));

  test('switches take work of everybody', () =>
    expect(needed('switching')).toEqual([
      'ADS.read',
      'DA.appointment',
      'HHDC.appointment',
      'HHDC.opening-read',
      'MA.appointment',
      'MOA.appointment',
      'MOA.introduction',
      'MOA.meter-details',
      'MSA.outgoing-mtd',
      'MSS.outgoing-mtd',
      'NHHDC.appointment',
      'NHHDC.closing-read',
      'NHHDC.opening-read',
      'SDS.read',
      'SMRA.registration',
      'Supplier.d0205',
      'Supplier.d0367',
      'Supplier.decision',
      'Supplier.dispute',
      'Supplier.final-switch-read',
      'Supplier.switch',
      'Supplier.switch-read',
      'UMSDS.read',
      'UMSO.outgoing-inventory',
    ]));

  test('a DA is needed where customers change supplier', () => {
    const without = (scenario: Scenario) => void delete scenario.suppliers.BEECH!.agents.DA;
    expect(faultsAfter(busy, without)).toEqual(['suppliers.BEECH.agents: has no DA (for NHH smart)']);
    expect(
      faultsAfter(busy, scenario => {
        without(scenario);
        delete scenario.switching;
      }),
    ).toEqual([]);
  });

  test('meters that come by an exchange or a new connection need agents like those of the start', () => {
    /** Only smart meters at the start, and nobody who serves advanced ones for BEECH. */
    const smart = (change: (scenario: Scenario) => void) =>
      faultsAfter(busy, scenario => {
        scenario.population.classes.NHH.meters = { smart: 1, traditional: 0, advanced: 0 };
        scenario.population.classes.HH.count = 0;
        for (const role of ['MSA', 'ADS'] as const) delete scenario.suppliers.BEECH!.agents[role];
        change(scenario);
      });
    const missed = ['suppliers.BEECH.agents: has no MSA (for NHH advanced), no ADS (for NHH advanced)'];
    const onlySmart = (scenario: Scenario) => {
      scenario.connections!.meters = { smart: 1, traditional: 0, advanced: 0 };
    };
    expect(smart(() => {})).toEqual(missed);
    expect(smart(onlySmart)).toEqual([]);
    // Smart becomes traditional, and that becomes advanced.
    const byTwoExchanges = (scenario: Scenario) => {
      onlySmart(scenario);
      scenario.works!.becomes.smart.traditional = 1;
    };
    expect(smart(byTwoExchanges)).toEqual(missed);
    expect(
      smart(scenario => {
        byTwoExchanges(scenario);
        scenario.works!.rates.exchange.traditional = 0;
      }),
    ).toEqual([]);
  });
});

describe('the national market beside its migration', () => {
  const { scenario } = loadScenario('scenarios/baseline.yaml');
  const { switching, links } = scenario;

  test('has 0.68 % of its points switched a month', () => {
    const { NHH, HH, UMS } = scenario.population.classes;
    const advanced = 0.025 * NHH.count + 0.95 * HH.count;
    const points = { Smart: NHH.count + HH.count - advanced, Advanced: advanced, Unmetered: UMS.count };
    let switched = 0;
    for (const segment of ['Smart', 'Advanced', 'Unmetered'] as const)
      switched +=
        points[segment] *
        switching!.rates[segment] *
        (1 - switching!.objection[segment].share) *
        (1 - switching!.withdrawn);
    expect(switched / 12 / (NHH.count + HH.count + UMS.count)).toBeCloseTo(0.0068, 4);
  });

  test('has its peaks in March, April and October, and the mix of sizes as published', () => {
    const months = switching!.months.map((weight, i) => ({ month: i + 1, weight }));
    const highest = months.toSorted((a, b) => b.weight - a.weight).slice(0, 3);
    expect(highest.map(({ month }) => month).sort((a, b) => a - b)).toEqual([3, 4, 10]);
    const { large, other } = switching!.directions;
    expect([large.large, large.other, other.large, other.other]).toEqual([59, 21, 14, 6]);
    const six = Object.keys(scenario.suppliers).filter(code => scenario.suppliers[code]!.size === 'large');
    expect(six).toEqual(['ALDRE', 'BROCE', 'CINDE', 'DOVEE', 'ELMSE', 'FERNE']);
  });

  test('has 285,000 related points, 63 % of them in areas 17 and 18', () => {
    const { related } = links!;
    let [all, north] = [0, 0];
    for (const [id, { distributor, points }] of Object.entries(scenario.areas)) {
      const secondary = points.NHH * (related.areas?.[id] ?? related.share);
      all += secondary;
      if (distributor === 17 || distributor === 18) north += secondary;
    }
    expect(Math.abs(all - 285_000)).toBeLessThan(500);
    expect(north / all).toBeCloseTo(0.63, 2);
  });
});
