/** One thing's amount on one day. */
export interface DailyAmount {
  readonly date: string;
  readonly name: string;
  readonly amount: number;
}

/**
 * The `count` names with the greatest rank keep their own series; the rest are summed day by day under `other`.
 * Names come back in order of rank (ties by name), `other` last and only where there is one.
 */
export function topAndOther(
  rows: readonly DailyAmount[],
  count: number,
  other: string,
  rankOf: (amounts: readonly number[]) => number,
): { readonly names: string[]; readonly rows: DailyAmount[] } {
  const amounts = new Map<string, number[]>();
  for (const row of rows) {
    const known = amounts.get(row.name);
    if (known) known.push(row.amount);
    else amounts.set(row.name, [row.amount]);
  }
  const ranked = [...amounts]
    .map(([name, list]) => ({ name, rank: rankOf(list) }))
    .filter(each => each.rank > 0)
    .sort((a, b) => b.rank - a.rank || (a.name < b.name ? -1 : 1));
  const own = new Set(ranked.slice(0, count).map(each => each.name));
  const rest = new Map<string, number>();
  for (const row of rows) if (!own.has(row.name)) rest.set(row.date, (rest.get(row.date) ?? 0) + row.amount);
  const hasOther = ranked.length > own.size;
  return {
    names: [...own, ...(hasOther ? [other] : [])],
    rows: [
      ...rows.filter(row => own.has(row.name)),
      ...(hasOther ? [...rest].map(([date, amount]) => ({ date, name: other, amount })) : []),
    ],
  };
}

/** The sum of some amounts. */
export function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
