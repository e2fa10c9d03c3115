import { EFFECTIVE } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { DS, MS } from '../services.ts';
import type { Stage } from '../stage.ts';
import { LINK, LINK_STEP, RELATED, RELATED_MESSAGES } from './catalogue.ts';

/** Threads of an association: something about it has changed, it has ended, or one more MSID has come to it. */
const WHAT = ['changed', 'ended', 'made'] as const;

/** Links are made and changed by the LDSO, and the SMRA makes it known (REC engagement day, February 2025). */
export const association: readonly Stage[] = [
  { kind: 'moment', name: 'related appointed', handler: appoint, apart: true, sends: RELATED_MESSAGES },
  // Apart, so that what took effect at 00:00 is known by then.
  { kind: 'moment', name: 'association', handler: change, apart: true, sends: [LINK.relate, LINK.pair] },
  {
    kind: 'receipt',
    name: 'association at SMRA',
    of: [LINK.relate, LINK.pair],
    handler: publish,
    sends: [
      LINK.relatedSupplier,
      LINK.relatedMs,
      LINK.relatedDs,
      LINK.pairedImport,
      LINK.pairedExport,
      LINK.pairedMs,
      LINK.pairedDs,
    ],
  },
];

/** An MSID under MHHS has come to a set with other agents: it gets those of the primary by IF-036. */
function appoint(c: Act): void {
  c.since = c.now;
  c.oweBy(RELATED.confirm, c.smra, c.now);
  c.judgeBy(RELATED.confirm, c.smra, c.now);
  c.note(c.branch === MS ? 'metering service' : 'data service');
  c.send(RELATED.if036Supplier, c.smra, c.supplier);
  c.send(RELATED.if036Ms, c.smra, c.ms);
  c.send(RELATED.if036Ds, c.smra, c.ds);
  c.send(RELATED.if036Ldso, c.smra, c.ldso);
  c.send(RELATED.if036Ees, c.smra, 0);
}

/** related.2 or pairs.3 begins: IF-019. */
function change(c: Act): void {
  c.note(WHAT[c.branch]!);
  if (c.links.pairs.includes(c.id)) {
    c.outside.appointed(c.id);
    c.send(LINK.pair, c.ldso, c.smra);
  } else c.send(LINK.relate, c.ldso, c.smra);
}

/** IF-020 to the suppliers, and to the agents if the MSID has them under MHHS by now. */
function publish(c: Act): void {
  const paired = c.links.pairs.includes(c.id);
  const owed = paired ? LINK_STEP.pair : LINK_STEP.relate;
  const smra = c.debtor(owed, 'SMRA', c.smra);
  c.owe(owed, smra);
  c.judge(owed, smra);
  c.note(WHAT[c.branch]!);
  if (paired) {
    const pair = c.links.pairs.of(c.id);
    c.send(LINK.pairedImport, c.smra, c.points.supplier[pair.import]!);
    c.send(LINK.pairedExport, c.smra, c.points.supplier[pair.export]!);
  } else c.send(LINK.relatedSupplier, c.smra, c.supplier);
  if (c.status(MS) === EFFECTIVE) c.send(paired ? LINK.pairedMs : LINK.relatedMs, c.smra, c.ms);
  if (c.status(DS) === EFFECTIVE) c.send(paired ? LINK.pairedDs : LINK.relatedDs, c.smra, c.ds);
}
