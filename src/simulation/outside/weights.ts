/** Several of which one is drawn by its weight; those without weight are left out. */
export class Weights {
  /** Their numbers, and their weights. */
  private readonly numbers: Int32Array;
  private readonly weights: Float64Array;

  /** @param weights by number */
  constructor(weights: readonly number[]) {
    const numbers = weights.flatMap((weight, i) => (weight > 0 ? [i] : []));
    this.numbers = Int32Array.from(numbers);
    this.weights = Float64Array.from(numbers, i => weights[i]!);
  }

  /** Whether there is none, with one excepted. */
  isEmpty(except = -1): boolean {
    return this.numbers.length === 0 || (this.numbers.length === 1 && this.numbers[0] === except);
  }

  /** The number of one; −1 if there is none. @param u 32 random bits @param except the number of one that is not meant */
  pick(u: number, except = -1): number {
    const { numbers, weights } = this;
    let sum = 0;
    for (let i = 0; i < numbers.length; i++) if (numbers[i] !== except) sum += weights[i]!;
    let left = (u / 2 ** 32) * sum;
    let last = -1;
    for (let i = 0; i < numbers.length; i++) {
      if (numbers[i] === except) continue;
      last = numbers[i]!;
      left -= weights[i]!;
      if (left < 0) break;
    }
    return last;
  }
}
