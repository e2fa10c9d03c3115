import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Memory } from '../../src/engine/index.ts';
import { Standings } from '../../src/market/standings.ts';

const ROOM = 200;

/** What a registration is said to be, by service. */
interface Told {
  state: number;
  readonly status: number[];
  readonly efd: number[];
  readonly sent: number[];
  readonly counting: number[];
}

const fresh = (): Told => ({ state: 0, status: [0, 0], efd: [0, 0], sent: [0, 0], counting: [0, 0] });

const id = fc.integer({ min: 0, max: ROOM - 1 });
const service = fc.integer({ min: 0, max: 1 });
const request = fc.integer({ min: 0, max: 7 });
const efd = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -32_767, max: 32_767 }));
const act = fc.oneof(
  fc.record({ kind: fc.constant('state' as const), id, value: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('status' as const), id, service, value: request }),
  fc.record({ kind: fc.constant('efd' as const), id, service, value: efd }),
  fc.record({ kind: fc.constant('efds' as const), id, value: efd }),
  fc.record({ kind: fc.constant('sent' as const), id, service, value: request }),
  fc.record({ kind: fc.constant('counting' as const), id, service, value: request }),
  fc.record({ kind: fc.constant('carry over' as const), id, former: id }),
);

test('a registration stands as was said last, whatever others are said to be', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 300, size: 'max' }), acts => {
      const standings = new Standings(new Memory(), ROOM);
      const model = Array.from({ length: ROOM }, fresh);
      for (const a of acts) {
        const told = model[a.id]!;
        if (a.kind === 'state') {
          standings.setState(a.id, a.value);
          told.state = a.value;
        } else if (a.kind === 'efds') {
          standings.setEfds(a.id, a.value);
          told.efd.fill(a.value);
        } else if (a.kind === 'carry over') {
          if (a.former === a.id) continue;
          standings.carryOver(a.former, a.id);
          model[a.id] = structuredClone(model[a.former]!);
        } else {
          const key = 2 * a.id + a.service;
          if (a.kind === 'status') standings.setStatus(key, a.value);
          else if (a.kind === 'efd') standings.setEfd(key, a.value);
          else if (a.kind === 'sent') standings.setSent(key, a.value);
          else standings.setCounting(key, a.value);
          told[a.kind][a.service] = a.value;
        }
      }
      const found = model.map((_, row): Told => {
        const both = [2 * row, 2 * row + 1];
        return {
          state: standings.state(row),
          status: both.map(key => standings.status(key)),
          efd: both.map(key => standings.efd(key)),
          sent: both.map(key => standings.sent(key)),
          counting: both.map(key => standings.counting(key)),
        };
      });
      expect(found).toEqual(model);
      const alike = (s: number) => model.map(({ status }) => status.every(one => one === s));
      expect(model.map((_, row) => standings.isUnasked(row))).toEqual(alike(0));
      for (let s = 0; s < 8; s++) expect(model.map((_, row) => standings.both(row, s))).toEqual(alike(s));
    }),
  );
});

test('of registrations that ask for both services alike nothing is kept apart', () => {
  const memory = new Memory();
  const standings = new Standings(memory, ROOM);
  for (let row = 0; row < ROOM; row++) {
    standings.setEfds(row, row + 1);
    standings.setSent(2 * row, 0);
    standings.setCounting(2 * row + 1, 0);
    standings.setEfd(2 * row + 1, row + 1);
  }
  const used = memory.shared('points.apart.used', Int32Array, 1);
  expect(used[0]).toBe(0);
  standings.setSent(7, 1);
  standings.setEfd(6, 99);
  expect(used[0]).toBe(1);
});
