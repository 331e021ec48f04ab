import { factsOf, type Step } from '../../consent/entry';
import type { Origin } from './report';

/** Where what a step brought came from. */
export function originOf({ actor, facts }: Pick<Step, 'actor' | 'facts'>): Origin {
  if (factsOf({ facts }).source === 'import') return 'import';
  switch (actor.kind) {
    case 'subject':
      return 'person';
    case 'backend':
      return 'website';
    case 'operator':
      return 'operator';
    case 'system':
      return 'system';
  }
}
