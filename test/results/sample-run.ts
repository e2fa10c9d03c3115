import { join } from 'node:path';
import { createRunFolder, type Manifest, manifestFacts, writeDatabase } from '../../src/results/index.ts';
import type { Table } from '../../src/simulation/index.ts';
import { type Cell, tableOf } from './table-of.ts';

// Six days around the autumn clock change of 2025, three suppliers, two areas, 110 metering points, figures by hand.
const dates = ['2025-10-22', '2025-10-23', '2025-10-24', '2025-10-25', '2025-10-26', '2025-10-27'];

const party: Cell[][] = [
  [1, 'ALDR', 'Alder Energy', 'Supplier', 'Alder Group'],
  [2, 'BRCH', 'Birch Power', 'Supplier', null],
  [3, 'CEDR', 'Cedar Gas, Light', 'Supplier', null],
  [4, 'EELC', 'SMRA Eastern', 'SMRA', null],
  [5, 'LOND', 'SMRA London', 'SMRA', null],
  [6, 'MFIT', 'Meterfit', 'MSS', 'Alder Group'],
  [7, 'DFSD', 'Dataflow', 'SDS', 'Dataflow'],
  [8, 'DFDC', 'Dataflow', 'NHHDC', 'Dataflow'],
  [9, 'MOLD', 'Oldmeter', 'MOA', null],
];

const area: Cell[][] = [
  [0, '_A', 'Eastern', '10'],
  [1, '_C', 'London', '12'],
];

const coa = 'forward migration, change of agent';
const step: Cell[][] = [
  ['3.1.1', coa, 'appointments', 'Supplier', 'SMRA', 'IF-031', 'DIP', null, 'BSCP708 §3.1.1'],
  ['3.1.2', coa, 'validation', 'SMRA', 'Supplier, MSS, SDS', 'IF-032, IF-033', 'DIP', '60 min', 'BSCP708 §3.1.2'],
  ['3.1.3', coa, 'acceptance', 'MSS, SDS', 'SMRA', 'IF-034', 'DIP', '60 min', 'BSCP708 §3.1.3'],
  ['3.1.5', coa, 'de-appointment', 'SMRA', 'MOA, NHHDC', 'D0170', 'DTN', 'first batch', 'BSCP708 §3.1.5'],
  ['3.1.10', coa, 'notice of termination', 'Supplier', 'MOA, NHHDC', 'D0151', 'DTN', '5 WD', 'BSCP708 §3.1.10'],
  ['3.1.15', coa, 'validates or deems a read', 'NHHDC', null, null, null, '5 WD', 'BSCP708 §3.1.15'],
];

const day: Cell[][] = [
  ['2025-10-22', 1, null, 1, 'M11, M12'],
  ['2025-10-23', 1, null, 1, null],
  ['2025-10-24', 1, null, 1, null],
  ['2025-10-25', 0, null, 0, null],
  ['2025-10-26', 0, null, 0, null],
  ['2025-10-27', 1, null, 1, null],
];

// Per segment and supplier: the points, and on each day how many are forward, mhhs and reverse; the rest are legacy.
const segments: [string, number, number, number[], number[], number[]][] = [
  ['Advanced', 1, 4, [0, 1, 1, 1, 1, 0], [0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0]],
  ['Advanced', 2, 3, [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]],
  ['Advanced', 3, 3, [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]],
  ['Smart', 1, 60, [10, 20, 30, 30, 20, 10], [0, 0, 0, 0, 10, 20], [0, 0, 0, 0, 0, 1]],
  ['Smart', 2, 30, [0, 5, 5, 5, 5, 0], [0, 0, 0, 0, 0, 5], [0, 0, 0, 0, 0, 0]],
  ['Smart', 3, 10, [0, 0, 0, 0, 0, 2], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]],
];

const stateDaily: Cell[][] = dates.flatMap((date, d) =>
  segments.map(([segment, supplier, points, forward, mhhs, reverse]) => {
    const legacy = points - forward[d]! - mhhs[d]! - reverse[d]!;
    return [date, segment, supplier, legacy, forward[d]!, mhhs[d]!, reverse[d]!];
  }),
);

