import pc from 'picocolors';
import { capital, counted, countText, cut, dateText, runLine, shareText, spanText } from '../charts/index.ts';
import type { Run } from '../results/index.ts';
import { type Summary, summary } from './summary.ts';

const suppliersShown = 10;

/** The summary for a terminal, the answer first: at most 100 columns and some 60 lines. */
export function summaryText(run: Run, { colour }: { readonly colour: boolean }): string {
  const answers = summary(run);
  const paint = pc.createColors(colour);
  const head = (text: string) => paint.bold(text);
  const lines = [
    head(runLine(answers.run)),
    `${dateText(answers.run.first)} to ${dateText(answers.run.last)}, ${counted(answers.all.msids, 'MSID')}`,
    ...alarms(answers).map(text => paint.red(paint.bold(`!! ${text}`))),
    '',
    ...migrated(answers).map((line, i) => (i === 0 ? head(line) : line)),
    '',
    ...leftOver(answers),
    ...suppliers(answers).map((line, i) => (i === 1 ? head(line) : line)),
    '',
    ...deadlines(answers).map((line, i) => (i === 0 ? head(line) : line)),
    '',
    ...queueAndMessages(answers),
    `Digest          ${answers.digest ?? 'none (no tables)'}`,
  ];
  return `${lines.map(line => line.trimEnd()).join('\n')}\n`;
}

/** What must be read before any figure: broken invariants, an interrupted run; one sentence each. */
export function alarms(answers: Summary): string[] {
  const broken = answers.invariants.filter(each => each.holds === 0);
  const found = broken.map(each => `INVARIANT BROKEN: ${each.name}${each.detail === null ? '' : ` (${each.detail})`}`);
  if (found.length === 0 && answers.status === 'invariant broken')
    found.push('INVARIANT BROKEN: the figures are not to be relied on');
  if (answers.status === 'partial')
    found.push(`PARTIAL RUN: interrupted, the figures end on ${dateText(answers.run.last)}`);
  return found;
}

function migrated(answers: Summary): string[] {
  const row = (...cells: string[]) =>
    `${cells[0]!.padEnd(30)}${cells
      .slice(1, 4)
      .map(cell => cell.padStart(14))
      .join('')}${cells[4]!.padStart(18)}`;
  const day = (date: string | null) => (date === null ? 'not reached' : dateText(date));
  return [
    row('Migrated by', 'M14', 'M15', 'the end', 'MSIDs left'),
    row('', day(answers.m14), day(answers.m15), dateText(answers.run.last), ''),
    ...[...answers.segments, answers.all].map(each =>
      row(
        `  ${capital(each.segment)}`,
        shareText(each.m14),
        shareText(each.m15),
        shareText(each.end),
        countText(each.left),
      ),
    ),
  ];
}

/** What is left and why, in sentences of the summary. */
export function leftSentences(answers: Summary): string[] {
  const { reasons, all, lastCompletion, exceptions } = answers;
  const each = reasons.map(({ count, reason }) => (reasons.length === 1 ? reason : `${countText(count)} ${reason}`));
  const sentences = [
    lastCompletion === null
      ? 'No migration was completed.'
      : `Last migration completed on ${dateText(lastCompletion)}.`,
    all.left === 0
      ? 'Nothing is left: every MSID is under MHHS.'
      : `Left at the end: ${[counted(all.left, 'MSID'), each.join('; ')].filter(Boolean).join(': ')}.`,
  ];
  const [most] = exceptions;
  const total = exceptions.reduce((sum, each) => sum + each.count, 0);
  if (most)
    sentences.push(`On the way: ${counted(total, 'exception')}, most often ${most.kind} (${countText(most.count)}).`);
  sentences.push(...switchSentences(answers));
  return sentences;
}

