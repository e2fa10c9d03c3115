import { checkCalendar, checkNotice } from './behaviour.ts';
import type { Check } from './check.ts';
import { checkWeights } from './switching.ts';

const METERS = ['smart', 'traditional', 'advanced'] as const;

/** Works are asked for in hours that there are, and an exchange leaves a meter. */
export const works: Check = {
  needs: ['calendars!', 'works!'],
  run(scenario, say, sound) {
    const { works } = scenario;
    if (!works) return;
    if (sound(['works', 'hours'])) checkCalendar(scenario, works.hours, ['works', 'hours'], say);
    for (const meter of METERS) {
      const path = ['works', 'becomes', meter];
      if (sound(path)) checkWeights(Object.values(works.becomes[meter]), path, say);
    }
  },
};

/** Single works are asked for in the period, and only an exchange leaves another meter. */
export const listedWorks: Check = {
  needs: ['works.listed!', 'period'],
  run({ works, period }, say, sound) {
    works?.listed?.forEach(({ on, kind, becomes }, i) => {
      const path = ['works', 'listed', i];
      if (!sound(path)) return;
      if (on < period.from || on > period.to)
        say([...path, 'on'], `${on} is not in the period`, `${period.from} to ${period.to}`);
      if (becomes !== undefined && kind !== 'exchange')
        say([...path, 'becomes'], `an ${kind} leaves the meter that there is`, 'only with the kind exchange');
    });
  },
};

/** New points are registered in hours that there are, at most 28 days ahead, and have meters. */
export const connections: Check = {
  needs: ['calendars!', 'connections!'],
  run(scenario, say, sound) {
    const { connections } = scenario;
    if (!connections) return;
    if (sound(['connections', 'hours'])) checkCalendar(scenario, connections.hours, ['connections', 'hours'], say);
    if (sound(['connections', 'notice'])) checkNotice(connections.notice, ['connections', 'notice'], say);
    if (sound(['connections', 'meters']))
      checkWeights(Object.values(connections.meters), ['connections', 'meters'], say);
  },
};
