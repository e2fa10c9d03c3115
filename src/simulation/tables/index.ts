import type { Market } from '../build.ts';
import type { Table } from '../table.ts';
import { areaTable, dayTable, partyTable, stepTable } from './facts.ts';
import { type Invariant, invariantTable } from './invariants.ts';
import { areaDailyTable, exceptionTable, migrationTable, stateTable } from './migration.ts';
import { outstandingTable } from './outstanding.ts';
import { capacityTable, deadlineTable, latencyTable } from './service.ts';
import { switchTable } from './switches.ts';
import { pointTable, traceTable } from './traces.ts';
import { MessageRows, networkTable } from './traffic.ts';

/**
 * The result tables of a run that has ended, each made when it is asked for.
 *
 * @param held what was looked at and has to hold
 */
export function* resultTables(market: Market, held: readonly Invariant[]): Generator<Table> {
  yield partyTable(market);
  yield areaTable(market);
  yield stepTable(market);
  yield dayTable(market);
  yield stateTable(market);
  yield areaDailyTable(market);
  yield migrationTable(market);
  yield new MessageRows(market).table();
  yield networkTable(market);
  yield deadlineTable(market);
  yield capacityTable(market);
  yield exceptionTable(market);
  yield switchTable(market);
  yield outstandingTable(market);
  yield latencyTable(market);
  yield pointTable(market);
  yield traceTable(market);
  yield invariantTable(held);
}
