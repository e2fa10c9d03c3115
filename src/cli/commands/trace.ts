import type { CommandModule } from 'yargs';
import { openRun, type Run, type TracedAct, type TracedLife, tracedPoints, traceOf } from '../../results/index.ts';
import { BritishTime, parseTime } from '../../time/index.ts';
import { paint } from '../colour.ts';
import { Faults, UsageError } from '../faults.ts';
import { textTable } from '../text-table.ts';

/** So many traced MSIDs are named when another one is asked for. */
const NAMED = 10;

interface TraceArguments {
  run: string;
  msid: string | string[];
  json?: boolean | undefined;
}

/** `mhhsim trace`: the life of one metering point, act by act, with what was due when. */
export const trace: CommandModule<object, TraceArguments> = {
  command: 'trace <run>',
  describe: 'the life of one metering point, step by step, with due times',
  builder: yargs =>
    yargs
      .positional('run', { type: 'string', demandOption: true, describe: 'run folder' })
      .option('msid', {
        type: 'string',
        requiresArg: true,
        demandOption: true,
        describe: 'MPAN core (13 digits), or the number of the metering point in the market',
      })
      .option('json', { type: 'boolean', describe: 'as JSON' })
      .example('$0 trace outputs/baseline-1 --msid 17', 'metering point 17 of the market'),
  handler: args => {
    const wanted = readMsid(args.msid);
    const run = openRun(args.run);
    try {
      for (const warning of run.warnings) console.error(`warning: ${warning}`);
      const life = traceOf(run, wanted);
      if (!life) throw new UsageError(notTraced(run, 'msid' in wanted ? wanted.msid : String(wanted.point)));
      console.log(args.json ? JSON.stringify(lifeAsJson(life), null, 2) : lifeAsText(life));
    } finally {
      run.close();
    }
  },
};

function readMsid(text: string | string[]): { msid: string } | { point: number } {
  const faults = new Faults();
  const digits = faults.read('--msid', text, word => {
    const plain = word.replaceAll(/\s/g, '');
    if (!/^\d{1,13}$/.test(plain))
      throw new Error(
        `"${word}" is not an MSID; allowed: an MPAN core of 13 digits, or the number of a metering point`,
      );
    return plain;
  });
  if (digits === undefined) throw faults.error();
  return digits.length === 13 ? { msid: digits } : { point: Number(digits) };
}

function notTraced(run: Run, wanted: string): string {
  const how = 'trace others by running again with --trace and their numbers, or a count drawn evenly';
  const traced = tracedPoints(run);
  if (traced.length === 0) return `${run.dir} traced no MSID; ${how}`;
  const named = traced.slice(0, NAMED).map(({ msid, point }) => `${msid} (${point})`);
  const more = traced.length > NAMED ? ` and ${traced.length - NAMED} more` : '';
  return `MSID ${wanted} was not traced in ${run.dir}; traced are ${named.join(', ')}${more}; ${how}`;
}

/** A time in ISO 8601 UTC as British clocks show it. */
function local(time: string): string {
  const second = parseTime(time);
  const day = Math.floor(second / 86_400);
  return new BritishTime(day, day).localTime(second);
}

function lifeAsJson({ msid, point, facts, acts }: TracedLife): object {
  return {
    msid,
    point,
    facts: facts ?? null,
    acts: acts.map(act => ({ ...act, atLocal: local(act.at), dueLocal: act.due === null ? null : local(act.due) })),
  };
}

function lifeAsText(life: TracedLife): string {
  const head = ['at', 'step', 'act', 'from → to', 'due', 'outcome', 'detail'];
  const rows = life.acts.map(act => [
    local(act.at),
    act.step,
    whatWasDone(act),
    [act.from_party, act.to_party].filter(party => party !== null).join(' → '),
    act.due === null ? '' : local(act.due),
    coloured(act.outcome),
    act.detail ?? '',
  ]);
  return `${headline(life)}\n${summary(life)}\n\n${textTable(
    head,
    rows,
    head.map(() => 'left'),
  )}`;
}

function headline({ msid, point, facts }: TracedLife): string {
  const name = paint.bold(`MSID ${msid}, metering point ${point}`);
  if (!facts) return name;
  const { segment, meter, direction, energised, complex, area, supplier, related, state } = facts;
  const parts = [
    segment,
    meter,
    direction,
    energised,
    complex,
    area,
    supplier && `supplier ${supplier}`,
    related && `related to ${related}`,
    state && `${state} at the end`,
  ];
  return `${name}: ${parts.filter(Boolean).join(', ')}`;
}

function summary({ acts }: TracedLife): string {
  const of = (outcome: string) => acts.filter(act => act.outcome === outcome).length;
  return `${acts.length} acts; deadlines: ${of('met')} met, ${of('missed')} missed, ${of('open')} open. British time.`;
}

function whatWasDone({ act, flow, network, title }: TracedAct): string {
  if (flow === null) return title === null ? act : `${act}: ${title}`;
  return `${act} ${flow}${network === null ? '' : ` (${network})`}`;
}

function coloured(outcome: string | null): string {
  if (outcome === 'met') return paint.green(outcome);
  if (outcome === 'missed') return paint.red(outcome);
  return outcome === null ? '' : paint.yellow(outcome);
}
