import { describe, expect, it } from 'vitest';
import { knownSteps, PROCEDURES, ROWS, row, STEPS, step } from '../../src/procedures/index.ts';
import { parseDeadline } from '../../src/time/index.ts';

describe('the catalogue', () => {
  it('has these procedures, forward migration on change of agent first', () => {
    expect(PROCEDURES.map(p => p.name)).toEqual([
      'forward-coa',
      'forward-cos',
      'reverse-cos',
      'switching',
      'data-retriever',
      'legacy-cos',
      'mhhs-cos',
      'missing',
      'meter-works',
      'new-connection',
      'links',
      'read-exceptions',
    ]);
  });

  it('has every step reference once, and numbers steps and messages by their position', () => {
    const refs = STEPS.map(s => s.ref);
    expect(new Set(refs).size).toBe(refs.length);
    STEPS.forEach((s, i) => {
      expect(step(s.ref)).toBe(i);
    });
    ROWS.forEach((r, i) => {
      expect(r.index).toBe(i);
      expect(row(r.step.ref, r.flow, r.from, r.to)).toBe(i);
    });
  });

  it('leaves the numbers from 512 on to draws that are no messages, with some to spare', () => {
    expect(ROWS.length).toBeLessThan(480);
  });

  it('refuses a step or a message that it does not have', () => {
    expect(() => step('3.1.99')).toThrow('the catalogue has no step 3.1.99');
    expect(() => row('3.1.1', 'IF-031', 'SMRA', 'Supplier')).toThrow(
      'the catalogue has no IF-031 from SMRA to Supplier in step 3.1.1',
    );
  });

  it('knows what a scenario may set of a step', () => {
    const known = knownSteps();
    expect([...known.keys()]).toEqual(STEPS.map(s => s.ref));
    expect(known.get('3.1.1')).toEqual({ due: false, optional: false });
    // A moment that the procedure itself fixes is not for a scenario to set.
    expect(known.get('3.1.5')).toEqual({ due: false, optional: false });
    expect(known.get('3.1.11')).toEqual({ due: false, optional: false });
    expect(known.get('3.3.9')).toEqual({ due: false, optional: false });
    expect(known.get('3.1.10')).toEqual({ due: true, optional: false });
    expect(known.get('3.1.7')).toEqual({ due: true, optional: true });
    expect(known.get('3.1.8')).toEqual({ due: true, optional: true });
    expect(known.get('3.3.11')).toEqual({ due: true, optional: true });
    expect(known.get('mhhs-cos.7')).toEqual({ due: true, optional: false });
    expect(known.get('3.1.99')).toBeUndefined();
  });

  it('has deadlines that can be read, and says of each step what happens in it', () => {
    for (const s of STEPS) {
      if (typeof s.due?.within === 'string') expect(() => parseDeadline(s.due!.within as string), s.ref).not.toThrow();
      expect(s.messages.length > 0, s.ref).toBe(s.act === undefined);
      expect(s.appliesTo.length, s.ref).toBeGreaterThan(0);
    }
  });

  it('sends each message for some of the types of its step, and each type of a step with messages gets one', () => {
    for (const s of STEPS) {
      for (const m of s.messages) {
        for (const type of m.only ?? []) expect(s.appliesTo, `${s.ref} ${m.flow}`).toContain(type);
      }
      if (s.act) continue;
      for (const type of s.appliesTo) {
        const sent = s.messages.filter(m => !m.optional && (m.only?.includes(type) ?? true));
        expect(sent.length, `${s.ref} for ${type}`).toBeGreaterThan(0);
      }
    }
  });

  it('sends IF flows by DIP, D flows by DTN, those of the CSS by its own link, and the rest bilaterally', () => {
    const flows = (network: string) => [...new Set(ROWS.filter(r => r.network === network).map(r => r.flow))].sort();
    for (const flow of flows('DIP')) expect(flow).toMatch(/^IF-0\d\d$/);
    for (const flow of flows('DTN')) expect(flow).toMatch(/^D0\d{3}( response)?$/);
    expect(flows('CSS')).toEqual([
      'CSS agents accepted',
      'CSS objection',
      'CSS registration cancelled',
      'CSS registration confirmed',
      'CSS registration pending',
      'CSS registration refused',
      'CSS secured active',
      'CSS switch request',
      'CSS withdrawal',
      'CSS00200',
      'CSS03050',
      'CSS07000',
    ]);
    expect(flows('bilateral')).toEqual(['bilateral MTDs', 'bilateral details', 'bilateral request']);
    for (const r of ROWS) {
      expect([r.from, r.to].includes('CSS'), `${r.step.ref} ${r.flow}`).toBe(r.network === 'CSS');
    }
  });

  it('has no message from a part to itself', () => {
    for (const r of ROWS) expect(r.from, `${r.step.ref} ${r.flow}`).not.toBe(r.to);
  });
});
