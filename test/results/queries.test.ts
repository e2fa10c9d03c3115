import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  breachesByDay,
  breachesByParty,
  breachesByStep,
  busiestQueues,
  days,
  deadlineRows,
  exceptionsByDay,
  findParty,
  findStep,
  invariants,
  lastCompletion,
  latencies,
  messagesByFlow,
  messagesByNetwork,
  messageTotal,
  migrationsBySupplier,
  milestoneDays,
  networkDays,
  networkHours,
  openRun,
  parties,
  progress,
  progressByArea,
  progressBySegment,
  progressBySupplier,
  queuesByDay,
  type Run,
  standingAt,
  steps,
  tracedPoints,
  traceOf,
  whatIsLeft,
  worstDeadlines,
  writeDatabase,
} from '../../src/results/index.ts';
import { makeSampleRun, sampleManifest, sampleMsids } from './sample-run.ts';
import { tableOf } from './table-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const dir = join(temporaryFolder(), 'run');
makeSampleRun(dir);
const run = openRun(dir);
afterAll(() => run.close());

describe('breaches', () => {
  test('by step, by party: the most missed first, with the share of the judged', () => {
    expect(breachesByStep(run)).toEqual([
      { step: '3.1.2', title: 'validation', due: '60 min', met: 23, missed: 7, open: 0, share: 7 / 30 },
      { step: '3.1.3', title: 'acceptance', due: '60 min', met: 26, missed: 4, open: 0, share: 4 / 30 },
      { step: '3.1.10', title: 'notice of termination', due: '5 WD', met: 4, missed: 2, open: 6, share: 1 / 3 },
    ]);
    expect(breachesByParty(run).map(p => [p.party_id, p.mpid, p.role, p.met, p.missed, p.open, p.share])).toEqual([
      [5, 'LOND', 'SMRA', 5, 5, 0, 0.5],
      [7, 'DFSD', 'SDS', 13, 3, 0, 3 / 16],
      [1, 'ALDR', 'Supplier', 4, 2, 0, 1 / 3],
      [4, 'EELC', 'SMRA', 18, 2, 0, 0.1],
      [6, 'MFIT', 'MSS', 13, 1, 0, 1 / 14],
      [2, 'BRCH', 'Supplier', 0, 0, 6, null],
    ]);
  });

  test('in the order of the catalogue step 3.1.9 comes before 3.1.10, and what it does not hold last', () => {
    const place = join(temporaryFolder(), 'results.sqlite');
    const missed = (step: string, count: number) => ['2025-10-22', step, 1, 0, count, 0];
    const due = [missed('3.1.9', 1), missed('3.1.17', 3), missed('3.1.10', 2), missed('9.9', 5), missed('3.1.2', 2)];
    const catalogue = ['3.1.2', '3.1.9', '3.1.10', '3.1.17'];
    const step = catalogue.map(number => [number, 'coa', 'does', null, null, null, null, null, null]);
    writeDatabase(place, [tableOf('step', step), tableOf('deadline_daily', due)], {});
    const other = openRun(dirname(place), sampleManifest);
    expect(breachesByStep(other, {}, 'catalogue').map(row => row.step)).toEqual([...catalogue, '9.9']);
    expect(breachesByStep(other).map(row => row.step)).toEqual(['9.9', '3.1.17', '3.1.2', '3.1.10', '3.1.9']);
    other.close();
  });

  test('by day: in the order of the dates, also the deadlines still open after the last day', () => {
    expect(breachesByDay(run)).toEqual([
      { date: '2025-10-22', met: 10, missed: 0, open: 0, share: 0 },
      { date: '2025-10-23', met: 27, missed: 3, open: 0, share: 0.1 },
      { date: '2025-10-24', met: 9, missed: 5, open: 0, share: 5 / 14 },
      { date: '2025-10-27', met: 7, missed: 5, open: 0, share: 5 / 12 },
      { date: '2025-10-28', met: 0, missed: 0, open: 6, share: null },
    ]);
  });

  test('steps, parties and dates restrict what is counted, alone and together', () => {
    const counts = (filter: Parameters<typeof deadlineRows>[1]) =>
      deadlineRows(run, filter).map(({ date, step, party_id, missed }) => [date, step, party_id, missed]);
    expect(counts({ steps: ['3.1.3', '3.1.10'], from: '2025-10-27' })).toEqual([
      ['2025-10-27', '3.1.3', 7, 3],
      ['2025-10-27', '3.1.10', 1, 2],
      ['2025-10-28', '3.1.10', 2, 0],
    ]);
    expect(counts({ parties: [4, 6], from: '2025-10-23', to: '2025-10-23' })).toEqual([
      ['2025-10-23', '3.1.2', 4, 2],
      ['2025-10-23', '3.1.3', 6, 1],
    ]);
    expect(deadlineRows(run)).toHaveLength(9);
    expect(counts({ steps: [] })).toEqual([]);
  });

  test('the worst deadlines name the party that missed most, steps without a miss are left out', () => {
    const worst = worstDeadlines(run, 2).map(({ step, missed, worstParty }) => [
      step,
      missed,
      worstParty.label,
      worstParty.missed,
    ]);
    expect(worst).toEqual([
      ['3.1.2', 7, 'SMRA London', 5],
      ['3.1.3', 4, 'Dataflow (SDS)', 3],
    ]);
    expect(worstDeadlines(run, 5, { to: '2025-10-22' })).toEqual([]);
  });
});

