import type { CommandModule } from 'yargs';
import { replayRun } from '../../experiment/index.ts';
import { interruptible } from '../interrupt.ts';
import { ProgressBar } from '../progress-bar.ts';

interface ReplayArguments {
  run: string;
  json?: boolean | undefined;
}

/** `mhhsim replay`: runs a run's manifest again and compares the results to the last byte. */
export const replay: CommandModule<object, ReplayArguments> = {
  command: 'replay <run>',
  describe: "runs a run folder's manifest again and compares the digests",
  builder: yargs =>
    yargs
      .positional('run', { type: 'string', demandOption: true, describe: 'run folder' })
      .option('json', { type: 'boolean', describe: 'as JSON' }),
  handler: async args => {
    const bar = new ProgressBar(!args.json);
    const replayed = await interruptible(signal =>
      replayRun(args.run, { onProgress: p => bar.update(p), signal }),
    ).finally(() => bar.stop());
    if (replayed === 'stopped') {
      console.error('interrupted; nothing was compared');
      process.exitCode = 130;
      return;
    }
    if (args.json) console.log(JSON.stringify(replayed, null, 2));
    else if (replayed.agrees) console.log(`the same: ${replayed.recorded}`);
    else {
      const { recorded, replayed: again, difference } = replayed;
      if (recorded === again)
        console.log(`not the same: the replay gives ${recorded} as recorded, the stored tables do not`);
      else console.log(`not the same: recorded ${recorded}, replayed ${again}`);
      if (difference) {
        console.log(`first difference: table ${difference.table}, row ${difference.row}`);
        console.log(`  recorded: ${JSON.stringify(difference.left ?? 'no such row')}`);
        console.log(`  replayed: ${JSON.stringify(difference.right ?? 'no such row')}`);
      } else console.log("the stored tables agree with the replay; the manifest's digest does not");
    }
    if (!replayed.agrees) process.exitCode = 1;
  },
};
