import { type Numbers, Parts, type State } from '../engine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Day } from '../time/index.ts';
import type { Market } from './build.ts';

/**
 * What one thread keeps besides the run's memory: of the registrations that belong to it. Any number of threads can take
 * up the parts of any number of others.
 */
export function savePart({ machinery, world }: Market): Record<string, State> {
  return {
    agenda: machinery.agenda.save(),
    requests: world.requests.save(),
    exceptions: world.ledger.save(),
    ...(machinery.tracer ? { trace: machinery.tracer.save() } : {}),
  };
}

/**
 * Takes up a thread's part: what belongs to this one. Exceptions belong to nobody: the first thread takes up all of them.
 *
 * @param mine whether a registration belongs to this thread
 */
export function addPart(
  { machinery, world }: Market,
  part: Record<string, State>,
  mine: (id: number) => boolean,
): void {
  machinery.agenda.add(part.agenda!, mine);
  world.requests.add(part.requests!, mine);
  if (machinery.memory.leads) world.ledger.restore(part.exceptions!);
  if (part.trace) machinery.tracer?.add(part.trace, mine);
}

/** What only the first thread keeps: what has become of closed days, and what decides on the next. */
export function saveLead(market: Market): State {
  market.outside.hear();
  return leadParts(market).save();
}

/**
 * Takes up what the first thread kept, once the run's memory is taken up.
 *
 * @param was the scenario with which it was saved @param day the day that is to begin
 * @throws Error where the scenario differs from that one in what cannot be taken up
 */
export function restoreLead(market: Market, state: State, was: Scenario, day: Day): void {
  leadParts(market).restore(state);
  market.outside.renew(was, market.scenario, day);
}

function leadParts({ scenario, machinery, controller, roll, outside }: Market): Parts {
  const { messages, servers } = machinery;
  const { switching, works, connections, links } = scenario;
  return new Parts({
    messages,
    servers,
    controller,
    roll,
    ...(switching || works || connections || links ? { outside } : {}),
  });
}

/** Every array of the run's memory that a checkpoint holds, those of several threads made one. */
export function* memoryOf({ machinery }: Market): Generator<{ name: string; numbers: Numbers }> {
  for (const kept of machinery.memory.contents()) {
    if (!kept.passing) yield { name: kept.name, numbers: machinery.memory.merged(kept) };
  }
}
