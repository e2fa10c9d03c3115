import { LEGACY_CLASSES } from '../roles.ts';
import type { Scenario } from '../schema.ts';
import type { Path } from '../tree.ts';
import { type Check, mappings, type Say } from './check.ts';
import { activationDate } from './qualification.ts';

type Plan = Scenario['plan'];

/** Plans run forward and lie in the period; those from a CSV file belong to one supplier, with no more than its points. */
export const plans: Check = {
  needs: ['suppliers!', 'period', 'population.classes'],
  run(scenario, say, sound) {
    if (sound(['plan'])) {
      checkDates(scenario, scenario.plan, ['plan'], say);
      if ('csv' in scenario.plan)
        say(
          ['plan', 'csv'],
          'is one plan for every supplier alike',
          'from, to, ramp and tail; csv in the plan of a supplier',
        );
    }
    for (const [code, { plan }] of mappings(scenario.suppliers)) {
      const path = ['suppliers', code, 'plan'];
      if (!plan || !sound(path)) continue;
      if (!('csv' in plan)) checkDates(scenario, plan, path, say);
      else if (plan.daily && sound(['suppliers', code, 'shares'])) checkDaily(scenario, code, plan.daily, path, say);
    }
  },
};

/** No supplier's plan is over before it may start. */
export const planAfterActivation: Check = {
  needs: ['suppliers!', 'plan', 'waves', 'activation'],
  run(scenario, say, sound) {
    for (const [code, { plan }] of mappings(scenario.suppliers)) {
      if (!['plan', 'qualification', 'activated'].every(key => sound(['suppliers', code, key]))) continue;
      const start = activationDate(scenario, code);
      const both = { ...scenario.plan, ...plan };
      if (start === undefined || 'csv' in both || both.to === undefined || both.to >= start) continue;
      const own = plan && 'to' in plan && plan.to !== undefined;
      const path = own ? ['suppliers', code, 'plan', 'to'] : ['suppliers', code];
      const whose = own ? 'its plan' : 'the plan for all suppliers';
      say(path, `${whose} ends on ${both.to}, before ${code} may start`, `${start} (service activation) or later`);
    }
  },
};

function checkDates({ period }: Scenario, plan: Plan, path: Path, say: Say): void {
  if ('csv' in plan) return;
  const { from, to } = plan as { from?: string; to?: string };
  if (from !== undefined && to !== undefined && to < from)
    say([...path, 'to'], `${to} is before the plan begins`, `${from} or later`);
  if (from !== undefined && from > period.to)
    say([...path, 'from'], `${from} is after the period`, `${period.to} or earlier`);
  if (to !== undefined && to < period.from)
    say([...path, 'to'], `${to} is before the period`, `${period.from} or later`);
}

function checkDaily(scenario: Scenario, code: string, daily: [string, number][], path: Path, say: Say): void {
  const { shares } = scenario.suppliers[code]!;
  // A supplier's points are rounded class by class.
  const points = LEGACY_CLASSES.reduce(
    (sum, name) => sum + Math.ceil((scenario.population.classes[name].count * shares[name]) / 100),
    0,
  );
  const starts = daily.reduce((sum, [, n]) => sum + n, 0);
  if (starts > points)
    say([...path, 'csv'], `has ${starts} starts, but ${code} has ${points} points`, `up to ${points}`);
  if (starts === 0) say([...path, 'csv'], 'has no starts at all', 'a date with a start');
  const last = daily.at(-1)?.[0] ?? '';
  if (daily.length > 0 && (last < scenario.period.from || daily[0]![0] > scenario.period.to))
    say(
      [...path, 'csv'],
      `runs from ${daily[0]![0]} to ${last}, outside the period`,
      `dates from ${scenario.period.from} to ${scenario.period.to}`,
    );
}
