/** One of several by their weights, of which some is above 0. @param u 32 random bits @returns its position */
export function pick<T>(all: readonly T[], weight: (one: T, position: number) => number, u: number): number {
  let left = (u / 2 ** 32) * all.reduce((sum, one, i) => sum + weight(one, i), 0);
  let last = -1;
  for (let i = 0; i < all.length; i++) {
    const own = weight(all[i]!, i);
    if (own === 0) continue;
    last = i;
    left -= own;
    if (left < 0) break;
  }
  return last;
}
