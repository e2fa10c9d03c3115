import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartNames } from '../../src/charts/index.ts';
import { writeReport } from '../../src/reports/index.ts';
import { makeLongRun } from '../charts/long-run.ts';
import { makeSampleRun } from '../results/sample-run.ts';
import { temporaryFolder } from '../results/temporary-folder.ts';

const executablePath = '/usr/bin/chromium';
const installed = existsSync(executablePath);
const isCI = process.env.CI === 'true';

test.runIf(isCI)('the browser that these tests need is installed', () => {
  expect(installed, `There is no ${executablePath}: install Debian's package chromium.`).toBe(true);
});

describe.skipIf(!installed)('report.html in a browser without JavaScript', () => {
  const dir = temporaryFolder();
  let browser: Browser;

  beforeAll(async () => {
    makeSampleRun(join(dir, 'sample'));
    makeLongRun(join(dir, 'long'));
    await writeReport(join(dir, 'sample'));
    await writeReport(join(dir, 'long'));
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--headless',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    });
  }, 60_000);
  afterAll(() => browser?.close());

  test.each([
    ['sample', 1280],
    ['sample', 390],
    ['long', 1280],
    ['long', 390],
  ])(
    'the %s run at %i px: every chart is visible, nothing is loaded, nothing sticks out or is cut off',
    async (name, width) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } });
      const opened = await context.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      opened.on('request', request => requests.push(request.url()));
      opened.on('console', message => complaints.push(message.text()));
      const address = pathToFileURL(join(dir, name, 'report.html')).href;
      await opened.goto(address);
      expect(requests).toEqual([address]);
      expect(complaints).toEqual([]);
      for (const chart of chartNames()) {
        const drawing = opened.locator(`section#${chart} svg`);
        expect(await drawing.isVisible(), chart).toBe(true);
        const box = (await drawing.boundingBox())!;
        expect(box.width, chart).toBeGreaterThan(300);
        expect(box.height, chart).toBeGreaterThan(60);
      }
      // Evaluated by the browser for the test, not by the page: the page's own scripts stay off.
      const overflow = await opened.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      // Whichever fonts the browser has.
      const cut = await opened.evaluate(`[...document.querySelectorAll('figure text')].filter(text => {
        const [box, chart] = [text, text.ownerSVGElement].map(element => element.getBoundingClientRect());
        return box.left < chart.left - 1 || box.right > chart.right + 1;
      }).map(text => text.textContent)`);
      expect(cut).toEqual([]);
      await opened.locator('section#messages summary').click();
      expect(await opened.locator('section#messages table').isVisible()).toBe(true);
      await context.close();
    },
    60_000,
  );
});
