/** V8 keeps arrays of up to 64 bytes among its objects, where they move. */
const LEAST = 32;

/**
 * A small table that is looked into for every event: with room to spare, so that it lies still and its address can be
 * written into the machine code.
 */
export function lookUp(values: readonly number[]): Int32Array {
  const table = new Int32Array(Math.max(LEAST, values.length));
  table.set(values);
  return table;
}
