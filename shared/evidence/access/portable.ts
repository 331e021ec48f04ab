import type { Entry } from '../../consent/entry';
import { isOfOne } from '../../consent/read-entry';
import { fold, type ConsentStatus, type PurposeState, type RecordState } from '../../consent/fold';
import type { Network, PartClass } from '../../ledger/part';
import { readPart, type PartOf } from '../../ledger/read-part';
import type { Language, Site } from '../../policy/schema';
import { findAsset, inLanguage, purposeName } from '../../policy/sites';
import type { Held } from './held';
import type { ReportSources } from './report-sources';

/** Names what a reader has before them; another number is another format. */
export const PORTABLE_FORMAT = 'portable-data/v1';

/** The person's own data, for each time that the person gave some; the last is the newest. */
export interface PortableIdentity {
  readonly at: string;
  readonly email: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Address of the page with the form. */
  readonly page: string | null;
}

export interface PortableConsent {
  readonly purpose: string;
  readonly name: string;
  readonly status: ConsentStatus;
  readonly since: string;
  readonly requestedAt: string;
  readonly confirmedAt: string | null;
  readonly wordingVersion: string | null;
  readonly wording: string | null;
}

export interface PortableOrder {
  readonly asset: string;
  readonly title: string;
  readonly requestedAt: string;
  readonly confirmedAt: string | null;
}

/** Without the other program that fetched the page: it need not have been the person's. */
export interface PortableConnection extends Omit<Network, 'ip' | 'fetchedBy' | 'signedUpBy'> {
  readonly at: string;
  readonly ip: string;
}

/** The data that a person provided (Art. 20 GDPR). */
export interface PortableData {
  readonly format: typeof PORTABLE_FORMAT;
  readonly site: string;
  readonly controller: Pick<Site['controller'], 'name' | 'email'>;
  readonly language: Language;
  readonly at: string;
  readonly email: string;
  readonly identities: readonly PortableIdentity[];
  readonly consents: readonly PortableConsent[];
  readonly orders: readonly PortableOrder[];
  /** From where they took steps: provided by using the service. */
  readonly connections: readonly PortableConnection[];
}

/**
 * Only what rests on consent or contract, and came from the person or what they use (Art. 20(1) GDPR; WP 242): no mails of ours,
 * no notes of operators, nothing on legitimate interest.
 */
export function portableData(sources: ReportSources): PortableData {
  const { site, email, language, held, now } = sources;
  const records = fold(held.entries, now);
  const others = new Set(records.filter((record) => !isOfPerson(record)).map(({ recordId }) => recordId));
  const provided = { ...held, entries: held.entries.filter((entry) => !isOfOne(others, entry)) };
  return {
    format: PORTABLE_FORMAT,
    site: site.id,
    controller: { name: site.controller.name, email: site.controller.email },
    language,
    at: now.toISOString(),
    email,
    identities: identities(provided),
    consents: records.flatMap((record) => consents(sources, record)),
    orders: records.flatMap((record) => order(sources, record)),
    connections: partsOf(provided, 'network').flatMap(connections),
  };
}

/** Of a double opt-in from elsewhere there are two. */
function connections({ at, part }: { at: string; part: Network }): PortableConnection[] {
  const { ip, ipSource, userAgent, signedUpBy } = part;
  const given = ip === undefined ? [] : [{ at, ip, ipSource, ...(userAgent !== undefined && { userAgent }) }];
  return [...(signedUpBy ? [{ at, ipSource, ...signedUpBy }] : []), ...given];
}

const isPortable = ({ legalBasis }: PurposeState): boolean => legalBasis !== 'legitimate-interest';

/** What nobody confirmed may have come from anybody who knows the address. */
function isOfPerson({ confirmedAt, purposes }: RecordState): boolean {
  return confirmedAt !== undefined && (purposes.length === 0 || purposes.some(isPortable));
}

function partsOf<C extends PartClass>(held: Held, name: C): { at: string; part: PartOf<C> }[] {
  return held.entries.flatMap((entry) => {
    const part = partOf(held, entry, name);
    return part ? [{ at: entry.at, part }] : [];
  });
}

function partOf<C extends PartClass>({ parts }: Held, entry: Entry, name: C): PartOf<C> | undefined {
  const digest = entry.parts[name];
  return digest === undefined ? undefined : readPart(name, parts.get(digest));
}

function identities(held: Held): PortableIdentity[] {
  return held.entries.flatMap((entry) => {
    const address = partOf(held, entry, 'address');
    const { fields = {} } = partOf(held, entry, 'details') ?? {};
    return address ? [{ at: entry.at, email: address.email, fields, page: address.page?.url ?? null }] : [];
  });
}

function consents({ site, language, held }: ReportSources, record: RecordState): PortableConsent[] {
  const { requestedAt, confirmedAt = null } = record;
  return record.purposes.filter(isPortable).map(({ id, status, since, noticeHash }) => {
    const notice = held.notices.get(noticeHash);
    const name = purposeName(site, id, language);
    const wording = { wordingVersion: notice?.version ?? null, wording: notice?.text ?? null };
    return { purpose: id, name, status, since, requestedAt, confirmedAt, ...wording };
  });
}

function order({ site, language }: ReportSources, record: RecordState): PortableOrder[] {
  const { asset, requestedAt, confirmedAt = null } = record;
  if (!asset) return [];
  const title = inLanguage(findAsset(site, asset.id)?.title ?? { [language]: asset.id }, language);
  return [{ asset: asset.id, title, requestedAt, confirmedAt }];
}
