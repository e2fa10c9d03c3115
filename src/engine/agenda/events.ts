/** Events in three words each: queue and second of the day, entity and branch, and when what it answers to began. */
export interface Events {
  readonly hi: Int32Array;
  readonly lo: Int32Array;
  readonly since: Int32Array;
}

/** Room for so many events: it takes memory only as it is used. */
export function roomFor(most: number): Events {
  return { hi: new Int32Array(most), lo: new Int32Array(most), since: new Int32Array(most) };
}
