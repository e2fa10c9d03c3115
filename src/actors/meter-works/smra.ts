import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { WORKS, WORKS_STEP } from './catalogue.ts';
import { ENERGISATION, EXCHANGE, isRefused, isUnderMhhs, kindOf, smraStep, typeAfter } from './threads.ts';

/** The part of the SMRA in works on meters (REC engagement day, February 2025). */
export const smra: readonly Stage[] = [
  // D0312 and D0304 are taken up when both are there.
  { kind: 'receipt', name: 'D0312 and D0304 at SMRA', of: [WORKS.d0304], handler: receiveLegacy },
  { kind: 'moment', name: 'D0312 and D0304 looked at', handler: lookAt, leadsTo: ['SMRA works'] },
  {
    kind: 'receipt',
    name: 'works at SMRA',
    of: [WORKS.if005, WORKS.if007],
    handler: receive,
    leadsTo: ['SMRA works'],
  },
  { kind: 'work', name: 'SMRA works', space: 'SMRA', capacity: 'works', step: smraStep, act: 'SMRA works done' },
  {
    kind: 'moment',
    name: 'SMRA works done',
    handler: finish,
    sends: [WORKS.d0312Answer, WORKS.d0304Answer, ...Object.values(WORKS.if006), ...Object.values(WORKS.if008)],
  },
];

/** They are looked at overnight, when all that happened to the MSID on the day is known. */
function receiveLegacy(c: Act): void {
  c.outside.look(c.id, c.branch, c.now, c.today);
}

/** As the next day begins: answered within 1 WD of when they came. */
function lookAt(c: Act): void {
  c.oweFrom(WORKS_STEP.answer, c.smra, c.since);
  c.work(NODE['SMRA works'], c.smra);
}

function receive(c: Act): void {
  c.owe(smraStep(c), c.smra);
  c.work(NODE['SMRA works'], c.smra);
}

/** The register is changed, and who must know of it is told; or it is not, and the MOA is told why. */
function finish(c: Act): void {
  c.judge(smraStep(c), c.smra);
  if (!isUnderMhhs(c.branch)) {
    answer(c);
    return;
  }
  const energisation = kindOf(c.branch) === ENERGISATION;
  const { supplier, ldso, ds, ees } = energisation ? WORKS.if008 : WORKS.if006;
  c.send(supplier, c.smra, c.supplier);
  c.send(ldso, c.smra, c.ldso);
  c.send(ds, c.smra, c.ds);
  c.send(ees, c.smra, 0);
  if (kindOf(c.branch) === EXCHANGE) change(c);
}

/** Responses AD and Q: a forward migration is in progress or completed. */
function answer(c: Act): void {
  const refused = isRefused(c.branch);
  if (refused) c.ledger.except(c.now, 'D0312 and D0304 refused: forward migration', c.supplier);
  c.note(refused ? 'refused: AD' : 'accepted');
  c.send(WORKS.d0312Answer, c.smra, c.metering);
  c.note(refused ? 'refused: Q' : 'accepted');
  c.send(WORKS.d0304Answer, c.smra, c.metering);
  if (!refused) change(c);
}

/** The market knows the MSID by its new meter from tomorrow on. */
function change(c: Act): void {
  const after = typeAfter(c);
  if (after !== c.type) c.outside.exchanged(c.id, after, c.today);
}
