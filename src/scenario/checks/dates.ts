import { formatDate, HOLIDAYS_KNOWN, parseDate } from '../../time/index.ts';
import type { Check } from './check.ts';

/** The kernel's tables are made for runs of this length. */
const MOST_YEARS = 4;

/** The period runs forward, is not too long, lies where bank holidays are known, and holds M11. */
export const period: Check = {
  needs: ['period'],
  run({ period }, say) {
    const [from, to] = [parseDate(period.from), parseDate(period.to)];
    if (from > to) say(['period', 'to'], `${period.to} is before the first day`, `${period.from} or later`);
    else if (to - from > MOST_YEARS * 365.25)
      say(
        ['period', 'to'],
        `the period is longer than ${MOST_YEARS} years`,
        `up to ${formatDate(from + MOST_YEARS * 365.25)}`,
      );
    const known = `${formatDate(HOLIDAYS_KNOWN.from)} to ${formatDate(HOLIDAYS_KNOWN.to)}, for which bank holidays are known`;
    for (const end of ['from', 'to'] as const) {
      const day = parseDate(period[end]);
      if (day < HOLIDAYS_KNOWN.from || day > HOLIDAYS_KNOWN.to)
        say(['period', end], `no bank holidays are known for ${period[end]}`, known);
    }
  },
};

export const periodHoldsM11: Check = {
  needs: ['period', 'milestones.M11'],
  run({ period, milestones }, say) {
    const { M11 } = milestones;
    if (period.from > M11)
      say(['period', 'from'], `${period.from} is after the start of migration (M11)`, `${M11} or earlier`);
    if (period.from <= period.to && period.to < M11)
      say(['period', 'to'], `${period.to} is before the start of migration (M11)`, `${M11} or later`);
  },
};

/** M8 ≤ M10 ≤ M11 ≤ M12 ≤ M14 < M15, and M13 between M8 and M11 (CR-055 has M8, M10 and M13 on one day). */
export const milestoneOrder: Check = {
  needs: ['milestones'],
  run({ milestones }, say) {
    const order = ['M8', 'M10', 'M11', 'M12', 'M14', 'M15'] as const;
    order.slice(1).forEach((later, i) => {
      const earlier = order[i]!;
      if (milestones[later] < milestones[earlier])
        say(
          ['milestones', later],
          `${milestones[later]} is before ${earlier}`,
          `${milestones[earlier]} (${earlier}) or later`,
        );
    });
    if (milestones.M15 === milestones.M14)
      say(['milestones', 'M15'], 'is on the day of M14', `after ${milestones.M14}`);
    if (milestones.M13 < milestones.M8 || milestones.M13 > milestones.M11)
      say(
        ['milestones', 'M13'],
        `${milestones.M13} is not between M8 and M11`,
        `${milestones.M8} to ${milestones.M11}`,
      );
  },
};

/** Freezes run forward. */
export const freezes: Check = {
  needs: ['control.freezes!'],
  run({ control }, say, sound) {
    control.freezes.forEach((freeze, i) => {
      if (sound(['control', 'freezes', i]) && freeze.from > freeze.to)
        say(['control', 'freezes', i, 'to'], `${freeze.to} is before the freeze begins`, `${freeze.from} or later`);
    });
  },
};
