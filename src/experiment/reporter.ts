import { availableParallelism } from 'node:os';
import { loadRenderer } from '../charts/index.ts';
import { Draughtsman, writeReport } from '../reports/index.ts';
import { type Manifest, openRun } from '../results/index.ts';

/** Makes the report of a run, for which it makes itself ready while the run is simulated. */
export class Reporter {
  private helper: Draughtsman | undefined;

  /**
   * Loads what takes a while.
   *
   * @param threads that are at work meanwhile: where they leave a core free, half of the charts are drawn on it
   */
  prepare(threads: number): void {
    void loadRenderer();
    if (availableParallelism() > threads) this.helper = new Draughtsman();
  }

  /** Makes the report of a run that is simulated and stored; returns what stood in its way. */
  async write(dir: string, manifest: Manifest): Promise<Error | undefined> {
    try {
      const run = openRun(dir, manifest);
      try {
        await writeReport(run, this.helper);
      } finally {
        run.close();
      }
      return undefined;
    } catch (error) {
      return error as Error;
    }
  }

  /** There is nothing to report. */
  async dismiss(): Promise<void> {
    await this.helper?.dismiss();
  }
}
