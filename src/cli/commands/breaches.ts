import type { CommandModule } from 'yargs';
import {
  type BreachFilter,
  breachesByDay,
  breachesByParty,
  breachesByStep,
  type DayBreaches,
  type DeadlineCounts,
  deadlineRows,
  type Found,
  findParty,
  findStep,
  openRun,
  type PartyBreaches,
  type Run,
  type StepBreaches,
  toCsv,
} from '../../results/index.ts';
import { formatDate, parseDate } from '../../time/index.ts';
import { paint } from '../colour.ts';
import { Faults } from '../faults.ts';
import { textTable } from '../text-table.ts';

/** Without `--by`, so many parties and days are shown, those with the most missed deadlines. */
const WORST = 15;

type Text = string | string[] | undefined;

interface BreachesArguments {
  run: string;
  step?: Text;
  party?: Text;
  from?: Text;
  to?: Text;
  by?: Text;
  csv?: boolean | undefined;
  json?: boolean | undefined;
}

/** `mhhsim breaches`: which deadlines were met, missed and left open, by step, by party and by day. */
export const breaches: CommandModule<object, BreachesArguments> = {
  command: 'breaches <run>',
  describe: 'deadlines met, missed and open: by step, by party, by day',
  builder: yargs =>
    yargs
      .positional('run', { type: 'string', demandOption: true, describe: 'run folder' })
      .option('step', { type: 'string', requiresArg: true, describe: 'only this step, e.g. 3.1.10 (repeatable)' })
      .option('party', { type: 'string', requiresArg: true, describe: 'only this party_id, mpid or name (repeatable)' })
      .option('from', { type: 'string', requiresArg: true, describe: 'first date due' })
      .option('to', { type: 'string', requiresArg: true, describe: 'last date due' })
      .option('by', { choices: ['step', 'party', 'day'], requiresArg: true, describe: 'one table only, in full' })
      .option('csv', { type: 'boolean', describe: 'as CSV: a line for each day, step and party, or as --by says' })
      .option('json', { type: 'boolean', describe: 'as JSON' })
      .example('$0 breaches outputs/baseline-1 --by party --step 3.1.10', 'who is late with the D0151'),
  handler: args => {
    const run = openRun(args.run);
    try {
      for (const warning of run.warnings) console.error(`warning: ${warning}`);
      const { filter, by } = readArguments(run, args);
      if (args.csv) process.stdout.write(asCsv(run, filter, by));
      else console.log(args.json ? asJson(run, filter, by) : asText(run, filter, by));
    } finally {
      run.close();
    }
  },
};

