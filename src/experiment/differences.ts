/** Where two values differ. */
export interface Difference {
  /** As `switching.rates.Smart`. */
  readonly path: string;
  /** As JSON; "nothing" where there is none. */
  readonly left: string;
  readonly right: string;
}

/** Where two values of plain data differ, in the order of the left one. */
export function differences(left: unknown, right: unknown, path = ''): Difference[] {
  if (isTree(left) && isTree(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].flatMap(key => differences(left[key], right[key], path === '' ? key : `${path}.${key}`));
  }
  const texts = [left, right].map(value => (value === undefined ? 'nothing' : JSON.stringify(value)));
  return texts[0] === texts[1] ? [] : [{ path, left: texts[0]!, right: texts[1]! }];
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
