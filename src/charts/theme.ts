import { fontFamily } from './font.ts';

/** Total width of every chart in px, labels included. */
export const chartWidth = 900;

/** A colour for each market segment, the same in every chart (Okabe and Ito, safe for the colour-blind). */
export const segmentColours: Readonly<Record<string, string>> = {
  smart: '#0072B2',
  advanced: '#D55E00',
  unmetered: '#009E73',
};

/** A colour for each network, the same in every chart. */
export const networkColours: Readonly<Record<string, string>> = {
  DIP: '#332288',
  DTN: '#CC6677',
  CSS: '#999933',
  bilateral: '#777777',
};

/** A colour for each state of an MSID, in the order in which the states are stacked. */
export const stateColours: Readonly<Record<string, string>> = {
  mhhs: '#0072B2',
  forward: '#E69F00',
  reverse: '#CC79A7',
  legacy: '#C8CDD3',
};

/** Colours of the ranked things of one chart (steps, parties), in order. */
export const rankColours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9'] as const;

/** What is summed up as "other", and what has no colour of its own. */
export const otherColour = '#9AA0A6';

export const ink = '#1F2933';
export const faintInk = '#5B6670';
export const gridColour = '#E3E7EB';

/** The colour of a named thing, `otherColour` where the palette does not know it. */
export function colourOf(palette: Readonly<Record<string, string>>, name: string): string {
  return palette[name] ?? palette[name.toLowerCase()] ?? otherColour;
}

/** The label of a share on an axis, as an expression of Vega: 0.2 → `20 %`. */
export const percentLabel = "format(100 * datum.value, 'd') + ' %'";

/** What all charts have in common, as a Vega-Lite configuration. */
export const themeConfig = {
  aria: false,
  font: fontFamily,
  view: { stroke: null },
  title: {
    anchor: 'start',
    align: 'left',
    frame: 'bounds',
    color: ink,
    fontSize: 17,
    fontWeight: 'bold',
    lineHeight: 21,
    subtitleColor: faintInk,
    subtitleFontSize: 12,
    subtitleLineHeight: 16,
    subtitlePadding: 5,
    offset: 14,
  },
  axis: {
    labelColor: faintInk,
    labelFontSize: 12,
    titleColor: faintInk,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    gridColor: gridColour,
    domainColor: '#9AA5B1',
    tickColor: '#9AA5B1',
    labelLimit: 320,
  },
  axisY: { domain: false, ticks: false },
  axisX: { grid: false },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    title: null,
    labelColor: ink,
    labelFontSize: 12,
    labelLimit: 260,
    symbolSize: 110,
    symbolStrokeWidth: 0,
    symbolType: 'square',
    offset: 8,
    columnPadding: 18,
  },
  header: { title: null, labelColor: ink, labelFontSize: 12, labelFontWeight: 'bold' },
  text: { color: ink, fontSize: 12 },
  line: { strokeWidth: 2, strokeJoin: 'round' },
} as const;
