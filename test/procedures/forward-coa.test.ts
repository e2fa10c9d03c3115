import { describe, expect, it } from 'vitest';
import { type MeterType, PROCEDURES } from '../../src/procedures/index.ts';

const coa = PROCEDURES.find(p => p.name === 'forward-coa')!;

// BSCP708 v0.2 §3.1 as printed, row by row: from, to and flow of each message. What the source calls MOA or UMSO on the
// incoming side is the metering service (MS) here, its HHDC and NHHDC are the data collector (DC).
const SOURCE: Record<string, readonly string[]> = {
  '3.1.1': ['Supplier > SMRA: IF-031'],
  '3.1.2': ['SMRA > Supplier: IF-032', 'SMRA > incoming MS: IF-033', 'SMRA > incoming DS: IF-033'],
  '3.1.3': ['incoming MS > SMRA: IF-034', 'incoming DS > SMRA: IF-034'],
  '3.1.4': ['SMRA > incoming MS: IF-035', 'SMRA > incoming DS: IF-035', 'SMRA > Supplier: IF-035'],
  '3.1.5': ['SMRA > outgoing MOA: D0170', 'SMRA > outgoing DC: D0170'],
  '3.1.6': [
    'outgoing MOA > incoming MS: D0149',
    'outgoing MOA > incoming MS: D0150',
    'outgoing MOA > incoming MS: D0268',
  ],
  '3.1.7': [
    'outgoing DC > incoming DS: D0036',
    'outgoing DC > Supplier: D0036',
    'outgoing DC > LDSO: D0036',
    'outgoing DC > incoming DS: D0275',
    'outgoing DC > Supplier: D0275',
    'outgoing DC > LDSO: D0275',
  ],
  '3.1.8': ['outgoing DC > Supplier: D0010', 'outgoing DC > Supplier: D0380'],
  '3.1.9': [
    'incoming MS > Supplier: D0149',
    'incoming MS > Supplier: D0150',
    'incoming MS > incoming DS: D0149',
    'incoming MS > incoming DS: D0150',
    'incoming MS > Supplier: D0268',
    'incoming MS > incoming DS: D0268',
  ],
  '3.1.10': [
    'Supplier > outgoing MOA: D0151',
    'Supplier > outgoing UMSO: D0151',
    'Supplier > outgoing DC: D0151',
    'Supplier > outgoing MA: D0151',
  ],
  // EES: the REC engagement day.
  '3.1.11': [
    'SMRA > Supplier: IF-036',
    'SMRA > incoming MS: IF-036',
    'SMRA > incoming DS: IF-036',
    'SMRA > LDSO: IF-036',
    'SMRA > EES: IF-036',
  ],
  '3.1.12': ['incoming MS > incoming DS: D0388'],
  '3.1.13': ['SMRA > incoming MS: IF-035', 'SMRA > incoming DS: IF-035', 'SMRA > Supplier: IF-035'],
  '3.1.14': ['Supplier > outgoing DC: D0010'],
  '3.1.15': [],
  '3.1.16': ['outgoing DC > Supplier: D0019', 'outgoing DC > Supplier: D0010', 'outgoing DC > LDSO: D0010'],
  '3.1.17': ['Supplier > incoming DS: D0010'],
};

/** The source's METHOD column. */
const BY_DIP = ['3.1.1', '3.1.2', '3.1.3', '3.1.4', '3.1.11', '3.1.13'];

/** Deadlines: the source's own, and 60 minutes for DIP messages (REC engagement day); ° where none is given. */
const DUE: Record<string, string> = {
  '3.1.1': 'none',
  '3.1.2': '60 min',
  '3.1.3': '60 min',
  '3.1.4': '60 min',
  '3.1.5': 'a moment',
  '3.1.6': '5 WD °',
  '3.1.7': '5 WD',
  '3.1.8': '5 WD',
  '3.1.9': '1 WD °',
  '3.1.10': '5 WD',
  '3.1.11': 'a moment',
  '3.1.12': '2 WD',
  '3.1.13': '60 min',
  '3.1.14': '2 WD °',
  '3.1.15': '5 WD °',
  '3.1.16': '1 WD °',
  '3.1.17': '1 WD °',
};

