import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chartNames, chartSpec, chartWords, renderPng, renderSvg } from '../../src/charts/index.ts';
import { createRunFolder, openRun, writeDatabase } from '../../src/results/index.ts';
import { makeSampleRun, sampleManifest } from '../results/sample-run.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';
import { makeLongRun } from './long-run.ts';

const dir = temporaryFolder();
makeSampleRun(join(dir, 'sample'));
makeLongRun(join(dir, 'long'));
const empty = createRunFolder(join(dir, 'empty'));
const { digest } = writeDatabase(join(empty.path, 'results.sqlite'), [], {});
empty.settle({ ...sampleManifest, digest });
const [sample, long, none] = ['sample', 'long', 'empty'].map(name => openRun(join(dir, name))) as [
  ReturnType<typeof openRun>,
  ReturnType<typeof openRun>,
  ReturnType<typeof openRun>,
];
afterAll(() => [sample, long, none].map(run => run.close()));

/** Compares with a file beside the tests; `MHHSIM_UPDATE=1` writes it anew. */
function expectAsKept(name: string, text: string): void {
  const folder = join(import.meta.dirname, 'expected');
  const path = join(folder, name);
  if (process.env.MHHSIM_UPDATE === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${path} is missing: write it with MHHSIM_UPDATE=1 and read it`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

/** The text elements of an SVG, in order. */
function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(found => found[1]!);
}

test('there is a chart for each question of a planner', () => {
  expect(chartNames()).toEqual([
    'progress',
    'states',
    'suppliers',
    'starts-and-completions',
    'switches',
    'breaches-by-step',
    'breaches-by-day',
    'latency',
    'backlog',
    'utilisation',
    'messages',
  ]);
});

test('a name that is no chart is refused', () => {
  expect(() => chartSpec(sample, 'pie')).toThrow(new RangeError('There is no chart pie.'));
  expect(() => chartSpec(sample, 'toString')).toThrow(RangeError);
});

test.each([
  ['progress', 'Smart 25.0 %, Advanced 10.0 % migrated by the end of 27 Oct 2025'],
  ['states', '84 MSIDs not under MHHS at the end of 27 Oct 2025; at most 36 migrating at once (24 Oct 2025)'],
  ['suppliers', '3 of 3 suppliers have MSIDs left at the end: 84 in all, Alder Energy 51.2 % of them'],
  ['starts-and-completions', '95.0 % of the plan started; 26 completed; busiest day 23 Oct 2025 with 16 starts'],
  ['switches', '6 switches took effect: 2 migrated with the switch, 1 went back to legacy; 1 refused'],
  ['breaches-by-step', '13 of 66 deadlines missed (19.7 %); 53.8 % of the misses at 3.1.2 validation'],
  ['breaches-by-day', 'Worst day 24 Oct 2025: 5 deadlines missed; misses on 3 days'],
  [
    'latency',
    '99th percentile beyond the deadline at 2 steps; slowest: 3.1.3 acceptance (1 in 100 takes more than 2.3 h)',
  ],
  ['backlog', 'Largest backlog: 8 jobs at Meterfit (23 Oct 2025); 1 job left in all queues at the end'],
  ['utilisation', '1 party at 95 % or more in at least a week; Meterfit in 1 week'],
  ['messages', 'DIP 90, DTN 28 messages; busiest day on DIP: 22 Oct 2025 with 54'],
])('the title of %s says the answer', (name, title) => {
  expect(chartWords(chartSpec(sample, name)).title).toBe(title);
});

test('progress against M15 is what the title says where the run reaches M15', () => {
  expect(chartWords(chartSpec(long, 'progress')).title).toMatch(
    /^Smart \d\d\.\d %, Advanced .* by M15 \(7 May 2027\)$/,
  );
});

describe.each(chartNames())('%s', name => {
  test('has the specification and the data that were looked at and kept', () => {
    expectAsKept(`${name}.vl.json`, `${JSON.stringify(chartSpec(sample, name), null, 1)}\n`);
  });

  test('is drawn twice with the same bytes, with its title as text and for screen readers', async () => {
    const spec = chartSpec(sample, name);
    const [one, two] = [await renderSvg(spec), await renderSvg(spec)];
    expect(two).toBe(one);
    const { title } = chartWords(spec);
    expect(texts(one).join(' ').replaceAll('&amp;', '&')).toContain(title.replaceAll('<', '&lt;'));
    expect(one).toMatch(/^<svg role="img" [^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
    expect(one).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test('of the whole migration stays small and within 900 px', async () => {
    const svg = await renderSvg(chartSpec(long, name));
    expect(svg.length).toBeLessThan(300_000);
    expect(Number(/ width="([\d.]+)"/.exec(svg)![1])).toBeLessThanOrEqual(900);
  });

  test('of a run that holds nothing says so in a sentence', async () => {
    const svg = await renderSvg(chartSpec(none, name));
    expect(texts(svg).filter(text => /^(No|Nothing) .*\.$/.test(text))).toHaveLength(1);
  });
});

test('labels of names with signs of markup come out as they are', async () => {
  const svg = await renderSvg(chartSpec(long, 'suppliers'));
  expect(svg).not.toContain('<Sons>');
  expect(svg).toContain('Smith &amp; &lt;Sons&gt; "Power"');
});

test('charts drawn at the same time do not disturb each other', async () => {
  const alone = await renderSvg(chartSpec(sample, 'progress'));
  const together = await Promise.all(chartNames().map(name => renderSvg(chartSpec(sample, name))));
  expect(together[0]).toBe(alone);
});

test('a PNG has twice the pixels of the drawing, and letters in it', async () => {
  const spec = chartSpec(sample, 'messages');
  const png = await renderPng(spec, 2);
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const width = Number(/ width="([\d.]+)"/.exec(await renderSvg(spec))![1]);
  expect(Math.abs(png.readUInt32BE(16) - 2 * width)).toBeLessThanOrEqual(2);
  // Without a font resvg leaves every label out: then the title's text would make no difference.
  const without = await renderPng({ ...spec, title: { text: ' ', subtitle: [' ', ' '] } } as typeof spec, 2);
  expect(png.length).toBeGreaterThan(without.length + 2000);
});
