import Table from 'cli-table3';
import type { CommandModule } from 'yargs';
import { mermaid, PROCEDURES, type Procedure, printed } from '../../procedures/index.ts';
import { didYouMean } from '../../scenario/index.ts';
import { UsageError } from '../faults.ts';

interface ProceduresArguments {
  name?: string | undefined;
  format?: string | undefined;
}

/** `mhhsim procedures`: the catalogue of procedures, their steps, flows and deadlines. */
export const procedures: CommandModule<object, ProceduresArguments> = {
  command: 'procedures [name]',
  describe: 'the catalogue of procedures: steps, flows, deadlines',
  builder: yargs =>
    yargs
      .positional('name', { type: 'string', describe: 'one procedure, e.g. forward-coa; without it, the list' })
      .option('format', { choices: ['table', 'mermaid', 'json'], default: 'table', describe: 'how to print it' })
      .example('$0 procedures forward-coa', 'the steps as a BSCP prints them')
      .example('$0 procedures forward-coa --format mermaid', 'a sequence diagram'),
  handler: ({ name, format }) => {
    if (name === undefined) {
      console.log(list(format ?? 'table'));
      return;
    }
    const found = PROCEDURES.find(p => p.name === name);
    if (!found) {
      const names = PROCEDURES.map(p => p.name);
      throw new UsageError(`there is no procedure "${name}"${didYouMean(name, names)}; there are: ${names.join(', ')}`);
    }
    if (format === 'mermaid') process.stdout.write(mermaid(found));
    else console.log(format === 'json' ? JSON.stringify(found, null, 2) : bscpTable(found));
  },
};

function list(format: string): string {
  if (format === 'json') return JSON.stringify(PROCEDURES, null, 2);
  if (format === 'mermaid') throw new UsageError('--format mermaid draws one procedure: name it');
  return PROCEDURES.map(p => `${p.name.padEnd(15)} ${p.title} (${p.source}), ${p.steps.length} rows`).join('\n');
}

/** The length of a procedure's longest reference. */
function longest(procedure: Procedure): number {
  return Math.max(...procedure.steps.map(s => s.ref.length));
}

function bscpTable(procedure: Procedure): string {
  const table = new Table({
    head: ['REF', 'WHEN', 'ACTION', 'FROM', 'TO', 'INFORMATION', 'METHOD', 'DUE', 'APPLIES TO'],
    colWidths: [longest(procedure) + 2, 20, 24, 15, 15, 18, 11, 17, 16],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const s of printed(procedure)) {
    table.push([s.ref, s.when, s.action, s.from, s.to, s.information, s.method, s.due, s.appliesTo]);
  }
  const sources = procedure.steps.map(
    s => `  ${s.ref.padEnd(longest(procedure))} ${s.source}${s.note ? `. ${s.note}` : ''}`,
  );
  return [
    `${procedure.title} (${procedure.name}, ${procedure.source}, scenario ${procedure.scenario})`,
    table.toString(),
    '° assumed: the sources give no figure. Scenarios set deadlines by reference: steps: { 3.1.10: { within: 2 WD } }',
    'Sources and notes:',
    ...sources,
  ].join('\n');
}
