import type { Act, Outside } from '../../actors/index.ts';
import type { Roll } from '../../control/index.ts';
import { FLAG, type Group, type Links, type Points } from '../../market/index.ts';
import type { SeedKeys } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Day, Seconds } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { Connections } from './connections.ts';
import { Exchanges } from './exchanges.ts';
import { LinkChanges } from './link-changes.ts';
import { Pairing } from './pairing.ts';
import { Switches } from './switches.ts';
import { Works } from './works.ts';

/** What happens to metering points from outside: customers switch, meters are exchanged, points are connected. */
export class OutsideWorld implements Outside {
  private readonly points: Points;
  private readonly links: Links;
  private readonly roll: Roll;
  private switches: Switches | null = null;
  private works: Works | null = null;
  private exchanges: Exchanges | null = null;
  private connections: Connections | null = null;
  private pairing: Pairing | null = null;
  private linkChanges: LinkChanges | null = null;

  constructor(points: Points, links: Links, roll: Roll) {
    this.points = points;
    this.links = links;
    this.roll = roll;
  }

  /** Draws what happens to the market's points as it begins. The actors must know of this world by then. */
  prepare(scenario: Scenario, calendar: MarketCalendar, keys: SeedKeys, groups: readonly Group[], act: Act): void {
    const { switching, works, connections, links } = scenario;
    if (switching) this.switches = new Switches(scenario, switching, calendar, keys, groups, act, this.roll);
    if (works) {
      this.works = new Works(works, calendar, keys, groups, act);
      this.exchanges = new Exchanges(calendar, act, this.roll, this);
    }
    if (connections) this.connections = new Connections(scenario, connections, calendar, keys, groups, act);
    if (links) {
      this.pairing = new Pairing(calendar, act, (id, day) => this.begin(id, day));
      this.linkChanges = new LinkChanges(links.changes, calendar, keys, act, this.roll, (id, day) =>
        this.begin(id, day),
      );
    }
  }

  /** A day begins: what happens on it from outside is put on its way. */
  open(day: Day): void {
    this.exchanges?.open(day);
    this.linkChanges?.open(day);
    this.pairing?.open(day);
    this.roll.open();
    this.switches?.open(day);
    this.works?.open(day);
    this.connections?.open(day);
  }

  list(id: number): void {
    this.roll.join(id);
  }

  begin(id: number, today: Day): void {
    this.links.succeed(id);
    this.appointed(id);
    this.switches?.begin(id, today);
    this.works?.begin(id, today);
  }

  resume(id: number, today: Day): void {
    this.appointed(id);
    this.switches?.begin(id, today);
  }

  appointed(id: number): void {
    if (this.points.has(id, FLAG.linked)) this.pairing?.note(id);
  }

  look(id: number, branch: number, at: Seconds, today: Day): void {
    this.works?.look(id, branch, at, today);
  }

  exchanged(id: number, type: number, today: Day): void {
    this.exchanges?.note(id, type, today);
  }
}
