/**
 * What a switch becomes, by the state of the MSID and the new supplier's qualification, as the SMRA sees it when it
 * takes the switch up; and what else a registration may have begun with.
 */
export const ROUTE = {
  /** Not looked at yet; or the market's first registration of the point. */
  none: 0,
  forward: 1,
  legacy: 2,
  mhhs: 3,
  reverse: 4,
  refused: 5,
  /** No switch: the meter was exchanged for one of another type. */
  exchange: 6,
  /** No switch: a new metering point. */
  connection: 7,
  /** No switch: the MSID goes on with the agents of one that it is linked with. */
  linked: 8,
} as const;