describe('progress', () => {
  test('the market by day', () => {
    expect(progress(run, { from: '2025-10-26' })).toEqual([
      { date: '2025-10-26', legacy: 74, forward: 26, mhhs: 10, reverse: 0, total: 110, share: 10 / 110 },
      { date: '2025-10-27', legacy: 71, forward: 12, mhhs: 26, reverse: 1, total: 110, share: 26 / 110 },
    ]);
    expect(progress(run).map(day => day.total)).toEqual([110, 110, 110, 110, 110, 110]);
  });

  test('by segment, supplier and area the same points are counted', () => {
    const last = { from: '2025-10-27' };
    expect(progressBySegment(run, last).map(row => [row.segment, row.mhhs, row.total])).toEqual([
      ['Advanced', 1, 10],
      ['Smart', 25, 100],
    ]);
    expect(progressBySupplier(run, last).map(row => [row.supplier, row.mhhs, row.total])).toEqual([
      ['Alder Energy', 21, 64],
      ['Birch Power', 5, 33],
      ['Cedar Gas, Light', 0, 13],
    ]);
    expect(progressByArea(run, last).map(row => [row.area, row.mhhs, row.total])).toEqual([
      ['Eastern', 16, 70],
      ['London', 10, 40],
    ]);
  });

  test('standing at a milestone: market, segments, suppliers; none for a day outside the run', () => {
    expect(milestoneDays(run)).toEqual([{ date: '2025-10-22', milestone: 'M11, M12' }]);
    const standing = standingAt(run, '2025-10-26')!;
    expect(standing.market.mhhs).toBe(10);
    expect(standing.segments.map(row => [row.segment, row.share])).toEqual([
      ['Advanced', 0],
      ['Smart', 0.1],
    ]);
    expect(standing.suppliers.map(row => row.share)).toEqual([10 / 64, 0, 0]);
    expect(standingAt(run, '2027-05-07')).toBeUndefined();
  });

  test('the last completion, and what is left and why', () => {
    expect(lastCompletion(run)).toBe('2025-10-27');
    const left = whatIsLeft(run);
    expect(left.date).toBe('2025-10-27');
    expect(left.segments.map(row => [row.segment, row.legacy, row.forward, row.reverse])).toEqual([
      ['Advanced', 9, 0, 0],
      ['Smart', 62, 12, 1],
    ]);
    expect(left.reasons).toEqual([
      { reason: 'held back by thresholds or freezes', count: 40 },
      { reason: 'not planned within the period', count: 27 },
      { reason: 'waiting for an answer', count: 10 },
      { reason: 'complex metering waits for M14', count: 3 },
      { reason: 'one of its services given up', count: 2 },
      { reason: 'rejected or expired, to be asked for again', count: 1 },
      { reason: 'waiting for its EFD', count: 1 },
    ]);
    expect(left.supplierReasons.map(({ supplier, reason, count }) => [supplier, reason, count])).toEqual([
      ['Alder Energy', 'held back by thresholds or freezes', 32],
      ['Alder Energy', 'waiting for an answer', 10],
      ['Alder Energy', 'waiting for its EFD', 1],
      ['Birch Power', 'not planned within the period', 27],
      ['Birch Power', 'rejected or expired, to be asked for again', 1],
      ['Cedar Gas, Light', 'held back by thresholds or freezes', 8],
      ['Cedar Gas, Light', 'complex metering waits for M14', 3],
      ['Cedar Gas, Light', 'one of its services given up', 2],
    ]);
    expect(left.exceptions).toEqual([
      { kind: 'IF-032 rejected: agent not qualified', count: 3, first: '2025-10-23', last: '2025-10-27' },
      { kind: 'appointments missing at the EFD', count: 2, first: '2025-10-24', last: '2025-10-24' },
      { kind: 'fell at gate closure', count: 1, first: '2025-10-27', last: '2025-10-27' },
    ]);
    expect(exceptionsByDay(run).map(row => row.party)).toEqual([
      'Alder Energy',
      null,
      'Cedar Gas, Light',
      'Birch Power',
    ]);
  });

  test('migrations by supplier keep the order of days and suppliers', () => {
    expect(migrationsBySupplier(run).slice(-2)).toEqual([
      {
        ...{ date: '2025-10-27', supplier_id: 2, supplier: 'Birch Power', planned: 0, started: 0, completed: 5 },
        ...{ rejected: 0, cancelled: 1, reversed: 0, waiting: 0 },
      },
      {
        ...{ date: '2025-10-27', supplier_id: 3, supplier: 'Cedar Gas, Light', planned: 4, started: 2, completed: 0 },
        ...{ rejected: 0, cancelled: 0, reversed: 0, waiting: 2 },
      },
    ]);
  });
});