// Eastern has 70 points, London 40.
const areaDaily: Cell[][] = [
  ['2025-10-22', 0, 63, 7, 0, 0],
  ['2025-10-22', 1, 37, 3, 0, 0],
  ['2025-10-23', 0, 53, 17, 0, 0],
  ['2025-10-23', 1, 31, 9, 0, 0],
  ['2025-10-24', 0, 48, 22, 0, 0],
  ['2025-10-24', 1, 26, 14, 0, 0],
  ['2025-10-25', 0, 48, 22, 0, 0],
  ['2025-10-25', 1, 26, 14, 0, 0],
  ['2025-10-26', 0, 48, 16, 6, 0],
  ['2025-10-26', 1, 26, 10, 4, 0],
  ['2025-10-27', 0, 46, 8, 16, 0],
  ['2025-10-27', 1, 25, 4, 10, 1],
];

// date, supplier, planned, started, completed, rejected, cancelled, reversed, waiting
const migrationDaily: Cell[][] = [
  ['2025-10-22', 1, 10, 10, 0, 0, 0, 0, 2],
  ['2025-10-23', 1, 11, 11, 0, 1, 0, 0, 0],
  ['2025-10-23', 2, 5, 5, 0, 0, 0, 0, 0],
  ['2025-10-24', 1, 10, 10, 0, 0, 0, 0, 0],
  ['2025-10-26', 1, 0, 0, 10, 0, 0, 0, 0],
  ['2025-10-27', 1, 0, 0, 11, 0, 0, 0, 0],
  ['2025-10-27', 2, 0, 0, 5, 0, 1, 0, 0],
  ['2025-10-27', 3, 4, 2, 0, 0, 0, 0, 2],
];

// date, step, flow, network, from, to, count
const messageDaily: Cell[][] = [
  ['2025-10-22', '3.1.1', 'IF-031', 'DIP', 1, 4, 14],
  ['2025-10-22', '3.1.1', 'IF-031', 'DIP', 1, 5, 6],
  ['2025-10-22', '3.1.2', 'IF-032', 'DIP', 4, 1, 14],
  ['2025-10-22', '3.1.2', 'IF-032', 'DIP', 5, 1, 6],
  ['2025-10-22', '3.1.2', 'IF-033', 'DIP', 4, 6, 7],
  ['2025-10-22', '3.1.3', 'IF-034', 'DIP', 6, 4, 7],
  ['2025-10-22', '3.1.5', 'D0170', 'DTN', 4, 8, 7],
  ['2025-10-22', '3.1.5', 'D0170', 'DTN', 4, 9, 7],
  ['2025-10-23', '3.1.1', 'IF-031', 'DIP', 1, 4, 22],
  ['2025-10-23', '3.1.1', 'IF-031', 'DIP', 2, 5, 10],
  ['2025-10-23', '3.1.10', 'D0151', 'DTN', 1, 8, 7],
  ['2025-10-23', '3.1.10', 'D0151', 'DTN', 1, 9, 7],
  ['2025-10-27', '3.1.1', 'IF-031', 'DIP', 3, 5, 4],
];

// hour, network, offered, delivered, queued; 23:00 UTC on 22 October is midnight in Britain
const networkHourly: Cell[][] = [
  ['2025-10-22T08:00:00Z', 'DIP', 40, 38, 2],
  ['2025-10-22T09:00:00Z', 'DIP', 14, 16, 0],
  ['2025-10-22T21:00:00Z', 'DTN', 14, 14, 0],
  ['2025-10-22T23:00:00Z', 'DIP', 10, 10, 0],
  ['2025-10-23T08:00:00Z', 'DIP', 22, 22, 0],
  ['2025-10-23T10:00:00Z', 'DTN', 14, 14, 0],
  ['2025-10-27T09:00:00Z', 'DIP', 4, 4, 0],
];

// date due, step, party, met, missed, open
const deadlineDaily: Cell[][] = [
  ['2025-10-22', '3.1.2', 4, 10, 0, 0],
  ['2025-10-23', '3.1.2', 4, 8, 2, 0],
  ['2025-10-23', '3.1.3', 6, 9, 1, 0],
  ['2025-10-23', '3.1.3', 7, 10, 0, 0],
  ['2025-10-24', '3.1.2', 5, 5, 5, 0],
  ['2025-10-24', '3.1.3', 6, 4, 0, 0],
  ['2025-10-27', '3.1.3', 7, 3, 3, 0],
  ['2025-10-27', '3.1.10', 1, 4, 2, 0],
  ['2025-10-28', '3.1.10', 2, 0, 0, 6],
];

