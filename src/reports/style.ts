/** The report's style: dark on light, readable from a phone to paper, no file loaded from anywhere. */
export const style = `
:root { color-scheme: light; --ink: #1f2933; --faint: #5b6670; --line: #d5dae0; --link: #00558a; --wash: #f5f7f9; }
* { box-sizing: border-box; }
body { margin: 0; background: white; color: var(--ink); font: 16px/1.5 'Liberation Sans', Arial, Helvetica, sans-serif; }
main, header, nav, footer { max-width: 1000px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 36px 0 8px; padding-top: 14px; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 26px 0 4px; }
p { margin: 6px 0 10px; max-width: 46rem; }
a { color: var(--link); }
.run { color: var(--faint); overflow-wrap: anywhere; }
.alarm { border: 3px solid #a3230a; background: #fdece7; color: #7a1a07; padding: 12px 16px; margin: 16px 0; font-weight: bold; }
.note { border-left: 4px solid #e8a33d; background: #fdf6e9; padding: 8px 14px; margin: 14px 0; }
nav ol { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 12px 0 0; padding: 0; list-style: none; }
figure { margin: 12px 0 6px; }
.scroll { overflow-x: auto; max-width: 100%; }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid #0072b2; outline-offset: 2px; }
figure svg { display: block; width: 100%; min-width: 640px; height: auto; }
table { border-collapse: collapse; font-size: .92rem; margin: 6px 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--faint); padding: 4px 0; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th { font-weight: normal; }
thead th { color: var(--faint); vertical-align: bottom; border-bottom-color: var(--ink); }
th:first-child { text-align: left; padding-right: 24px; }
.words { text-align: left; white-space: normal; min-width: 6rem; }
tbody th { white-space: normal; min-width: 10rem; }
details { margin: 4px 0 22px; }
summary { cursor: pointer; color: var(--link); padding: 4px 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 20px; margin: 10px 0; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
code { font-family: 'Liberation Mono', Consolas, monospace; font-size: .92em; overflow-wrap: anywhere; }
footer { color: var(--faint); padding-bottom: 40px; font-size: .9rem; }
@media (max-width: 600px) { main, header, nav, footer { padding-left: 14px; padding-right: 14px; } }
@media print {
  body { font-size: 10.5pt; }
  nav, details:not([open]) { display: none; }
  main, header, footer { max-width: none; padding: 0; }
  h2 { margin-top: 22px; }
  section.chart, tr, .alarm { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .scroll { overflow: visible; }
  figure svg { min-width: 0; }
  a { color: inherit; text-decoration: none; }
}
`;
