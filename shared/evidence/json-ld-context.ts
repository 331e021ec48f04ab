import type { Language } from '../policy/schema';

const iri = (id: string) => ({ '@id': id, '@type': '@id' }) as const;
const moment = (id: string) => ({ '@id': id, '@type': 'xsd:dateTime' }) as const;

const PREFIXES = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  'dpv-27560': 'https://w3id.org/dpv/schema/dpv-27560#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** How a consent can stand. */
export const CONSENT_STATUSES = [
  ...(['ConsentRequested', 'ConsentGiven', 'RenewedConsentGiven', 'ConsentWithdrawn', 'ConsentExpired'] as const),
  'ConsentRefused',
] as const;

/** What nodes can be. Whatever is not listed here would be lost, and tests would notice. */
const TYPES = {
  Catalog: 'dcat:Catalog',
  Activity: 'prov:Activity',
  ContactPoint: 'schema:ContactPoint',
  PostalAddress: 'schema:PostalAddress',
  ...dpvTypes(
    ...(['ConsentRecord', 'ConsentNotice', 'PrivacyNotice', 'Process', 'Purpose', 'Service', 'PersonalData'] as const),
    ...(['DataSubject', 'Organisation', 'DataController', 'DataProcessor', 'Recipient'] as const),
    ...(['DataProtectionOfficer', 'DataProtectionAuthority'] as const),
    ...CONSENT_STATUSES,
    ...(['ExpressedConsent', 'WithdrawConsent', 'DataSubjectRight', 'DataSubjectDataSource'] as const),
    ...(['LegitimateInterestNotObjected', 'LegitimateInterestObjected', 'RightExerciseActivity'] as const),
    ...(['ContractActive', 'ContractTerminationStatus'] as const),
    ...(['StorageLocation', 'StorageDuration', 'TemporalDuration', 'UntilTimeDuration', 'UntilEventDuration'] as const),
  ),
} as const;

function dpvTypes<T extends string>(...names: readonly T[]): Readonly<Record<T, string>> {
  return Object.fromEntries(names.map((name) => [name, `dpv:${name}`])) as Record<T, string>;
}

/**
 * What the keys mean. They are named as ISO/IEC TS 27560:2023 names its fields, and stand for what the W3C community
 * group's guide has for each (https://w3id.org/dpv/guides/consent-27560). Inline, so that nobody has to fetch anything.
 */
export const JSON_LD_CONTEXT = {
  '@version': 1.1,
  ...PREFIXES,
  ...TYPES,
  id: '@id',
  type: '@type',

  schema_version: iri('dct:conformsTo'),
  record_id: 'dct:identifier',
  pii_principal_id: iri('dpv:hasDataSubject'),
  records: iri('dcat:dataset'),

  privacy_notice: iri('dpv:hasNotice'),
  language: 'dct:language',
  jurisdiction: iri('dpv:hasJurisdiction'),
  applicable_law: iri('dpv:hasApplicableLaw'),
  service: iri('dpv:hasService'),
  purposes: iri('dpv:hasProcess'),
  purpose: iri('dpv:hasPurpose'),
  lawful_basis: iri('dpv:hasLegalBasis'),
  pii_information: iri('dpv:hasPersonalData'),
  pii_type: iri('skos:broader'),
  pii_controllers: iri('dpv:hasDataController'),
  collection_method: iri('dpv:hasDataSource'),
  processing_method: iri('dpv:hasProcessing'),
  storage_conditions: iri('dpv:hasStorageCondition'),
  storage_location: iri('dpv:hasLocation'),
  /** What a party does with data in third countries, and on what that rests. */
  transfers: iri('dpv:hasProcess'),
  recipient_third_parties: iri('dpv:hasRecipient'),
  withdrawal_method: iri('dpv:hasConsentControl'),
  privacy_rights: iri('dpv:hasRight'),
  exercised_at: iri('dpv:isExercisedAt'),
  authority_party: iri('dpv:hasAuthority'),

  parties: iri('dpv:hasEntity'),
  party_name: 'dpv:hasName',
  party_address: iri('schema:address'),
  party_contact: iri('schema:contactPoint'),
  street_address: 'schema:streetAddress',
  country: 'schema:addressCountry',
  email: 'schema:email',
  url: iri('schema:url'),

  events: iri('dpv:hasConsentStatus'),
  /** How a legal basis stands that is no consent. */
  basis_status: iri('dpv:hasStatus'),
  /** Steps that no consent status stands for: mails that were sent, what operators did, rights that were exercised. */
  other_events: iri('dct:relation'),
  event_time: moment('dpv:isIndicatedAtTime'),
  entity_id: iri('dpv:isIndicatedBy'),
  event_method: 'dpv:hasIndicationMethod',
  validity_duration: iri('dpv:hasDuration'),

  identifier: 'dct:identifier',
  title: 'dct:title',
  text: 'dct:description',
  version: 'dcat:version',
  date: { '@id': 'dct:date', '@type': 'xsd:date' },
  created: moment('dct:created'),
  source: iri('dct:source'),
  value: 'rdf:value',
} as const;

/** A text that says which language it is in. */
export function inWords(text: string, language: Language): object {
  return { '@value': text, '@language': language };
}

/** What a node may say: a key that has no meaning does not compile. */
export type Node = Readonly<Partial<Record<Exclude<keyof typeof JSON_LD_CONTEXT, keyof typeof PREFIXES>, unknown>>> & {
  readonly type?: NodeType | readonly (NodeType | `eu-gdpr:${string}`)[];
};
export type NodeType = keyof typeof TYPES;
