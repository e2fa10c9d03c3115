/** A map has room for so many keys, as a power of two, until it needs more. */
const LEAST_BITS = 10;
const EMPTY = 0;

/**
 * A map from whole numbers from 0 on to whole numbers, both below 2^31, in two flat arrays. A Map that is filled and emptied
 * again and again leaves megabytes to be collected each time, and they are not collected at once; this one leaves nothing.
 */
export class NumberMap {
  private bits = LEAST_BITS;
  /** Keys and one; {@link EMPTY} where there is none. */
  private keys = new Int32Array(1 << LEAST_BITS);
  private values = new Int32Array(1 << LEAST_BITS);
  private used = 0;

  /** The value of a key. @param otherwise what there is for a key that has none */
  get(key: number, otherwise: number): number {
    const at = this.find(key);
    return this.keys[at] === EMPTY ? otherwise : this.values[at]!;
  }

  has(key: number): boolean {
    return this.keys[this.find(key)] !== EMPTY;
  }

  set(key: number, value: number): void {
    let at = this.find(key);
    if (this.keys[at] === EMPTY) {
      if (2 * this.used >= this.keys.length) {
        this.grow();
        at = this.find(key);
      }
      this.keys[at] = key + 1;
      this.used++;
    }
    this.values[at] = value;
  }

  /** Takes all keys away; the room for them stays. */
  clear(): void {
    if (this.used > 0) this.keys.fill(EMPTY);
    this.used = 0;
  }

  /** Where a key is, or where it would be put. */
  private find(key: number): number {
    const { keys } = this;
    // Fibonacci hashing: see SharedMap.
    let at = Math.imul(key, 0x9e3779b1) >>> (32 - this.bits);
    while (keys[at] !== EMPTY && keys[at] !== key + 1) at = (at + 1) & (keys.length - 1);
    return at;
  }

  private grow(): void {
    const { keys, values } = this;
    this.bits++;
    this.keys = new Int32Array(2 * keys.length);
    this.values = new Int32Array(2 * keys.length);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === EMPTY) continue;
      const at = this.find(keys[i]! - 1);
      this.keys[at] = keys[i]!;
      this.values[at] = values[i]!;
    }
  }
}
