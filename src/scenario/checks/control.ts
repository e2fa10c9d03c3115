import { didYouMean, listed } from '../suggest.ts';
import { type Check, mappings } from './check.ts';

/** Thresholds let something start, and those of single areas and suppliers are of ones that there are. */
export const thresholds: Check = {
  needs: ['control.thresholds!', 'areas!', 'suppliers!'],
  run(scenario, say, sound) {
    const { thresholds } = scenario.control;
    const path = ['control', 'thresholds'];
    for (const name of ['market', 'area', 'supplier'] as const)
      if (thresholds[name] === 0) say([...path, name], 'lets nothing start', 'more than 0, or null for no limit');
    for (const [part, parties] of [
      ['areas', scenario.areas],
      ['suppliers', scenario.suppliers],
    ] as const)
      for (const [id, most] of Object.entries(thresholds[part] ?? {})) {
        if (!sound([...path, part, id])) continue;
        const known = Object.keys(parties);
        if (!known.includes(id))
          say([...path, part, id], `there is no "${id}" in ${part}${didYouMean(id, known)}`, listed(known, 20), 'key');
        else if (most === 0) say([...path, part, id], 'lets nothing start', 'more than 0');
      }
  },
};

/** Steps are those of the catalogue, and what is set has an effect there. */
export const steps: Check = {
  needs: ['steps!'],
  run({ steps }, say, _sound, { steps: known }) {
    if (!known) return;
    for (const [ref, { within, also }] of mappings(steps)) {
      const step = known.get(ref);
      if (!step) {
        say(
          ['steps', ref],
          `there is no step ${ref} in the catalogue${didYouMean(ref, known.keys())}`,
          listed(known.keys()),
        );
        continue;
      }
      const withWhat = (what: 'due' | 'optional') =>
        listed([...known].filter(([, s]) => s[what]).map(([name]) => name));
      if (within !== undefined && !step.due)
        say(
          ['steps', ref, 'within'],
          `step ${ref} has no deadline of its own to change`,
          `within for ${withWhat('due')}`,
        );
      if (also !== undefined && !step.optional)
        say(['steps', ref, 'also'], `step ${ref} has no optional flow`, `also for ${withWhat('optional')}`);
    }
  },
};
