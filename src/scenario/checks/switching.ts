import { SUPPLIER_SIZES } from '../sections/switching.ts';
import { didYouMean, listed } from '../suggest.ts';
import type { Path } from '../tree.ts';
import { checkCalendar, checkNotice } from './behaviour.ts';
import { type Check, mappings, type Say } from './check.ts';

/** Switches happen in hours that there are, at some time of the year, and take effect within 28 days. */
export const switching: Check = {
  needs: ['calendars!', 'switching!'],
  run(scenario, say, sound) {
    const { switching } = scenario;
    if (!switching) return;
    if (sound(['switching', 'hours'])) checkCalendar(scenario, switching.hours, ['switching', 'hours'], say);
    if (sound(['switching', 'notice'])) checkNotice(switching.notice, ['switching', 'notice'], say);
    if (sound(['switching', 'months'])) checkWeights(switching.months, ['switching', 'months'], say);
  },
};

/** Switches go from and to suppliers of sizes that there are; nobody switches to the supplier that it has. */
export const directions: Check = {
  needs: ['switching.directions', 'suppliers.*.size', 'suppliers.*.shares'],
  run({ switching, suppliers }, say) {
    if (!switching) return;
    const path = ['switching', 'directions'];
    checkWeights(Object.values(switching.directions).flatMap(Object.values), path, say);
    const codes = mappings(suppliers).filter(([, { shares }]) => Object.values(shares).some(share => share > 0));
    for (const from of SUPPLIER_SIZES)
      for (const to of SUPPLIER_SIZES) {
        if (switching.directions[from][to] === 0) continue;
        const [some, others] = [from, to].map(size => codes.filter(([, s]) => (s.size ?? 'other') === size).length);
        const missing = some === 0 ? from : others === 0 ? to : undefined;
        if (missing !== undefined)
          say([...path, from, to], `no supplier with points has the size "${missing}"`, '0, or size in `suppliers`');
        else if (from === to && some === 1)
          say([...path, from, to], `there is only one supplier of the size "${from}"`, '0, or another of that size');
      }
  },
};

/** Single switches are asked for in the period, by suppliers that there are. */
export const listedSwitches: Check = {
  needs: ['switching.listed!', 'suppliers!', 'period'],
  run({ switching, suppliers, period }, say, sound) {
    const known = Object.keys(suppliers);
    switching?.listed?.forEach(({ on, to }, i) => {
      const path = ['switching', 'listed', i];
      if (!sound(path)) return;
      if (on < period.from || on > period.to)
        say([...path, 'on'], `${on} is not in the period`, `${period.from} to ${period.to}`);
      if (!known.includes(to))
        say([...path, 'to'], `there is no "${to}" in suppliers${didYouMean(to, known)}`, listed(known));
    });
  },
};

/** Suppliers migrate with a switch from a date within the period. */
export const migrateFrom: Check = {
  needs: ['suppliers!', 'period'],
  run({ period, switching, suppliers }, say, sound) {
    const check = (path: Path, policy: { from?: string | undefined } | undefined) => {
      if (sound(path) && policy?.from !== undefined && policy.from > period.to)
        say([...path, 'from'], `${policy.from} is after the period`, `${period.to} or earlier`);
    };
    check(['switching', 'migrate'], switching?.migrate);
    for (const [code, { migrate }] of mappings(suppliers)) check(['suppliers', code, 'migrate'], migrate);
  },
};

/** Notes a fault where weights leave nothing to choose. */
export function checkWeights(weights: readonly number[], path: Path, say: Say): void {
  if (weights.every(weight => weight === 0)) say(path, 'all weights are 0', 'a weight above 0');
}
