import { MAX_IDS } from '../../engine/index.ts';
import { LEGACY_CLASSES, type LegacyClass } from '../roles.ts';
import type { Scenario } from '../schema.ts';
import type { Check, Sound } from './check.ts';

/** There are points, as many as an event can name, and every class with points has meters for them. */
export const points: Check = {
  needs: ['population.classes!'],
  run({ population: { classes } }, say, sound) {
    if (LEGACY_CLASSES.every(name => classes[name]?.count === 0))
      say(['population', 'classes'], 'has no metering points', 'a count above 0 for at least one class');
    const total = LEGACY_CLASSES.reduce(
      (sum, name) => sum + (hasPoints({ classes }, name, sound) ? classes[name].count : 0),
      0,
    );
    if (total > MAX_IDS)
      say(
        ['population', 'classes'],
        `has ${total.toLocaleString('en-GB')} metering points`,
        `at most ${MAX_IDS.toLocaleString('en-GB')}`,
      );
    for (const name of ['NHH', 'HH'] as const) {
      if (!sound(['population', 'classes', name])) continue;
      const { count, meters } = classes[name];
      if (count > 0 && Object.values(meters).every(weight => weight === 0))
        say(
          ['population', 'classes', name, 'meters'],
          `all weights are 0, so ${count} points have no meter`,
          'a weight above 0',
        );
    }
  },
};

/** Every class with points has areas for them. */
export const areaWeights: Check = {
  needs: ['population.classes!', 'areas.*.points'],
  run({ population, areas }, say, sound) {
    for (const name of LEGACY_CLASSES)
      if (hasPoints(population, name, sound) && Object.values(areas).every(area => area.points[name] === 0))
        say(
          ['areas'],
          `no area has a weight for ${name} points`,
          `a weight above 0 in points.${name} of at least one area`,
        );
  },
};

/** Shares of each class add up to 100. */
export const shares: Check = {
  needs: ['population.classes!', 'suppliers.*.shares'],
  run({ population, suppliers }, say, sound) {
    for (const name of LEGACY_CLASSES) {
      if (!hasPoints(population, name, sound)) continue;
      const sum = Object.values(suppliers).reduce((total, supplier) => total + supplier.shares[name], 0);
      if (Math.abs(sum - 100) > 0.001)
        say(['suppliers'], `the shares of ${name} add up to ${Number(sum.toFixed(6))}`, '100 (give or take 0.001)');
    }
  },
};

/** Whether a class has points, as far as that is known. */
function hasPoints({ classes }: Pick<Scenario['population'], 'classes'>, name: LegacyClass, sound: Sound): boolean {
  return sound(['population', 'classes', name, 'count']) && classes[name].count > 0;
}

/** Distributor ids are the first digits of an MPAN, so no two areas can have the same. */
export const distributors: Check = {
  needs: ['areas!'],
  run({ areas }, say, sound) {
    const first = new Map<number, string>();
    for (const id of Object.keys(areas)) {
      if (!sound(['areas', id, 'distributor'])) continue;
      const { distributor } = areas[id]!;
      const other = first.get(distributor);
      if (other === undefined) first.set(distributor, id);
      else
        say(['areas', id, 'distributor'], `${distributor} is the distributor of ${other} already`, 'an id of its own');
    }
  },
};

/** Parties and areas are numbered in a byte. */
const MOST: readonly (readonly [part: 'areas' | 'suppliers' | 'agents', most: number])[] = [
  ['areas', 60],
  ['suppliers', 250],
  ['agents', 250],
];
/** Codes that the parties of which there is one each have in results. */
const CENTRAL = ['CSS', 'EES', 'BSCCS', 'MCC'];

export const numbers: Check = {
  needs: ['areas!', 'suppliers!', 'agents!'],
  run(scenario, say) {
    for (const [part, most] of MOST) {
      const codes = Object.keys(scenario[part]);
      if (codes.length > most) say([part], `there are ${codes.length} ${part}`, `up to ${most}`);
      if (codes.length === 0) say([part], `there are no ${part}`, 'at least one');
      for (const code of codes)
        if (CENTRAL.includes(code)) say([part, code], `${code} is the code of a central party`, 'another code');
    }
  },
};
