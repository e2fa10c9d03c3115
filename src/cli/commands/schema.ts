import type { CommandModule } from 'yargs';
import { scenarioJsonSchema } from '../../scenario/index.ts';
import { UsageError } from '../faults.ts';

interface Arguments {
  what: string;
}

/** `mhhsim schema [scenario]`: the JSON Schema (draft 2020-12) of scenario files, for editors. */
export const schema: CommandModule<object, Arguments> = {
  command: 'schema [what]',
  describe: 'Print the JSON Schema of scenario files, for editors',
  builder: yargs =>
    yargs
      .positional('what', { type: 'string', default: 'scenario', describe: 'scenario' })
      .example('$0 schema > scenario.schema.json', 'a file for the YAML support of an editor'),
  handler({ what }) {
    if (what !== 'scenario') throw new UsageError(`There is no schema "${what}"; this version offers only scenario.`);
    console.log(JSON.stringify(scenarioJsonSchema(), null, 2));
  },
};
