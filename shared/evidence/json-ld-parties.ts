import type { Authority, Site } from '../policy/schema';
import type { Bundle } from './bundle';
import type { Node } from './json-ld-context';
import { partyName, subjectName } from './json-ld-names';

type Controller = Bundle['controller'];
type Processor = Site['processors'][number];

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

function processorNode({ name, address, country, role }: Processor): Node {
  const party_address = postalAddress(address, country);
  const type = role === 'processor' ? 'DataProcessor' : 'Recipient';
  return { id: partyName(name), type: ['Organisation', type], party_name: name, party_address };
}

function postalAddress(street_address: string, country: string): Node {
  return { type: 'PostalAddress', street_address, country };
}