function readArguments(run: Run, args: BreachesArguments): { filter: BreachFilter; by: string | undefined } {
  const faults = new Faults();
  const each = (text: Text) => (text === undefined ? [] : [text].flat());
  const find = <T>(words: Text, look: (run: Run, word: string) => Found<T>): T[] =>
    each(words).flatMap(word => {
      const answer = look(run, word);
      if ('found' in answer) return [answer.found];
      faults.add(answer.fault);
      return [];
    });
  const steps = find(args.step, findStep).map(({ step }) => step);
  const parties = find(args.party, findParty).map(({ party_id }) => party_id);
  const from = faults.read('--from', args.from, text => formatDate(parseDate(text)));
  const to = faults.read('--to', args.to, text => formatDate(parseDate(text)));
  if (from !== undefined && to !== undefined && from > to)
    faults.add(`--from ${from} is after --to ${to}; the first date comes first`);
  const by = faults.read('--by', args.by, text => text);
  if (args.csv && args.json) faults.add('--csv and --json are two forms of the answer: ask for one of them');
  if (faults.any) throw faults.error();
  return {
    filter: {
      ...(steps.length > 0 && { steps }),
      ...(parties.length > 0 && { parties }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    by,
  };
}

function asCsv(run: Run, filter: BreachFilter, by: string | undefined): string {
  const counts = ['met', 'missed', 'open', 'share'] as const;
  if (by === 'step') return toCsv(['step', 'title', 'due', ...counts], breachesByStep(run, filter, 'catalogue'));
  if (by === 'party') return toCsv(['party_id', 'mpid', 'party', 'role', ...counts], breachesByParty(run, filter));
  if (by === 'day') return toCsv(['date', ...counts], breachesByDay(run, filter));
  return toCsv(['date', 'step', 'title', 'party_id', 'mpid', 'party', ...counts], deadlineRows(run, filter));
}

function asJson(run: Run, filter: BreachFilter, by: string | undefined): string {
  const answer = {
    ...((by ?? 'step') === 'step' && { steps: breachesByStep(run, filter, 'catalogue') }),
    ...((by ?? 'party') === 'party' && { parties: breachesByParty(run, filter) }),
    ...((by ?? 'day') === 'day' && { days: breachesByDay(run, filter) }),
  };
  return JSON.stringify(answer, null, 2);
}

function asText(run: Run, filter: BreachFilter, by: string | undefined): string {
  const steps = breachesByStep(run, filter, 'catalogue');
  if (steps.length === 0) return 'No deadline fell due there.';
  const parts = [total(steps)];
  if ((by ?? 'step') === 'step') parts.push(stepTable(steps));
  if ((by ?? 'party') === 'party') parts.push(partyTable(breachesByParty(run, filter), by === undefined));
  if ((by ?? 'day') === 'day') parts.push(dayTable(breachesByDay(run, filter), by === undefined));
  return parts.join('\n\n');
}

function total(steps: readonly StepBreaches[]): string {
  const sum = (of: 'met' | 'missed' | 'open') => steps.reduce((all, step) => all + step[of], 0);
  const [met, missed, open] = [sum('met'), sum('missed'), sum('open')];
  const judged = met + missed;
  const share = percent(judged === 0 ? null : missed / judged);
  return `${count(judged + open)} deadlines: ${count(met)} met, ${count(missed)} missed (${share}), ${count(open)} open.`;
}

function stepTable(steps: readonly StepBreaches[]): string {
  const rows = steps.map(step => [step.step, step.title ?? '', step.due ?? '', ...cells(step)]);
  return `${paint.bold('By step')}\n${table(['step', 'what', 'due'], rows)}`;
}

function partyTable(parties: readonly PartyBreaches[], worstOnly: boolean): string {
  const shown = worstOnly ? worst(parties) : parties;
  const rows = shown.map(p => [String(p.party_id), p.mpid ?? '', p.party ?? '', p.role ?? '', ...cells(p)]);
  return `${title('By party', 'parties', parties, shown)}\n${table(['id', 'mpid', 'party', 'role'], rows)}`;
}

function dayTable(days: readonly DayBreaches[], worstOnly: boolean): string {
  const shown = worstOnly ? worst(days) : days;
  const rows = shown.map(day => [day.date, ...cells(day)]);
  return `${title('By day', 'days', days, shown)}\n${table(['date'], rows)}`;
}

function worst<T extends DeadlineCounts>(rows: readonly T[]): T[] {
  return rows
    .filter(row => row.missed > 0)
    .sort((a, b) => b.missed - a.missed)
    .slice(0, WORST);
}

function title(name: string, plural: string, all: readonly unknown[], shown: readonly unknown[]): string {
  if (shown.length === all.length) return paint.bold(name);
  const of =
    shown.length === 0
      ? `none of ${all.length} ${plural} missed any`
      : `the worst ${shown.length} of ${all.length} ${plural}`;
  return `${paint.bold(name)} (${of})`;
}

function table(names: readonly string[], rows: readonly string[][]): string {
  const aligned = [...names.map(() => 'left' as const), ...Array<'right'>(4).fill('right')];
  return textTable([...names, 'met', 'missed', 'open', 'share'], rows, aligned);
}

function cells({ met, missed, open, share }: DeadlineCounts): string[] {
  return [count(met), missed > 0 ? paint.red(count(missed)) : '0', count(open), percent(share)];
}

function count(n: number): string {
  return n.toLocaleString('en-GB');
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(2)} %`;
}
