import type { CommandModule } from 'yargs';
import { writeReport } from '../../reports/index.ts';
import { openRun } from '../../results/index.ts';

interface ReportArguments {
  run: string;
}

/** `mhhsim report`: (re)makes the HTML report and the charts of a run from its database. */
export const report: CommandModule<object, ReportArguments> = {
  command: 'report <run>',
  describe: "(re)makes report.html and charts/ from the run's database",
  builder: yargs =>
    yargs
      .positional('run', { type: 'string', demandOption: true, describe: 'run folder' })
      .example('$0 report outputs/baseline-1', 'writes outputs/baseline-1/report.html'),
  handler: async args => {
    const run = openRun(args.run);
    try {
      for (const warning of run.warnings) console.error(`warning: ${warning}`);
      const { html, charts } = await writeReport(run);
      console.log(`${html} (${charts.length} charts beside it in charts/)`);
    } finally {
      run.close();
    }
  },
};