// date, party, work, arrived, done, backlog, utilisation, mean, 95th percentile and longest wait
const capacityDaily: Cell[][] = [
  ['2025-10-22', 4, 'validation', 20, 20, 0, 0.25, 1.5, 4, 6],
  ['2025-10-22', 6, 'acceptance', 7, 5, 2, 1, 30, 55, 61.5],
  ['2025-10-22', 8, 'reads', 0, 0, 0, 0, null, null, null],
  ['2025-10-23', 4, 'validation', 22, 22, 0, 0.5, 2, 5, 7.25],
  ['2025-10-23', 6, 'acceptance', 16, 10, 8, 1, 75, 120, 130],
  ['2025-10-24', 6, 'acceptance', 10, 10, 8, 0.875, 80, 125, 140],
  ['2025-10-25', 6, 'acceptance', 0, 0, 8, null, null, null, null],
  ['2025-10-27', 4, 'validation', 4, 4, 0, 0.125, 1, 2, 2],
  ['2025-10-27', 6, 'acceptance', 2, 9, 1, 0.75, 900, 4000, 4300],
];

const exceptionDaily: Cell[][] = [
  ['2025-10-23', 'IF-032 rejected: agent not qualified', 1, 1],
  ['2025-10-24', 'appointments missing at the EFD', null, 2],
  ['2025-10-27', 'fell at gate closure', 2, 1],
  ['2025-10-27', 'IF-032 rejected: agent not qualified', 3, 2],
];

const switchDaily: Cell[][] = [
  ['2025-10-22', 'forward', 'routed', 1, 2],
  ['2025-10-22', 'legacy', 'routed', 2, 4],
  ['2025-10-22', 'mhhs', 'routed', 1, 1],
  ['2025-10-22', 'reverse', 'routed', 3, 1],
  ['2025-10-23', 'refused', 'routed', 3, 1],
  ['2025-10-24', 'legacy', 'objected to', 2, 1],
  ['2025-10-24', 'legacy', 'withdrawn', 2, 1],
  ['2025-10-26', 'legacy', 'effective', 2, 2],
  ['2025-10-27', 'forward', 'effective', 1, 2],
  ['2025-10-27', 'mhhs', 'effective', 1, 1],
  ['2025-10-27', 'reverse', 'effective', 3, 1],
];

const outstanding: Cell[][] = [
  ['Advanced', 1, 'legacy', 'held back by thresholds or freezes', 3],
  ['Advanced', 2, 'legacy', 'not planned within the period', 3],
  ['Advanced', 3, 'legacy', 'complex metering waits for M14', 3],
  ['Smart', 1, 'legacy', 'held back by thresholds or freezes', 29],
  ['Smart', 1, 'forward', 'waiting for an answer', 10],
  ['Smart', 1, 'reverse', 'waiting for its EFD', 1],
  ['Smart', 2, 'legacy', 'not planned within the period', 24],
  ['Smart', 2, 'legacy', 'rejected or expired, to be asked for again', 1],
  ['Smart', 3, 'legacy', 'held back by thresholds or freezes', 8],
  ['Smart', 3, 'forward', 'one of its services given up', 2],
];

// step, party, count, mean, median, 90th and 99th percentile, longest
const latency: Cell[][] = [
  ['3.1.2', 4, 46, 12.5, 10, 25, 70, 75.5],
  ['3.1.2', 5, 16, 40, 35, 80, 95, 96],
  ['3.1.3', 6, 25, 60, 55, 110, 140, 141],
  ['3.1.10', 2, 0, null, null, null, null, null],
];

export const sampleMsids = ['1000000000174', '1200000000420'] as const;

const point: Cell[][] = [
  [sampleMsids[0], 17, 'Smart', 'smart', 'import', 'energised', null, 0, 1, null, 'mhhs'],
  [sampleMsids[1], 42, 'Smart', 'traditional', 'import', 'energised', null, 1, 2, null, 'legacy'],
];

