import { shortened } from '../../document/content';
import { languageName } from '../code-names';
import { receivedOn } from '../../consent/requests';
import { fullDate, fullDay } from '../../words/times';
import type { Matter } from './names';

const LONGEST_CASE = 60;
const MOST_STANDING = 4;

/** The facts that hold for the person and say nothing about consent. */
export function standingLines({ known, texts, language }: Matter): string[] {
  const day = (iso: string): string => fullDay(iso, language);
  const { restrictedSince, holds, erased, ...rest } = known.standing;
  return [
    ...(restrictedSince === undefined ? [] : [texts.cover.restricted(day(restrictedSince))]),
    ...[...rest.weighed.values()]
      .sort()
      .slice(0, 1)
      .map((since) => texts.cover.weighed(day(since))),
    ...holds.map(({ case: id, since, reviewBy, connections }) =>
      texts.cover[connections ? 'heldConnections' : 'held'](shortened(id, LONGEST_CASE), day(since), day(reviewBy)),
    ),
    ...(erased === undefined ? [] : [texts.cover.erased(day(erased.at))]),
    ...rest.cases.flatMap(({ id }) => {
      const received = receivedOn(known.entries, id);
      return received === undefined ? [] : [texts.cover.openCase(id, fullDate(received, language))];
    }),
    ...(rest.undeliverableSince === undefined ? [] : [texts.cover.undeliverable(day(rest.undeliverableSince))]),
    ...(rest.language === undefined ? [] : [texts.cover.language(languageName(rest.language, language))]),
  ].slice(0, MOST_STANDING);
}
