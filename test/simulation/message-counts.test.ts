import { describe, expect, it } from 'vitest';
import type { MeterType } from '../../src/procedures/index.ts';
import { TYPES, tinyRun } from './tiny-market.ts';

// What a change of agent without a rejection sends, from BSCP708 §3.1: everything about an appointment runs twice, for
// the metering service and for the data service; one message for each receiver and for each flow.

type Points = Record<MeterType, number>;

const POINTS: Points = {
  'NHH smart': 60,
  'NHH traditional': 30,
  'NHH advanced': 20,
  'HH advanced': 25,
  'HH smart': 7,
  UMS: 11,
};

/** Messages of one point by its type; with a read, and with the optional flows. */
const PER_POINT: Record<MeterType, { without: number; read: number; also: number }> = {
  // 10 of 3.1.1–3.1.3, 6 IF-035, 2 D0170, 2 D0151, 10 IF-036, 3 of 3.1.16, 1 of 3.1.17; 1 of 3.1.14 with a read.
  'NHH smart': { without: 32, read: 1, also: 0 },
  // Besides: D0149 and D0150 once to the MSS, and on to two.
  'NHH traditional': { without: 38, read: 1, also: 0 },
  // Besides: D0268 once to the MSA, and on to two.
  'NHH advanced': { without: 35, read: 1, also: 0 },
  // No read; D0268 three times, D0036 to three, D0275 to three.
  'HH advanced': { without: 34, read: 0, also: 3 },
  // D0010 to the supplier, D0380 besides.
  'HH smart': { without: 29, read: 0, also: 1 },
  // One D0170, a third D0151 (MA), D0036 to three, D0388; D0275 to three.
  UMS: { without: 32, read: 0, also: 3 },
};

