import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartNames, chartSpec, renderSvg } from '../charts/index.ts';
import { openRun, type Run } from '../results/index.ts';
import { type Figure, page } from './page.ts';
import { summary } from './summary.ts';

/**
 * Writes `report.html`, `charts/<name>.svg` and `charts/<name>.vl.json` into a run folder, from its database; what is
 * there already is replaced. Takes the folder, or the run where it is open (also one that is still being made).
 * Returns the paths of the page and of the drawn charts. Throws `RunFolderError` where the folder holds no run.
 */
export async function writeReport(folder: string | Run): Promise<{ html: string; charts: string[] }> {
  const opened = typeof folder === 'string' ? openRun(folder) : folder;
  const run: Run = { ...opened, answers: new Map() };
  try {
    const figures: Figure[] = [];
    for (const name of chartNames()) {
      const spec = chartSpec(run, name);
      figures.push({ name, spec, svg: await renderSvg(spec) });
    }
    const text = page(run, summary(run), figures);
    mkdirSync(join(run.dir, 'charts'), { recursive: true });
    const charts = figures.map(({ name, spec, svg }) => {
      const path = join(run.dir, 'charts', `${name}.svg`);
      writeFileSync(path, svg);
      writeFileSync(join(run.dir, 'charts', `${name}.vl.json`), `${JSON.stringify(spec)}\n`);
      return path;
    });
    const html = join(run.dir, 'report.html');
    writeFileSync(html, text);
    return { html, charts };
  } finally {
    if (typeof folder === 'string') opened.close();
  }
}
