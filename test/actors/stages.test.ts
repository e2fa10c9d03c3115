import { describe, expect, it } from 'vitest';
import { NODE, NODE_NAMES, STAGES } from '../../src/actors/index.ts';
import { ROWS, STEPS } from '../../src/procedures/index.ts';
import { WORK } from '../../src/scenario/index.ts';

/** Roles that stand in for each other; the rest go by their own name. */
const SPACES: Readonly<Record<string, string>> = {
  MSS: 'MS',
  MSA: 'MS',
  UMSO: 'MS',
  SDS: 'DS',
  ADS: 'DS',
  UMSDS: 'DS',
  NHHDC: 'DC',
  HHDC: 'DC',
};

const text = (row: (typeof ROWS)[number]) => `${row.step.ref} ${row.flow} from ${row.from} to ${row.to}`;

describe('what the actors take up', () => {
  it('is each place once, and no place is left to nobody', () => {
    const names = STAGES.map(s => s.name);
    expect(new Set(names).size).toBe(names.length);
    expect([...names].sort()).toEqual([...NODE_NAMES].sort());
    NODE_NAMES.forEach((name, i) => {
      expect(NODE[name]).toBe(i);
    });
  });

  it('sends every message of the catalogue', () => {
    const sent = new Set(STAGES.flatMap(s => (s.kind === 'work' ? [] : (s.sends ?? []))));
    expect(ROWS.filter(row => !sent.has(row.index)).map(text)).toEqual([]);
  });

  it('receives no message twice', () => {
    const receivers = ROWS.map(row => STAGES.filter(s => s.kind === 'receipt' && s.of.includes(row.index)).length);
    expect(ROWS.filter((_, i) => receivers[i]! > 1).map(text)).toEqual([]);
  });

  it('acts on the messages that a step of BSCP708 §3.1 waits for', () => {
    const received = new Set(STAGES.flatMap(s => (s.kind === 'receipt' ? s.of : [])));
    const own = ROWS.filter(row => row.procedure.name === 'forward-coa');
    const answered = own.filter(row => received.has(row.index)).map(row => `${row.step.ref} ${row.flow} to ${row.to}`);
    expect(answered).toEqual([
      '3.1.1 IF-031 to SMRA',
      '3.1.2 IF-032 to Supplier',
      '3.1.2 IF-033 to incoming MS',
      '3.1.2 IF-033 to incoming DS',
      '3.1.3 IF-034 to SMRA',
      '3.1.3 IF-034 to SMRA',
      '3.1.4 IF-035 to Supplier',
      '3.1.5 D0170 to outgoing MOA',
      '3.1.5 D0170 to outgoing DC',
      // D0149 and D0150 are taken up when both are there, at the second.
      '3.1.6 D0150 to incoming MS',
      '3.1.6 D0268 to incoming MS',
      '3.1.11 IF-036 to Supplier',
      '3.1.11 IF-036 to incoming MS',
      '3.1.14 D0010 to outgoing DC',
      '3.1.16 D0010 to Supplier',
      'gate-closure.1 IF-035 to Supplier',
    ]);
  });

  it('queues for each kind of work that a scenario gives capacities for, and for no other', () => {
    const queued = new Set(STAGES.flatMap(s => (s.kind === 'work' ? [`${s.space} ${s.capacity}`] : [])));
    const given = new Set(
      Object.entries(WORK).flatMap(([role, kinds]) => kinds.map(kind => `${SPACES[role] ?? role} ${kind}`)),
    );
    expect([...queued].sort()).toEqual([...given].sort());
  });

  it('ends each job in a moment, under a step that there is', () => {
    for (const stage of STAGES) {
      if (stage.kind !== 'work') continue;
      expect(STAGES.find(s => s.name === stage.act)?.kind, stage.name).toBe('moment');
      if (typeof stage.step === 'number') expect(STEPS[stage.step], stage.name).toBeDefined();
    }
  });
});
