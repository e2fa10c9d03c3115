import type { Run } from '../open-run.ts';

/** A query's rows as plain objects; `T` states what the SQL returns. */
export function rows<T>(run: Run, sql: string, parameters: Readonly<Record<string, unknown>> = {}): T[] {
  const ask = () => run.db.prepare(sql).all(parameters) as T[];
  if (!run.answers) return ask();
  const question = JSON.stringify([sql, parameters]);
  const known = run.answers.get(question) ?? ask();
  run.answers.set(question, known);
  // The caller's own, to be put into another order; the rows are the same.
  return [...known] as T[];
}

/** The one row of a query that always has one. */
export function row<T>(run: Run, sql: string, parameters: Readonly<Record<string, unknown>> = {}): T {
  return run.db.prepare(sql).get(parameters) as T;
}
