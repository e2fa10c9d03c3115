/** Charts from result tables: Vega-Lite specifications, SVG and PNG; and the words and figures that reports share with them. */
export { chartNames, chartSpec } from './catalogue.ts';
export { type ChartSpec, chartWords } from './frame.ts';
export { renderPng } from './png.ts';
export { loadRenderer, renderSvg } from './render.ts';
export { milestoneDay, type RunContext, runContext, runLine, scaleText } from './run-context.ts';
export { stepTimes } from './step-times.ts';
export { type SupplierOutcome, supplierOutcomes } from './supplier-outcomes.ts';
export { capital, counted, countText, cut, dateText, shareText, spanText } from './wording.ts';
