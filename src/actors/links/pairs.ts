import type { Act } from '../act.ts';
import type { Stage } from '../stage.ts';
import { LINK, LINK_STEP } from './catalogue.ts';

/** The SMRA's part where an export MSID is given the agents of its import MSID (BSCP708 §4.1.2). */
export const pairs: readonly Stage[] = [
  {
    kind: 'moment',
    name: 'agents replaced',
    handler: replaceAgents,
    apart: true,
    sends: [
      LINK.replacedImport,
      LINK.replacedExport,
      LINK.replacedMs,
      LINK.replacedOldMs,
      LINK.replacedDs,
      LINK.replacedOldDs,
      LINK.replacedLdso,
      LINK.replacedEes,
    ],
  },
];

/** pairs.1 and pairs.2, on the new registration of the export MSID: IF-036 appoints its agents and ends the others. */
function replaceAgents(c: Act): void {
  const { smra, points } = c;
  const importSupplier = points.supplier[c.links.pairs.of(c.id).import]!;
  const metering = c.ms !== c.oldMs;
  const data = c.ds !== c.oldDs;
  c.note('the agents of import and export differ');
  c.did(LINK_STEP.find, smra);
  c.owe(LINK_STEP.replace, smra);
  c.judge(LINK_STEP.replace, smra);
  c.note(metering && data ? 'metering and data service' : metering ? 'metering service' : 'data service');
  c.send(LINK.replacedImport, smra, importSupplier);
  c.send(LINK.replacedExport, smra, c.supplier);
  if (metering) {
    c.send(LINK.replacedMs, smra, c.ms);
    c.send(LINK.replacedOldMs, smra, c.oldMs);
  }
  if (data) {
    c.send(LINK.replacedDs, smra, c.ds);
    c.send(LINK.replacedOldDs, smra, c.oldDs);
  }
  c.send(LINK.replacedLdso, smra, c.ldso);
  c.send(LINK.replacedEes, smra, 0);
}