/** Messages by step, flow and roles, worked out from the population. */
function expected(n: Points, share: { read: number; also: number }): Record<string, number> {
  const [smart, traditional, nhhAdvanced] = [n['NHH smart'], n['NHH traditional'], n['NHH advanced']];
  const [hhAdvanced, hhSmart, ums] = [n['HH advanced'], n['HH smart'], n.UMS];
  const mss = smart + traditional + hhSmart;
  const advanced = nhhAdvanced + hhAdvanced;
  const nhh = smart + traditional + nhhAdvanced;
  const all = nhh + hhAdvanced + hhSmart + ums;
  const hhdc = hhAdvanced + hhSmart;
  const { read, also } = share;
  const counts: Record<string, number> = {
    '3.1.1 IF-031 Supplier → SMRA': 2 * all,
    '3.1.2 IF-032 SMRA → Supplier': 2 * all,
    '3.1.2 IF-033 SMRA → MSS': mss,
    '3.1.2 IF-033 SMRA → MSA': advanced,
    '3.1.2 IF-033 SMRA → UMSO': ums,
    '3.1.2 IF-033 SMRA → SDS': mss,
    '3.1.2 IF-033 SMRA → ADS': advanced,
    '3.1.2 IF-033 SMRA → UMSDS': ums,
    '3.1.3 IF-034 MSS → SMRA': mss,
    '3.1.3 IF-034 MSA → SMRA': advanced,
    '3.1.3 IF-034 UMSO → SMRA': ums,
    '3.1.3 IF-034 SDS → SMRA': mss,
    '3.1.3 IF-034 ADS → SMRA': advanced,
    '3.1.3 IF-034 UMSDS → SMRA': ums,
    '3.1.4 IF-035 SMRA → MSS': 2 * mss,
    '3.1.4 IF-035 SMRA → MSA': 2 * advanced,
    '3.1.4 IF-035 SMRA → UMSO': 2 * ums,
    '3.1.4 IF-035 SMRA → SDS': 2 * mss,
    '3.1.4 IF-035 SMRA → ADS': 2 * advanced,
    '3.1.4 IF-035 SMRA → UMSDS': 2 * ums,
    '3.1.4 IF-035 SMRA → Supplier': 2 * all,
    '3.1.5 D0170 SMRA → MOA': all - ums,
    '3.1.5 D0170 SMRA → NHHDC': nhh,
    '3.1.5 D0170 SMRA → HHDC': hhdc + ums,
    '3.1.6 D0149 MOA → MSS': traditional,
    '3.1.6 D0150 MOA → MSS': traditional,
    '3.1.6 D0268 MOA → MSA': advanced,
    '3.1.7 D0036 HHDC → ADS': hhAdvanced,
    '3.1.7 D0036 HHDC → UMSDS': ums,
    '3.1.7 D0036 HHDC → Supplier': hhAdvanced + ums,
    '3.1.7 D0036 HHDC → LDSO': hhAdvanced + ums,
    '3.1.7 D0275 HHDC → ADS': also * hhAdvanced,
    '3.1.7 D0275 HHDC → UMSDS': also * ums,
    '3.1.7 D0275 HHDC → Supplier': also * (hhAdvanced + ums),
    '3.1.7 D0275 HHDC → LDSO': also * (hhAdvanced + ums),
    '3.1.8 D0010 HHDC → Supplier': hhSmart,
    '3.1.8 D0380 HHDC → Supplier': also * hhSmart,
    '3.1.9 D0149 MSS → Supplier': traditional,
    '3.1.9 D0149 MSS → SDS': traditional,
    '3.1.9 D0150 MSS → Supplier': traditional,
    '3.1.9 D0150 MSS → SDS': traditional,
    '3.1.9 D0268 MSA → Supplier': advanced,
    '3.1.9 D0268 MSA → ADS': advanced,
    '3.1.10 D0151 Supplier → MOA': all - ums,
    '3.1.10 D0151 Supplier → UMSO': ums,
    '3.1.10 D0151 Supplier → NHHDC': nhh,
    '3.1.10 D0151 Supplier → HHDC': hhdc + ums,
    '3.1.10 D0151 Supplier → MA': ums,
    '3.1.11 IF-036 SMRA → Supplier': 2 * all,
    '3.1.11 IF-036 SMRA → MSS': 2 * mss,
    '3.1.11 IF-036 SMRA → MSA': 2 * advanced,
    '3.1.11 IF-036 SMRA → UMSO': 2 * ums,
    '3.1.11 IF-036 SMRA → SDS': 2 * mss,
    '3.1.11 IF-036 SMRA → ADS': 2 * advanced,
    '3.1.11 IF-036 SMRA → UMSDS': 2 * ums,
    '3.1.11 IF-036 SMRA → LDSO': 2 * all,
    '3.1.11 IF-036 SMRA → EES': 2 * all,
    '3.1.12 D0388 UMSO → UMSDS': ums,
    '3.1.14 D0010 Supplier → NHHDC': read * nhh,
    '3.1.16 D0019 NHHDC → Supplier': nhh,
    '3.1.16 D0010 NHHDC → Supplier': nhh,
    '3.1.16 D0010 NHHDC → LDSO': nhh,
    '3.1.17 D0010 Supplier → SDS': smart + traditional,
    '3.1.17 D0010 Supplier → ADS': nhhAdvanced,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** All points start within four days and end well before the run does. */
function marketOf(points: Partial<Points>, share: { read: number; also: number }) {
  const total = Object.values(points).reduce((sum, n) => sum + n, 0);
  const first = Math.floor(total / 2);
  return tinyRun({
    points,
    from: '2026-01-12',
    to: '2026-02-13',
    starts: [
      ['2026-01-13', first],
      ['2026-01-16', total - first],
    ],
    lead: 9,
    read: share.read,
    change: { steps: { '3.1.7': { also: share.also }, '3.1.8': { also: share.also } } },
  });
}

const SHARES = [
  { read: 1, also: 0 },
  { read: 0, also: 0 },
  { read: 1, also: 1 },
  { read: 0, also: 1 },
];

describe('messages of a change of agent with no rejection', () => {
  for (const share of SHARES) {
    it(`are those of BSCP708 §3.1, step by step, with reads ${share.read} and optional flows ${share.also}`, () => {
      const run = marketOf(POINTS, share);
      expect(run.messages()).toEqual(expected(POINTS, share));
      expect(run.broken).toEqual([]);
      expect(run.sum('state_daily', 'mhhs', { date: '2026-02-13' })).toBe(153);
      expect(run.sum('deadline_daily', 'open')).toBe(0);
    });

    it(`add up to a known number for each type, with reads ${share.read} and optional flows ${share.also}`, () => {
      for (const type of TYPES) {
        const { without, read, also } = PER_POINT[type];
        const run = marketOf({ [type]: 4 }, share);
        expect(run.outcome.messages, type).toBe(4 * (without + share.read * read + share.also * also));
      }
    });
  }

  it('are spread over two areas and two suppliers as the points are', () => {
    const halves = { NHH: 1, HH: 1, UMS: 1 };
    const run = tinyRun({
      points: POINTS,
      from: '2026-01-12',
      to: '2026-02-13',
      starts: [['2026-01-13', 40]],
      lead: 9,
      change: {
        areas: {
          _A: { name: 'Eastern', distributor: 10, points: halves },
          _B: { name: 'East Midlands', distributor: 11, points: halves },
        },
        suppliers: {
          ACORN: { shares: { NHH: 100, HH: 0, UMS: 0 } },
          BEECH: {
            name: 'Beech Power',
            shares: { NHH: 0, HH: 100, UMS: 100 },
            qualification: 'early',
            agents: {
              MOA: { MOA: 1 },
              HHDC: { HHDC: 1 },
              MA: { MA: 1 },
              MSS: { MSS: 1 },
              MSA: { MSA: 1 },
              SDS: { SDS: 1 },
              ADS: { ADS: 1 },
              UMSDS: { UMSDS: 1 },
            },
            plan: { csv: 'beech.csv', daily: [['2026-01-14', 43]] },
          },
        },
      },
    });
    expect(run.broken).toEqual([]);
    const party = Object.fromEntries(run.rows('party').map(p => [`${p.mpid} ${p.role}`, p.party_id!]));
    const asked = (from: string, to: string) =>
      run.sum('message_daily', 'count', { step: '3.1.1', from_party: party[from]!, to_party: party[to]! });
    // 55 NHH points in either area, of which 20 start; 22 HH and UMS points in one and 21 in the other, and all start.
    expect(asked('ACORN Supplier', 'S10 SMRA')).toBe(2 * 20);
    expect(asked('ACORN Supplier', 'S11 SMRA')).toBe(2 * 20);
    expect(asked('BEECH Supplier', 'S10 SMRA')).toBe(2 * 22);
    expect(asked('BEECH Supplier', 'S11 SMRA')).toBe(2 * 21);
    // Two rounds of IF-036.
    expect(run.sum('message_daily', 'count', { step: '3.1.11', to_party: party['D10 LDSO']! })).toBe(2 * 42);
    expect(run.sum('message_daily', 'count', { step: '3.1.11', to_party: party['D11 LDSO']! })).toBe(2 * 41);
    const end = run.rows('area_daily').filter(row => row.date === '2026-02-13');
    expect(end.map(row => [row.legacy, row.forward, row.mhhs, row.reverse])).toEqual([
      [35, 0, 42, 0],
      [35, 0, 41, 0],
    ]);
  });
});
