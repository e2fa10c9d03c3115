import yargs from 'yargs';
import { VERSION } from '../experiment/index.ts';
import { RunFolderError } from '../results/index.ts';
import { ScenarioFaults } from '../scenario/index.ts';
import { breaches } from './commands/breaches.ts';
import { calendar } from './commands/calendar.ts';
import { chart } from './commands/chart.ts';
import { mpan } from './commands/mpan.ts';
import { procedures } from './commands/procedures.ts';
import { replay } from './commands/replay.ts';
import { report } from './commands/report.ts';
import { run } from './commands/run.ts';
import { schema } from './commands/schema.ts';
import { trace } from './commands/trace.ts';
import { validate } from './commands/validate.ts';
import { UsageError } from './faults.ts';

/**
 * The command line. Returns the exit code: 0 done, 1 the answer is no, 2 bad usage or bad input, 3 an invariant
 * broke, 130 interrupted. Errors are one readable sentence each on stderr; `DEBUG` adds the stack trace.
 */
export async function main(args: readonly string[]): Promise<number> {
  // A reader that has seen enough (`mhhsim … | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    await yargs([...args])
      .scriptName('mhhsim')
      .usage('$0 <command>\n\nSimulates the migration of Britain to Market-wide Half-Hourly Settlement.')
      .command(run)
      .command(replay)
      .command(validate)
      .command(schema)
      .command(report)
      .command(chart)
      .command(trace)
      .command(breaches)
      .command(procedures)
      .command(calendar)
      .command(mpan)
      .demandCommand(1, 'no command is given')
      .strict()
      .recommendCommands()
      .version(VERSION)
      .help()
      .wrap(Math.min(100, process.stdout.columns ?? 100))
      .exitProcess(false)
      .fail((message, error) => {
        // What yargs itself finds is bad usage; some of it comes as an error of its own.
        if (error && error.name !== 'YError') throw error;
        throw new UsageError(`${message ?? error?.message}; see mhhsim --help`);
      })
      .parseAsync();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof UsageError || error instanceof RunFolderError || error instanceof ScenarioFaults) {
      console.error(process.env.DEBUG ? error : error.message);
      return 2;
    }
    console.error(process.env.DEBUG ? error : `mhhsim failed: ${(error as Error).message}; DEBUG=1 shows where`);
    return 1;
  }
}
