import { isEnding } from '../consent/steps/begins-and-ends';
import type { Language, Site } from '../policy/schema';
import { findAsset } from '../policy/sites';
import { understood, type Bundle, type BundleEntry, type BundleFile, type BundleRecord } from './bundle';
import { inWords, JSON_LD_CONTEXT, type Node } from './json-ld-context';
import { eventNode, unknownNode, type Cast } from './json-ld-events';
import { isConsentEvent } from './json-ld-steps';
import { assetName, evidenceName, noticeName, partyName, recordName, subjectName } from './json-ld-names';
import { parties } from './json-ld-parties';
import { processNode } from './json-ld-process';

/** Access, rectification, erasure, restriction, portability, objection, withdrawal. */
const RIGHTS = ['A15', 'A16', 'A17', 'A18', 'A20', 'A21', 'A7-3'] as const;

/**
 * The evidence as consent records of ISO/IEC TS 27560:2023 in the terms of the W3C Data Privacy Vocabulary, JSON-LD. It
 * says what the bundle says, and leaves the proofs to it. Names of purposes, recipients and retention are the site's as
 * it is today; where there is none any more they are left out.
 */
export function consentRecords(file: BundleFile, site: Site | undefined): object {
  const bundle = understood(file);
  const readings = bundle.entries.slice(-1);
  const catalog: Node = {
    id: evidenceName(readings[0]?.entry.hash ?? bundle.subject),
    type: 'Catalog',
    created: bundle.at,
    text: readings.length === 0 ? `Nothing is recorded. ${bundle.request.reason}` : bundle.request.reason,
    records: bundle.records.map((record) => recordNode(bundle, record, site)),
    other_events: [
      ...aboutThePerson(bundle).map((entry) => eventNode(entry, castOf(bundle))),
      ...(bundle.unknown ?? []).map(unknownNode),
    ],
  };
  return { '@context': JSON_LD_CONTEXT, ...catalog };
}

function recordNode(bundle: Bundle, record: BundleRecord, site: Site | undefined): Node {
  const { controller } = bundle;
  const cast = castOf(bundle);
  const entries = bundle.entries.filter((entry) => belongs(entry, record));
  const contact = `mailto:${controller.email}`;
  return {
    id: recordName(record.recordId),
    type: 'ConsentRecord',
    schema_version: 'dpv-27560:record',
    record_id: record.recordId,
    created: record.requestedAt,
    language: record.language,
    pii_principal_id: cast.subject,
    pii_controllers: cast.controller,
    authority_party: controller.supervisoryAuthorities.map(({ name }) => partyName(name)),
    jurisdiction: `loc:${controller.country}`,
    applicable_law: 'eu-gdpr:GDPR',
    privacy_notice: [privacyNotice(controller), ...consentNotices(bundle, record)],
    ...(record.asset && { service: serviceNode(record.asset, record.language, bundle.site, site) }),
    purposes: record.purposes.map((purpose) => processNode(bundle, record, purpose, site)),
    withdrawal_method: {
      type: 'WithdrawConsent',
      text: 'The link in every e-mail, or a message to the controller',
      exercised_at: contact,
    },
    privacy_rights: [
      ...RIGHTS.map((right) => rightNode(right, contact)),
      ...controller.supervisoryAuthorities.map(({ url }) => rightNode('A77', url)),
    ],
    parties: parties(bundle, site?.processors ?? []),
    events: entries.filter(({ entry }) => isConsentEvent(entry)).map((entry) => eventNode(entry, cast)),
    other_events: entries.filter(({ entry }) => !isConsentEvent(entry)).map((entry) => eventNode(entry, cast)),
  };
}

function castOf({ site, subject, controller }: Bundle): Cast {
  return { subject: subjectName(site, subject), controller: partyName(controller.name) };
}

/** The reading, and what was done that is about no record; other readings are no event of the person's. */
function aboutThePerson(bundle: Bundle): BundleEntry[] {
  const reading = bundle.entries.at(-1);
  return bundle.entries.filter(
    (entry) =>
      entry === reading ||
      (entry.entry.type !== 'EvidenceDisclosed' && !bundle.records.some((record) => belongs(entry, record))),
  );
}

/** A withdrawal is about the person: it belongs to every record that it can have ended something of. */
function belongs({ entry }: BundleEntry, record: BundleRecord): boolean {
  const named = new Set(entry.purposes.map(({ id }) => id));
  const ends = isEnding(entry) && record.purposes.some(({ id }) => named.has(id));
  return entry.recordId === record.recordId || (ends && entry.at >= record.requestedAt);
}

function consentNotices({ notices }: Bundle, { purposes, asset }: BundleRecord): Node[] {
  const hashes = new Set([...purposes, ...(asset ? [asset] : [])].map(({ noticeHash }) => noticeHash));
  return Object.entries(notices).flatMap(([hash, { version, language, text }]): Node[] =>
    hashes.has(hash)
      ? [
          {
            id: noticeName(hash),
            type: 'ConsentNotice',
            identifier: hash,
            version,
            language,
            text: inWords(text, language),
          },
        ]
      : [],
  );
}

function privacyNotice({ privacyNotice: { url, version, date } }: Bundle['controller']): Node {
  return { id: url, type: 'PrivacyNotice', version, date };
}

function serviceNode(
  { id, noticeHash }: NonNullable<BundleRecord['asset']>,
  language: Language,
  siteId: string,
  site: Site | undefined,
): Node {
  const title = findAsset(site, id)?.title[language];
  return {
    id: assetName(siteId, id),
    type: 'Service',
    identifier: id,
    ...(title !== undefined && { title: inWords(title, language) }),
    privacy_notice: noticeName(noticeHash),
  };
}

function rightNode(right: (typeof RIGHTS)[number] | 'A77', exercised_at: string): Node {
  return { type: ['DataSubjectRight', `eu-gdpr:${right}`], exercised_at };
}
