import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import type { Refusals } from '../rules.ts';
import { rejecting } from '../services.ts';

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

/** An incoming agent makes up its mind about an appointment (3.1.3); a rejection marks the branch of its answer. */
export function acceptOrReject(c: Act, refusals: Refusals): void {
  const why = refused(c, refusals, DRAW.agentRefuse, DRAW.agentReason);
  if (why === null) {
    c.note('accept');
    return;
  }
  c.note(`reject: ${why}`);
  c.ledger.except(c.now, `IF-034 rejected: ${why}`, c.supplier);
  c.branch = rejecting(c.branch);
}
