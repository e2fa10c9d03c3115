import { capital, counted, countText, cut, dateText, shareText } from '../charts/index.ts';
import { type Html, html } from './html.ts';
import type { Summary } from './summary.ts';
import { leftSentences, queueSentence } from './summary-text.ts';
import { tableHtml } from './table.ts';

const suppliersShown = 12;

/** The answers at the top of the report: migrated by when, what is left and why, deadlines, queue, messages. */
export function summarySection(answers: Summary): Html {
  const [first, ...rest] = leftSentences(answers);
  return html`<section id="summary"><h2>The answer</h2>
<p><strong>${headline(answers)}</strong> ${first}</p>
<p>${rest.join(' ')}</p>
${migrated(answers)}
${suppliers(answers)}
<h3>Deadlines</h3>
${deadlines(answers)}
<h3>Busiest queue</h3>
<p>${queueSentence(answers)}</p>
<h3>Messages</h3>
<p>${messages(answers)}</p>
</section>
`;
}

/** The one sentence: how far the market had come by M15, or by the end of a run that does not reach it. */
function headline({ all, m15, run }: Summary): string {
  const share = m15 === null ? all.end : all.m15;
  const when = m15 === null ? `the end of the run (${dateText(run.last)})` : `M15 (${dateText(m15)})`;
  return `${shareText(share)} of ${counted(all.msids, 'MSID')} migrated by ${when}; ${countText(all.left)} left at the end.`;
}

function migrated({ segments, all, m14, m15, run }: Summary): Html {
  const day = (date: string | null) => (date === null ? 'not reached' : dateText(date));
  return tableHtml({
    caption: 'Share of MSIDs under MHHS by segment',
    columns: ['Segment', 'MSIDs', `M14 (${day(m14)})`, `M15 (${day(m15)})`, `end (${dateText(run.last)})`, 'left'],
    rows: [...segments, all].map(each => [
      capital(each.segment),
      countText(each.msids),
      shareText(each.m14),
      shareText(each.m15),
      shareText(each.end),
      countText(each.left),
    ]),
  });
}

function suppliers(answers: Summary): Html {
  const behind = answers.suppliers.filter(each => each.left > 0);
  const listed = behind.length > 0 ? behind : answers.suppliers;
  const shown = listed.slice(0, suppliersShown);
  const [more, done] = [listed.length - shown.length, answers.suppliers.length - listed.length];
  const others = [
    ...(more > 0 ? [counted(more, 'more supplier')] : []),
    ...(done > 0 ? [`${counted(done, 'supplier')} fully migrated`] : []),
  ].join(', ');
  const heading =
    behind.length > 0
      ? `${behind.length} of ${counted(answers.suppliers.length, 'supplier')} with MSIDs left, most left first`
      : `All ${counted(answers.suppliers.length, 'supplier')} fully migrated, largest first`;
  return html`${tableHtml({
    caption: heading,
    columns: ['Supplier', 'MSIDs', 'M14', 'M15', 'end', 'left', ...(behind.length > 0 ? ['mainly'] : [])],
    words: ['mainly'],
    rows: shown.map(each => [
      each.supplier,
      countText(each.msids),
      shareText(each.m14),
      shareText(each.m15),
      shareText(each.end),
      countText(each.left),
      ...(behind.length > 0 ? [each.mainReason ?? ''] : []),
    ]),
  })}${others ? html`<p>${others}: see the <a href="#suppliers">table of all suppliers</a>.</p>` : null}`;
}

function deadlines({ deadlines: { met, missed, open }, worstDeadlines }: Summary): Html {
  if (met + missed === 0) return html`<p>No deadline fell due.</p>`;
  const still = open > 0 ? ` ${countText(open)} are still open at the end.` : '';
  if (missed === 0) return html`<p>No breaches: all ${counted(met, 'deadline')} that fell due were met.${still}</p>`;
  return html`<p>${countText(missed)} of ${counted(met + missed, 'deadline')} missed (${shareText(missed / (met + missed))}).${still}</p>
${tableHtml({
  caption: 'The worst steps, most missed first',
  columns: ['Step', 'due', 'missed', 'share', 'most by'],
  words: ['due', 'most by'],
  rows: worstDeadlines.map(each => [
    cut(`${each.step} ${each.title ?? ''}`, 60),
    each.due ?? '',
    countText(each.missed),
    shareText(each.share),
    each.worstParty.label ?? `party ${each.worstParty.party_id}`,
  ]),
})}`;
}

function messages({ networks }: Summary): string {
  const total = networks.reduce((sum, each) => sum + each.messages, 0);
  if (total === 0) return 'No message was sent.';
  return `${counted(total, 'message')}: ${networks.map(each => `${each.network} ${countText(each.messages)}`).join(', ')}.`;
}
