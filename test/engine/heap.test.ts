import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_IDS, MAX_QUEUES } from '../../src/engine/agenda/agenda.ts';
import { Heap } from '../../src/engine/agenda/heap.ts';

const START = 1_759_273_200; // 1 October 2025, local midnight
const END = 2_145_916_800; // 1 January 2038: the last second that the calendar can hold

/** Rank by queue: neither rising nor one to one, so that time, rank and queue all decide. */
const RANK = Int32Array.from({ length: MAX_QUEUES }, (_, q) => (q * 37) % 250);

interface Arrival {
  readonly queue: number;
  readonly at: number;
  readonly id: number;
  readonly branch: number;
  readonly since: number;
}

const canonical = (a: Arrival, b: Arrival) =>
  a.at - b.at || RANK[a.queue]! - RANK[b.queue]! || a.queue - b.queue || a.id - b.id || a.branch - b.branch;

const near = fc.record({
  queue: fc.integer({ min: 0, max: 20 }),
  at: fc.integer({ min: START, max: START + 5 }),
  id: fc.integer({ min: 0, max: 5 }),
  branch: fc.integer({ min: 0, max: 3 }),
});
const far = fc.record({
  queue: fc.integer({ min: 0, max: MAX_QUEUES - 1 }),
  at: fc.integer({ min: START, max: END }),
  id: fc.integer({ min: 0, max: MAX_IDS - 1 }),
  branch: fc.integer({ min: 0, max: 63 }),
});

const arrivals = fc
  .uniqueArray(fc.oneof(near, far), {
    maxLength: 300,
    selector: a => `${a.queue} ${a.at} ${a.id} ${a.branch}`,
    size: 'max',
  })
  .map(list => list.map((a, i): Arrival => ({ ...a, since: a.at - i })));

function next(heap: Heap): Arrival {
  const at = heap.next;
  heap.take();
  expect(heap.at).toBe(at);
  return { queue: heap.queue, at: heap.at, id: heap.id, branch: heap.branch, since: heap.since };
}

const put = (heap: Heap, a: Arrival) => heap.push(a.queue, a.at, a.id, a.branch, a.since);

describe('Heap', () => {
  test('gives arrivals back in the order of time, rank, queue, id and branch, as a plain sort does', () => {
    fc.assert(
      fc.property(arrivals, list => {
        const heap = new Heap(RANK, 2 ** 31);
        for (const a of list) put(heap, a);
        expect(heap.size).toBe(list.length);
        expect(list.map(() => next(heap))).toEqual([...list].sort(canonical));
        expect(heap.size).toBe(0);
        expect(heap.next).toBe(Number.POSITIVE_INFINITY);
      }),
    );
  });

  test('always gives the earliest of what it holds while arrivals come and go', () => {
    fc.assert(
      fc.property(arrivals, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (list, portions) => {
        const heap = new Heap(RANK, 2 ** 31);
        let held: Arrival[] = [];
        let given = 0;
        for (let turn = 0; given < list.length || held.length > 0; turn++) {
          const portion = portions[turn % portions.length]!;
          for (const a of list.slice(given, given + portion)) {
            put(heap, a);
            held.push(a);
          }
          given += portion;
          held.sort(canonical);
          const take = Math.min(held.length, given < list.length ? Math.ceil(portion / 2) : held.length);
          for (let i = 0; i < take; i++) expect(next(heap)).toEqual(held[i]);
          held = held.slice(take);
        }
      }),
    );
  });

  test('keeps the order when it outgrows its first arrays', () => {
    const heap = new Heap(RANK, 2 ** 31);
    const list = Array.from({ length: 5000 }, (_, i) => {
      const r = Math.imul(i, 0x9e3779b1) >>> 0;
      return { queue: r % 7, at: START + (r % 997), id: i, branch: r % 64, since: i };
    });
    for (const a of list) put(heap, a);
    expect(list.map(() => next(heap))).toEqual([...list].sort(canonical));
  });
});
