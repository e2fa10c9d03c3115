import type { Stage } from '../stage.ts';
import { dataService } from './data-service.ts';
import { newSupplier } from './new-supplier.ts';
import { oldSupplier } from './old-supplier.ts';
import { smra } from './smra.ts';

/** Forward migration on change of supplier, besides the appointments. */
export const forwardCos: readonly Stage[] = [...smra, ...newSupplier, ...oldSupplier, ...dataService];
