import { MAX_IDS } from '../engine/index.ts';
import type { Scenario } from '../scenario/index.ts';

const DAYS_A_YEAR = 365.25;
/** For what is listed, for luck in small markets, and for those that follow of themselves. */
const AT_LEAST = 4096;
const MORE = 2;

/**
 * For how many registrations after the first room is to be set aside: twice as many as switches, works, connections and
 * changes of links are to be expected, for room that is not used takes no memory.
 *
 * @param points how many there are as the market begins @param days simulated
 */
export function roomFor(scenario: Scenario, points: number, days: number): number {
  const { switching, works, connections, links } = scenario;
  if (!switching && !works && !connections && !links) return 0;
  const most = (rates: object) => Math.max(...Object.values(rates).map(Number));
  const rate =
    (switching ? most(switching.rates) : 0) +
    (works ? Object.values(works.rates).reduce((sum, byMeter) => sum + most(byMeter), 0) : 0) +
    (connections ? connections.rate : 0) +
    (links ? links.changes + 1 : 0);
  const expected = points * (0.1 + (rate * days) / DAYS_A_YEAR);
  return Math.min(MAX_IDS - points, AT_LEAST + Math.ceil(MORE * expected));
}
