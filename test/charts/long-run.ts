import { join } from 'node:path';
import { createRunFolder, type Manifest, manifestFacts, writeDatabase } from '../../src/results/index.ts';
import { sampleManifest } from '../results/sample-run.ts';
import { type Cell, tableOf } from '../results/table-of.ts';

const suppliers = 40;
const first = Date.parse('2025-09-22');
const longDates = Array.from({ length: 640 }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
const milestones: Record<string, string> = {
  '2025-09-24': 'M10, M13',
  '2025-10-22': 'M11, M12',
  '2026-10-28': 'M14',
  '2027-05-07': 'M15',
};

const isWorking = (date: string) => ![0, 6].includes(new Date(date).getUTCDay());
const isFrozen = (date: string) => date < '2025-10-22' || (date >= '2025-12-20' && date <= '2026-01-12');
/** An S-curve from 0 to 1, of exact arithmetic. */
const curve = (x: number) => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x));
const done = (day: number, supplier: number) => curve((day - 30 - 4 * supplier) / (430 + (supplier % 7) * 15));
const points = (supplier: number) => Math.round(3_000_000 / (supplier + 1) ** 2);
const migrated = (day: number, supplier: number) =>
  Math.round(points(supplier) * done(day, supplier) * (supplier % 3 === 0 ? 0.98 : 1));
const segmentOf = (supplier: number) => (supplier % 9 === 8 ? 'Advanced' : 'Smart');

/** Makes a run folder of the real run's length and number of suppliers, its figures from formulas. */
export function makeLongRun(dir: string): Manifest {
  const folder = createRunFolder(dir);
  const manifest: Manifest = { ...sampleManifest, name: 'long', scale: 0.1 };
  const each = (make: (date: string, day: number, supplier: number) => Cell[]): Cell[][] =>
    longDates.flatMap((date, day) => Array.from({ length: suppliers }, (_, s) => make(date, day, s)));
  const tables = [
    tableOf('party', [
      ...Array.from({ length: suppliers }, (_, s) => [
        s,
        `S${s}`,
        s === 0 ? 'Smith & <Sons> "Power"' : `Supplier with a rather long name ${s}`,
        'Supplier',
        null,
      ]),
      [suppliers, 'SMRA', 'SMRA Eastern', 'SMRA', null],
    ]),
    tableOf('step', [
      ['3.1.2', 'coa', 'validates and notifies', 'SMRA', 'Supplier', 'IF-032', 'DIP', '60 min', 'BSCP708 §3.1.2'],
      [
        '3.1.10',
        'coa',
        'tells the outgoing agents that their appointments end',
        'Supplier',
        'MOA',
        'D0151',
        'DTN',
        '5 WD',
        '',
      ],
    ]),
    tableOf(
      'day',
      longDates.map(date => [
        date,
        isWorking(date) ? 1 : 0,
        null,
        isWorking(date) && !isFrozen(date) ? 1 : 0,
        milestones[date] ?? null,
      ]),
    ),
    tableOf(
      'state_daily',
      each((date, day, s) => {
        const mhhs = migrated(day, s);
        return [date, segmentOf(s), s, points(s) - mhhs, 0, mhhs, 0];
      }),
    ),
    tableOf(
      'migration_daily',
      each((date, day, s) => {
        const planned =
          isWorking(date) && !isFrozen(date) ? Math.round(points(s) * (done(day + 1, s) - done(day, s))) : 0;
        return [date, s, planned, planned, Math.round(points(s) * (done(day + 1, s) - done(day, s))), 0, 0, 0, 0];
      }),
    ),
    tableOf(
      'deadline_daily',
      each((date, day, s) => [
        date,
        day % 2 === 0 ? '3.1.2' : '3.1.10',
        s,
        100 + s,
        isWorking(date) ? (day * s) % 13 : 0,
        0,
      ]),
    ),
    tableOf(
      'message_daily',
      longDates.flatMap((date, day) => [
        [date, '3.1.2', 'IF-032', 'DIP', suppliers, 0, 1000 + day],
        [date, '3.1.10', 'D0151', 'DTN', 0, suppliers, 100 + (day % 7)],
      ]),
    ),
    tableOf(
      'network_hourly',
      longDates.flatMap((date, day) => [
        [`${date}T09:00:00Z`, 'DIP', 1000 + day, 1000 + day, 0],
        [`${date}T09:00:00Z`, 'DTN', 100 + (day % 7), 100 + (day % 7), 0],
      ]),
    ),
    tableOf(
      'capacity_daily',
      each((date, day, s) => [
        date,
        s,
        'd0151',
        50,
        50,
        (day * (s + 1)) % 101,
        isWorking(date) ? ((day + s * 20) % 640) / 640 : null,
        1,
        2,
        3,
      ]),
    ),
    tableOf(
      'outstanding',
      Array.from({ length: suppliers }, (_, s): Cell[] => {
        const why = s < 6 ? 'one of its services given up' : 'waiting for its EFD';
        return [segmentOf(s), s, 'legacy', why, points(s) - migrated(longDates.length - 1, s)];
      }).filter(row => row[4] !== 0),
    ),
    tableOf('invariant', [['states add up to the population', 1, 640, null]]),
  ];
  const { digest } = writeDatabase(join(folder.path, 'results.sqlite'), tables, manifestFacts(manifest));
  folder.settle({ ...manifest, digest });
  return { ...manifest, digest };
}
