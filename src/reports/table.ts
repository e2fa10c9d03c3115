import { type Html, html, raw } from './html.ts';

/** A table of a report: headings, and rows whose first cell names the row; numbers come as text. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold words rather than figures. */
  readonly words?: readonly string[];
  /** What the rows are, e.g. "ends of months". */
  readonly caption: string;
}

/** A table with its first column as row headings and the others to the right; wide ones scroll in their own box. */
export function tableHtml({ columns, rows, caption, words = [] }: Table): Html {
  const kind = (i: number) => (words.includes(columns[i]!) ? raw(' class="words"') : null);
  return html`<div class="scroll" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map((column, i) => html`<th scope="col"${kind(i)}>${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...cells]) =>
      html`<tr><th scope="row">${name}</th>${cells.map((cell, i) => html`<td${kind(i + 1)}>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>
`;
}
