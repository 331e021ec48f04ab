import { ownWords } from '../../shared/inbox/own-words';
import { recognise, type Wish } from '../../shared/inbox/recognise';
import { NEAR_MISSES } from './corpus-near-misses';
import { OBJECTIONS, WITHDRAWALS } from './corpus-requests';

export interface Labelled {
  readonly line: string;
  readonly subject: string;
  readonly text: string;
  /** What the writer certainly wants, if anything. */
  readonly wish: Wish | undefined;
}

const labelled = (lines: readonly string[], wish: Wish | undefined): Labelled[] =>
  lines.map((line) => {
    const [before = '', after] = line.split('|');
    const [subject, text] = after === undefined ? ['Re: Unser Newsletter im November', line] : [before, after];
    return { line, subject: subject.trim(), text: text.trim(), wish };
  });

export const CORPUS: readonly Labelled[] = [
  ...labelled(WITHDRAWALS, 'withdrawal'),
  ...labelled(OBJECTIONS, 'objection'),
  ...labelled(NEAR_MISSES, undefined),
];

/** Carried out as it was meant, read by a person, or carried out as it was not meant. */
export type Outcome = 'right' | 'case' | 'wrong';

export function outcomeOf({ subject, text, wish }: Labelled): Outcome {
  const understood = recognise(subject, ownWords(text), {
    address: 'erika.mustermann@example.com',
    name: 'Erika',
  }).wish;
  if (understood === undefined) return 'case';
  return understood === wish ? 'right' : 'wrong';
}
