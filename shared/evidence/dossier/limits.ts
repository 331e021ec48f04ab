import { stepsInOrder } from '../bundle';
import { type EntryType } from '../../consent/steps';
import { isConfirmation } from '../../consent/steps/begins-and-ends';
import { strong, type Block, type Section } from '../../document/content';
import { witnessesIn } from '../../words/witnesses';
import { lookAt } from '../look-at';
import { said } from '../said';
import { timestampTime } from './log-note';
import { absentLines, partsThatAre } from './absent';
import { stepNumber, type Matter } from './names';
import { ranges } from './ranges';

/** What the evidence proves and what it does not, both of this one and with what is missing from it. */
export function limits(matter: Matter): Section {
  const { texts } = matter;
  const about = missing(matter);
  const title = (text: string): Block => ({ kind: 'paragraph', lines: [strong(text)] });
  return {
    title: texts.sections.limits,
    blocks: [
      title(texts.limits.showsTitle),
      { kind: 'list', items: shows(matter) },
      title(texts.limits.showsNotTitle),
      { kind: 'list', items: showsNot(matter) },
      ...(about.length > 0 ? [title(texts.limits.copyTitle), { kind: 'list' as const, items: about }] : []),
    ],
  };
}

function shows({ bundle, history, texts }: Matter): string[] {
  const { shows } = texts.limits;
  const hasPurposes = history.records.some(({ purposes }) => purposes.length > 0);
  return said([
    shows.steps,
    Object.keys(bundle.notices).length > 0 && shows.wording,
    bundle.entries.some(({ entry }) => isConfirmation(entry)) && shows.confirmation,
    hasPurposes && shows.ending,
  ]);
}

function showsNot({ bundle, history, texts }: Matter): string[] {
  const { showsNot } = texts.limits;
  const isConfirmed = bundle.entries.some(({ entry }) => isConfirmation(entry));
  const has = (name: string): boolean => bundle.entries.some(({ entry }) => name in entry.parts);
  const isConsent = history.records.some(({ purposes }) => purposes.some(({ legalBasis }) => legalBasis === 'consent'));
  return said([
    isConfirmed && showsNot.mailbox,
    isConfirmed && showsNot.button,
    has('network') && showsNot.address,
    showsNot.truth,
    has('details') && showsNot.name,
    bundle.entries.some(({ entry }) => entry.type === 'MailSent') && showsNot.delivery,
    isConsent && showsNot.validity,
    showsNot.page,
  ]);
}

/** Whether there can be another version of the log; the verifier says how far. */
function ofWitnesses({ bundle, language }: Pick<Matter, 'bundle' | 'language'>): string[] {
  const { contradicted, none } = witnessesIn(language).dossier;
  const last = bundle.entries.at(-1);
  const reading = last && lookAt(last, 'reading');
  const contradictedBy = typeof reading === 'object' ? (reading.contradictedBy ?? []) : [];
  return [
    ...contradictedBy.map(({ key, since }) => contradicted({ name: key.split('+')[0] ?? '', since })),
    ...(bundle.log.witnesses.length > 0 ? [] : [none]),
  ];
}

function missing(matter: Matter): string[] {
  const { bundle, texts, language } = matter;
  const withheld = partsThatAre('withheld', matter);
  const unknown = (bundle.unknown ?? []).map(({ entry }) => stepNumber(entry));
  const pending = stepsInOrder(bundle)
    .filter(({ proof }) => proof === null)
    .map(({ entry }) => stepNumber(entry));
  const stamped = bundle.log.anchors.some(({ timestamp }) => timestamp !== null && timestampTime(timestamp));
  return said([
    withheld !== '' && texts.limits.withheld(withheld),
    ...absentLines(matter),
    pending.length > 0 && texts.limits.pending(ranges(pending)),
    ...stepsOf('ConsentRecorded', texts.limits.elsewhere),
    ...stepsOf('LegitimateInterestRecorded', texts.limits.legitimateInterest),
    ...stepsOf('ContractRecorded', texts.limits.contract),
    unknown.length > 0 && texts.limits.notKnown(ranges(unknown)),
    !stamped && texts.limits.noTimestamp,
    ...ofWitnesses({ bundle, language }),
  ]);

  function stepsOf(type: EntryType, say: (places: string) => string): string[] {
    const places = bundle.entries.filter(({ entry }) => entry.type === type).map(({ entry }) => stepNumber(entry));
    return places.length === 0 ? [] : [say(ranges(places))];
  }
}