describe('queues, messages, latency', () => {
  test('the busiest queues: by the largest backlog with its first day, and by mean utilisation', () => {
    expect(busiestQueues(run, 'backlog', 1)).toEqual([
      {
        ...{ party_id: 6, party: 'Meterfit', role: 'MSS', label: 'Meterfit', work: 'acceptance' },
        ...{ max_backlog: 8, max_backlog_date: '2025-10-23', mean_utilisation: 3.625 / 4, max_utilisation: 1 },
        ...{ max_wait_min: 4300, done: 34 },
      },
    ]);
    expect(busiestQueues(run, 'utilisation').map(queue => [queue.label, queue.mean_utilisation])).toEqual([
      ['Meterfit', 3.625 / 4],
      ['SMRA Eastern', 0.875 / 3],
      ['Dataflow (NHHDC)', 0],
    ]);
    expect(queuesByDay(run)[6]).toEqual({
      ...{ date: '2025-10-25', party_id: 6, party: 'Meterfit', work: 'acceptance', arrived: 0, done: 0, backlog: 8 },
      ...{ utilisation: null, wait_mean_min: null, wait_p95_min: null, wait_max_min: null },
    });
  });

  test('messages in all, by network, by step and flow', () => {
    expect(messageTotal(run)).toBe(118);
    expect(messagesByNetwork(run)).toEqual([
      { network: 'DIP', messages: 90 },
      { network: 'DTN', messages: 28 },
    ]);
    expect(messagesByFlow(run).slice(0, 3)).toEqual([
      { step: '3.1.1', flow: 'IF-031', network: 'DIP', messages: 56 },
      { step: '3.1.2', flow: 'IF-032', network: 'DIP', messages: 20 },
      { step: '3.1.10', flow: 'D0151', network: 'DTN', messages: 14 },
    ]);
    expect(networkHours(run)[0]).toEqual({
      hour: '2025-10-22T08:00:00Z',
      network: 'DIP',
      offered: 40,
      delivered: 38,
      queued: 2,
    });
  });

  test('messages by local day: midnight in Britain is 23:00 UTC in summer and 00:00 UTC in winter', () => {
    const sent = (of: Run) => networkDays(of).filter(row => row.messages > 0);
    expect(sent(run)).toEqual([
      { date: '2025-10-22', network: 'DIP', messages: 54 },
      { date: '2025-10-22', network: 'DTN', messages: 14 },
      { date: '2025-10-23', network: 'DIP', messages: 32 },
      { date: '2025-10-23', network: 'DTN', messages: 14 },
      { date: '2025-10-27', network: 'DIP', messages: 4 },
    ]);
    expect(networkDays(run)).toHaveLength(12);

    const place = join(temporaryFolder(), 'results.sqlite');
    const dates = ['2025-10-25', '2025-10-26', '2025-10-27'];
    const hours = ['2025-10-25T22', '2025-10-25T23', '2025-10-26T23', '2025-10-27T00'];
    const day = dates.map(date => [date, 1, null, 1, null]);
    const hour = hours.map((at, i) => [`${at}:00:00Z`, 'CSS', 10 ** i, 0, 0]);
    writeDatabase(place, [tableOf('day', day), tableOf('network_hourly', hour)], {});
    const change = openRun(dirname(place), sampleManifest);
    expect(sent(change).map(row => row.messages)).toEqual([1, 110, 1000]);
    change.close();
  });

  test('latency keeps the order of the catalogue and the values that are missing', () => {
    expect(latencies(run).map(row => [row.step, row.party, row.count, row.p99_min])).toEqual([
      ['3.1.2', 'SMRA Eastern', 46, 70],
      ['3.1.2', 'SMRA London', 16, 95],
      ['3.1.3', 'Meterfit', 25, 140],
      ['3.1.10', 'Birch Power', 0, null],
    ]);
  });
});

