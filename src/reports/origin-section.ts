import { counted, countText, scaleText } from '../charts/index.ts';
import type { Run } from '../results/index.ts';
import { type Html, html } from './html.ts';
import type { Summary } from './summary.ts';
import { tableHtml } from './table.ts';

/** How the report was made: what makes the run repeatable, and what was checked. */
export function originSection({ manifest, dir }: Run, answers: Summary): Html {
  // A run that is still being made lies beside its place until it is whole.
  const place = dir.replace(/\.partial-\d+(-\d+)?$/, '');
  const facts: [string, Html | string][] = [
    ['Scenario', manifest.name],
    ['Seed', manifest.seed],
    ['Scale', `${manifest.scale} (${scaleText(manifest.scale)})`],
    ['Status', manifest.status],
    ['Metering points', countText(manifest.points)],
    ['Messages', countText(manifest.messages)],
    ['Digest', html`<code>${manifest.digest ?? 'none'}</code>`],
    ['Version', `mhhsim ${manifest.versions.mhhsim}, Node ${manifest.versions.node}`],
    ['Host', `${manifest.host.platform}, ${counted(manifest.threads, 'thread')}, ${manifest.wallSeconds.toFixed(1)} s`],
    ['Replay', html`<code>npx mhhsim replay ${place}</code>`],
  ];
  return html`<section id="origin"><h2>How this was made</h2>
<p>The same scenario, seed and scale give the same digest on any machine; <code>replay</code> runs it again and compares.
All figures are in <code>results.sqlite</code> beside this page, the charts as SVG and Vega-Lite in <code>charts/</code>.</p>
<dl>${facts.map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>
`,
  )}</dl>
<h3>Invariants</h3>
${tableHtml({
  caption: 'What must always hold, and how often it was checked',
  columns: ['Invariant', 'held', 'checks', 'first case that broke it'],
  words: ['held', 'first case that broke it'],
  rows: answers.invariants.map(each => [
    each.name,
    each.holds === 1 ? 'yes' : 'NO',
    countText(each.checks),
    each.holds === 1 ? '' : (each.detail ?? ''),
  ]),
})}</section>
`;
}
