import type { Stage } from '../stage.ts';
import { collectorReads } from './collector-reads.ts';
import { dataCollector } from './data-collector.ts';
import { dataRetriever } from './data-retriever.ts';
import { dataService } from './data-service.ts';
import { gateClosure } from './gate-closure.ts';
import { legacyEnd } from './legacy-end.ts';
import { meterOperator } from './meter-operator.ts';
import { meteringService } from './metering-service.ts';
import { supplierReads } from './reads.ts';
import { response } from './response.ts';
import { supplier } from './supplier.ts';
import { validation } from './validation.ts';

/** The appointment of agents under MHHS, however it is asked for, and the part of those that go out. */
export const appointment: readonly Stage[] = [
  ...supplier,
  ...validation,
  ...response,
  ...gateClosure,
  ...dataRetriever,
  ...meteringService,
  ...dataService,
  ...meterOperator,
  ...dataCollector,
  ...collectorReads,
  ...legacyEnd,
  ...supplierReads,
];
