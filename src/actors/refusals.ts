import type { Act } from './act.ts';
import type { Refusals } from './rules.ts';

/**
 * The reason for which a request is refused, or null: by the luck of the point, the service and the request.
 *
 * @param purpose the draw that decides whether, @param whyPurpose the draw that decides why
 */
export function refused(c: Act, refusals: Refusals, purpose: number, whyPurpose: number): string | null {
  if (refusals.below === 0 || c.draw(purpose) >= refusals.below) return null;
  const u = c.draw(whyPurpose);
  let i = 0;
  while (i < refusals.tops.length - 1 && u >= refusals.tops[i]!) i++;
  return refusals.reasons[i]!;
}
