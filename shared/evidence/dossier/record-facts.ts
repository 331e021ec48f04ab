import { isInForce } from '../../consent/state';
import { isConfirmation, isEnding, type EndingType } from '../../consent/steps';
import type { Identity } from '../../ledger/part';
import { noticeHashes, type BundleEntry, type BundleRecord } from '../bundle';
import { code, faint, plain, shortened, strong, type Cell, type Fact } from '../../document/content';
import { originLines } from '../fact-lines';
import { fieldsInOrder, nameOfNotice, type Matter } from './names';
import { languageName } from '../code-names';
import { landingTimes } from './landing';
import { lookAt } from '../look-at';
import { beginningOf } from './standing';
import { standingLines } from './standing-lines';
import { fullTime } from '../../words/times';

const LONGEST_FIELD = 100;
const LONGEST_NAME = 80;
/** How much of each wording there is room for on the cover, by how many there are; in full they follow. */
const EXCERPTS: readonly number[] = [0, 400, 200, 75];

/** The person, times, addresses and wordings of one record. */
export function recordFacts(matter: Matter, record: BundleRecord): Fact[] {
  const { bundle, texts } = matter;
  const beginning = beginningOf(bundle, record);
  return [
    ...(beginning ? [...personFacts(matter, beginning), ...rectification(matter, record)] : []),
    ...(beginning ? beginningFacts(matter, record, beginning) : []),
    ...endings(matter, record),
    { label: texts.cover.wording, value: wordingCell(matter, record) },
  ];
}

/** The beginning of a record: asked for and confirmed here, or taken over from elsewhere. */
function beginningFacts(matter: Matter, record: BundleRecord, beginning: BundleEntry): Fact[] {
  const { texts, language } = matter;
  const { type, at, facts } = beginning.entry;
  if (type !== 'ConsentRequested') {
    const label = type === 'ConsentRecorded' ? texts.cover.recorded : texts.cover.relied;
    const lines = [fullTime(at, language), ...originLines(matter, facts), ...addressLines(matter, beginning)];
    return [{ label, value: lines.map(plain) }];
  }
  const confirmation = confirmationOf(matter, record);
  const confirmed = confirmation ? confirmedCell(matter, confirmation) : [plain(texts.cover.notConfirmed)];
  return [
    { label: texts.cover.requested, value: [...stepCell(matter, beginning), ...originLines(matter, facts).map(plain)] },
    { label: texts.cover.confirmed, value: confirmed },
  ];
}

function confirmationOf({ bundle }: Matter, { recordId, confirmedAt }: BundleRecord): BundleEntry | undefined {
  return bundle.entries.find(
    ({ entry }) => entry.recordId === recordId && entry.at === confirmedAt && isConfirmation(entry),
  );
}

/** The steps that ended purposes of the record, whichever record they came through. */
function endings(matter: Matter, { purposes }: BundleRecord): Fact[] {
  const { bundle, texts } = matter;
  const labels: Readonly<Record<EndingType, string>> = {
    ConsentWithdrawn: texts.cover.withdrawn,
    ObjectionRecorded: texts.cover.objected,
    ConsentLapsed: texts.cover.lapsed,
    ContractEnded: texts.cover.contractEnded,
  };
  const ended = new Set(purposes.filter((purpose) => !isInForce(purpose)).map(({ id, since }) => `${id} ${since}`));
  return bundle.entries.flatMap((step) => {
    const { entry } = step;
    const hasEnded = isEnding(entry) && entry.purposes.some(({ id }) => ended.has(`${id} ${entry.at}`));
    return hasEnded ? [{ label: labels[entry.type], value: stepCell(matter, step) }] : [];
  });
}

function personFacts(matter: Matter, step: BundleEntry): Fact[] {
  const { texts } = matter;
  const identity = lookAt(step, 'identity');
  if (typeof identity === 'string') return [{ label: texts.cover.person, value: [plain(texts.absence[identity])] }];
  const fields = fieldLines(matter, identity);
  return [
    { label: texts.cover.address, value: [strong(identity.email)] },
    ...(fields.length > 0 ? [{ label: texts.cover.name, value: fields.map(plain) }] : []),
  ];
}

/** The last correction by an operator (Art. 16 GDPR). */
function rectification(matter: Matter, { recordId }: BundleRecord): Fact[] {
  const { bundle, texts, language } = matter;
  const step = bundle.entries.findLast(
    (candidate) => isRectification(candidate) && candidate.entry.recordId === recordId,
  );
  if (!step) return [];
  const identity = lookAt(step, 'identity');
  const lines = typeof identity === 'string' ? [texts.absence[identity]] : fieldLines(matter, identity);
  return [{ label: texts.cover.rectified, value: [fullTime(step.entry.at, language), ...lines].map(plain) }];
}

const isRectification = ({ entry }: BundleEntry): boolean => entry.type === 'IdentityRectified';

function fieldLines(matter: Matter, { fields = {} }: Identity): string[] {
  return fieldsInOrder(matter, fields).map(({ label, value }) => `${label}: ${shortened(value, LONGEST_FIELD)}`);
}

function confirmedCell(matter: Matter, step: BundleEntry): Cell {
  const times = landingTimes(matter, step);
  return [...stepCell(matter, step), ...(times === undefined ? [] : [plain(times)])];
}

function stepCell(matter: Matter, step: BundleEntry): Cell {
  const { texts, words, language } = matter;
  const network = lookAt(step, 'network');
  const from = network === 'none' ? [words.noAddress(texts.absence.none)] : addressLines(matter, step);
  return [fullTime(step.entry.at, language), ...from].map(plain);
}

function addressLines({ texts, words }: Matter, step: BundleEntry): string[] {
  const network = lookAt(step, 'network');
  if (network === 'none') return [];
  if (typeof network === 'string') return [words.noAddress(texts.absence[network])];
  return [`IP ${network.ip} (${words.ipSources[network.ipSource]})`];
}

function wordingCell(matter: Matter, { purposes, asset }: BundleRecord): Cell {
  const { bundle, texts, language } = matter;
  const hashes = [...(asset ? [asset] : []), ...purposes].map(({ noticeHash }) => noticeHash);
  // The further facts on the cover take room, too.
  const isCrowded = standingLines(matter).length > 0 || bundle.entries.some(isRectification);
  const excerpt = EXCERPTS[hashes.length + (isCrowded ? 1 : 0)] ?? 0;
  return hashes.flatMap((hash) => {
    const notice = bundle.notices[hash];
    if (!notice) return [code(hash)];
    const name = shortened(nameOfNotice(matter, notice), LONGEST_NAME);
    const section = wordingNumber(matter, hash);
    const { version, text } = notice;
    return [
      plain(texts.cover.wordingOf(name, version, languageName(notice.language, language), section)),
      ...(excerpt > 0 ? [faint(texts.cover.excerpt(shortened(text, excerpt)))] : []),
    ];
  });
}

/** The hashes of the wordings, in the order in which they were first agreed to. */
export function wordings({ bundle }: Matter): string[] {
  return noticeHashes(bundle.entries.map(({ entry }) => entry)).filter((hash) => bundle.notices[hash]);
}

/** The number of the section that has a wording in full. */
export function wordingNumber(matter: Matter, hash: string): string {
  return `2.${wordings(matter).indexOf(hash) + 1}`;
}
