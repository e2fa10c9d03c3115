import type { Procedure, Step } from './catalogue.ts';

/** A line of a printed procedure: the columns that a BSCP reader expects. */
export interface PrintedStep {
  readonly ref: string;
  readonly when: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly information: string;
  readonly method: string;
  readonly due: string;
  readonly appliesTo: string;
  readonly source: string;
}

/**
 * A procedure as rows of REF, WHEN, ACTION, FROM, TO, INFORMATION REQUIRED, METHOD, as BSCP708 §3 prints
 * them, with the deadline and what it applies to besides. Assumed figures carry a °.
 */
export function printed(procedure: Procedure): PrintedStep[] {
  return procedure.steps.map(step => ({
    ref: step.ref,
    when: step.on,
    action: step.title,
    from: senders(step),
    to: unique(step.messages.map(m => m.to)).join('\n'),
    information: flows(step).join('\n'),
    method: step.messages.length === 0 ? 'internal' : unique(step.messages.map(m => m.network)).join('\n'),
    due: dueText(step),
    appliesTo: step.appliesTo.length === 6 ? 'all' : step.appliesTo.join(', '),
    source: step.source,
  }));
}

/** The deadline of a step in words: `5 WD of D0170`, with a ° where it is assumed, `–` where there is none. */
export function dueText(step: Step): string {
  if (!step.due) return '–';
  const { within, of, assumed } = step.due;
  const text = typeof within === 'string' ? `${within} of ${of}` : `by ${within.moment}`;
  return assumed ? `${text} °` : text;
}

/** A procedure as a Mermaid sequence diagram. */
export function mermaid(procedure: Procedure): string {
  const parts = unique(
    procedure.steps.flatMap(s => [...s.messages.flatMap(m => [m.from, m.to]), ...(s.act ? [s.act.by] : [])]),
  );
  const name = (part: string) => part.replace(/[^A-Za-z]/g, '_');
  const lines = ['sequenceDiagram', `  title ${procedure.title} (${procedure.source})`];
  for (const part of parts) lines.push(`  participant ${name(part)} as ${part}`);
  for (const step of procedure.steps) {
    const where = step.messages[0] ?? { from: step.act!.by, to: step.act!.by };
    const ends = unique([where.from, where.to]).map(name).join(',');
    lines.push(`  Note over ${ends}: ${step.ref} ${step.title.replace(/[;:#]/g, ',')}`);
    if (step.act) lines.push(`  ${name(step.act.by)}->>${name(step.act.by)}: ${step.act.what}`);
    for (const m of step.messages) {
      const arrow = m.optional ? '-->>' : '->>';
      const only = m.only ? ` (${m.only.join(', ')})` : '';
      lines.push(`  ${name(m.from)}${arrow}${name(m.to)}: ${m.flow}${only}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function senders(step: Step): string {
  return step.messages.length > 0 ? unique(step.messages.map(m => m.from)).join('\n') : (step.act?.by ?? '');
}

/** The flows of a step, each once; with what it is for where that is less than the whole step. */
function flows(step: Step): string[] {
  return unique(step.messages.map(m => m.flow)).map(flow => {
    const own = step.messages.filter(m => m.flow === flow);
    const types = step.appliesTo.filter(type => own.some(m => m.only === undefined || m.only.includes(type)));
    const marks = [
      own.every(m => m.optional) ? 'optional' : '',
      types.length < step.appliesTo.length ? types.join(', ') : '',
    ].filter(Boolean);
    return marks.length > 0 ? `${flow} (${marks.join('; ')})` : flow;
  });
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
