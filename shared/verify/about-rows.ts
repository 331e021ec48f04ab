import type { Language } from '../words/languages';
import { statusesIn } from '../words/statuses';
import { timeOrText } from '../words/times';
import { verifyFileIn } from '../words/verify-file';
import type { About, CheckedItem, CheckedRecord, CheckedWording, ClosedSite, Report } from './report';

/** One thing that is said, in one line or in several. */
export interface Row {
  readonly name: string;
  readonly lines: readonly string[];
}

/** What was checked, to be read and compared; the hashes stand with it whatever the file is. */
export function aboutRows({ about, hashes }: Report, language: Language): Row[] {
  const texts = verifyFileIn(language).about;
  return [
    ...(about ? rowsOf(about, language) : []),
    ...row(texts.fileHash, hashes?.file),
    ...row(texts.attachmentHash, hashes?.attachment),
  ];
}

function rowsOf(about: About, language: Language): Row[] {
  const texts = verifyFileIn(language).about;
  const { addresses, committed, controller, site, records, mails, steps, made, closed } = about;
  if (closed) return closedRows(about, closed, language);
  return [
    {
      name: texts.address,
      lines: addresses
        ? [...(committed === undefined ? [] : [committed]), ...addresses].flatMap((one) => addressLines(one, language))
        : [texts.noAddress],
    },
    ...row(texts.controller, controller),
    ...row(texts.site, site),
    ...(records.length === 0 ? row(texts.record(1, 1), texts.noRecord) : []),
    ...records.flatMap((record, n) => recordRows(record, texts.record(n + 1, records.length), language)),
    ...row(texts.mails, mails && texts.sent(mails.sent, mails.shown)),
    ...row(texts.steps, steps === undefined ? undefined : String(steps)),
    ...row(texts.made, made && timeOrText(made.at, language)),
    ...row(texts.operator, made?.operator),
    ...row(texts.reason, made?.reason),
  ];
}

/** Of a site that was deleted: until when it was there, what was deleted when, and until when there are copies. */
function closedRows({ controller, site }: About, closed: ClosedSite, language: Language): Row[] {
  const texts = verifyFileIn(language).about;
  const { people, entries, parts, others } = closed.deleted;
  const { people: ofPeople, entries: ofEntries, ...counted } = texts.counted;
  const names: Readonly<Record<string, string>> = counted;
  // One after the other, so that none can stand for another of its name.
  const counts = [...Object.entries(parts), ...Object.entries(others)].map(
    ([name, count]) => `${Object.hasOwn(names, name) ? names[name] : name}: ${count}`,
  );
  return [
    ...row(texts.controller, controller),
    ...row(texts.site, site),
    ...row(texts.lastDay, closed.lastDay),
    ...row(texts.deletedAt, timeOrText(closed.doneAt, language)),
    { name: texts.deleted, lines: [`${ofPeople}: ${people}`, `${ofEntries}: ${entries}`, ...counts] },
    ...row(texts.personalCopies, timeOrText(closed.copies.personal, language)),
    ...row(texts.historyCopies, timeOrText(closed.copies.history, language)),
  ];
}

function row(name: string, text: string | undefined): Row[] {
  return text === undefined ? [] : [{ name, lines: [text] }];
}

/** A letter of another script can look just like one of ours. */
function addressLines(address: string, language: Language): string[] {
  const special = [...new Set(address.match(/[^ -~]/gu) ?? [])];
  const named = special.map((letter) => `${letter} (U+${hexOf(letter)})`).join(', ');
  return special.length === 0 ? [address] : [address, verifyFileIn(language).about.notAscii(named)];
}

const hexOf = (letter: string): string => (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

function recordRows(
  { begun, page, confirmed, purposes, asset }: CheckedRecord,
  name: string,
  language: Language,
): Row[] {
  const texts = verifyFileIn(language).about;
  const { names } = statusesIn(language);
  const knownBy = page && (Object.hasOwn(texts.pageBy, page.knownBy) ? texts.pageBy[page.knownBy] : page.knownBy);
  const said = page && `${page.url} (${knownBy})`;
  return [
    {
      name,
      lines: [
        `${texts.begun}: ${timeOrText(begun.at, language)}`,
        `${texts.page}: ${said ?? texts.noPage}`,
        `${texts.confirmed}: ${confirmed ? timeOrText(confirmed.at, language) : texts.notConfirmed}`,
      ],
    },
    ...purposes.map(({ status, since, wording, ...purpose }) => ({
      name: nameOf(purpose, language),
      lines: [texts.since(names[status], timeOrText(since, language)), ...wordingLines(wording, language)],
    })),
    ...(asset
      ? [{ name: nameOf(asset, language), lines: [texts.ordered, ...wordingLines(asset.wording, language)] }]
      : []),
  ];
}

/** What people call it, and the id by which the entries name it. */
function nameOf({ id, names }: Pick<CheckedItem, 'id' | 'names'>, language: Language): string {
  const name = names[language] ?? Object.values(names)[0];
  return name === undefined ? id : `${name} (${id})`;
}

/** Each line of a wording is a line of its own, so that none of it can pass for anything else that is said. */
function wordingLines(wording: CheckedWording | null, language: Language): string[] {
  if (!wording) return [];
  const title = verifyFileIn(language).about.wording(wording.version, wording.language);
  return [`${title}:`, ...wording.text.split('\n').map((line) => `  | ${line}`)];
}
