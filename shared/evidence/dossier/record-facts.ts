import type { EntryType } from '../../consent/entry-types';
import { noticeHashes, type BundleEntry, type BundleRecord } from '../bundle';
import { code, faint, plain, shortened, strong, type Cell, type Fact } from './content';
import { fieldsInOrder, nameOfNotice, type Matter } from './names';
import { lookAt } from '../look-at';
import { fullTime } from './time';

const LONGEST_FIELD = 100;
const LONGEST_NAME = 80;
/** How much of each wording there is room for on the cover, by how many there are; in full they follow. */
const EXCERPTS: readonly number[] = [0, 400, 200, 75];

/** Who, when, from where, by which wording: what there is to say about one record. */
export function recordFacts(matter: Matter, record: BundleRecord): Fact[] {
  const { texts } = matter;
  const request = stepOf(matter, record, ['ConsentRequested'], record.requestedAt);
  const confirmation = stepOf(matter, record, ['ConsentGiven', 'RenewedConsentGiven'], record.confirmedAt);
  const confirmed = confirmation ? stepCell(matter, confirmation) : [plain(texts.cover.notConfirmed)];
  return [
    ...(request ? personFacts(matter, request) : []),
    ...(request ? [{ label: texts.cover.requested, value: stepCell(matter, request) }] : []),
    { label: texts.cover.confirmed, value: confirmed },
    ...withdrawals(matter, record).map((step) => ({ label: texts.cover.withdrawn, value: stepCell(matter, step) })),
    { label: texts.cover.wording, value: wordingCell(matter, record) },
  ];
}

/** The entry that made the record what it is at that moment. */
function stepOf({ bundle }: Matter, { recordId }: BundleRecord, types: readonly EntryType[], at: string | null) {
  return bundle.entries.find(
    ({ entry }) => entry.recordId === recordId && entry.at === at && types.includes(entry.type),
  );
}

/** The steps that ended purposes of the record, whichever record they came through. */
function withdrawals({ bundle }: Matter, { purposes }: BundleRecord): BundleEntry[] {
  const ended = new Set(purposes.filter(({ status }) => status === 'ConsentWithdrawn').map(({ since }) => since));
  return bundle.entries.filter(({ entry }) => entry.type === 'ConsentWithdrawn' && ended.has(entry.at));
}

function personFacts(matter: Matter, request: BundleEntry): Fact[] {
  const { texts } = matter;
  const identity = lookAt(request, 'identity');
  if (typeof identity === 'string') return [{ label: texts.cover.person, value: [plain(texts.absence[identity])] }];
  const fields = fieldsInOrder(matter, identity.fields ?? {}).map(({ label, value }) =>
    plain(`${label}: ${shortened(value, LONGEST_FIELD)}`),
  );
  return [
    { label: texts.cover.address, value: [strong(identity.email)] },
    ...(fields.length > 0 ? [{ label: texts.cover.name, value: fields }] : []),
  ];
}

function stepCell({ texts, language }: Matter, step: BundleEntry): Cell {
  const network = lookAt(step, 'network');
  const from =
    typeof network === 'string'
      ? texts.timeline.noAddress(texts.absence[network])
      : `IP ${network.ip} (${texts.timeline.ipSources[network.ipSource]})`;
  return [plain(fullTime(step.entry.at, language)), plain(from)];
}

function wordingCell(matter: Matter, { purposes, asset }: BundleRecord): Cell {
  const { bundle, texts } = matter;
  const hashes = [...(asset ? [asset] : []), ...purposes].map(({ noticeHash }) => noticeHash);
  const excerpt = EXCERPTS[hashes.length] ?? 0;
  return hashes.flatMap((hash) => {
    const notice = bundle.notices[hash];
    if (!notice) return [code(hash)];
    const name = shortened(nameOfNotice(matter, notice), LONGEST_NAME);
    const section = wordingNumber(matter, hash);
    const { version, language, text } = notice;
    return [
      plain(texts.cover.wordingOf(name, version, texts.languages[language], section)),
      ...(excerpt > 0 ? [faint(texts.cover.excerpt(shortened(text, excerpt)))] : []),
    ];
  });
}

/** The hashes of the wordings, in the order in which they were first agreed to. */
export function wordings({ bundle }: Matter): string[] {
  return noticeHashes(bundle.entries.map(({ entry }) => entry)).filter((hash) => bundle.notices[hash]);
}

/** Where in the dossier a wording is given in full. */
export function wordingNumber(matter: Matter, hash: string): string {
  return `2.${wordings(matter).indexOf(hash) + 1}`;
}
