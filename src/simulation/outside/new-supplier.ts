import { POINT_TYPES } from '../../market/index.ts';
import { type Scenario, SUPPLIER_SIZES } from '../../scenario/index.ts';
import { Weights } from './weights.ts';

/** To which supplier a customer goes: by direction, and by share of the class among those of the size. */
export class NewSupplier {
  /** By point type and size: the suppliers that it may be, by their shares of its class. */
  private readonly able: readonly (readonly Weights[])[];
  /** By size of the present supplier: how much goes to either size. */
  private readonly directions: readonly (readonly [number, number])[];
  /** By supplier: position in {@link SUPPLIER_SIZES}. */
  readonly sizes: readonly number[];

  constructor(scenario: Scenario, spec: NonNullable<Scenario['switching']>) {
    const suppliers = Object.values(scenario.suppliers);
    this.sizes = suppliers.map(s => SUPPLIER_SIZES.indexOf(s.size ?? 'other'));
    this.able = POINT_TYPES.map(t =>
      SUPPLIER_SIZES.map(
        (_, size) => new Weights(suppliers.map((s, i) => (this.sizes[i] === size ? s.shares[t.legacyClass] : 0))),
      ),
    );
    this.directions = SUPPLIER_SIZES.map(size => {
      const to = spec.directions[size];
      return [to[SUPPLIER_SIZES[0]], to[SUPPLIER_SIZES[1]]];
    });
  }

  /**
   * Draws a supplier other than the present one.
   *
   * @param toSize 32 random bits for the size of the new one @param toOne 32 for which of them it is
   * @returns its number, or −1 if there is none
   */
  pick(type: number, present: number, toSize: number, toOne: number): number {
    const able = this.able[type]!;
    const to = this.directions[this.sizes[present]!]!;
    const large = able[0]!.isEmpty(present) ? 0 : to[0];
    const sum = large + (able[1]!.isEmpty(present) ? 0 : to[1]);
    if (sum <= 0) return -1;
    const size = toSize < (large / sum) * 2 ** 32 ? 0 : 1;
    return able[size]!.pick(toOne, present);
  }
}
