import type { Stage } from '../stage.ts';
import { association } from './association.ts';
import { confirmed } from './confirmed.ts';
import { pairs } from './pairs.ts';
import { related } from './related.ts';
import { relatedSwitch } from './switch.ts';

export { IMPORT_SERVES, servedWithImport } from './served.ts';

/** Related MSIDs, and pairs of import and export MSIDs (BSCP708 §4.1). */
export const links: readonly Stage[] = [...related, ...confirmed, ...relatedSwitch, ...pairs, ...association];
