import type { BritishTime } from './british-time.ts';
import { type Day, formatDate, formatTime, isoWeekday, type Seconds, weekdayName } from './day.ts';
import { type Deadline, formatDeadline } from './deadline.ts';
import { DeadlineTable } from './deadline-table.ts';
import type { WorkingDays } from './working-days.ts';

/**
 * The arithmetic of one deadline, day by day, for people: the trigger, every day that counts or does not and
 * why, clock changes on the way, and the due time (last line, local and UTC).
 * @throws RangeError where the calendars do not reach.
 */
export function explainDeadline(
  british: BritishTime,
  workingDays: WorkingDays,
  deadline: Deadline,
  trigger: Seconds,
): string[] {
  const due = new DeadlineTable(british, workingDays, deadline).due(trigger);
  const first = british.dayOf(trigger);
  // A midnight is the end of the day before it.
  const last = Math.max(first, british.dayOf(due - 1));
  const lines = [`${dated(first)}  trigger: ${both(british, trigger)}`];
  for (let day = first; day <= last; day++) {
    const note = noteOn(day, first, british, workingDays, deadline);
    if (note !== '') lines.push(`${dated(day)}  ${note}`);
  }
  const end = due === british.midnight(last + 1) ? `, the end of ${dated(last)}` : '';
  lines.push(`due ${formatDeadline(deadline)}: ${both(british, due)}${end}`);
  return lines;
}

/** What the day does to the count. */
function noteOn(day: Day, first: Day, british: BritishTime, workingDays: WorkingDays, deadline: Deadline): string {
  const notes: string[] = [];
  if (day > first && deadline.kind === 'days') notes.push(`day ${day - first}`);
  if (day > first && deadline.kind === 'WD') {
    const count = workingDays.ordinal(day + 1) - workingDays.ordinal(first + 1);
    notes.push(workingDays.isWorkingDay(day) ? `working day ${count}` : `not counted: ${reason(day, workingDays)}`);
  }
  for (const change of british.clockChanges(day, day))
    notes.push(change.forward ? 'clocks go forward: 23 hours' : 'clocks go back: 25 hours');
  return notes.join('; ');
}

function reason(day: Day, workingDays: WorkingDays): string {
  return workingDays.holiday(day) ?? (isoWeekday(day) === 6 ? 'Saturday' : 'Sunday');
}

function dated(day: Day): string {
  return `${weekdayName(day)} ${formatDate(day)}`;
}

function both(british: BritishTime, t: Seconds): string {
  return `${british.localTime(t)} (${formatTime(t)})`;
}
