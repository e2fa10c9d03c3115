import type { Market } from '../build.ts';
import type { Table } from '../table.ts';
import { areaTable, dayTable, partyTable, stepTable } from './facts.ts';
import { invariants, invariantTable } from './invariants.ts';
import { areaDailyTable, exceptionTable, migrationTable, stateTable } from './migration.ts';
import { outstandingTable } from './outstanding.ts';
import { capacityTable, deadlineTable, latencyTable } from './service.ts';
import { switchTable } from './switches.ts';
import { pointTable, traceTable } from './traces.ts';
import { MessageRows, networkTable } from './traffic.ts';

/** The result tables of a run that has ended. */
export function resultTables(market: Market): { tables: Table[]; invariantsHold: boolean } {
  const held = invariants(market);
  const tables = [
    partyTable(market),
    areaTable(market),
    stepTable(market),
    dayTable(market),
    stateTable(market),
    areaDailyTable(market),
    migrationTable(market),
    new MessageRows(market).table(),
    networkTable(market),
    deadlineTable(market),
    capacityTable(market),
    exceptionTable(market),
    switchTable(market),
    outstandingTable(market),
    latencyTable(market),
    pointTable(market),
    traceTable(market),
    invariantTable(held),
  ];
  return { tables, invariantsHold: held.every(i => i.holds) };
}
