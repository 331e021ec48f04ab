import { factsOf, nameOf } from '../../consent/entry';
import { isInForce, type RecordState } from '../../consent/fold';
import { isConfirmation, isEnding, type EndingType } from '../../consent/steps/begins-and-ends';
import type { PartClass } from '../../ledger/part';
import { plain, shortened, strong, type Cell, type Fact } from '../../document/content';
import { inBothForms } from '../../readable-address';
import { fullDay, fullTime } from '../../words/times';
import type { BundleEntry } from '../bundle';
import { originLines } from '../fact-lines';
import { lookAt, type Look } from '../look-at';
import { endingText } from '../purpose-status';
import { said } from '../said';
import { wordFor } from '../word-for';
import { beginningOf } from './history';
import { landingTimes } from './landing';
import { fieldsInOrder, type Matter } from './names';

const LONGEST_FIELD = 100;
const LONGEST_PAGE = 160;

/** The person, times, addresses and wordings of one record. */
export function recordFacts(matter: Matter, record: RecordState): Fact[] {
  const beginning = beginningOf(matter.history, record);
  return [
    ...(beginning ? [...personFacts(matter, beginning), ...rectification(matter, record)] : []),
    ...(beginning ? beginningFacts(matter, record, beginning) : []),
    ...endings(matter, record),
  ];
}

/** The beginning of a record: asked for and confirmed here, or taken over from elsewhere. */
function beginningFacts(matter: Matter, record: RecordState, beginning: BundleEntry): Fact[] {
  const { texts } = matter;
  const { type } = beginning.entry;
  if (type !== 'ConsentRequested') {
    const label = type === 'ConsentRecorded' ? texts.cover.recorded : texts.cover.relied;
    return [{ label, value: stepCell(matter, beginning, originLines(matter, beginning.entry.facts)) }];
  }
  const confirmation = confirmationOf(matter, record);
  const asked = [...originLines(matter, factsOf(beginning.entry)), pageLine(matter, beginning)];
  const confirmed = confirmation
    ? stepCell(matter, confirmation, [texts.cover.doubleOptIn, landingTimes(matter, confirmation)])
    : [plain(texts.cover.notConfirmed)];
  return [
    { label: texts.cover.requested, value: stepCell(matter, beginning, asked) },
    { label: texts.cover.confirmed, value: confirmed },
  ];
}

export function confirmationOf({ bundle }: Matter, { recordId, confirmedAt }: RecordState): BundleEntry | undefined {
  return bundle.entries.find(
    ({ entry }) => entry.recordId === recordId && entry.at === confirmedAt && isConfirmation(entry),
  );
}

/** The page with the form, and who says so. Undefined where the part is not here: that is said with the person. */
export function pageLine({ texts, words }: Matter, step: BundleEntry): string | undefined {
  const address = lookAt(step, 'address');
  if (typeof address === 'string') return undefined;
  const { page } = address;
  if (!page) return texts.cover.noPage;
  return words.page(shortened(page.url, LONGEST_PAGE), wordFor(words.pageKnownBy, page.knownBy));
}

/** The steps that ended purposes of the record, whichever record they came through. */
function endings(matter: Matter, record: RecordState): Fact[] {
  const { texts, language } = matter;
  const labels: Readonly<Record<EndingType, string>> = {
    ConsentWithdrawn: texts.cover.withdrawn,
    ConsentRefused: texts.cover.refused,
    ObjectionRecorded: texts.cover.objected,
    ConsentLapsed: texts.cover.lapsed,
    ContractEnded: texts.cover.contractEnded,
  };
  return endingSteps(matter, record).flatMap((step) =>
    isEnding(step.entry)
      ? [
          {
            label: factsOf(step.entry).movedTo === undefined ? labels[step.entry.type] : texts.cover.moved,
            value: [plain(endingText(step.entry, language)), ...stepCell(matter, step, [])],
          },
        ]
      : [],
  );
}

export function endingSteps({ bundle }: Matter, { purposes }: RecordState): BundleEntry[] {
  const ended = new Set(purposes.filter((purpose) => !isInForce(purpose)).map(({ id, since }) => `${id} ${since}`));
  return bundle.entries.filter(
    ({ entry }) => isEnding(entry) && entry.purposes.some(({ id }) => ended.has(`${id} ${entry.at}`)),
  );
}

export function personFacts(matter: Matter, step: BundleEntry): Fact[] {
  const { texts } = matter;
  const address = lookAt(step, 'address');
  const email =
    typeof address === 'string' ? plain(absence(matter, step, 'address', address)) : strong(inBothForms(address.email));
  const details = detailLines(matter, step);
  return [
    ...(typeof address === 'string' ? askedFor(matter) : []),
    { label: texts.cover.address, value: [email] },
    ...(details.length > 0 ? [{ label: texts.cover.name, value: details.map(plain) }] : []),
  ];
}

/** The address that the file was made for: its records commit to it, also once the one that was typed is gone. */
export function askedFor({ bundle: { address }, texts }: Matter): Fact[] {
  return address === null ? [] : [{ label: texts.cover.addressAsked, value: [strong(inBothForms(address.address))] }];
}

/** The last correction by an operator (Art. 16 GDPR). */
function rectification(matter: Matter, { recordId }: RecordState): Fact[] {
  const { bundle, texts, language } = matter;
  const step = bundle.entries.findLast(
    ({ entry }) => entry.type === 'IdentityRectified' && entry.recordId === recordId,
  );
  if (!step) return [];
  const lines = detailLines(matter, step);
  return [{ label: texts.cover.rectified, value: [fullTime(step.entry.at, language), ...lines].map(plain) }];
}

/** Name and further fields, or why they are not here; nothing where none were told. */
function detailLines(matter: Matter, step: BundleEntry): string[] {
  const details = lookAt(step, 'details');
  if (details === 'none') return [];
  if (typeof details === 'string') return [absence(matter, step, 'details', details)];
  const { fields } = details;
  return fieldsInOrder(matter, fields).map(({ label, value }) => `${label}: ${shortened(value, LONGEST_FIELD)}`);
}

type Absence = Extract<Look<PartClass>, string>;

/** Why a part is not here; and when it went, where that is known. */
function absence({ texts, language }: Matter, { parts }: BundleEntry, name: PartClass, why: Absence): string {
  const part = parts[name];
  return part?.state === 'gone' ? texts.cover.goneOn(fullDay(part.since, language)) : texts.absence[why];
}

/** When a step was taken, from where or by whom, and what the person had before their eyes. */
function stepCell(matter: Matter, step: BundleEntry, more: readonly (string | undefined)[]): Cell {
  const { words, language } = matter;
  const { privacyNotice } = factsOf(step.entry);
  return said([
    `${fullTime(step.entry.at, language)}, ${fromWhere(matter, step)}`,
    ...more,
    privacyNotice && words.privacyNotice(privacyNotice),
  ]).map(plain);
}

/** The IP address of who took the step, or who took it where that was nobody's to have one. */
export function fromWhere({ texts, words }: Matter, step: BundleEntry, isBrief = false): string {
  const { actor } = step.entry;
  const network = lookAt(step, 'network');
  if (typeof network !== 'string')
    return isBrief ? `IP ${network.ip}` : `IP ${network.ip} (${words.ipSources[network.ipSource]})`;
  if (network !== 'none' || actor.kind === 'subject') return words.noAddress(texts.absence[network]);
  return actor.kind === 'system' ? texts.cover.bySystem : texts.cover.takenBy[actor.kind](nameOf(actor));
}
