import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartNames } from '../charts/index.ts';
import { openRun, type Run } from '../results/index.ts';
import type { Draughtsman } from './draughtsman.ts';
import { draw, type Figure } from './draw.ts';
import { page } from './page.ts';
import { summary } from './summary.ts';

/**
 * Writes `report.html`, `charts/<name>.svg` and `charts/<name>.vl.json` into a run folder, from its database; what is
 * there already is replaced. Takes the folder, or the run where it is open (also one that is still being made).
 * Returns the paths of the page and of the drawn charts. Throws `RunFolderError` where the folder holds no run.
 *
 * @param helper draws half of the charts
 */
export async function writeReport(
  folder: string | Run,
  helper?: Draughtsman,
): Promise<{ html: string; charts: string[] }> {
  const opened = typeof folder === 'string' ? openRun(folder) : folder;
  const run: Run = { ...opened, answers: new Map() };
  try {
    const figures = helper ? await drawTogether(run, helper) : await draw(run, chartNames());
    const text = page(run, summary(run), figures);
    mkdirSync(join(run.dir, 'charts'), { recursive: true });
    const charts = figures.map(({ name, svg, json }) => {
      const path = join(run.dir, 'charts', `${name}.svg`);
      writeFileSync(path, svg);
      writeFileSync(join(run.dir, 'charts', `${name}.vl.json`), `${json}\n`);
      return path;
    });
    const html = join(run.dir, 'report.html');
    writeFileSync(html, text);
    return { html, charts };
  } finally {
    if (typeof folder === 'string') opened.close();
  }
}

/** Every other chart is drawn by the helper. All are in their order. */
async function drawTogether(run: Run, helper: Draughtsman): Promise<Figure[]> {
  const names = chartNames();
  // Where one fails the other comes to its end nevertheless: it has the database open.
  const halves = await Promise.allSettled([
    helper.draw(
      run,
      names.filter((_, i) => i % 2 === 1),
    ),
    draw(
      run,
      names.filter((_, i) => i % 2 === 0),
    ),
  ]);
  const figures = halves.flatMap(half => {
    if (half.status === 'rejected') throw half.reason;
    return half.value;
  });
  return figures.sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}
