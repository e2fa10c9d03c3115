import { lookUp } from '../time/index.ts';
import { KNOTS, LAST, type QuantileTable } from './quantile-table.ts';

/** Words of a table: its value where that is always the same, else one of these; and the fractional bits of its knots. */
const PLAIN = -1;
const OTHER = -2;
const FACTS = 2;

/** Quantile tables side by side in one array, by number: what a kernel samples from without asking what kind they are of. */
export class TableSet {
  /** What {@link QuantileTable.sample} says for a table, by its number, and 32 random bits, of either sign. */
  readonly sample: (table: number, luck: number) => number;

  constructor(tables: readonly QuantileTable[]) {
    const knots = new Int32Array(tables.length * KNOTS);
    const facts = lookUp(
      tables.flatMap(({ constant, plain }) => [constant >= 0 ? constant : plain ? PLAIN : OTHER, plain?.bits ?? 0]),
    );
    tables.forEach(({ plain }, i) => {
      if (plain) knots.set(plain.knots, i * KNOTS);
    });
    this.sample = (table, luck) => {
      const fixed = facts[Math.imul(table, FACTS)]!;
      if (fixed >= 0) return fixed;
      const cell = luck >>> 22;
      if (fixed === PLAIN && cell < LAST) {
        // As QuantileTable.sample has it: the fraction has 22 bits and a step 31, so the product is exact in a double.
        const knot = (Math.imul(table, KNOTS) + cell) | 0;
        const low = knots[knot]!;
        const step = (knots[(knot + 1) | 0]! - low) | 0;
        return (low + (((luck & 0x3fffff) * 2 ** -22 * step) | 0)) >> facts[(Math.imul(table, FACTS) + 1) | 0]!;
      }
      return tables[table]!.sample(luck >>> 0);
    };
  }
}
