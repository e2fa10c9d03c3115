import { didYouMean } from '../../scenario/index.ts';
import type { Run } from '../open-run.ts';
import { type Party, parties, type Step, steps } from './catalogue.ts';

/** What a user's word was found to mean, or one sentence that says why it means nothing. */
export type Found<T> = { readonly found: T } | { readonly fault: string };

/** The party with that party_id, mpid or name; capitals do not count. One mpid or name may stand for several parties. */
export function findParty(run: Run, word: string): Found<Party> {
  const all = parties(run);
  const wanted = word.trim().toLowerCase();
  const byId = all.filter(p => String(p.party_id) === wanted);
  const byWord = all.filter(p => p.mpid.toLowerCase() === wanted || p.name.toLowerCase() === wanted);
  const found = byId.length > 0 ? byId : byWord;
  if (found.length === 1) return { found: found[0]! };
  if (found.length > 1) {
    const which = found.map(p => `${p.party_id} (${p.name}, ${p.role})`).join(', ');
    return { fault: `party ${word} is more than one: ask for it by party_id: ${which}` };
  }
  return { fault: `there is no party ${word}${didYouMean(word, [...all.map(p => p.name), ...all.map(p => p.mpid)])}` };
}

/** The step of that number, e.g. 3.1.10. */
export function findStep(run: Run, word: string): Found<Step> {
  const all = steps(run);
  const found = all.find(s => s.step.toLowerCase() === word.trim().toLowerCase());
  if (found) return { found };
  return {
    fault: `there is no step ${word}${didYouMean(
      word,
      all.map(s => s.step),
    )}`,
  };
}
