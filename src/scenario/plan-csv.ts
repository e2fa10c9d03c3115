import { parseDate } from '../time/index.ts';
import type { Fault } from './faults.ts';

/** A plan from a CSV file: starts by date, in the order of the file. */
export interface PlanRows {
  readonly daily: [date: string, starts: number][];
  /** `path` is left empty: the caller knows to which plan the file belongs. */
  readonly faults: Fault[];
}

const HEADING = 'date,starts';

/**
 * Reads a plan: a heading `date,starts`, then one row a day, dates rising. A byte order mark, Windows line ends and
 * empty lines at the end are taken as they come.
 * @param file as it is to be named in faults.
 */
export function readPlanCsv(text: string, file: string): PlanRows {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\s+$/, '')
    .split(/\r?\n/);
  const faults: Fault[] = [];
  const daily: [string, number][] = [];
  const fail = (line: number, column: number, message: string, allowed: string) =>
    faults.push({ file, line, column, path: '', message, allowed });

  if (
    lines[0]!
      .trim()
      .toLowerCase()
      .replace(/\s*,\s*/, ',') !== HEADING
  ) {
    fail(1, 1, `the heading is "${lines[0]!.trim()}"`, HEADING);
    return { daily, faults };
  }
  if (lines.length === 1) fail(1, 1, 'has a heading and no rows', 'one row for each day with starts');
  const seen = new Map<string, number>();
  for (const [i, row] of lines.entries()) {
    const line = i + 1;
    if (i === 0) continue;
    const cells = row.split(',');
    if (cells.length !== 2) {
      fail(line, 1, `"${row}" has ${cells.length} columns`, 'two, date and starts');
      continue;
    }
    const [date, starts] = [cells[0]!.trim(), cells[1]!.trim()];
    const before = daily.at(-1)?.[0] ?? '';
    const wrongDate = dateFault(date);
    if (wrongDate) faults.push({ file, line, column: 1, path: '', message: wrongDate });
    else if (seen.has(date)) fail(line, 1, `${date} stands in line ${seen.get(date)} already`, 'one row a day');
    else if (date < before) fail(line, 1, `${date} comes after ${before}`, 'dates in rising order');
    const wrongStarts = !/^\d+$/.test(starts);
    if (wrongStarts)
      fail(line, cells[0]!.length + 2, `"${starts}" is not a number of starts`, 'a whole number, 0 or more');
    if (wrongDate) continue;
    seen.set(date, line);
    daily.push([date, wrongStarts ? 0 : Number(starts)]);
  }
  return { daily, faults };
}

function dateFault(text: string): string | undefined {
  try {
    parseDate(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
