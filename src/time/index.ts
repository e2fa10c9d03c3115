// The clock, British time, working days, deadlines, working time. All times are whole Unix seconds in UTC.
export { BANK_HOLIDAYS, HOLIDAYS_KNOWN, type Holiday } from './bank-holidays.ts';
export { BritishTime, type ClockChange } from './british-time.ts';
export { ChangedDeadline, type DueTimes } from './changed-deadline.ts';
export { nextDaily } from './daily.ts';
export { type Day, formatDate, formatTime, isoWeekday, LATEST, parseDate, type Seconds, weekdayName } from './day.ts';
export { type Deadline, formatDeadline, parseDeadline } from './deadline.ts';
export { DeadlineTable } from './deadline-table.ts';
export { parseDuration } from './duration.ts';
export { explainDeadline } from './explain-deadline.ts';
export { byMonth, type CalendarDay, type CalendarMonth, calendarDays } from './listing.ts';
export { lookUp } from './look-up.ts';
export { parseTime, parseTimeOfDay } from './parse-time.ts';
export { WorkClock } from './work-clock.ts';
export { WorkingDays } from './working-days.ts';
export { parseHours, type Shift, type WorkingHours } from './working-hours.ts';