/** The steps of a clean life by type; only 3.1.13 comes on a condition. */
const LIFE: Record<MeterType, string> = {
  'NHH smart': '1 2 3 4 5 10 11 14 15 16 17',
  'NHH traditional': '1 2 3 4 5 6 9 10 11 14 15 16 17',
  'NHH advanced': '1 2 3 4 5 6 9 10 11 14 15 16 17',
  'HH advanced': '1 2 3 4 5 6 7 9 10 11',
  'HH smart': '1 2 3 4 5 8 10 11',
  UMS: '1 2 3 4 5 7 10 11 12',
};

describe('forward migration on change of agent in the catalogue', () => {
  it('has every row of BSCP708 §3.1 in its order, and gate closure besides', () => {
    expect(coa.steps.map(s => s.ref)).toEqual([...Object.keys(SOURCE), 'gate-closure.1']);
    for (const s of coa.steps) {
      expect(s.source, s.ref).toContain(s.ref.startsWith('3.') ? `BSCP708 §${s.ref}` : 'REC engagement day');
    }
  });

  it.each(Object.entries(SOURCE))('%s sends what the source prints', (ref, messages) => {
    const found = coa.steps.find(s => s.ref === ref)!;
    expect(found.messages.map(m => `${m.from} > ${m.to}: ${m.flow}`).sort()).toEqual([...messages].sort());
    for (const m of found.messages) expect(m.network).toBe(BY_DIP.includes(ref) ? 'DIP' : 'DTN');
  });

  it('has one internal act, validating a read or deeming one', () => {
    expect(coa.steps.filter(s => s.act).map(s => [s.ref, s.act!.by])).toEqual([['3.1.15', 'outgoing DC']]);
    for (const s of coa.steps) expect(s.messages.length > 0 || s.act !== undefined, s.ref).toBe(true);
  });

  it('has the deadlines of the sources, and says which are assumed', () => {
    const due = Object.fromEntries(
      coa.steps
        .filter(s => s.ref in DUE)
        .map(s => {
          if (!s.due) return [s.ref, 'none'];
          const text = typeof s.due.within === 'string' ? s.due.within : 'a moment';
          return [s.ref, s.due.assumed ? `${text} °` : text];
        }),
    );
    expect(due).toEqual(DUE);
  });

  it.each(Object.entries(LIFE))('applies to %s in steps %s', (type, steps) => {
    const applies = coa.steps.filter(s => s.appliesTo.includes(type as MeterType)).map(s => s.ref);
    expect(applies.filter(ref => ref !== '3.1.13' && ref !== 'gate-closure.1')).toEqual(
      steps.split(' ').map(n => `3.1.${n}`),
    );
  });

  it('sends single messages only to those whom the source names for a type', () => {
    const only = coa.steps.flatMap(s =>
      s.messages.filter(m => m.only).map(m => `${s.ref} ${m.flow} to ${m.to}: ${m.only!.join(', ')}`),
    );
    const metered = 'NHH smart, NHH traditional, NHH advanced, HH advanced, HH smart';
    const advanced = 'NHH advanced, HH advanced';
    expect(only).toEqual([
      `3.1.5 D0170 to outgoing MOA: ${metered}`,
      '3.1.6 D0149 to incoming MS: NHH traditional',
      '3.1.6 D0150 to incoming MS: NHH traditional',
      `3.1.6 D0268 to incoming MS: ${advanced}`,
      '3.1.9 D0149 to Supplier: NHH traditional',
      '3.1.9 D0150 to Supplier: NHH traditional',
      '3.1.9 D0149 to incoming DS: NHH traditional',
      '3.1.9 D0150 to incoming DS: NHH traditional',
      `3.1.9 D0268 to Supplier: ${advanced}`,
      `3.1.9 D0268 to incoming DS: ${advanced}`,
      `3.1.10 D0151 to outgoing MOA: ${metered}`,
      '3.1.10 D0151 to outgoing UMSO: UMS',
      '3.1.10 D0151 to outgoing MA: UMS',
    ]);
  });

  it('has the second flow of an "and/or" as the optional one', () => {
    const optional = coa.steps.flatMap(s => s.messages.filter(m => m.optional).map(m => `${s.ref} ${m.flow}`));
    expect([...new Set(optional)]).toEqual(['3.1.7 D0275', '3.1.8 D0380']);
  });
});
