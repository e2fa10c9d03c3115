import type { Act } from '../act.ts';
import type { Stage } from '../stage.ts';
import { WORKS } from './catalogue.ts';
import { isUnderMhhs, kindOf } from './threads.ts';

/** The supplier's part in works on meters: it asks for them (REC engagement day, February 2025). */
export const supplier: readonly Stage[] = [
  {
    kind: 'moment',
    name: 'works request',
    handler: request,
    sends: [WORKS.d0142Moa, WORKS.d0142Ms, WORKS.d0134Moa, WORKS.d0134Ms, WORKS.d0001Moa, WORKS.d0001Ms],
  },
];

const TO_MOA = [WORKS.d0142Moa, WORKS.d0134Moa, WORKS.d0001Moa] as const;
const TO_MS = [WORKS.d0142Ms, WORKS.d0134Ms, WORKS.d0001Ms] as const;

/** D0142, D0134 or D0001: to the MOA in the legacy arrangements, to the metering service under MHHS. */
function request(c: Act): void {
  const kind = kindOf(c.branch);
  if (isUnderMhhs(c.branch)) c.send(TO_MS[kind]!, c.supplier, c.ms);
  else c.send(TO_MOA[kind]!, c.supplier, c.metering);
}
