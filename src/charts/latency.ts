import { stepLabel } from './breaches-by-step.ts';
import { type ChartSpec, emptyFrame, frame, type Wording } from './frame.ts';
import type { RunContext } from './run-context.ts';
import { byStepNumber, type StepTimes } from './step-times.ts';
import { chartWidth } from './theme.ts';
import { counted, spanText } from './wording.ts';

const shown = 40;
const quantiles = ['p50', 'p90', 'p99'] as const;
const quantileNames = { p50: 'median', p90: '90th percentile', p99: '99th percentile' } as const;
const quantileColours = ['#7FB3D5', '#2171B5', '#08306B'];
const dueName = 'where the deadline falls';

/** Time from trigger to act by step, on a logarithmic scale, against the deadline. */
export function latency(rows: readonly StepTimes[], run: RunContext): ChartSpec {
  const wording: Wording = {
    title: 'No step was timed',
    subtitle:
      "Time from trigger to act, elapsed: median, 90th and 99th percentile (mean of the parties' own, weighted by " +
      'count); steps in order of the catalogue, grey where the deadline falls (Working Days: nights and weekends counted)',
    description:
      'Three dots for each step on a logarithmic time axis: median, 90th and 99th percentile, and its deadline.',
  };
  const timed = rows.filter(row => row.p99 > 0);
  if (timed.length === 0) return emptyFrame(run, wording, 'No step was timed.');
  const kept = timed
    .toSorted((a, b) => Number(hasDue(b)) - Number(hasDue(a)) || b.count - a.count)
    .slice(0, shown)
    .sort((a, b) => byStepNumber(a.step, b.step));
  const slowest = kept.reduce((a, b) => (b.p99 > a.p99 ? b : a));
  const late = kept.filter(row => row.p99 > (dueSpan(row.due)?.[1] ?? Number.POSITIVE_INFINITY)).length;
  const slow = `${slowest.step} ${slowest.title ?? ''}`.trim();
  const title =
    `99th percentile beyond the deadline at ${late === 0 ? 'no step' : counted(late, 'step')}; ` +
    `slowest: ${slow} (1 in 100 takes more than ${spanText(slowest.p99)})`;
  const order = kept.map(stepLabel);
  const more = timed.length - kept.length;
  const minute = (value: number) => Math.max(0.5, Math.round(value * 10) / 10);
  const dots = kept.flatMap(row =>
    quantiles.map(quantile => ({
      step: stepLabel(row),
      quantile: quantileNames[quantile],
      minutes: minute(row[quantile]),
    })),
  );
  const lines = kept.map(row => ({ step: stepLabel(row), minutes: minute(row.p50), to: minute(row.p99) }));
  const dues = kept.flatMap(row => {
    const span = dueSpan(row.due);
    return span === undefined
      ? []
      : [{ step: stepLabel(row), minutes: span[0], to: Math.max(span[1], 1.12 * span[0]) }];
  });
  const y = {
    field: 'step',
    type: 'nominal',
    sort: order,
    axis: { title: null, domain: false, grid: true, gridColor: '#F0F2F4', labelPadding: 8 },
  };
  const ticks = [1, 10, 60, 360, 1440, 10_080, 43_200];
  const x = {
    field: 'minutes',
    type: 'quantitative',
    scale: { type: 'log', domainMin: 0.5, nice: false },
    axis: {
      title: null,
      grid: true,
      values: ticks,
      labelExpr: `{${ticks.map((tick, i) => `'${tick}': '${['1 min', '10 min', '1 h', '6 h', '1 day', '1 week', '30 days'][i]}'`)}}[datum.value]`,
    },
  };
  const names = [...quantiles.map(quantile => quantileNames[quantile]), dueName];
  const colour = (field: object) => ({
    ...field,
    scale: { domain: names, range: [...quantileColours, '#D9DDE2'] },
    legend: { columns: 2 },
  });
  return frame(
    run,
    {
      ...wording,
      title,
      subtitle: wording.subtitle + (more > 0 ? `; ${counted(more, 'more step')} not shown` : ''),
      description: `${wording.description} ${title}.`,
    },
    {
      width: chartWidth - 24,
      autosize: { type: 'fit-x', contains: 'padding' },
      height: 19 * kept.length,
      layer: [
        ...(dues.length === 0
          ? []
          : [
              {
                data: { values: dues },
                mark: { type: 'bar', height: { band: 0.8 } },
                encoding: { y, x, x2: { field: 'to' }, color: colour({ datum: dueName }) },
              },
            ]),
        {
          data: { values: lines },
          mark: { type: 'rule', strokeWidth: 1.5, color: '#7A8794' },
          encoding: { y, x, x2: { field: 'to' } },
        },
        {
          data: { values: dots },
          mark: { type: 'circle', size: 70, opacity: 1 },
          encoding: { y, x, color: colour({ field: 'quantile', type: 'nominal' }) },
        },
      ],
    },
  );
}

function hasDue(row: StepTimes): boolean {
  return row.due !== null && row.due !== '';
}

/**
 * The span of elapsed minutes in which a deadline falls: `60 min` is a point; `5 WD` and `8 days` end at a midnight, so
 * they take up to a day more, Working Days weekends besides. Undefined for what hangs on a time of day.
 */
function dueSpan(due: string | null): [number, number] | undefined {
  const found = /^(?:within )?(\d+) (min|h|days?|WD)$/.exec(due ?? '');
  if (!found) return undefined;
  const amount = Number(found[1]);
  if (found[2] === 'min') return [amount, amount];
  if (found[2] === 'h') return [amount * 60, amount * 60];
  const weekends = found[2] === 'WD' ? 2 * Math.ceil(amount / 5) : 0;
  return [amount * 1440, (amount + 1 + weekends) * 1440];
}
