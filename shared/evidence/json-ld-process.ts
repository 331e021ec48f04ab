import type { ConsentStatus } from '../consent/fold';
import type { LegalBasis, Site } from '../policy/schema';
import { findPurpose } from '../policy/sites';
import type { Bundle, BundleRecord } from './bundle';
import { eventTypes } from './json-ld-steps';
import { inWords, type Node } from './json-ld-context';
import { noticeName, partyName, purposeName } from './json-ld-names';

const LEGAL_BASES: Readonly<Record<LegalBasis, string>> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  'legitimate-interest': 'eu-gdpr:A6-1-f',
};

/** Where the data lie: infra/region.ts allows no other. */
const STORED_IN = 'loc:EEA';

/** What is done for one purpose, by the guide's `dpv:Process`; TS 27560 lists it under "purposes". */
export function processNode(
  { site: siteId, controller }: Bundle,
  { language }: BundleRecord,
  { id, legalBasis, noticeHash, status, since }: BundleRecord['purposes'][number],
  site: Site | undefined,
): Node {
  const title = findPurpose(site, id)?.name[language];
  const recipients = site?.processors.filter(({ purposes }) => purposes.includes(id)) ?? [];
  return {
    type: 'Process',
    purpose: {
      id: purposeName(siteId, id),
      type: 'Purpose',
      identifier: id,
      ...(title !== undefined && { title: inWords(title, language) }),
    },
    lawful_basis: LEGAL_BASES[legalBasis],
    privacy_notice: noticeName(noticeHash),
    ...standing(status, since),
    pii_information: 'pd:EmailAddress',
    collection_method: { type: 'DataSubjectDataSource', processing_method: 'dpv:Collect' },
    processing_method: ['dpv:Collect', 'dpv:Store', 'dpv:Use'],
    storage_conditions: storageConditions(site, id),
    recipient_third_parties: [controller, ...recipients].map(({ name }) => partyName(name)),
  };
}

function standing(status: ConsentStatus, since: string): Pick<Node, 'events' | 'basis_status'> {
  switch (status) {
    case 'LegitimateInterestRecorded':
    case 'ObjectionRecorded':
    case 'ContractRecorded':
    case 'ContractEnded':
      return { basis_status: { type: eventTypes({ type: status }), event_time: since } };
    case 'ConsentRequested':
    case 'ConsentGiven':
    case 'RenewedConsentGiven':
    case 'ConsentWithdrawn':
    case 'ConsentExpired':
    case 'ConsentRefused':
      return { events: { type: status, event_time: since } };
  }
}

function storageConditions(site: Site | undefined, purpose: string): Node[] {
  const kept = findPurpose(site, purpose)?.retention?.evidence ?? site?.retention.evidence;
  const location: Node = { type: 'StorageLocation', storage_location: STORED_IN };
  if (!kept) return [location];
  const since: Node = { type: 'UntilEventDuration', value: kept.from };
  const then: Node = { type: 'TemporalDuration', value: kept.keep };
  return [location, { type: 'StorageDuration', validity_duration: [since, then] }];
}
