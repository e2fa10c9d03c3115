/** A CSV text by RFC 4180: lines end in CR LF, a field with a comma, quote or line end is quoted; no value is an empty field. */
export function toCsv<T extends object>(columns: readonly (keyof T & string)[], rows: Iterable<T>): string {
  let text = `${columns.map(field).join(',')}\r\n`;
  for (const row of rows) text += `${columns.map(column => field(row[column])).join(',')}\r\n`;
  return text;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
