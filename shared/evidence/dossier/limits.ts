import { stepsInOrder } from '../bundle';
import type { EntryType } from '../../consent/steps';
import { PART_CLASSES } from '../../ledger/part';
import { strong, type Block, type Section } from '../../document/content';
import { partsIn } from '../../words/parts';
import { timestampTime } from './log-note';
import { stepNumber, type Matter } from './names';
import { ranges } from './wording';

/** What the evidence proves and what it does not, both in general and with what is missing from this one. */
export function limits(matter: Matter): Section {
  const { texts } = matter;
  const about = missing(matter);
  const title = (text: string): Block => ({ kind: 'paragraph', lines: [strong(text)] });
  return {
    title: texts.sections.limits,
    blocks: [
      title(texts.limits.showsTitle),
      { kind: 'list', items: texts.limits.shows },
      title(texts.limits.showsNotTitle),
      { kind: 'list', items: texts.limits.showsNot },
      ...(about.length > 0 ? [title(texts.limits.copyTitle), { kind: 'list' as const, items: about }] : []),
    ],
  };
}

function missing({ bundle, texts, language }: Matter): string[] {
  const withheld = classesThatAre('withheld');
  const gone = classesThatAre('gone');
  const unknown = (bundle.unknown ?? []).map(({ entry }) => stepNumber(entry));
  const pending = stepsInOrder(bundle)
    .filter(({ proof }) => proof === null)
    .map(({ entry }) => stepNumber(entry));
  const stamped = bundle.log.anchors.some(({ timestamp }) => timestamp !== null && timestampTime(timestamp));
  return [
    ...(withheld === '' ? [] : [texts.limits.withheld(withheld)]),
    ...(gone === '' ? [] : [texts.limits.gone(gone)]),
    ...(bundle.deleted.length === 0
      ? []
      : [texts.limits.deleted(ranges(bundle.deleted.map((seq) => stepNumber({ seq }))))]),
    ...(pending.length === 0 ? [] : [texts.limits.pending(ranges(pending))]),
    ...stepsOf('ConsentRecorded', texts.limits.elsewhere),
    ...stepsOf('LegitimateInterestRecorded', texts.limits.legitimateInterest),
    ...stepsOf('ContractRecorded', texts.limits.contract),
    ...(unknown.length === 0 ? [] : [texts.limits.notKnown(ranges(unknown))]),
    ...(stamped ? [] : [texts.limits.noTimestamp]),
  ];

  function stepsOf(type: EntryType, say: (places: string) => string): string[] {
    const places = bundle.entries.filter(({ entry }) => entry.type === type).map(({ entry }) => stepNumber(entry));
    return places.length === 0 ? [] : [say(ranges(places))];
  }

  function classesThatAre(state: 'withheld' | 'gone'): string {
    const some = PART_CLASSES.filter((name) => bundle.entries.some(({ parts }) => parts[name]?.state === state));
    return some.map((name) => partsIn(language)[name]).join(', ');
  }
}
