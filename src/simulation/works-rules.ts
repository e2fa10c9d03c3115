import type { METERS, WorksRules } from '../actors/index.ts';
import { POINT_TYPES } from '../market/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Day } from '../time/index.ts';
import type { MarketCalendar } from './calendar.ts';
import type { Distributions } from './distributions.ts';
import { sendingTime } from './sending-time.ts';

/** How works on meters go, worked out from a scenario. */
export function worksRules(
  spec: NonNullable<Scenario['works']>,
  calendar: MarketCalendar,
  distributions: Distributions,
  agentsFrom: readonly (readonly Day[])[],
): WorksRules {
  const clock = calendar.clock(spec.hours);
  return {
    requestAt: (day, u) => sendingTime(clock, calendar, day, u),
    visit: distributions.table(spec.visit, 1 / 86_400),
    visitAt: (day, u) => {
      let open: Day = day;
      while (open < calendar.last && clock.workedOnDay(open) === 0) open++;
      return sendingTime(clock, calendar, open, u);
    },
    becomes: POINT_TYPES.map(({ legacyClass, meter }) => {
      const types = POINT_TYPES.flatMap((t, i) =>
        t.legacyClass === legacyClass && t.meter !== 'unmetered' ? [i] : [],
      );
      if (meter === 'unmetered') return { types: [], tops: [] };
      const weights = types.map(i => spec.becomes[meter][POINT_TYPES[i]!.meter as (typeof METERS)[number]]);
      const sum = weights.reduce((a, b) => a + b, 0);
      let below = 0;
      const tops = weights.map(weight => {
        below += weight;
        return sum === 0 ? 0 : (below / sum) * 2 ** 32;
      });
      return { types, tops };
    }),
    agentsFrom,
    clocks: spec.clocks,
  };
}
