import type { Act, Outside } from '../../actors/index.ts';
import type { Roll } from '../../control/index.ts';
import { Parts, type State, type Stateful } from '../../engine/index.ts';
import { FLAG, type Group, type Links, type Points } from '../../market/index.ts';
import type { SeedKeys } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Day, Seconds } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { Connections } from './connections.ts';
import { Exchanges } from './exchanges.ts';
import { LinkChanges } from './link-changes.ts';
import type { OutsideMail, Reader } from './mail.ts';
import { Pairing } from './pairing.ts';
import { Switches } from './switches.ts';
import { Works } from './works.ts';

export { OutsideMail } from './mail.ts';

/**
 * What happens to metering points from outside: customers switch, meters are exchanged, points are connected. It is
 * asked as a day begins, and told of what happened on the day before by the actors' mail.
 */
export class OutsideWorld implements Outside, Reader, Stateful {
  private readonly points: Points;
  private readonly links: Links;
  private readonly roll: Roll;
  private readonly mail: OutsideMail;
  private switches: Switches | null = null;
  private works: Works | null = null;
  private exchanges: Exchanges | null = null;
  private connections: Connections | null = null;
  private pairing: Pairing | null = null;
  private linkChanges: LinkChanges | null = null;
  /** By section of the scenario, as far as they are in it. */
  private sections = new Parts({});

  constructor(points: Points, links: Links, roll: Roll, mail: OutsideMail) {
    this.points = points;
    this.links = links;
    this.roll = roll;
    this.mail = mail;
  }

  /** Draws what happens to the market's points as it begins. */
  prepare(scenario: Scenario, calendar: MarketCalendar, keys: SeedKeys, groups: readonly Group[], act: Act): void {
    const { switching, works, connections, links } = scenario;
    const sections: Record<string, Stateful> = {};
    if (switching) {
      this.switches = new Switches(scenario, switching, calendar, keys, groups, act, this.roll);
      sections.switching = this.switches;
    }
    if (works) {
      this.works = new Works(works, calendar, keys, groups, act);
      this.exchanges = new Exchanges(calendar, act, this.roll, this);
      sections.works = new Parts({ requests: this.works, exchanges: this.exchanges });
    }
    if (connections) {
      this.connections = new Connections(scenario, connections, calendar, keys, groups, act);
      sections.connections = this.connections;
    }
    if (links) {
      const begin = (id: number, day: Day) => this.begin(id, day);
      this.pairing = new Pairing(calendar, act, begin);
      this.linkChanges = new LinkChanges(links.changes, calendar, keys, act, this.roll, begin);
      sections.links = new Parts({ pairing: this.pairing, changes: this.linkChanges });
    }
    this.sections = new Parts(sections);
  }

  /**
   * The scenario is another one from a day on: what was drawn ahead by rates or luck that have changed is drawn anew.
   *
   * @param was the scenario until then @param is the present one
   */
  renew(was: Scenario, is: Scenario, day: Day): void {
    const changed = (of: (scenario: Scenario) => unknown) => JSON.stringify(of(was)) !== JSON.stringify(of(is));
    const luck = was.seed !== is.seed;
    const sizes = (scenario: Scenario) => Object.values(scenario.suppliers).map(supplier => supplier.size);
    if (luck || changed(s => [s.switching?.rates, s.switching?.months, s.switching?.directions, sizes(s)]))
      this.switches?.renew(day);
    if (luck || changed(s => s.works?.rates)) this.works?.renew(day);
    if (luck || changed(s => s.links?.changes)) this.linkChanges?.renew(day);
  }

  /** A day begins: what actors have told is heard, and what happens on it from outside is put on its way. */
  open(day: Day): void {
    this.hear();
    this.exchanges?.open(day);
    this.linkChanges?.open(day);
    this.pairing?.open(day);
    this.roll.open();
    this.switches?.open(day);
    this.works?.open(day);
    this.connections?.open(day);
  }

  /** Takes in what actors have told so far. */
  hear(): void {
    this.mail.deliver(this);
  }

  save(): State {
    return this.sections.save();
  }

  /** @throws Error naming a section that the scenario has and what was saved has not, or the other way round */
  restore(state: State): void {
    this.sections.restore(state);
  }

  list(id: number): void {
    this.roll.join(id);
  }

  begin(id: number, today: Day): void {
    this.links.succeed(id);
    this.begun(id, today);
  }

  begun(id: number, today: Day): void {
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

  exchanged(id: number, type: number): void {
    this.exchanges?.note(id, type);
  }
}
