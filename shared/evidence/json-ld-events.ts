import { factsOf, type Entry } from '../consent/entry';
import type { Address, Details, Network, PartClass } from '../ledger/part';
import { partData, type PartOf } from '../ledger/read-part';
import type { AnyBundleEntry, BundleEntry, DisclosedPart } from './bundle';
import type { Node } from './json-ld-context';
import { eventMethod, eventTypes, exercisedRight, givesConsent } from './json-ld-steps';
import { actorName, entryName, purposeName } from './json-ld-names';

export interface Cast {
  readonly subject: string;
  readonly controller: string;
}

/** A step with whatever personal data of it was disclosed. */
export function eventNode({ entry, parts }: BundleEntry, cast: Cast): Node {
  return {
    id: entryName(entry.hash),
    type: eventTypes(entry),
    identifier: entry.hash,
    event_time: entry.at,
    entity_id: actorName(entry.actor, cast),
    event_method: eventMethod(entry),
    ...exercisedRight(entry),
    ...validity(entry),
    purpose: entry.purposes.map(({ id }) => purposeName(entry.site, id)),
    pii_information: Object.entries(parts).flatMap(([name, part]) => personalData(name, part)),
  };
}

/** A step that a later version wrote. */
export function unknownNode({ entry: { hash, at, type } }: AnyBundleEntry): Node {
  const event_method = `Not known to the version that made this file: ${type}`;
  return { id: entryName(hash), type: 'Activity', identifier: hash, event_time: at, event_method };
}

function validity(entry: Entry): Pick<Node, 'validity_duration'> {
  const { confirmBy } = factsOf(entry);
  if (confirmBy !== undefined) return { validity_duration: { type: 'UntilTimeDuration', value: confirmBy } };
  return givesConsent(entry) ? { validity_duration: { type: 'UntilEventDuration', value: 'Withdrawal' } } : {};
}

function personalData(name: string, part: DisclosedPart): Node[] {
  if (part.state !== 'disclosed') return [];
  const { data } = part;
  const read = <C extends PartClass>(wanted: C): PartOf<C> | undefined =>
    name === wanted ? partData(wanted, data) : undefined;
  const [address, details, network, mail] = [read('address'), read('details'), read('network'), read('mail')];
  if (address) return [addressDatum(address)];
  if (details) return fieldData(details);
  if (network) return networkData(network);
  return mail ? [datum(mail.raw, 'pd:EmailContent')] : [];
}

function addressDatum({ email, page }: Address): Node {
  return { ...datum(email, 'pd:EmailAddress'), ...(page && { source: page.url }) };
}

function fieldData({ fields }: Details): Node[] {
  return Object.entries(fields).map(([identifier, value]): Node => ({ ...datum(value), identifier }));
}

function networkData({ ip, ipSource, userAgent, fetchedBy, signedUpBy }: Network): Node[] {
  return [
    ...(ip === undefined ? [] : [{ ...datum(ip, 'pd:IPAddress'), text: `Known from: ${ipSource}` }]),
    ...(userAgent === undefined ? [] : [datum(userAgent, 'pd:UserAgent')]),
    ...(signedUpBy === undefined ? [] : [signedUp(datum(signedUpBy.ip, 'pd:IPAddress'))]),
    ...(signedUpBy?.userAgent === undefined ? [] : [signedUp(datum(signedUpBy.userAgent, 'pd:UserAgent'))]),
    ...(fetchedBy === undefined ? [] : [fetched(datum(fetchedBy.ip, 'pd:IPAddress'))]),
    ...(fetchedBy?.userAgent === undefined ? [] : [fetched(datum(fetchedBy.userAgent, 'pd:UserAgent'))]),
  ];
}

const signedUp = (node: Node): Node => ({ ...node, text: 'Who signed up, according to the source' });
const fetched = (node: Node): Node => ({ ...node, text: 'Who fetched the page with the button' });

/** Questions of a form are the site's own: DPV has no category for them. */
function datum(value: string, pii_type?: `pd:${string}`): Node {
  return { type: 'PersonalData', value, ...(pii_type && { pii_type }) };
}