// msid, point, seq, at, step, act, from, to, flow, network, due, outcome, detail
const trace: Cell[][] = [
  [sampleMsids[0], 17, 0, '2025-10-22T08:00:00Z', '3.1.1', 'sent', 1, 4, 'IF-031', 'DIP', null, null, 'EFD 2025-10-27'],
  [sampleMsids[0], 17, 1, '2025-10-22T08:01:00Z', '3.1.1', 'received', 1, 4, 'IF-031', 'DIP', null, null, null],
  [sampleMsids[0], 17, 2, '2025-10-22T08:01:00Z', '3.1.2', 'queued', 4, null, null, null, null, null, null],
  [sampleMsids[0], 17, 3, '2025-10-22T08:01:00Z', '3.1.2', 'started', 4, null, null, null, null, null, null],
  [sampleMsids[0], 17, 4, '2025-10-22T08:11:30Z', '3.1.2', 'finished', 4, null, null, null, null, null, null],
  [
    ...[sampleMsids[0], 17, 5, '2025-10-22T08:11:30Z', '3.1.2', 'sent', 4, 1, 'IF-032', 'DIP'],
    ...['2025-10-22T09:01:00Z', 'met', 'accept'],
  ],
  [
    ...[sampleMsids[0], 17, 6, '2025-10-22T09:30:00Z', '3.1.3', 'sent', 6, 4, 'IF-034', 'DIP'],
    ...['2025-10-22T09:13:00Z', 'missed', 'accept'],
  ],
  [
    ...[sampleMsids[0], 17, 7, '2025-10-27T09:00:00Z', '3.1.15', 'did', 8, null, null, null],
    ...['2025-11-04T00:00:00Z', 'met', 'deemed'],
  ],
  [sampleMsids[1], 42, 0, '2025-10-23T08:00:00Z', '3.1.1', 'sent', 2, 5, 'IF-031', 'DIP', null, null, 'EFD 2025-10-27'],
];

const invariant: Cell[][] = [
  ['every deadline is met, missed or open', 1, 80, null],
  ['states add up to the population', 1, 6, null],
];

/** The tables of the sample run, in the order of the schema, none of them empty. */
export function sampleTables(): Table[] {
  return [
    tableOf('party', party),
    tableOf('area', area),
    tableOf('step', step),
    tableOf('day', day),
    tableOf('state_daily', stateDaily),
    tableOf('area_daily', areaDaily),
    tableOf('migration_daily', migrationDaily),
    tableOf('message_daily', messageDaily),
    tableOf('network_hourly', networkHourly),
    tableOf('deadline_daily', deadlineDaily),
    tableOf('capacity_daily', capacityDaily),
    tableOf('exception_daily', exceptionDaily),
    tableOf('switch_daily', switchDaily),
    tableOf('outstanding', outstanding),
    tableOf('latency', latency),
    tableOf('point', point),
    tableOf('trace', trace),
    tableOf('invariant', invariant),
  ];
}

/** The sample run's manifest, all but the digest. */
export const sampleManifest: Manifest = {
  format: 1,
  name: 'sample',
  status: 'complete',
  scenario: { name: 'sample', population: { smart: 100, advanced: 10 }, areas: ['_A', '_C'] },
  seed: '1',
  scale: 1,
  options: { trace: ['17', '42'] },
  versions: { mhhsim: '0.1.0', node: '24.0.0' },
  host: { platform: 'linux x64', cpus: 2, memory: 4096 },
  threads: 1,
  wallSeconds: 1.5,
  peakRssMiB: 100,
  messages: 118,
  points: 110,
  startedAt: '2026-01-05T09:00:00.000Z',
  digest: null,
  invariantsHold: true,
};

/** Makes a whole run folder at `dir`, by the way that a real run takes; `changes` go into its manifest. */
export function makeSampleRun(dir: string, changes: Partial<Manifest> = {}): Manifest {
  const folder = createRunFolder(dir);
  const manifest = { ...sampleManifest, ...changes };
  const { digest } = writeDatabase(join(folder.path, 'results.sqlite'), sampleTables(), manifestFacts(manifest));
  folder.settle({ ...manifest, digest });
  return { ...manifest, digest };
}
