/** The report of a run: one HTML page with its charts, and the summary for a terminal. */
export { Draughtsman } from './draughtsman.ts';
export { type Summary, summary } from './summary.ts';
export { summaryText } from './summary-text.ts';
export { writeReport } from './write-report.ts';
