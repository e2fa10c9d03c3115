import { type Act, ROUTE } from '../../actors/index.ts';
import { FLAG, type Registration } from '../../market/index.ts';
import type { Day } from '../../time/index.ts';

/** A pending registration of the same MSID, traced as the former one is. @param differs in what it differs from it */
export function registerSuccessor(
  act: Act,
  former: number,
  from: Day,
  differs: Partial<Pick<Registration, 'supplier' | 'type' | 'complex'>> = {},
): number {
  const { points } = act;
  const row = points.register({
    former,
    supplier: points.supplier[former]!,
    area: points.area[former]!,
    type: points.type[former]!,
    complex: points.has(former, FLAG.complex),
    from,
    ...differs,
  });
  act.follow(row, former);
  return row;
}

/**
 * A registration that follows at once, as a day begins, with the same supplier and arrangements: the MSID is about to go
 * on with the agents of one that it is linked with. What its former agents have begun stays theirs.
 */
export function linkedSuccessor(act: Act, former: number, day: Day): number {
  const { points } = act;
  const row = registerSuccessor(act, former, day);
  points.setRoute(row, ROUTE.linked);
  points.carryOver(row);
  points.succeed(row);
  return row;
}
