import type { Events } from './events.ts';

/** Up to this many, insertion beats everything else. */
export const FEW = 24;

/** Puts stretches of events into the order of their two words. */
export interface Ordering {
  /** One pass, which is quick where each event is near its place. */
  readonly insertion: (from: number, to: number) => void;
  /** However they lie. */
  readonly quick: (from: number, to: number) => void;
}

/** Closures over constants: see engine/cursor.ts. */
export function ordering({ hi, lo, since }: Events): Ordering {
  const his = hi;
  const los = lo;
  const sinces = since;
  const put = (i: number, h: number, l: number, s: number): void => {
    his[i] = h;
    los[i] = l;
    sinces[i] = s;
  };
  const swap = (i: number, j: number): void => {
    const h = his[i]!;
    const l = los[i]!;
    const s = sinces[i]!;
    put(i, his[j]!, los[j]!, sinces[j]!);
    put(j, h, l, s);
  };
  const insertion = (from: number, to: number): void => {
    const a = his;
    const b = los;
    const c = sinces;
    // The greatest so far stands last: most events come after it.
    let topHi = a[from]!;
    let topLo = b[from]!;
    for (let i = from + 1; i < to; i++) {
      const h = a[i]!;
      const l = b[i]!;
      if (h > topHi || (h === topHi && l >= topLo)) {
        topHi = h;
        topLo = l;
        continue;
      }
      const s = c[i]!;
      let j = i - 1;
      for (; j >= from; j--) {
        const above = a[j]!;
        if (above < h || (above === h && b[j]! <= l)) break;
        a[j + 1] = above;
        b[j + 1] = b[j]!;
        c[j + 1] = c[j]!;
      }
      a[j + 1] = h;
      b[j + 1] = l;
      c[j + 1] = s;
    }
  };
  const quick = (from: number, to: number): void => {
    const a = his;
    const b = los;
    let first = from;
    let last = to - 1;
    while (last - first >= FEW) {
      const middle = (first + last) >> 1;
      const h = a[middle]!;
      const l = b[middle]!;
      let i = first;
      let j = last;
      while (i <= j) {
        while (a[i]! < h || (a[i] === h && b[i]! < l)) i++;
        while (a[j]! > h || (a[j] === h && b[j]! > l)) j--;
        if (i <= j) swap(i++, j--);
      }
      // The shorter side by recursion, the longer by the loop: the stack stays shallow.
      if (j - first < last - i) {
        quick(first, j + 1);
        first = i;
      } else {
        quick(i, last + 1);
        last = j;
      }
    }
    insertion(first, last + 1);
  };
  return { insertion, quick };
}
