/**
 * Places for labels beside the ends of lines: as near to each line's own value as they can stand, in the same order, and
 * at least `gap` apart, within `low` … `high` where there is room. Returned from the highest to the lowest.
 */
export function apart<T>(
  items: readonly T[],
  heightOf: (item: T) => number,
  gap: number,
  low: number,
  high: number,
): { readonly item: T; readonly at: number }[] {
  const sorted = items.map(item => ({ item, at: heightOf(item) })).sort((a, b) => b.at - a.at);
  let ceiling = high;
  for (const each of sorted) {
    each.at = Math.min(each.at, ceiling);
    ceiling = each.at - gap;
  }
  let floor = low;
  for (const each of sorted.toReversed()) {
    each.at = Math.max(each.at, floor);
    floor = each.at + gap;
  }
  return sorted;
}
