import { describe, expect, test } from 'vitest';
import { PROCEDURES } from '../../src/procedures/index.ts';
import { answer } from './command.ts';

describe('procedures', () => {
  test('without a name lists what there is', async () => {
    const { code, out } = await answer('procedures');
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(PROCEDURES.length);
    expect(out).toContain('forward-coa     Forward migration on change of agent (BSCP708 v0.2 §3.1), 18 rows');
  });

  test('prints a procedure as a table with a row for every step, its flows, deadline and source', async () => {
    const { code, out } = await answer('procedures', 'forward-coa');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(
      'Forward migration on change of agent (forward-coa, BSCP708 v0.2 §3.1, scenario MCA)',
    );
    for (let n = 1; n <= 17; n++) expect(out).toMatch(new RegExp(`^│ 3\\.1\\.${n} +│`, 'm'));
    for (const words of [
      'IF-031',
      'D0170',
      '60 min of',
      '5 WD of D0170 °',
      'gate-closure.1',
      '3.1.17         BSCP708 §3.1.17',
    ])
      expect(out).toContain(words);
    // Columns stand under each other.
    const widths = new Set(
      out
        .split('\n')
        .filter(line => /^[│┌├└]/.test(line))
        .map(line => line.length),
    );
    expect(widths.size).toBe(1);
  });

  test('draws a procedure as a Mermaid sequence diagram', async () => {
    const { code, out } = await answer('procedures', 'forward-coa', '--format', 'mermaid');
    expect(code).toBe(0);
    expect(out).toMatch(/^sequenceDiagram\n {2}title Forward migration on change of agent/);
    expect(out).toContain('  Supplier->>SMRA: IF-031\n');
    expect(out).toContain(
      '  SMRA->>outgoing_MOA: D0170 (NHH smart, NHH traditional, NHH advanced, HH advanced, HH smart)\n',
    );
    expect(out).toContain('  outgoing_DC-->>Supplier: D0380\n');
    // Whoever takes part in a line is introduced.
    const introduced = [...out.matchAll(/participant (\w+) as/g)].map(m => m[1]);
    const taking = [...out.matchAll(/^ {2}(\w+?)-{1,2}>>(\w+):/gm)].flatMap(m => [m[1], m[2]]);
    expect(taking.filter(part => !introduced.includes(part))).toEqual([]);
  });

  test('gives a procedure, or all of them, as JSON', async () => {
    const one = JSON.parse((await answer('procedures', 'forward-coa', '--format', 'json')).out);
    const all = JSON.parse((await answer('procedures', '--format', 'json')).out);
    expect(one).toEqual(JSON.parse(JSON.stringify(PROCEDURES.find(p => p.name === 'forward-coa'))));
    expect(all).toEqual(JSON.parse(JSON.stringify(PROCEDURES)));
  });

  test('of an unknown name says which there are and which may be meant', async () => {
    expect(await answer('procedures', 'forward-cao')).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^there is no procedure "forward-cao"; did you mean "forward-coa"\?; there are: .*forward-coa/,
      ),
    });
    expect((await answer('procedures', 'zzz')).err).toMatch(/^there is no procedure "zzz"; there are: /);
  });

  test('draws one procedure at a time, in the formats that there are', async () => {
    expect(await answer('procedures', '--format', 'mermaid')).toMatchObject({
      code: 2,
      err: '--format mermaid draws one procedure: name it',
    });
    expect((await answer('procedures', '--format', 'picture')).err).toContain('Given: "picture"');
  });
});
