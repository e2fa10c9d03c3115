import { type Act, ROUTE } from '../../actors/index.ts';
import { FLAG } from '../../market/index.ts';
import type { Day } from '../../time/index.ts';

/** A pending registration of the same MSID with a supplier, traced as the former one is. */
export function registerSuccessor(
  act: Act,
  former: number,
  from: Day,
  supplier: number,
  type = act.points.typeOf(former),
  complex = act.points.has(former, FLAG.complex),
): number {
  const { points } = act;
  const row = points.register({ former, supplier, area: points.areaOf(former), type, complex, from });
  act.links.expect(row);
  act.follow(row, former);
  return row;
}

/**
 * A registration that follows at once, as a day begins, with the same supplier and arrangements: the MSID is about to go
 * on with the agents of one that it is linked with. What its former agents have begun stays theirs.
 */
export function linkedSuccessor(act: Act, former: number, day: Day): number {
  const { points } = act;
  const row = registerSuccessor(act, former, day, points.supplier[former]!);
  points.setRoute(row, ROUTE.linked);
  points.carryOver(row);
  points.succeed(row);
  return row;
}
