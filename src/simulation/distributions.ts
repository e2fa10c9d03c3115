import { compile, type Distribution, type QuantileTable } from '../random/index.ts';

/** Compiled distributions, one table for all who share it: compiling costs some milliseconds. */
export class Distributions {
  private readonly tables = new Map<string, QuantileTable>();

  /** @param unitsPerSecond 1 for seconds, 1/86,400 for days, 1,024 for service times */
  table(distribution: Distribution, unitsPerSecond: number): QuantileTable {
    const key = `${unitsPerSecond} ${JSON.stringify(distribution)}`;
    const known = this.tables.get(key);
    if (known) return known;
    const table = compile(distribution, unitsPerSecond);
    this.tables.set(key, table);
    return table;
  }
}
