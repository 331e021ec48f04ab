import type { Authority, Processor, Transfer } from '../policy/schema';
import type { Bundle } from './bundle';
import type { Node } from './json-ld-context';
import { partyName, subjectName } from './json-ld-names';

type Controller = Bundle['controller'];

/** Everybody who has to do with a record; the person by an id that leads to nobody. */
export function parties({ site, subject, controller }: Bundle, processors: readonly Processor[]): Node[] {
  const { dataProtectionOfficer: officer } = controller;
  return [
    { id: subjectName(site, subject), type: 'DataSubject', identifier: subject },
    controllerNode(controller),
    ...(officer ? [officerNode(officer)] : []),
    ...controller.supervisoryAuthorities.map(authorityNode),
    ...processors.map(processorNode),
  ];
}

function controllerNode({ name, address, country, email }: Controller): Node {
  return {
    id: partyName(name),
    type: ['Organisation', 'DataController'],
    party_name: name,
    party_address: postalAddress(address, country),
    party_contact: { type: 'ContactPoint', email },
  };
}

function officerNode({ name, address, email }: NonNullable<Controller['dataProtectionOfficer']>): Node {
  const contact: Node = { type: 'ContactPoint', email };
  const party_address: Node = { type: 'PostalAddress', street_address: address };
  return {
    id: partyName(name),
    type: 'DataProtectionOfficer',
    party_name: name,
    party_address,
    party_contact: contact,
  };
}

function authorityNode({ name, address, url }: Authority): Node {
  const party_address: Node = { type: 'PostalAddress', street_address: address };
  return { id: partyName(name), type: 'DataProtectionAuthority', party_name: name, party_address, url };
}

/** On what transfers rest, in the terms for Chapter V GDPR. */
const SAFEGUARDS: Readonly<Record<Transfer['safeguard'], string>> = {
  'adequacy-decision': 'eu-gdpr:A45-3',
  'standard-contractual-clauses': 'eu-gdpr:A46-2-c',
  'binding-corporate-rules': 'eu-gdpr:A46-2-b',
  'express-consent': 'eu-gdpr:A49-1-a',
};

function transferNode(transfer: Transfer): Node {
  return {
    type: 'Process',
    processing_method: 'dpv:Transfer',
    lawful_basis: SAFEGUARDS[transfer.safeguard],
    storage_location: `loc:${transfer.country}`,
    ...('link' in transfer && { source: transfer.link }),
  };
}

function processorNode({ name, address, country, role, transfers }: Processor): Node {
  const party_address = postalAddress(address, country);
  const type = role === 'processor' ? 'DataProcessor' : 'Recipient';
  const abroad = transfers.length > 0 && { transfers: transfers.map(transferNode) };
  return { id: partyName(name), type: ['Organisation', type], party_name: name, party_address, ...abroad };
}

function postalAddress(street_address: string, country: string): Node {
  return { type: 'PostalAddress', street_address, country };
}
