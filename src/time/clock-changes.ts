import { Temporal } from 'temporal-polyfill';
import type { Seconds } from './day.ts';

/** The instants at which British clocks changed or will change, with the offset from UTC (seconds) from then on. */
export interface OffsetChange {
  readonly at: Seconds;
  readonly offset: number;
}

/**
 * Offsets of Europe/London from UTC over a span of time.
 * @returns the offset in force at `from`, and every change after it up to and including `to`, in order.
 */
export function britishOffsets(from: Seconds, to: Seconds): { initial: number; changes: OffsetChange[] } {
  let zoned = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO('Europe/London');
  const initial = (zoned.offsetNanoseconds / 1e9) | 0;
  const changes: OffsetChange[] = [];
  for (;;) {
    const next = zoned.getTimeZoneTransition('next');
    const at = next === null ? Number.POSITIVE_INFINITY : next.epochMilliseconds / 1000;
    if (next === null || at > to) return { initial, changes };
    changes.push({ at: at | 0, offset: (next.offsetNanoseconds / 1e9) | 0 });
    zoned = next;
  }
}
