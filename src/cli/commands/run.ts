import { join } from 'node:path';
import type { CommandModule } from 'yargs';
import { type BranchPoint, type Executed, executeRun, Leader, RunRefused } from '../../experiment/index.ts';
import { knownSteps } from '../../procedures/index.ts';
import { summary, summaryText } from '../../reports/index.ts';
import { openRun } from '../../results/index.ts';
import { loadScenario } from '../../scenario/index.ts';
import { formatDate, parseDate } from '../../time/index.ts';
import { COLOUR } from '../colour.ts';
import { Faults, UsageError } from '../faults.ts';
import { interruptible } from '../interrupt.ts';
import { ProgressBar } from '../progress-bar.ts';

type Text = string | string[] | undefined;

interface RunArguments {
  scenario: string;
  seed?: Text;
  scale?: Text;
  core?: string | undefined;
  set?: string[] | undefined;
  out?: Text;
  trace?: Text;
  force?: boolean | undefined;
  threads?: Text;
  'checkpoint-every'?: Text;
  'checkpoint-at'?: string[] | undefined;
  resume?: boolean | undefined;
  from?: Text;
  quiet?: boolean | undefined;
  json?: boolean | undefined;
}

/** `mhhsim run`: simulates a scenario, makes its run folder and answers the planner's question. */
export const run: CommandModule<object, RunArguments> = {
  command: 'run <scenario>',
  describe: 'simulates a scenario; makes a run folder with database, report and charts',
  builder: yargs =>
    yargs
      .positional('scenario', { type: 'string', demandOption: true, describe: 'scenario file (YAML)' })
      .option('seed', {
        type: 'string',
        requiresArg: true,
        describe: "in place of the scenario's seed: text or number",
      })
      .option('scale', {
        type: 'string',
        requiresArg: true,
        describe: 'fraction of the population, over 0 up to 1; capacities, thresholds and plans are cut alike',
      })
      .option('set', {
        type: 'string',
        array: true,
        nargs: 1,
        describe: 'path=value: any value of the scenario (repeatable)',
      })
      .option('out', { type: 'string', requiresArg: true, describe: 'run folder [outputs/<scenario>-<seed>]' })
      .option('force', { type: 'boolean', describe: 'replace a run that is already there' })
      .option('trace', {
        type: 'string',
        requiresArg: true,
        describe: 'MPAN cores, joined by commas, or a number of points drawn evenly [3]',
      })
      .option('core', {
        choices: ['folded', 'ordered'],
        requiresArg: true,
        describe: 'ordered: event by event, slower; never changes a result [folded]',
      })
      .option('threads', {
        type: 'string',
        requiresArg: true,
        describe: '1 to 64; never changes a result [as many as pay]',
      })
      .option('checkpoint-every', {
        type: 'string',
        requiresArg: true,
        describe: 'a checkpoint after every so many simulated days',
      })
      .option('checkpoint-at', {
        type: 'string',
        array: true,
        nargs: 1,
        describe: 'a checkpoint as that date begins (repeatable)',
      })
      .option('resume', { type: 'boolean', describe: 'go on with the interrupted run from its latest checkpoint' })
      .option('from', {
        type: 'string',
        requiresArg: true,
        describe: 'RUN@DATE: begin where another run stood as that date began, for which it has a checkpoint',
      })
      .option('quiet', { type: 'boolean', describe: 'no progress bar and no summary' })
      .option('json', { type: 'boolean', describe: 'the summary as JSON' })
      .example('$0 run scenarios/baseline.yaml --scale 0.01', 'Britain, 1 metering point in 100')
      .example(
        "$0 run scenarios/baseline.yaml --set 'steps.3.1.10.within=3 WD' --out outputs/tighter",
        'the same with a tighter deadline',
      )
      .example(
        '$0 run scenarios/baseline.yaml --from outputs/base@2026-06-01 --set activation=5 --out outputs/otherwise',
        'the world of another run until 1 June, then otherwise',
      ),
  handler: async args => {
    const read = readArguments(args);
    const leader = new Leader();
    const { dir, manifest, resumable } = await execute(args, read, leader).finally(() => leader.dismiss());
    if (manifest.status === 'partial') {
      console.error(`interrupted; what there was is in ${dir}, marked partial${goingOn(resumable)}`);
      process.exitCode = 130;
      return;
    }
    if (!args.quiet) show(dir, args.json ?? false);
    if (!manifest.invariantsHold) {
      console.error(`an invariant broke: see table invariant in ${join(dir, 'results.sqlite')}`);
      process.exitCode = 3;
    }
  },
};

