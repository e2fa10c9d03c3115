import { EFFECTIVE, type Links, MHHS, type Points } from '../../market/index.ts';
import { MS } from '../services.ts';

/** Bit of what a switch has come with: the import MSID's metering service is the export MSID's without being asked. */
export const IMPORT_SERVES = 0x10000;

/**
 * The metering service that an export MSID has from its import MSID, so that a MOA is asked for on the import MSID only
 * (REC engagement day, February 2025); −1 for any other registration. Asked as a day begins.
 */
export function servedWithImport(points: Points, links: Links, id: number): number {
  if (points.standing.state(id) !== MHHS || !links.pairs.isExport(id)) return -1;
  const other = links.pairs.of(id).import;
  const both = [id, other].every(row => points.standing.status(2 * row + MS) === EFFECTIVE);
  return both && points.ms[id] === points.ms[other] ? points.ms[id]! : -1;
}
