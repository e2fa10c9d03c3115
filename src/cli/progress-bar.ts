import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../simulation/index.ts';
import { formatDate } from '../time/index.ts';

/** A bar with the simulated date, the rate and the time left; on a terminal, and nowhere else. */
export class ProgressBar {
  private readonly bar: SingleBar | null;
  private begun = performance.now();
  /** Messages of days that were simulated before, if the run goes on from where one stood. */
  private before = 0;

  constructor(shown: boolean) {
    this.bar =
      shown && process.stderr.isTTY
        ? new SingleBar(
            {
              format: '{bar} {date}  {rate}  {eta_formatted} left',
              hideCursor: true,
              clearOnComplete: true,
              stream: process.stderr,
              fps: 5,
            },
            Presets.shades_classic,
          )
        : null;
  }

  update({ day, first, last, messages }: Progress): void {
    if (!this.bar) return;
    const done = day - first + 1;
    // A run that goes on from a checkpoint has most of its messages from there.
    if (!this.bar.isActive && day > first) {
      this.begun = performance.now();
      this.before = messages;
    }
    const perSecond = (messages - this.before) / Math.max(0.1, (performance.now() - this.begun) / 1000);
    const shown = { date: formatDate(day), rate: `${(perSecond / 1e6).toFixed(1)} M messages/s` };
    if (this.bar.isActive) this.bar.update(done, shown);
    else this.bar.start(last - first + 1, done, shown);
  }

  stop(): void {
    this.bar?.stop();
  }
}