/** @param leader makes itself ready while the scenario is read */
async function execute(args: RunArguments, read: ReturnType<typeof readArguments>, leader: Leader): Promise<Executed> {
  const { seed, scale, out, trace, threads, checkpoints, from } = read;
  const { scenario } = loadScenario(args.scenario, { set: args.set ?? [], seed, steps: knownSteps() });
  const target = out ?? join('outputs', `${scenario.name}-${fileName(scenario.seed)}`);
  const bar = new ProgressBar(!args.quiet);
  const core = args.core === 'ordered' ? 'ordered' : 'folded';
  return await interruptible(signal =>
    executeRun(
      { scenario, scale, core, trace },
      {
        out: target,
        force: args.force ?? false,
        threads,
        leader,
        checkpoints,
        resume: args.resume ?? false,
        from,
        onProgress: p => bar.update(p),
        onNote: note => console.error(note),
        signal,
      },
    ),
  )
    .catch(error => {
      throw error instanceof RunRefused ? new UsageError(error.message) : error;
    })
    .finally(() => bar.stop());
}

/** What can be done about an interrupted run. */
function goingOn(resumable: Executed['resumable']): string {
  return resumable === undefined ? '' : `; --resume goes on from ${resumable}`;
}

function show(dir: string, json: boolean): void {
  const done = openRun(dir);
  try {
    if (json) console.log(JSON.stringify({ dir, ...summary(done) }, null, 2));
    else {
      console.log(summaryText(done, { colour: COLOUR }));
      console.log(`\nReport: ${join(dir, 'report.html')}`);
    }
  } finally {
    done.close();
  }
}

function readArguments(args: RunArguments) {
  const faults = new Faults();
  const scale = faults.read('--scale', args.scale, text => {
    const value = Number(text);
    if (!(value > 0 && value <= 1)) throw new Error(`"${text}" is not a fraction over 0 up to 1, e.g. 0.01`);
    return value;
  });
  const trace = faults.read('--trace', args.trace, readTrace);
  const seed = faults.read('--seed', args.seed, text => text);
  const out = faults.read('--out', args.out, text => {
    if (text === '') throw new Error('is empty; it must name a folder');
    return text;
  });
  const threads = faults.read('--threads', args.threads, text => {
    const value = Number(text);
    if (!(Number.isInteger(value) && value >= 1 && value <= 64))
      throw new Error(`"${text}" is not a whole number from 1 to 64`);
    return value;
  });
  const every = faults.read('--checkpoint-every', args['checkpoint-every'], text => {
    const value = Number(text);
    if (!(Number.isInteger(value) && value >= 1)) throw new Error(`"${text}" is not a whole number of days, 1 or more`);
    return value;
  });
  const at = (args['checkpoint-at'] ?? []).map(text => faults.read('--checkpoint-at', text, readDate) ?? text);
  const from = faults.read('--from', args.from, readBranchPoint);
  if (faults.any) throw faults.error();
  return { seed, out, scale: scale ?? 1, trace: trace ?? 3, threads, checkpoints: { every, at }, from };
}

function readDate(text: string): string {
  return formatDate(parseDate(text));
}

/** A run folder, and a date after the last `@`. */
function readBranchPoint(text: string): BranchPoint {
  const at = text.lastIndexOf('@');
  if (at < 1) throw new Error(`"${text}" is not RUN@DATE, e.g. outputs/baseline-1@2026-06-01`);
  return { run: text.slice(0, at), date: readDate(text.slice(at + 1)) };
}

/** A number of points, or MPAN cores. */
function readTrace(text: string): number | string[] {
  const parts = text.split(',').map(part => part.trim());
  if (parts.every(part => /^\d{13}$/.test(part))) return parts;
  if (parts.length === 1 && /^\d{1,6}$/.test(text.trim())) return Number(text);
  throw new Error(`"${text}" is neither a number of points nor MPAN cores of 13 digits joined by commas`);
}

/** A seed may be any text; a folder's name may not. */
function fileName(seed: string): string {
  return seed.replace(/[^A-Za-z0-9._-]+/g, '-') || 'seed';
}
