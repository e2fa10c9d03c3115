import { writeFileSync } from 'node:fs';
import type { CommandModule } from 'yargs';
import { type ChartSpec, chartNames, chartSpec, renderPng, renderSvg } from '../../charts/index.ts';
import { openRun } from '../../results/index.ts';
import { didYouMean } from '../../scenario/index.ts';
import { Faults } from '../faults.ts';

const formats = ['svg', 'png', 'json'] as const;
type Format = (typeof formats)[number];
type Text = string | string[] | undefined;

interface ChartArguments {
  run: string;
  name: string;
  format?: Text;
  out?: Text;
}

/** `mhhsim chart`: one chart of a run as SVG, PNG or Vega-Lite JSON, to a file or to stdout. */
export const chart: CommandModule<object, ChartArguments> = {
  command: 'chart <run> <name>',
  describe: 'one chart of a run as SVG, PNG or Vega-Lite JSON',
  builder: yargs =>
    yargs
      .positional('run', { type: 'string', demandOption: true, describe: 'run folder' })
      .positional('name', { type: 'string', demandOption: true, describe: `one of ${chartNames().join(', ')}` })
      .option('format', { type: 'string', requiresArg: true, describe: 'svg (default), png or json' })
      .option('out', { type: 'string', requiresArg: true, describe: 'file to write instead of stdout' })
      .example('$0 chart outputs/baseline-1 progress --format png --out progress.png', 'a picture for a slide'),
  handler: async args => {
    const { format, out } = readArguments(args);
    const run = openRun(args.run);
    try {
      for (const warning of run.warnings) console.error(`warning: ${warning}`);
      const drawn = await draw(chartSpec(run, args.name), format);
      if (out === undefined) process.stdout.write(drawn);
      else write(out, drawn);
    } finally {
      run.close();
    }
  },
};

/** Everything that is wrong with the arguments at once. @throws UsageError */
function readArguments(args: ChartArguments): { format: Format; out: string | undefined } {
  const faults = new Faults();
  if (!chartNames().includes(args.name)) {
    faults.add(
      `there is no chart ${args.name}${didYouMean(args.name, chartNames())}; there are ${chartNames().join(', ')}`,
    );
  }
  const out = faults.read('--out', args.out, text => text);
  const format =
    args.format === undefined
      ? 'svg'
      : faults.read('--format', args.format, text => {
          const known = formats.find(each => each === text);
          if (known === undefined) throw new RangeError(`${text} is none; it is one of ${formats.join(', ')}`);
          return known;
        });
  if (format === 'png' && out === undefined && process.stdout.isTTY)
    faults.add('a PNG is not written to a terminal: give a file with --out, or send stdout elsewhere');
  if (faults.any || format === undefined) throw faults.error();
  return { format, out };
}

async function draw(spec: ChartSpec, format: Format): Promise<string | Buffer> {
  if (format === 'png') return renderPng(spec);
  return format === 'svg' ? `${await renderSvg(spec)}\n` : `${JSON.stringify(spec, null, 2)}\n`;
}

/** Writes the file; what the disk says becomes one sentence. @throws UsageError */
function write(path: string, drawn: string | Buffer): void {
  const faults = new Faults();
  try {
    writeFileSync(path, drawn);
  } catch (error) {
    faults.add(`--out: ${path} cannot be written (${(error as Error).message})`);
    throw faults.error();
  }
}
