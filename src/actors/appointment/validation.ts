import { FALLEN, PENDING } from '../../market/index.ts';
import type { Act } from '../act.ts';
import { DRAW } from '../draws.ts';
import { NODE } from '../nodes.ts';
import { isWithSwitch, MS, rejecting } from '../services.ts';
import type { Stage } from '../stage.ts';
import { RETRIEVER } from './catalogue.ts';
import { tellOfRetriever } from './data-retriever.ts';
import { COA, everyKind, type Kind, kindOf, MCS, smraOwing, stepOf } from './kinds.ts';
import { refused } from './refusals.ts';

/** The SMRA looks at a request for a service, and passes it on to the agent (BSCP708 §3.1.2, §3.2.3). */
export const validation: readonly Stage[] = [
  { kind: 'receipt', name: 'IF-031 at SMRA', of: everyKind('if031'), handler: receiveIF031, leadsTo: ['validation'] },
  {
    kind: 'work',
    name: 'validation',
    space: 'SMRA',
    capacity: 'validation',
    step: stepOf('validate'),
    act: 'validated',
  },
  {
    kind: 'moment',
    name: 'validated',
    handler: validated,
    sends: [...everyKind('if032', 'if033Ms', 'if033Ds'), RETRIEVER.arranged],
    leadsTo: ['validated in turn'],
  },
  {
    kind: 'moment',
    name: 'validated in turn',
    handler: decide,
    apart: true,
    sends: [...everyKind('if032', 'if033Ms', 'if033Ds'), RETRIEVER.arranged],
    leadsTo: ['earlier appointment'],
  },
];

function receiveIF031(c: Act): void {
  const kind = kindOf(c);
  c.owe(kind.validate, smraOwing(c, kind, kind.validate));
  c.work(NODE.validation, c.smra);
}

/** Of several requests for a service one may be validated before an earlier one: they are taken in order of time. */
function validated(c: Act): void {
  if (c.askedAgain) c.reach(NODE['validated in turn'], c.now);
  else decide(c);
}

/** 3.1.2: IF-032 to the supplier; if valid, IF-033 to the agent asked for. */
function decide(c: Act): void {
  const kind = kindOf(c);
  if (!c.fulfil(kind.validate, smraOwing(c, kind, kind.validate))) return;
  const { standing, requests, rules } = c;
  const first = c.request === 0;
  const efd = first || isWithSwitch(c.branch) ? c.efd : requests.askedFor(c.key);
  const why = fault(c, kind, efd);
  if (why !== null) {
    c.note(`rejected: ${why}`);
    c.ledger.except(c.now, `IF-032 rejected: ${why}`, c.supplier);
    if (!c.fell) {
      if (!first) requests.drop(c.key);
      else if (c.counts) c.setStatus(c.service, FALLEN);
    }
    c.branch = rejecting(c.branch);
    c.send(kind.if032, c.smra, c.supplier);
    return;
  }
  if (!first) {
    requests.replace(c.key, {
      request: standing.counting(c.key),
      status: c.status(c.service),
      until: c.now,
      successor: c.request,
    });
    standing.setCounting(c.key, c.request);
    standing.setEfd(c.key, efd - rules.first);
    c.reach(NODE['earlier appointment'], c.now);
  }
  c.setStatus(c.service, PENDING);
  if (kind === COA) {
    const asked = c.british.dayOf(c.since);
    c.ledger.check(4, efd > asked && efd <= asked + 28);
  }
  c.note('accepted');
  c.tell(kind.if032, c.smra, c.supplier);
  if (c.service === MS) c.send(kind.if033Ms, c.smra, c.ms);
  else c.send(kind.if033Ds, c.smra, c.ds);
  tellOfRetriever(c, RETRIEVER.arranged);
}

/** Why an IF-031 is not valid, or null. */
function fault(c: Act, kind: Kind, efd: number): string | null {
  const { rules } = c;
  if (c.fell) return 'MCS too late for its switch';
  if (c.standing.counting(c.key) > c.request) return 'overtaken by a later request';
  if (c.gone) return 'supplier not registered';
  const day = c.british.dayOf(c.since);
  if (kind.migrates && day < rules.segmentFrom[c.segment]!) return 'market segment not open';
  if (day < c.supplierRules.from) return 'supplier not qualified';
  if (day < (c.service === MS ? rules.msFrom[c.ms]! : rules.dsFrom[c.ds]!)) return 'agent not qualified';
  if (kind.migrates && c.isComplex && day < rules.complexFrom) return 'complex metering before M14';
  if (kind === COA) {
    if (efd <= day || efd > day + 28 || c.now >= c.gateClosure(efd)) return 'EFD out of range';
  } else if (c.now >= c.gateClosure(efd) && !(kind.retrospective && efd <= c.today)) {
    return kind === MCS ? 'MCS too late for its switch' : 'too late for its registration';
  }
  return refused(c, rules.smraRefusals, DRAW.refuse, DRAW.reason);
}
