import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Memory } from '../../src/engine/memory/memory.ts';
import { NetworkTally } from '../../src/engine/tallies/network-tally.ts';
import { compile, QuantileTable } from '../../src/random/index.ts';
import { parseTime } from '../../src/time/index.ts';

const HOUR = 3600;
const BEGIN = parseTime('2026-03-02T00:00:00Z');
const HOURS = 48;
const END = BEGIN + HOURS * HOUR;

/** Networks of two minutes for ever, of up to half an hour, of up to eight, and of a time with a long tail. */
const NETWORKS = [
  QuantileTable.fromRange(120, 120),
  compile({ triangular: { min: '2 min', mode: '5 min', max: '30 min' } }, 1),
  QuantileTable.fromRange(HOUR, 8 * HOUR),
  compile({ exponential: '5 min' }, 1),
];

const tally = () => new NetworkTally(new Memory(), NETWORKS, 60, BEGIN, END);

describe('NetworkTally', () => {
  test('counts a message in the hour in which it is sent and in the hour in which it arrives', () => {
    const counted = tally();
    expect(counted.carry(0, BEGIN + HOUR - 60, 0)).toBe(BEGIN + HOUR + 60);
    expect(counted.offered.indexOf(1)).toBe(0 * NETWORKS.length);
    expect(counted.delivered.indexOf(1)).toBe(1 * NETWORKS.length);
  });

  test('no message takes less than the shortest delay, nor is it counted as delivered after the last hour', () => {
    const counted = new NetworkTally(new Memory(), [QuantileTable.fromRange(1, 1)], 60, BEGIN, END);
    expect(counted.carry(0, BEGIN, 0)).toBe(BEGIN + 60);
    expect(counted.carry(0, END - 30, 0)).toBe(END + 30);
    expect([counted.offered, counted.delivered].map(all => all.reduce((a, b) => a + b))).toEqual([2, 1]);
  });

  test('passes a message on exactly where every luck would have it delivered in one hour, and counts it alike', () => {
    const message = fc.record({
      network: fc.nat({ max: NETWORKS.length - 1 }),
      second: fc.nat({ max: HOURS * HOUR - 1 }),
      luck: fc.oneof(fc.nat({ max: 2 ** 32 - 1 }), fc.constant(2 ** 32 - 1)),
    });
    fc.assert(
      fc.property(message, ({ network, second, luck }) => {
        const [passed, carried] = [tally(), tally()];
        const sent = BEGIN + second;
        const latest = carried.carry(network, sent, 2 ** 32 - 1);
        const isCertain = Math.floor((latest - BEGIN) / HOUR) === Math.floor(second / HOUR);
        expect(passed.pass(network, sent)).toBe(isCertain);
        if (!isCertain) expect(passed.offered.some(n => n > 0)).toBe(false);
        else {
          const any = tally();
          any.carry(network, sent, luck);
          expect([passed.offered, passed.delivered]).toEqual([any.offered, any.delivered]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
