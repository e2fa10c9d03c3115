import type { Act } from '../act.ts';
import { DS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { RETRIEVER } from './catalogue.ts';

/** The CSS is kept up to date about who retrieves a smart meter's data (REC engagement day, February 2025). */
export const dataRetriever: readonly Stage[] = [
  {
    kind: 'receipt',
    name: 'CSS00200 at CSS',
    of: [RETRIEVER.arranged],
    handler: c => c.send(RETRIEVER.synchronised, 0, c.smra),
    sends: [RETRIEVER.synchronised],
  },
];

/** A smart meter's data service was asked for, or has answered: the CSS hears of it, where there is one. */
export function tellOfRetriever(c: Act, message: number): void {
  if (c.service !== DS || c.rules.switching === null || !c.isSmart) return;
  c.send(message, c.smra, 0);
}
