import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Memory } from '../../src/engine/memory/memory.ts';
import { MessageTally } from '../../src/engine/tallies/message-tally.ts';

/** Two kinds of messages: from 3 to 7 parties, and from 5 to 20. */
const ENDS = [
  { from: 3, to: 7 },
  { from: 5, to: 20 },
];
const CHANNELS = 3 * 7 + 5 * 20;

/** Counts a message of a channel: of a kind, from a sender to a receiver. */
function count(tally: MessageTally, channel: number): void {
  const message = channel < 21 ? 0 : 1;
  const within = channel - [0, 21][message]!;
  const { to } = ENDS[message]!;
  tally.count(message, Math.floor(within / to), within % to);
}

/** The closed days as [day, channel, count]. */
function rowsOf(tally: MessageTally): number[][] {
  const { days, channels, counts } = tally.rows();
  return Array.from(days, (day, i) => [day, channels[i]!, counts[i]!]);
}

describe('MessageTally', () => {
  test('a message is counted under its kind, sender and receiver', () => {
    const tally = new MessageTally(new Memory(), ENDS, 10);
    expect([...tally.offset]).toEqual([0, 21]);
    expect([...tally.width]).toEqual([7, 20]);
    expect(tally.channels).toBe(CHANNELS);
    tally.count(1, 4, 19); // the last pair of all
    tally.count(0, 0, 0);
    tally.count(0, 0, 0);
    tally.closeDay(5);
    tally.closeDay(6); // nothing is left of the day before
    tally.count(0, 0, 0);
    tally.closeDay(7);
    expect(rowsOf(tally)).toEqual([
      [5, 0, 2],
      [5, 120, 1],
      [7, 0, 1],
    ]);
    expect(tally.total).toBe(4);
  });

  const day = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: CHANNELS - 1 })), { maxLength: 60 });

  test('comes to the same whoever of several threads counts, and whether or not it is taken up from a saved state', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 6 }), fc.nat({ max: 5 }), (days, pause) => {
        const memory = new Memory(3);
        const leader = new MessageTally(memory, ENDS, 10);
        const kept = memory.contents();
        const threads = [leader, ...[1, 2].map(t => new MessageTally(Memory.of(kept, t, 3), ENDS, 10))];
        const before = new MessageTally(new Memory(), ENDS, 10);
        const after = new MessageTally(new Memory(), ENDS, 10);
        const expected: number[][] = [];
        days.forEach((messages, d) => {
          const counts = new Map<number, number>();
          if (d === pause) after.restore(before.save());
          const alone = d < pause ? before : after;
          for (const [thread, channel] of messages) {
            count(threads[thread]!, channel);
            count(alone, channel);
            counts.set(channel, (counts.get(channel) ?? 0) + 1);
          }
          leader.closeDay(d);
          alone.closeDay(d);
          for (const channel of [...counts.keys()].sort((a, b) => a - b))
            expected.push([d, channel, counts.get(channel)!]);
        });
        for (const tally of [leader, days.length > pause ? after : before]) {
          expect(rowsOf(tally)).toEqual(expected);
          expect(tally.total).toBe(days.flat().length);
        }
      }),
    );
  });
});
