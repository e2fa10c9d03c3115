import { didYouMean, listed } from '../suggest.ts';
import type { Check } from './check.ts';
import { checkWeights } from './switching.ts';

/** Shares of related points are of areas that there are. */
export const relatedAreas: Check = {
  needs: ['areas!', 'links.related.areas!'],
  run({ areas, links }, say, sound) {
    const known = Object.keys(areas);
    const path = ['links', 'related', 'areas'];
    for (const id of Object.keys(links?.related.areas ?? {}))
      if (sound([...path, id]) && !known.includes(id))
        say([...path, id], `there is no "${id}" in areas${didYouMean(id, known)}`, listed(known, 20), 'key');
  },
};

/** Primaries have secondaries. */
export const secondaries: Check = {
  needs: ['links.related.secondaries'],
  run({ links }, say) {
    if (links) checkWeights(Object.values(links.related.secondaries), ['links', 'related', 'secondaries'], say);
  },
};

/** A secondary needs a primary and an export MSID an import MSID, each a point that is linked in no other way. */
export const linkShares: Check = {
  needs: ['links'],
  run({ links }, say) {
    if (!links) return;
    const { related, pairs } = links;
    const weights = Object.entries(related.secondaries);
    const primaries = weights.reduce((sum, [, weight]) => sum + weight, 0);
    const secondaries = weights.reduce((sum, [n, weight]) => sum + Number(n) * weight, 0);
    if (secondaries === 0) return;
    const linked = (share: number) => share * (1 + primaries / secondaries) + 2 * pairs.share;
    for (const [share, path] of [
      [related.share, ['share']] as const,
      ...Object.entries(related.areas ?? {}).map(([id, share]) => [share, ['areas', id]] as const),
    ]) {
      const percent = Number((linked(share) * 100).toFixed(3));
      if (percent > 100)
        say(
          ['links', 'related', ...path],
          `with their primaries and the pairs of import and export MSIDs, ${percent} % of points are linked`,
          'shares that leave no more than 100 %',
        );
    }
  },
};