/** What became of switches, where there were any. */
function switchSentences({ switches }: Summary): string[] {
  const done = switches.reduce((sum, each) => sum + each.effective, 0);
  if (switches.length === 0) return [];
  const of = (route: string) => switches.find(each => each.route === route);
  const [forward, reverse, refused] = [of('forward')?.effective, of('reverse')?.effective, of('refused')?.routed];
  return [
    `Changes of supplier: ${countText(done)}, of which ${countText(forward ?? 0)} migrated the MSID and ` +
      `${countText(reverse ?? 0)} took it back to legacy; ${countText(refused ?? 0)} refused.`,
  ];
}

function leftOver(answers: Summary): string[] {
  return leftSentences(answers).flatMap(sentence => wrapped(sentence));
}

function suppliers(answers: Summary): string[] {
  const behind = answers.suppliers.filter(each => each.left > 0);
  if (behind.length === 0) return [];
  const row = (name: string, shares: readonly string[], left: string, why: string) =>
    `${cut(name, 28).padEnd(29)}${shares.map(cell => cell.padStart(7)).join('')}${left.padStart(11)}  ${cut(why, 37)}`;
  const shown = behind.slice(0, suppliersShown);
  const rest = behind.slice(suppliersShown);
  const restLeft = rest.reduce((sum, each) => sum + each.left, 0);
  return [
    '',
    row(
      `Left at ${behind.length} of ${counted(answers.suppliers.length, 'supplier')}`,
      ['M14', 'M15', 'end'],
      'left',
      'mainly',
    ),
    ...shown.map(each =>
      row(
        `  ${each.supplier}`,
        [each.m14, each.m15, each.end].map(shareText),
        countText(each.left),
        each.mainReason ?? '',
      ),
    ),
    ...(rest.length > 0
      ? [`  and ${counted(rest.length, 'more supplier')} with ${countText(restLeft)} left between them`]
      : []),
  ];
}

function deadlines(answers: Summary): string[] {
  const { met, missed, open } = answers.deadlines;
  const heading =
    `Deadlines: ${countText(missed)} of ${countText(met + missed)} missed (${shareText(missed / (met + missed))})` +
    `${open > 0 ? `, ${countText(open)} still open` : ''}`;
  if (missed === 0) return [heading];
  const rows = answers.worstDeadlines.map(each => {
    const due = each.due === null ? '' : ` (${each.due})`;
    const who = each.worstParty.label ?? `party ${each.worstParty.party_id}`;
    const step = cut(`${each.step} ${each.title ?? ''}`, 45 - due.length) + due;
    return `  ${step.padEnd(46)}${countText(each.missed).padStart(11)}${shareText(each.share).padStart(9)}  ${cut(who, 30)}`;
  });
  return [heading, `  ${'the worst steps'.padEnd(46)}${'missed'.padStart(11)}${'share'.padStart(9)}  most by`, ...rows];
}

/** The busiest queue in a sentence. */
export function queueSentence(answers: Summary): string {
  const queue = answers.busiestQueue;
  if (queue === null) return 'No work ever waited overnight.';
  const wait = queue.max_wait_min === null ? '' : `, longest wait ${spanText(queue.max_wait_min)}`;
  const load = queue.mean_utilisation === null ? '' : `, ${shareText(queue.mean_utilisation)} utilised on average`;
  const at = `${queue.label ?? `party ${queue.party_id}`}, ${queue.work}`;
  return `${at}: ${counted(queue.max_backlog, 'job')} on ${dateText(queue.max_backlog_date)}${wait}${load}.`;
}

function queueAndMessages(answers: Summary): string[] {
  const total = answers.networks.reduce((sum, each) => sum + each.messages, 0);
  const each = answers.networks.map(({ network, messages }) => `${network} ${countText(messages)}`).join(', ');
  return [
    ...wrapped(`Busiest queue   ${queueSentence(answers)}`, ' '.repeat(16)),
    ...wrapped(`Messages        ${countText(total)}${each === '' ? '' : `: ${each}`}`, ' '.repeat(16)),
  ];
}

/** Lines of at most 100 columns. */
function wrapped(text: string, indent = ''): string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= 100) lines[lines.length - 1] = longer;
    else lines.push(lines.length === 0 ? word : indent + word);
  }
  return lines;
}
