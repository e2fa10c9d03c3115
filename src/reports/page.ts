import { capital, dateText, runLine, scaleText } from '../charts/index.ts';
import type { Run } from '../results/index.ts';
import { chartTables } from './chart-tables.ts';
import type { Figure } from './draw.ts';
import { type Html, html, raw } from './html.ts';
import { originSection } from './origin-section.ts';
import { style } from './style.ts';
import type { Summary } from './summary.ts';
import { summarySection } from './summary-section.ts';
import { alarms } from './summary-text.ts';
import { tableHtml } from './table.ts';

// Nothing may be loaded and nothing run: the page is what stands in the file.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The report as one HTML page that opens from disk and loads nothing. */
export function page(run: Run, answers: Summary, figures: readonly Figure[]): string {
  const tables = chartTables(run, answers);
  const { name, scale, first, last } = answers.run;
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}: migration report</title>
<style>${raw(style)}</style>
</head>
<body>
<header>
<h1>Migration report: ${name}</h1>
<p class="run">${runLine(answers.run)} · ${dateText(first)} to ${dateText(last)}</p>
${alarms(answers).map(text => html`<div class="alarm" role="alert">${text}</div>`)}
${scale < 1 ? html`<div class="note">This run simulates ${scaleText(scale)}. Shares, times and utilisation stand as they are.</div>` : null}
</header>
<nav aria-label="Contents">
<ol><li><a href="#summary">The answer</a></li>
${figures.map(
  figure => html`<li><a href="#${figure.name}">${chartName(figure.name)}</a></li>
`,
)}<li><a href="#origin">How this was made</a></li></ol>
</nav>
<main>
${summarySection(answers)}
${figures.map(
  figure => html`<section class="chart" id="${figure.name}"><h2>${chartName(figure.name)}</h2>
${drawing(figure)}
${tables[figure.name] === undefined ? null : html`<details><summary>The figures as a table</summary>${tableHtml(tables[figure.name]!)}</details>`}
</section>
`,
)}
${originSection(run, answers)}
</main>
<footer>Made by mhhsim ${answers.version}. All times are local to Britain; a day is a local day.</footer>
</body>
</html>
`.text;
}

/** `starts-and-completions` → `Starts and completions`. */
function chartName(name: string): string {
  return capital(name.replaceAll('-', ' '));
}

/** The drawn chart; its inner ids get the chart's name, for all charts share one page. */
function drawing({ name, title, svg }: Figure): Html {
  const own = svg
    .replace(/\bid="/g, `id="${name}-`)
    .replace(/url\(#/g, `url(#${name}-`)
    .replace(/href="#/g, `href="#${name}-`);
  return html`<figure aria-label="${title}"><div class="scroll" tabindex="0">${raw(own)}</div></figure>`;
}
