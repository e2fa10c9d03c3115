import Table from 'cli-table3';

/** Columns without borders, numbers flush right; colours are the caller's (cli-table3's own would ignore NO_COLOR). */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  aligned: readonly ('left' | 'right')[],
): string {
  const none = ['top', 'bottom', 'left', 'right', 'mid'].flatMap(edge => [
    edge,
    `${edge}-mid`,
    `${edge}-left`,
    `${edge}-right`,
  ]);
  const table = new Table({
    head: [...head],
    chars: { ...Object.fromEntries(none.map(part => [part, ''])), middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: [...aligned],
  });
  table.push(...rows.map(row => [...row]));
  return table
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n');
}
