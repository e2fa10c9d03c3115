import type { Scenario } from '../scenario/index.ts';
import { BritishTime, type Day, formatDate, parseDate, parseHours, WorkClock, WorkingDays } from '../time/index.ts';

/** The calendars of a scenario: British time, Working Days, migration days, and the parties' working hours. */
export class MarketCalendar {
  readonly first: Day;
  readonly last: Day;
  readonly british: BritishTime;
  readonly workingDays: WorkingDays;
  private readonly freezes: readonly { from: Day; to: Day }[];
  private readonly hours: Readonly<Record<string, string>>;
  private readonly clocks = new Map<string, WorkClock>();
  private readonly dates: string[] = [];

  constructor(scenario: Scenario) {
    this.first = parseDate(scenario.period.from);
    this.last = parseDate(scenario.period.to);
    this.british = new BritishTime(this.first, this.last);
    this.workingDays = new WorkingDays(this.first, this.last);
    this.freezes = scenario.control.freezes.map(f => ({ from: parseDate(f.from), to: parseDate(f.to) }));
    this.hours = scenario.calendars;
  }

  /** Migrations start on Working Days outside the freezes. */
  isMigrationDay(day: Day): boolean {
    return this.workingDays.isWorkingDay(day) && !this.freezes.some(f => day >= f.from && day <= f.to);
  }

  /** A day as `YYYY-MM-DD`, written once for all the rows that hold it. */
  date(day: Day): string {
    this.dates[day - this.first] ??= formatDate(day);
    return this.dates[day - this.first]!;
  }

  /** The working time of a calendar of the scenario; `always` needs no entry. One clock for all who share it. */
  clock(name: string | undefined): WorkClock {
    const key = name ?? 'always';
    const known = this.clocks.get(key);
    if (known) return known;
    const hours = parseHours(this.hours[key] ?? 'always');
    const clock = new WorkClock(this.british, this.workingDays, hours, this.first, this.last);
    this.clocks.set(key, clock);
    return clock;
  }
}
