import { factsOf, type Entry } from './entry';

/** Whether others reported the step, and no word of the person's own reached us. */
export function isFromElsewhere(entry: Entry): boolean {
  return factsOf(entry).via === 'elsewhere';
}

/** When the person said it, as far as anybody knows. */
export function saidWhen(entry: Entry): string {
  return factsOf(entry).saidAt ?? entry.at;
}
