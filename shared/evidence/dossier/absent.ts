import { shortened } from '../../document/content';
import { PART_CLASSES } from '../../ledger/part';
import { partsIn } from '../../words/parts';
import type { Bundle, DisclosedPart } from '../bundle';
import { said } from '../said';
import { stepNumber, type Matter } from './names';
import { ranges } from './ranges';

/** Of a long history, many steps may lack the same. */
const LONGEST_PLACES = 100;

/** What this file does not have although it was asked for, and why: for page 1 and for what the evidence shows. */
export function absentLines(matter: Matter): string[] {
  const { bundle, texts } = matter;
  const lost = partsThatAre('missing', matter);
  const gone = partsThatAre('gone', matter);
  return said([
    lost !== '' && texts.limits.missing(lost),
    gone !== '' && texts.limits.gone(gone),
    bundle.deleted.length > 0 && texts.limits.deleted(ranges(bundle.deleted.map((seq) => stepNumber({ seq })))),
  ]);
}

/** The classes of parts in a state, with the steps that they are of. */
export function partsThatAre(
  state: DisclosedPart['state'],
  { bundle, texts, language }: Pick<Matter, 'bundle' | 'texts' | 'language'>,
): string {
  const named = PART_CLASSES.flatMap((name) => {
    const steps = bundle.entries.filter(({ parts }) => parts[name]?.state === state);
    const places = ranges(steps.map(({ entry }) => stepNumber(entry)));
    return steps.length === 0 ? [] : [texts.limits.partOf(partsIn(language)[name], shortened(places, LONGEST_PLACES))];
  });
  return named.join(', ');
}

/** Whether something went before its end: then the verifier leaves the file open, and nothing in it is shown as good. */
export const isDamaged = ({ entries }: Bundle): boolean =>
  entries.some(({ parts }) => Object.values(parts).some(({ state }) => state === 'missing'));
