import {
  membersOf,
  type Bundle,
  type BundleEntry,
  type Consent,
  type Json,
  type JsonObject,
  type Notice,
} from './format';
import type { About, CheckedRecord, CheckedWording } from './report';

/** What an evidence file is about, to be compared with what else one has: a letter, the pages of a PDF. */
export function aboutOf(bundle: Bundle): About {
  const { site, controller, at, request, entries, records } = bundle;
  const mails = entries.filter(({ entry }) => entry.type === 'MailSent');
  const [typed, committed] = [addressesIn(bundle), askedFor(bundle)];
  const isTyped = committed === undefined || !typed || typed.some((text) => text.toLowerCase() === committed);
  return {
    site,
    controller: textOf(controller['name']),
    addresses: typed ?? (committed === undefined ? null : [committed]),
    ...(!isTyped && { committed }),
    records: records.map((record) => recordOf(record, bundle)),
    made: { at, operator: request.operator, reason: request.reason },
    steps: entries.length,
    mails: { sent: mails.length, shown: mails.filter(({ parts }) => parts['mail']?.state === 'disclosed').length },
  };
}

/**
 * As they were typed, each once; null where the file shows none. Whoever holds a link can ask for another address, also for one
 * that is not theirs: such a one is none of the person's.
 */
function addressesIn({ entries }: Bundle): readonly string[] | null {
  const own = entries.filter(({ entry }) => entry.type !== 'RightRequested');
  const addresses = own.map((entry) => textOf(dataOf(entry, 'address')['email'])).filter((text) => text !== '');
  return addresses.length === 0 ? null : [...new Set(addresses)];
}

/** The address that the records commit to, though nothing personal is left; or about which the file says that there is nothing. */
function askedFor({ entries, address, subject }: Bundle): string | undefined {
  const isClaimed =
    address !== null && (entries.length === 0 || Object.keys(address.salts).some((id) => id !== subject));
  return isClaimed ? address.address : undefined;
}

function recordOf(record: Consent, { entries, notices }: Bundle): CheckedRecord {
  const own = entries.filter(({ entry }) => entry.recordId === record.recordId);
  const confirmation = own.find(({ entry }) => entry.at === record.confirmedAt && entry.type.endsWith('ConsentGiven'));
  const { asset } = record;
  const names = membersOf(dataOf(entries.at(-1), 'reading')['names']);
  const namesOf = (kind: string, id: string): Readonly<Record<string, string>> =>
    textsIn(membersOf(membersOf(names[kind])[id]));
  const wordingOf = (hash: string): CheckedWording | null => wording(notices[hash]);
  return {
    begun: { at: record.requestedAt, ...(own[0] && { type: own[0].entry.type }) },
    page: own[0] ? pageOf(dataOf(own[0], 'address')['page']) : null,
    confirmed: confirmation ? { type: confirmation.entry.type, at: confirmation.entry.at } : null,
    purposes: record.purposes.map(({ id, status, since, noticeHash }) => ({
      id,
      names: namesOf('purposes', id),
      status,
      since,
      wording: wordingOf(noticeHash),
    })),
    asset: asset && { id: asset.id, names: namesOf('assets', asset.id), wording: wordingOf(asset.noticeHash) },
  };
}

function dataOf(step: BundleEntry | undefined, name: string): JsonObject {
  const part = step?.parts[name];
  return part?.state === 'disclosed' ? part.data : {};
}

function pageOf(page: Json | undefined): CheckedRecord['page'] {
  const { url, knownBy } = membersOf(page);
  return typeof url === 'string' ? { url, knownBy: textOf(knownBy) } : null;
}

const wording = (notice: Notice | undefined): CheckedWording | null =>
  notice ? { version: notice.version, language: notice.language, text: notice.text } : null;

const textsIn = (members: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(members).filter((member): member is [string, string] => typeof member[1] === 'string'),
  );

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
