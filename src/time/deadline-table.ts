import type { BritishTime } from './british-time.ts';
import type { DueTimes } from './changed-deadline.ts';
import { type Day, formatDate, type Seconds } from './day.ts';
import { type Deadline, formatDeadline } from './deadline.ts';
import type { WorkingDays } from './working-days.ts';

/** When a step is due, by the time that triggered it: at most one look-up per question. */
export class DeadlineTable implements DueTimes {
  /** Elapsed seconds allowed, or −1 where the due time hangs on the trigger's local day. */
  readonly elapsed: Seconds;
  private readonly british: BritishTime;
  private readonly deadline: Deadline;
  /** Due time by the trigger's local day, from `firstDay`. */
  private readonly dueByDay: Int32Array;
  private readonly firstDay: Day;
  private readonly lastKnown: Day;

  /** Covers every day that both calendars cover and whose deadline ends on a day they cover. */
  constructor(british: BritishTime, workingDays: WorkingDays, deadline: Deadline) {
    this.british = british;
    this.deadline = deadline;
    this.elapsed = deadline.kind === 'minutes' ? deadline.n * 60 : -1;
    this.firstDay = Math.max(british.firstDay, workingDays.firstDay) | 0;
    this.lastKnown = Math.min(british.lastDay, workingDays.lastDay) | 0;
    const due: Seconds[] = [];
    if (this.elapsed < 0)
      for (let day = this.firstDay; day <= this.lastKnown; day++) {
        const at = dueOf(day, british, workingDays, deadline);
        if (at === null) break;
        due.push(at);
      }
    this.dueByDay = Int32Array.from(due);
  }

  /**
   * The last second at which the step is still in time. Never before the trigger.
   * @throws RangeError for a trigger outside the days covered.
   */
  due(trigger: Seconds): Seconds {
    if (this.elapsed >= 0) return (trigger + this.elapsed) | 0;
    const index = this.british.dayOf(trigger) - this.firstDay;
    const due = this.dueByDay[index];
    if (due !== undefined && due >= trigger) return due;
    // Only a time of day can have passed on the trigger's own day.
    const nextDue = due === undefined ? undefined : this.dueByDay[index + 1];
    if (nextDue === undefined)
      throw new RangeError(
        `"${formatDeadline(this.deadline)}" from ${formatDate(this.firstDay + index)} leaves the calendar, which runs from ${formatDate(this.firstDay)} to ${formatDate(this.lastKnown)}`,
      );
    return nextDue;
  }

  /**
   * What {@link due} says for triggers of a local day, but for those after a time of day that is the deadline; null
   * where it says the same for no two triggers, or does not know.
   */
  dueOn(day: Day): Seconds | null {
    return this.elapsed >= 0 ? null : (this.dueByDay[day - this.firstDay] ?? null);
  }
}

/** Due time of a trigger on that local day; null where a calendar does not reach that far. */
function dueOf(day: Day, british: BritishTime, workingDays: WorkingDays, deadline: Deadline): Seconds | null {
  if (deadline.kind === 'time') return british.at(day, deadline.secondOfDay);
  const last = lastDayOf(day, workingDays, deadline);
  return last === null || last > british.lastDay ? null : british.midnight(last + 1);
}

/** The local day at whose end a trigger on `day` is due. */
function lastDayOf(day: Day, workingDays: WorkingDays, deadline: Deadline): Day | null {
  if (deadline.kind === 'days') return day + deadline.n;
  if (deadline.kind !== 'WD') return day;
  const left = workingDays.ordinal(workingDays.lastDay + 1) - workingDays.ordinal(day + 1);
  return deadline.n > left ? null : workingDays.add(day, deadline.n);
}
