import { MHHS, REVERSE } from '../../market/index.ts';
import { nextDaily } from '../../time/index.ts';
import type { Act } from '../act.ts';
import { NODE } from '../nodes.ts';
import type { Stage } from '../stage.ts';
import { REVERSE_COS, REVERSE_STEP } from './catalogue.ts';
import { GOT, lacksMoa } from './progress.ts';

/** The part of the SMRA in reverse migration (BSCP708 §3.3). */
export const smra: readonly Stage[] = [
  {
    kind: 'moment',
    name: 'reverse details sent',
    handler: sendDetails,
    sends: [REVERSE_COS.d0217, REVERSE_COS.d0260],
  },
  { kind: 'moment', name: 'reverse begins', handler: begin },
  {
    kind: 'receipt',
    name: 'reverse D0205 at SMRA',
    of: [REVERSE_COS.d0205],
    handler: receiveD0205,
    leadsTo: ['reverse record'],
  },
  {
    kind: 'receipt',
    name: 'reverse secured at SMRA',
    of: [REVERSE_COS.secured],
    handler: receiveSecured,
    leadsTo: ['reverse record', 'reverse EFD'],
  },
  {
    kind: 'moment',
    name: 'reverse record',
    handler: takeInTurn,
    apart: true,
    sends: [
      REVERSE_COS.if003Ms,
      REVERSE_COS.if003Ds,
      REVERSE_COS.if003Supplier,
      REVERSE_COS.if003Ldso,
      REVERSE_COS.if003Bsc,
      REVERSE_COS.if003Ees,
    ],
    leadsTo: ['reverse D0205 too late'],
  },
];

/** When the IF-003s go out: seconds of the day. */
const EIGHTEEN = 18 * 3600;

/** What the SMRA takes in the order of time, as branches: a D0205, and the time to tell of the reverse migration. */
const AGENTS_COME: number = 0;
const TIME_TO_TELL: number = 1;

/** 3.3.1: D0217 and D0260, no IF-002; from now until the EFD the MSID is about to leave the MHHS arrangements. */
function sendDetails(c: Act): void {
  if (!c.fulfil(REVERSE_STEP.details, c.smra)) return;
  c.sendBoth(REVERSE_COS.d0217, REVERSE_COS.d0260, c.smra, c.supplier);
  // A backlog may have kept it past the EFD: then the switch has taken effect without.
  if (c.today >= c.registered) return;
  const { standing, old } = c;
  if (standing.state(old) === MHHS) {
    c.becomeOf(old, REVERSE);
    return;
  }
  // Appointments that are certain, but not effective yet, first take effect: at 00:00, a second before.
  const efd = c.rules.first + Math.max(standing.efd(2 * old), standing.efd(2 * old + 1));
  if (efd > c.today) c.reach(NODE['reverse begins'], c.midnight(efd) + 1);
}

function begin(c: Act): void {
  if (!c.dead && c.standing.state(c.old) === MHHS) c.becomeOf(c.old, REVERSE);
}

function receiveD0205(c: Act): void {
  c.branch = AGENTS_COME;
  c.reach(NODE['reverse record'], c.now);
}

/** 3.3.8: nothing stops the switch any more. At 18:00 it is time to tell; on the EFD the reads begin. */
function receiveSecured(c: Act): void {
  c.since = c.now;
  const at = nextDaily(c.british, EIGHTEEN, c.now);
  c.oweBy(REVERSE_STEP.notify, c.smra, at);
  c.branch = TIME_TO_TELL;
  c.reach(NODE['reverse record'], at);
  c.branch = 0;
  c.reach(NODE['reverse EFD'], Math.max(c.now, c.midnight(c.registered)));
}

/** Whether the D0205 came in time for the IF-003s shows in the order of the two. */
function takeInTurn(c: Act): void {
  if (c.branch === TIME_TO_TELL) {
    c.branch = 0;
    tell(c);
    return;
  }
  const late = (c.got(GOT.d0205) & GOT.told) !== 0;
  if (late && !c.isUms && !lacksMoa(c)) c.reach(NODE['reverse D0205 too late'], c.now);
}

/** 3.3.9: one IF-003 for both services; it names the incoming agents if the D0205 has told of them. */
function tell(c: Act): void {
  const known = (c.got(GOT.told) & GOT.d0205) !== 0;
  if (known && !lacksMoa(c)) c.got(GOT.moaNamed);
  c.judgeBy(REVERSE_STEP.notify, c.smra, c.now);
  if (!known) c.note('incoming agents left empty: no D0205 yet');
  else c.note(lacksMoa(c) ? 'incoming MOA left empty' : 'incoming agents named');
  c.send(REVERSE_COS.if003Ms, c.smra, c.oldMs);
  c.send(REVERSE_COS.if003Ds, c.smra, c.oldDs);
  c.send(REVERSE_COS.if003Supplier, c.smra, c.oldSupplier);
  c.send(REVERSE_COS.if003Ldso, c.smra, c.ldso);
  c.send(REVERSE_COS.if003Bsc, c.smra, 0);
  c.send(REVERSE_COS.if003Ees, c.smra, 0);
}
