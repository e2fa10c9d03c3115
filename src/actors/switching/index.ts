import type { Stage } from '../stage.ts';
import { css } from './css.ts';
import { smra } from './smra.ts';

/** A switch as the CSS and the SMRA see it, whatever procedure it then goes by. */
export const switching: readonly Stage[] = [...css, ...smra];
