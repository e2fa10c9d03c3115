import v8 from 'node:v8';
import { runCoaN } from './run.ts';

// node test/bench/coa-n/main.ts POINTS [PLAN_DAYS] [ordered]: runs CoA-N on the kernel and prints what it came to.

v8.setFlagsFromString('--max-inlined-bytecode-size-cumulative=4000');
v8.setFlagsFromString('--max-inlined-bytecode-size=2000');
const points = Number(process.argv[2] ?? 100_000);
const planDays = Number(process.argv[3] ?? (points <= 1e6 ? 20 : 400));
const begun = performance.now();
const result = runCoaN(points, planDays, 1, process.argv[4] === 'ordered' ? 'ordered' : 'folded');
const wall = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ points, planDays, wall, rss: process.memoryUsage.rss(), ...result }));
