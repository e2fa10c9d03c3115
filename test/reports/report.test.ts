import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { chartNames } from '../../src/charts/index.ts';
import { Draughtsman, writeReport } from '../../src/reports/index.ts';
import { openRun } from '../../src/results/index.ts';
import { makeLongRun } from '../charts/long-run.ts';
import { makeSampleRun } from '../results/sample-run.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';

const dir = temporaryFolder();
const at = (name: string) => join(dir, name);
const page = (name: string) => readFileSync(join(at(name), 'report.html'), 'utf8');

beforeAll(async () => {
  makeSampleRun(at('sample'));
  makeLongRun(at('long'));
  makeSampleRun(at('partial'), { status: 'partial' });
  makeSampleRun(at('broken'), { status: 'invariant broken', invariantsHold: false });
  for (const name of ['sample', 'long', 'partial', 'broken']) await writeReport(at(name));
}, 60_000);

test('the page and every chart as SVG and Vega-Lite lie in the run folder', async () => {
  const { html, charts } = await writeReport(at('sample'));
  expect(html).toBe(join(at('sample'), 'report.html'));
  expect(charts).toEqual(chartNames().map(name => join(at('sample'), 'charts', `${name}.svg`)));
  expect(readdirSync(join(at('sample'), 'charts')).sort()).toEqual(
    chartNames()
      .flatMap(name => [`${name}.svg`, `${name}.vl.json`])
      .sort(),
  );
  for (const path of charts) expect(existsSync(path)).toBe(true);
  const spec = JSON.parse(readFileSync(join(at('sample'), 'charts', 'progress.vl.json'), 'utf8'));
  expect(spec.$schema).toContain('vega-lite/v6');
});

test('made twice, the page has the same bytes', async () => {
  const before = page('sample');
  await writeReport(at('sample'));
  expect(page('sample')).toBe(before);
});

test('where a second thread draws half of the charts, every file has the same bytes', async () => {
  const files = () => ['report.html', ...readdirSync(join(at('long'), 'charts')).map(name => join('charts', name))];
  const contents = () => files().map(name => [name, readFileSync(join(at('long'), name), 'utf8')]);
  const before = contents();
  await writeReport(at('long'), new Draughtsman());
  expect(contents()).toEqual(before);
});

test('a second thread that fails makes the report fail, and one with nothing to do can be dismissed', async () => {
  const run = openRun(at('sample'));
  const elsewhere = { ...run, dir: at('nowhere') };
  await expect(writeReport(elsewhere, new Draughtsman())).rejects.toThrow('results.sqlite is not there');
  run.close();
  await new Draughtsman().dismiss();
});

test('a run that is open is taken as it is, and stays open', async () => {
  const run = openRun(at('sample'));
  await writeReport(run);
  expect(run.db.open).toBe(true);
  run.close();
});

describe.each(['sample', 'long', 'partial', 'broken'])('the page of the %s run', name => {
  test('loads nothing: no address but the names of XML namespaces, no script, and a policy against both', () => {
    const addresses = page(name).match(/\b(?:https?:)?\/\/[a-z][^\s"'<>)]*/gi) ?? [];
    expect(addresses.filter(each => !each.startsWith('http://www.w3.org/'))).toEqual([]);
    expect(page(name)).not.toMatch(/<(script|link|img|iframe|object|embed)\b|@import|\bon[a-z]+="/i);
    expect(page(name)).toContain("default-src 'none'");
  });

  test('has one h1, a place for each link of its contents, and no id twice', () => {
    const text = page(name);
    expect(text.match(/<h1/g)).toHaveLength(1);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(found => found[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...text.matchAll(/(?:href="|url\()#([^")]+)/g)].map(found => found[1]!);
    expect(links.length).toBeGreaterThanOrEqual(chartNames().length + 2);
    for (const link of links) expect(ids).toContain(link);
  });

  test('has every chart with words for who cannot see it, and its figures as a table', () => {
    for (const chart of chartNames()) {
      const section = page(name).split(`<section class="chart" id="${chart}">`)[1]!.split('</section>')[0]!;
      expect(section).toMatch(/<svg role="img" [^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
      expect(section).toContain('<details><summary>The figures as a table</summary>');
    }
  });
});

test('the answer comes before the charts: by segment and supplier, deadlines, queue, messages', () => {
  const top = page('long').split('<section class="chart"')[0]!;
  for (const words of [
    'migrated by M15 (7 May 2027)',
    'M14 (28 Oct 2026)',
    'The worst steps',
    'Busiest queue',
    'Messages',
  ])
    expect(top).toContain(words);
  // Every supplier is either in the table or told of below it.
  const [, left, all] = top.match(/<caption>(\d+) of (\d+) suppliers with MSIDs left/)!.map(Number) as [
    number,
    number,
    number,
  ];
  const [, more, done] = top.match(
    /<p>(?:(\d+) more suppliers?, )?(\d+) suppliers? fully migrated: see the <a href="#suppliers">/,
  )!;
  const shown = top
    .split('suppliers with MSIDs left')[1]!
    .split('</tbody>')[0]!
    .match(/<th scope="row">/g)!.length;
  expect([shown + Number(more ?? 0), Number(done)]).toEqual([left, all - left]);
});

test('how it was made stands at the end: scenario, seed, scale, digest, invariants, the command to replay', () => {
  const end = page('sample').split('id="origin"')[1]!;
  for (const words of ['sample', '0.1.0', 'states add up to the population', `npx mhhsim replay ${at('sample')}`])
    expect(end).toContain(words);
  expect(end).toMatch(/<code>[0-9a-f]{64}<\/code>/);
});

test('a broken invariant and an interrupted run have a banner at the very top; a sound run has none', () => {
  expect(page('sample')).not.toContain('class="alarm"');
  expect(page('broken').split('<main>')[0]).toMatch(/class="alarm" role="alert">INVARIANT BROKEN/);
  expect(page('partial').split('<main>')[0]).toMatch(/class="alarm" role="alert">PARTIAL RUN/);
});

test('a part of the market says by how much to multiply', () => {
  expect(page('long')).toContain('This run simulates 1 in 10 of the market: multiply counts by 10.');
  expect(page('sample')).not.toContain('multiply');
});

test('names are text, whatever signs are in them', () => {
  expect(page('long')).not.toContain('<Sons>');
  expect(page('long')).toContain('Smith &#38; &#60;Sons&#62; &#34;Power&#34;');
});
