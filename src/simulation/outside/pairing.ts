import { type Act, NODE } from '../../actors/index.ts';
import { sortNumbers } from '../../control/index.ts';
import type { State, Stateful } from '../../engine/index.ts';
import {
  CONFIRMED,
  EFFECTIVE,
  FALLEN,
  FLAG,
  FORWARD,
  MHHS,
  type Pair,
  POINT_TYPES,
  type Points,
  REQUESTED,
} from '../../market/index.ts';
import type { Day } from '../../time/index.ts';
import type { MarketCalendar } from '../calendar.ts';
import { ReadAhead } from './read-ahead.ts';
import { linkedSuccessor } from './successor.ts';

const SERVICES = [0, 1] as const;
const MS = 0;
const DS = 1;

/**
 * The SMRA's daily scan of linked import and export MSIDs (BSCP708 §4.1.2): where both have migrated and their agents
 * differ, the export MSID goes on with the import's. It looks only at pairs of which something has changed.
 */
export class Pairing implements Stateful {
  private readonly act: Act;
  private readonly points: Points;
  private readonly calendar: MarketCalendar;
  private readonly ahead: ReadAhead;
  /** What is done where a registration begins. */
  private readonly begin: (id: number, day: Day) => void;
  /** By their MSIDs' first registrations; some more than once. */
  private changed: number[] = [];

  constructor(calendar: MarketCalendar, act: Act, begin: (id: number, day: Day) => void) {
    this.calendar = calendar;
    this.act = act;
    this.points = act.points;
    this.ahead = new ReadAhead(act.points);
    this.begin = begin;
  }

  /** Something about a registration has changed by which its pair, if it is in one, is to be looked at. */
  note(id: number): void {
    if (this.act.links.pairs.includes(id)) this.changed.push(this.points.originOf(id));
  }

  /** The scan of a day, as it begins: by what was so yesterday. */
  open(day: Day): void {
    const { pairs } = this.act.links;
    const origins = sortNumbers(Int32Array.from(this.changed));
    this.changed = [];
    let last = -1;
    this.ahead.each(origins, 0, origin => {
      // A pair of which both have changed is looked at twice, the second time to no effect.
      if (origin !== last) this.look(pairs.of(origin), day);
      last = origin;
    });
  }

  save(): State {
    return { changed: Int32Array.from(this.changed) };
  }

  restore({ changed }: State): void {
    this.changed = [...changed!];
  }

  private look(pair: Pair, day: Day): void {
    const { points } = this;
    if (!this.hasMigrated(pair.import) || !this.hasMigrated(pair.export)) return;
    if (points.has(pair.export, FLAG.leaving)) return;
    if (!this.isToBeGiven(pair, MS) && !this.isToBeGiven(pair, DS)) return;
    // What is asked for already is answered first.
    if (this.isUnderWay(pair.export, MS) || this.isUnderWay(pair.export, DS))
      this.changed.push(points.originOf(pair.export));
    else {
      const services = SERVICES.filter(service => this.isToBeGiven(pair, service));
      this.replace(pair, services, day);
    }
  }

  /** Counts as migrated: its metering service or its data service is confirmed by IF-036. */
  private hasMigrated(id: number): boolean {
    const { standing } = this.points;
    return standing.status(2 * id + MS) === EFFECTIVE || standing.status(2 * id + DS) === EFFECTIVE;
  }

  /** Whether the export MSID is to have the import's agent, and has another: always the MOA, the DS of Advanced ones. */
  private isToBeGiven(pair: Pair, service: number): boolean {
    const { points } = this;
    if (points.standing.status(2 * pair.import + service) !== EFFECTIVE) return false;
    if (service === MS) return points.ms[pair.import] !== points.ms[pair.export];
    return POINT_TYPES[points.typeOf(pair.export)]!.segment === 1 && points.ds[pair.import] !== points.ds[pair.export];
  }

  private isUnderWay(id: number, service: number): boolean {
    const status = this.points.standing.status(2 * id + service);
    return (status >= REQUESTED && status <= CONFIRMED) || status === FALLEN;
  }

  /** The export MSID goes on with the import's agents: by a registration that follows at once. */
  private replace(pair: Pair, services: readonly number[], day: Day): void {
    const { points, act } = this;
    const row = linkedSuccessor(act, pair.export, day);
    for (const service of services) {
      if (service === MS) points.ms[row] = points.ms[pair.import]!;
      if (service === DS) points.ds[row] = points.ds[pair.import]!;
      points.standing.setStatus(2 * row + service, EFFECTIVE);
      points.standing.setEfd(2 * row + service, day - this.calendar.first);
    }
    this.begin(row, day);
    const midnight = this.calendar.british.midnight(day);
    act.place(row, 0, midnight, midnight);
    // Its supplier may have given up the service that it is given now.
    if (points.standing.state(row) === FORWARD && act.both(EFFECTIVE)) {
      act.become(MHHS);
      act.ledger.count(midnight, act.supplier, 'completed');
    }
    act.reach(NODE['agents replaced'], midnight);
  }
}
