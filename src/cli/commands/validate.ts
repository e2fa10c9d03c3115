import type { CommandModule } from 'yargs';
import { knownSteps } from '../../procedures/index.ts';
import { LEGACY_CLASSES, loadScenario, type Scenario, ScenarioFaults } from '../../scenario/index.ts';

interface Arguments {
  files: string[];
}

/** `mhhsim validate FILE…`: every fault of every file on stderr and exit code 2, or one line for each good file. */
export const validate: CommandModule<object, Arguments> = {
  command: 'validate <files..>',
  describe: 'Check scenario files; print every fault with its line and column',
  builder: yargs =>
    yargs
      .positional('files', { type: 'string', array: true, demandOption: true, describe: 'Scenario files (YAML)' })
      .example('$0 validate scenarios/*.yaml', 'checks every scenario of a folder'),
  handler({ files }) {
    const steps = knownSteps();
    const faults: string[] = [];
    for (const file of files) {
      try {
        console.log(`${file}: ${inWords(loadScenario(file, { steps }).scenario)}`);
      } catch (error) {
        if (!(error instanceof ScenarioFaults)) throw error;
        faults.push(error.message);
      }
    }
    if (faults.length === 0) return;
    // Two scenarios that extend the same faulty file need not say so twice.
    console.error([...new Set(faults.join('\n').split('\n'))].join('\n'));
    process.exitCode = 2;
  },
};

function inWords({ name, period, population, suppliers, areas }: Scenario): string {
  const points = LEGACY_CLASSES.reduce((sum, each) => sum + population.classes[each].count, 0);
  const number = (n: number, what: string) => `${n.toLocaleString('en-GB')} ${what}${n === 1 ? '' : 's'}`;
  return [
    `scenario ${name}`,
    number(points, 'metering point'),
    number(Object.keys(suppliers).length, 'supplier'),
    number(Object.keys(areas).length, 'area'),
    `${period.from} to ${period.to}`,
  ].join(', ');
}