describe('trace', () => {
  test('a life is found by MPAN core and by number, with names for parties and steps', () => {
    const life = traceOf(run, { msid: sampleMsids[0] })!;
    expect(traceOf(run, { point: 17 })).toEqual(life);
    expect(life.facts).toMatchObject({ segment: 'Smart', area: 'Eastern', supplier: 'Alder Energy', state: 'mhhs' });
    expect(life.acts).toHaveLength(8);
    expect(life.acts[5]).toEqual({
      ...{ seq: 5, at: '2025-10-22T08:11:30Z', step: '3.1.2', title: 'validation', act: 'sent', flow: 'IF-032' },
      ...{ from_party: 'SMRA Eastern', to_party: 'Alder Energy', network: 'DIP', due: '2025-10-22T09:01:00Z' },
      ...{ outcome: 'met', detail: 'accept' },
    });
  });

  test('what was not traced is not found, what was is listed', () => {
    expect(traceOf(run, { point: 18 })).toBeUndefined();
    expect(tracedPoints(run)).toEqual([
      { msid: sampleMsids[0], point: 17 },
      { msid: sampleMsids[1], point: 42 },
    ]);
  });
});

describe('parties, steps, days, invariants', () => {
  test('come in their stated order', () => {
    expect(parties(run).map(party => party.party_id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(steps(run).map(step => step.step)).toEqual(['3.1.1', '3.1.2', '3.1.3', '3.1.5', '3.1.10', '3.1.15']);
    expect(
      days(run)
        .filter(day => day.working_day === 0)
        .map(day => day.date),
    ).toEqual(['2025-10-25', '2025-10-26']);
    expect(invariants(run).map(({ holds, checks }) => [holds, checks])).toEqual([
      [1, 80],
      [1, 6],
    ]);
  });

  test('a party is found by party_id, mpid or name; a name of several is told apart, a slip is mended', () => {
    const id = (word: string) => {
      const answer = findParty(run, word);
      return 'found' in answer ? answer.found.party_id : answer.fault;
    };
    expect([id('4'), id('eelc'), id('Smra London')]).toEqual([4, 4, 5]);
    expect(id('Dataflow')).toBe(
      'party Dataflow is more than one: ask for it by party_id: 7 (Dataflow, SDS), 8 (Dataflow, NHHDC)',
    );
    expect(id('Alder Enrgy')).toBe('there is no party Alder Enrgy; did you mean "Alder Energy"?');
    expect(id('Octavia')).toBe('there is no party Octavia');
  });

  test('a step is found by its number, a slip is mended', () => {
    expect(findStep(run, '3.1.10')).toMatchObject({ found: { title: 'notice of termination' } });
    expect(findStep(run, '3.1.4')).toEqual({ fault: 'there is no step 3.1.4; did you mean "3.1.1"?' });
  });
});
