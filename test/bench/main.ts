import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { bundle } from '../../src/bundle.mjs';
import { calibrate } from './calibration.ts';
import { CASES, type Case, COMPARISONS, type Comparison, type Outcome } from './cases.ts';
import { footprints } from './memory.ts';
import { buildReference, type Reference } from './reference.ts';

// npm run bench [-- NAME…] [--runs N] [--save]: times the kernel and the whole market, each beside the C++ reference
// and beside its own figures on record. Runs alternate, and ratios are of runs that were next to each other.

/** What a case came to: seconds and MiB on the machine of the record, and how fast that machine was. */
interface Figures {
  readonly seconds: number;
  readonly rss: number;
  readonly calibration: number;
}

const RECORD = join(import.meta.dirname, 'baseline.json');
const runs = Number(option('--runs') ?? 3);
const names = process.argv.slice(2).filter((a, i, all) => !a.startsWith('--') && all[i - 1] !== '--runs');
const save = process.argv.includes('--save');

await main();

async function main(): Promise<void> {
  const record: Record<string, Figures> = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {};
  const folder = mkdtempSync(join(tmpdir(), 'mhhsim-bench-'));
  const reference = buildReference(folder);
  // As the product is: what is timed is the kernel, not how modules find each other.
  await bundle({ 'coa-n': 'test/bench/coa-n/main.ts' }, folder, []);
  if (!reference) console.log('No C++ compiler here: the reference is left out.');
  const table = new Table({
    head: ['case', 'wall s', 'ns a message', 'RSS MiB', 'reference s', 'ratio', 'limit', 'against the record'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  const chosen = CASES.filter(c => (names.length === 0 ? c.usual : names.some(name => c.name.startsWith(name))));
  const outcomes = new Map<string, Outcome>();
  for (const one of chosen) {
    const measured = measure(one, reference, folder);
    outcomes.set(one.name, measured);
    const { seconds, rss, calibration } = measured;
    const known = record[one.name];
    const against = known ? seconds / calibration / (known.seconds / known.calibration) : null;
    table.push([
      one.name,
      seconds.toFixed(2),
      ((seconds * 1e9) / measured.messages).toFixed(1),
      rss.toFixed(0),
      measured.reference?.toFixed(2) ?? '–',
      measured.ratio?.toFixed(2) ?? '–',
      one.limit?.toFixed(1) ?? '–',
      against?.toFixed(2) ?? '–',
    ]);
    record[one.name] = { seconds: rounded(seconds), rss: Math.round(rss), calibration: rounded(calibration) };
    console.error(`${one.name}: ${seconds.toFixed(2)} s`);
  }
  console.log(table.toString());
  console.log(
    'Medians of whole commands; a ratio is the median of pairs. "Against the record" is cleared of the speed of',
  );
  console.log('the machine by a calibration loop: below 1 is faster than test/bench/baseline.json.');
  for (const { name, bytes, stated } of footprints()) {
    console.log(judged({ name: `memory of ${name}`, most: stated, unit: 'bytes' }, bytes));
  }
  for (const comparison of COMPARISONS) {
    const [first, second] = comparison.cases.map(name => outcomes.get(name));
    if (first && second) console.log(judged(comparison, comparison.value(first, second)));
  }
  rmSync(folder, { recursive: true });
  if (save) writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
}

function judged(
  { name, least, most, unit }: Pick<Comparison, 'name' | 'least' | 'most' | 'unit'>,
  value: number,
): string {
  // To a hundredth: what is set aside in whole pages is a little more.
  const holds = value >= (least ?? 0) && value <= (most ?? Number.POSITIVE_INFINITY) + 0.01;
  const wanted = least === undefined ? `at most ${most}` : `at least ${least}`;
  return `${name}: ${value.toFixed(2)} ${unit} (wanted: ${wanted}) ${holds ? '' : '✗'}`.trimEnd();
}

/** Runs a case and the reference in turn. */
function measure(one: Case, reference: Reference | null, folder: string) {
  const own: Outcome[] = [];
  const theirs: number[] = [];
  const calibrations: number[] = [];
  const beside = one.reference && reference;
  for (let run = 0; run < runs; run++) {
    calibrations.push(calibrate());
    own.push(timed(one, folder, run));
    if (beside) theirs.push(beside(one.reference!));
  }
  return {
    seconds: median(own.map(o => o.seconds)),
    rss: Math.max(...own.map(o => o.rss)),
    messages: own[0]!.messages,
    points: own[0]!.points,
    calibration: median(calibrations),
    reference: beside ? median(theirs) : undefined,
    ratio: beside ? median(own.map((o, i) => o.seconds / theirs[i]!)) : undefined,
  };
}

/** Wall time of a whole command, start-up included. */
function timed(one: Case, folder: string, run: number) {
  const args = one.command(join(folder, `${one.name.replaceAll(/\W/g, '-')}-${run}`), folder);
  const begun = performance.now();
  const out = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, ...one.read(out) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
