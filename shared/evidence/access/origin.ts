import { factsOf, type Step } from '../../consent/entry';
import type { Origin } from './report';

/** Where what a step brought came from. */
export function originOf({ actor, facts }: Pick<Step, 'actor' | 'facts'>): Origin {
  if (factsOf({ facts }).source === 'import') return 'import';
  if (actor.kind === 'subject') return 'person';
  if (actor.kind === 'backend') return 'website';
  return actor.kind === 'operator' ? 'operator' : 'system';
}
