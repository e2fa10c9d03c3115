import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mermaid, PROCEDURES, printed } from '../../src/procedures/index.ts';

/** Compares with a file beside the tests; `MHHSIM_UPDATE=1` writes it anew. */
function expectAsKept(name: string, text: string): void {
  const folder = join(import.meta.dirname, 'expected');
  const path = join(folder, name);
  if (process.env.MHHSIM_UPDATE === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${path} is missing: write it with MHHSIM_UPDATE=1 and read it`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe.each(PROCEDURES.map(p => [p.name, p] as const))('%s', (name, procedure) => {
  it('is printed as kept, in the columns of a BSCP', () => {
    const rows = printed(procedure).map(r =>
      [
        `${r.ref} | ${r.method.replaceAll('\n', ', ')} | ${r.due}`,
        `  when: ${r.when}`,
        `  action: ${r.action}`,
        `  from: ${r.from.replaceAll('\n', ', ')}`,
        `  to: ${r.to.replaceAll('\n', ', ')}`,
        `  information: ${r.information.replaceAll('\n', ', ')}`,
        `  applies to: ${r.appliesTo}`,
        `  source: ${r.source}`,
      ]
        .map(line => line.trimEnd())
        .join('\n'),
    );
    expectAsKept(`${name}.txt`, `${rows.join('\n')}\n`);
  });

  it('is drawn as kept', () => {
    expectAsKept(`${name}.mmd`, mermaid(procedure));
  });

  it('is drawn with declared participants only, each of which has a part', () => {
    const lines = mermaid(procedure).trimEnd().split('\n');
    expect(lines[0]).toBe('sequenceDiagram');
    const declared = lines.flatMap(line => /^ {2}participant (\w+) as /.exec(line)?.[1] ?? []);
    expect(new Set(declared).size).toBe(declared.length);
    const used = new Set<string>();
    for (const line of lines.slice(2)) {
      if (line.startsWith('  participant ')) continue;
      const note = /^ {2}Note over ([\w,]+): \S/.exec(line);
      const arrow = /^ {2}(\w+)--?>>(\w+): \S/.exec(line);
      const parts = note ? note[1]!.split(',') : arrow ? [arrow[1]!, arrow[2]!] : [];
      expect(parts.length, `not a line of a sequence diagram: ${line}`).toBeGreaterThan(0);
      for (const part of parts) used.add(part);
      // Mermaid takes a semicolon for the end of a line and # for a character code.
      expect(line).not.toMatch(/[;#]/);
    }
    expect([...used].sort()).toEqual([...declared].sort());
  });

  it('is drawn with one arrow for each message, dashed where it is optional, and one for each internal act', () => {
    const text = mermaid(procedure);
    const messages = procedure.steps.flatMap(s => s.messages);
    expect(text.match(/-->>/g)?.length ?? 0).toBe(messages.filter(m => m.optional).length);
    expect(text.match(/[^-]->>/g)?.length ?? 0).toBe(
      messages.filter(m => !m.optional).length + procedure.steps.filter(s => s.act).length,
    );
  });
});
