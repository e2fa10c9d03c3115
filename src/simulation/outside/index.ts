import type { Act, Outside } from '../../actors/index.ts';
import type { Roll } from '../../control/index.ts';
import type { Group } from '../../market/index.ts';
import type { SeedKeys } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Day } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { Switches } from './switches.ts';

/** What happens to metering points from outside: customers switch, meters are exchanged, points are connected. */
export class OutsideWorld implements Outside {
  private readonly roll: Roll;
  private switches: Switches | null = null;

  constructor(roll: Roll) {
    this.roll = roll;
  }

  /** Draws what happens to the market's points as it begins. The actors must know of this world by then. */
  prepare(scenario: Scenario, calendar: MarketCalendar, keys: SeedKeys, groups: readonly Group[], act: Act): void {
    const { switching } = scenario;
    if (switching) this.switches = new Switches(scenario, switching, calendar, keys, groups, act, this.roll);
  }

  /** A day begins: what happens on it from outside is put on its way. */
  open(day: Day): void {
    this.roll.open();
    this.switches?.open(day);
  }

  list(id: number): void {
    this.roll.join(id);
  }

  begin(id: number, today: Day): void {
    this.switches?.begin(id, today);
  }
}
