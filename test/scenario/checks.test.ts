import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadScenario, resolveScenario, type Scenario, ScenarioFaults } from '../../src/scenario/index.ts';

const tiny = loadScenario('test/scenario/tiny.yaml').scenario;
const busy = loadScenario('test/scenario/busy.yaml').scenario;

/** What is wrong with the tiny market, or another, after a change, without the places. */
function faultsAfter(change: (scenario: Scenario) => void, market: Scenario = tiny): string[] {
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

describe('limits', () => {
  test('60 areas, 250 suppliers and 250 agents are the most', () => {
    const areas = (n: number) =>
      faultsAfter(scenario => {
        for (let i = 2; i < n; i++)
          scenario.areas[`_${10 + i}`] = { ...tiny.areas._A!, name: `Area ${i}`, distributor: 10 + i };
      });
    expect(areas(60)).toEqual([]);
    expect(areas(61)).toEqual(['areas: there are 61 areas']);
    const many = (part: 'suppliers' | 'agents', n: number) =>
      faultsAfter(scenario => {
        const count = Object.keys(scenario[part]).length;
        const none = { ...tiny.suppliers.ACORN!, shares: { NHH: 0, HH: 0, UMS: 0 } };
        for (let i = count; i < n; i++)
          if (part === 'suppliers') scenario.suppliers[`S${1000 + i}`] = none;
          else scenario.agents[`A${1000 + i}`] = { name: `Agent ${i}`, roles: {} };
      });
    expect(many('suppliers', 250)).toEqual([]);
    expect(many('suppliers', 251)).toEqual(['suppliers: there are 251 suppliers']);
    expect(many('agents', 250)).toEqual([]);
    expect(many('agents', 251)).toEqual(['agents: there are 251 agents']);
  });

  test('shares add up to 100 give or take 0.001', () => {
    const withShare = (share: number) =>
      faultsAfter(scenario => {
        scenario.suppliers.BEECH!.shares.NHH = share;
      });
    expect(withShare(30.0009)).toEqual([]);
    expect(withShare(29.9991)).toEqual([]);
    expect(withShare(30.0011)).toEqual(['suppliers: the shares of NHH add up to 100.0011']);
    expect(withShare(29.9989)).toEqual(['suppliers: the shares of NHH add up to 99.9989']);
  });

  test('an EFD may lie from 1 to 28 days ahead, both included', () => {
    const withLead = (lead: Scenario['behaviour']['lead']) =>
      faultsAfter(scenario => {
        scenario.behaviour.lead = lead;
      });
    expect(withLead({ uniform: ['1 d', '28 d'] })).toEqual([]);
    expect(withLead({ fixed: '28 d' })).toEqual([]);
    expect(withLead({ triangular: { min: '23 h', mode: '5 d', max: '28 d' } })).toEqual([
      'behaviour.lead: triangular can give 0.958 d',
    ]);
    expect(withLead({ fixed: '29 d' })).toEqual(['behaviour.lead: fixed can give 29 d']);
    for (const family of ['exponential', 'lognormal', 'gamma'] as const) {
      const leads = {
        exponential: { exponential: '7 d' },
        lognormal: { lognormal: { median: '7 d', sigma: 0.1 } },
        gamma: { gamma: { shape: 9, mean: '7 d' } },
      };
      expect(withLead(leads[family])).toEqual([
        `behaviour.lead: ${family} has no greatest value, so an EFD could lie more than 28 days ahead`,
      ]);
    }
  });

  test('qualification on the day of M14 is in time, a day later it is not', () => {
    const qualified = (date: string) =>
      faultsAfter(scenario => {
        scenario.suppliers.BEECH!.qualification = date;
        delete scenario.suppliers.BEECH!.plan;
      });
    expect(qualified('2026-10-28')).toEqual([]);
    expect(qualified('2026-10-29')[0]).toBe(
      'suppliers.BEECH.qualification: is on 2026-10-29, after M14, by which every supplier must be qualified',
    );
  });

  test('a plan may end on the day of service activation, not before', () => {
    // 2026-01-05 is a Monday: five Working Days later is Monday 12 January.
    const ending = (to: string) =>
      faultsAfter(scenario => {
        scenario.suppliers.BEECH!.plan = { to };
      });
    expect(ending('2026-01-12')).toEqual([]);
    expect(ending('2026-01-09')).toEqual([
      'suppliers.BEECH.plan.to: its plan ends on 2026-01-09, before BEECH may start',
    ]);
  });
});

describe('what is needed hangs on the points that there are', () => {
  test('a class without points needs no shares, agents, areas or capacities', () => {
    const faults = faultsAfter(scenario => {
      scenario.population.classes.UMS.count = 0;
      scenario.suppliers.ACORN!.shares.UMS = 0;
      scenario.areas._A!.points.UMS = 0;
      for (const role of ['MA', 'UMSDS'] as const) delete scenario.suppliers.ACORN!.agents[role];
      for (const role of ['UMSO', 'UMSDS'] as const) delete scenario.capacities[role];
    });
    expect(faults).toEqual([]);
  });

  test('with UMS points all of these are missed', () => {
    const faults = faultsAfter(scenario => {
      scenario.suppliers.ACORN!.shares.UMS = 0;
      scenario.areas._A!.points.UMS = 0;
      delete scenario.capacities.UMSO;
    });
    expect(faults).toEqual([
      'areas: no area has a weight for UMS points',
      'suppliers: the shares of UMS add up to 0',
      'capacities.UMSO.acceptance: is missing, and so _A, _B cannot do this work',
      'capacities.UMSO.inventory: is missing, and so _A, _B cannot do this work',
    ]);
  });

  test('each class and meter needs its own agents', () => {
    const missing = (shares: Scenario['suppliers'][string]['shares'], role: 'MA' | 'MSA' | 'SDS' | 'NHHDC' | 'HHDC') =>
      faultsAfter(scenario => {
        const { ACORN, BEECH } = scenario.suppliers;
        ACORN!.shares = shares;
        BEECH!.shares = { NHH: 100 - shares.NHH, HH: 100 - shares.HH, UMS: 100 - shares.UMS };
        BEECH!.agents = { ...tiny.suppliers.ACORN!.agents };
        delete ACORN!.agents[role];
      });
    const one = (role: string, points: string) => [`suppliers.ACORN.agents: has no ${role} (for ${points})`];
    expect(missing({ NHH: 1, HH: 0, UMS: 0 }, 'MSA')).toEqual(one('MSA', 'NHH advanced'));
    expect(missing({ NHH: 1, HH: 0, UMS: 0 }, 'NHHDC')).toEqual(one('NHHDC', 'NHH smart'));
    expect(missing({ NHH: 1, HH: 0, UMS: 0 }, 'HHDC')).toEqual([]);
    expect(missing({ NHH: 0, HH: 1, UMS: 0 }, 'SDS')).toEqual(one('SDS', 'HH smart'));
    expect(missing({ NHH: 0, HH: 1, UMS: 0 }, 'NHHDC')).toEqual([]);
    expect(missing({ NHH: 0, HH: 0, UMS: 1 }, 'MA')).toEqual(one('MA', 'UMS'));
    expect(missing({ NHH: 0, HH: 0, UMS: 1 }, 'HHDC')).toEqual(one('HHDC', 'UMS'));
    expect(missing({ NHH: 0, HH: 0, UMS: 1 }, 'MSA')).toEqual([]);
  });

  test('an agent that nobody employs needs no capacity', () => {
    const faults = faultsAfter(scenario => {
      scenario.agents.IDLER = { name: 'Idler', roles: { MA: {}, SDS: { qualification: 'wave 2' } } };
      scenario.agents.DATUM!.capacities = { SDS: scenario.capacities.SDS! };
      delete scenario.capacities.SDS;
    });
    expect(faults).toEqual([]);
  });

  test('the codes of central parties are taken', () => {
    const faults = faultsAfter(scenario => {
      scenario.agents.CSS = { name: 'Another CSS', roles: {} };
    });
    expect(faults).toEqual(['agents.CSS: CSS is the code of a central party']);
  });
});

describe('whatever is out of form', () => {
  /** Every path of a value, leading to mappings, lists and plain values. */
  const paths = (value: unknown, path: (string | number)[] = []): (string | number)[][] => [
    ...(path.length > 0 ? [path] : []),
    ...(typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) =>
          paths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : []),
  ];

  /** Puts a value where a path leads, or takes out what is there; nothing happens where the path has gone. */
  const put = (root: unknown, path: (string | number)[], value: unknown) => {
    const parent = path.slice(0, -1).reduce<unknown>((part, step) => Object(part)[step], root);
    if (typeof parent !== 'object' || parent === null) return;
    if (value === undefined) Reflect.deleteProperty(parent, path.at(-1)!);
    else Reflect.set(parent, path.at(-1)!, value);
  };

  test('the checks tell it or leave it alone, and never fail themselves', () => {
    const junk = fc.constantFrom(
      undefined,
      null,
      -1,
      0,
      1e9,
      '',
      'nonsense',
      '2026-02-30',
      [],
      [null],
      {},
      { a: null },
      true,
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paths(busy)), junk), { minLength: 1, maxLength: 4 }),
        changes => {
          const scenario = structuredClone(busy);
          for (const [path, value] of changes) put(scenario, path, structuredClone(value));
          try {
            resolveScenario(scenario);
          } catch (error) {
            expect(error).toBeInstanceOf(ScenarioFaults);
          }
        },
      ),
      { numRuns: 1000 },
    );
  }, 60_000);
});
