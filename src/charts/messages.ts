import type { NetworkDay } from '../results/index.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import type { RunContext } from './run-context.ts';
import { chartWidth, colourOf, networkColours } from './theme.ts';
import { timeAxis, toTheEnd } from './time-axis.ts';
import { countText, dateText, roundCountText } from './wording.ts';

/** Messages per day, a panel for each network with a scale of its own. */
export function messages(rows: readonly NetworkDay[], run: RunContext): ChartSpec {
  const wording: Wording = {
    title: 'No messages',
    subtitle: 'Messages sent per day over each network; each panel has its own scale',
    description: 'An area chart over time for each network: messages sent per day.',
  };
  const totals = new Map<string, { sum: number; peak: NetworkDay }>();
  for (const row of rows) {
    const known = totals.get(row.network);
    if (known === undefined) totals.set(row.network, { sum: row.messages, peak: row });
    else {
      known.sum += row.messages;
      if (row.messages > known.peak.messages) known.peak = row;
    }
  }
  const networks = [...totals].filter(each => each[1].sum > 0).sort((a, b) => b[1].sum - a[1].sum);
  if (networks.length === 0) return emptyFrame(run, wording, 'No message was sent.');
  const [first, { peak }] = networks[0]!;
  const answer = networks.map(([network, { sum }]) => `${network} ${roundCountText(sum)}`).join(', ');
  const title = `${answer} messages; busiest day on ${first}: ${dateText(peak.date)} with ${roundCountText(peak.messages)}`;
  return frame(
    run,
    { ...wording, title, description: `${wording.description} ${title}.` },
    {
      spacing: 12,
      vconcat: networks.map(([network, { sum }], i) => ({
        width: chartWidth - 100,
        height: i < 2 ? 120 : 60,
        title: {
          text: `${network}: ${countText(sum)} messages`,
          fontSize: 12,
          lineHeight: 14,
          offset: 4,
          frame: 'group',
        },
        data: {
          values: toTheEnd(
            rows
              .filter(row => row.network === network && row.date <= run.last)
              .map(row => ({ date: row.date, messages: row.messages })),
            run,
          ),
        },
        mark: { type: 'area', interpolate: 'step-after', color: colourOf(networkColours, network) },
        encoding: {
          x: timeAxis(run, i === networks.length - 1),
          y: {
            field: 'messages',
            type: 'quantitative',
            axis: { title: null, format: ',.0f', tickCount: i < 2 ? 4 : 2, tickMinStep: 1, grid: true, minExtent: 70 },
          },
        },
      })),
    },
  );
}
