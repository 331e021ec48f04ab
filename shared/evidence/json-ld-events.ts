import type { Entry } from '../consent/entry';
import type { Identity, Mail, Network } from '../ledger/part';
import type { BundleEntry, DisclosedPart } from './bundle';
import type { Node, NodeType } from './json-ld-context';
import { actorName, entryName, purposeName } from './json-ld-names';

export interface Cast {
  readonly subject: string;
  readonly controller: string;
}

/** Whether a step is one that DPV has a consent status for. */
export function isConsentEvent({ type }: Entry): boolean {
  return type !== 'MailSent' && type !== 'EvidenceDisclosed';
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
    ...validity(entry),
    purpose: entry.purposes.map(({ id }) => purposeName(entry.site, id)),
    pii_information: Object.entries(parts).flatMap(([name, part]) => personalData(name, part)),
  };
}

/** TS 27560 has the kind of consent as "event type", DPV as a further type of the status. */
function eventTypes({ type }: Entry): NodeType | NodeType[] {
  switch (type) {
    case 'ConsentGiven':
    case 'RenewedConsentGiven':
      return [type, 'ExpressedConsent'];
    case 'ConsentRequested':
    case 'ConsentWithdrawn':
      return type;
    case 'MailSent':
    case 'EvidenceDisclosed':
      return 'Activity';
  }
}

function eventMethod({ type, facts }: Entry): string {
  switch (type) {
    case 'ConsentRequested':
      return 'Sign-up form';
    case 'ConsentGiven':
    case 'RenewedConsentGiven':
      return 'Button on the page that the link in the confirmation mail opens';
    case 'ConsentWithdrawn':
      return facts.via === 'one-click' ? 'One-click unsubscribe of the mail program (RFC 8058)' : 'Button on a page';
    case 'MailSent':
      return `Mail sent: ${facts.mail ?? 'unknown'}`;
    case 'EvidenceDisclosed':
      return 'Evidence read';
  }
}

function validity({ type, facts: { confirmBy } }: Entry): Pick<Node, 'validity_duration'> {
  if (confirmBy !== undefined) return { validity_duration: { type: 'UntilTimeDuration', value: confirmBy } };
  const isConsent = type === 'ConsentGiven' || type === 'RenewedConsentGiven';
  return isConsent ? { validity_duration: { type: 'UntilEventDuration', value: 'Withdrawal' } } : {};
}

function personalData(name: string, part: DisclosedPart): Node[] {
  if (part.state !== 'disclosed') return [];
  switch (name) {
    case 'identity':
      return identityData(part.data as Identity);
    case 'network':
      return networkData(part.data as Network);
    case 'mail':
      return [datum((part.data as Mail).raw, 'pd:EmailContent')];
    default:
      return [];
  }
}

function identityData({ email, fields = {}, form }: Identity): Node[] {
  return [
    { ...datum(email, 'pd:EmailAddress'), ...(form !== undefined && { source: form }) },
    ...Object.entries(fields).map(([identifier, value]): Node => ({ ...datum(value), identifier })),
  ];
}

function networkData({ ip, ipSource, userAgent, referrer }: Network): Node[] {
  return [
    { ...datum(ip, 'pd:IPAddress'), text: `Known from: ${ipSource}` },
    ...(userAgent === undefined ? [] : [datum(userAgent, 'pd:UserAgent')]),
    ...(referrer === undefined ? [] : [datum(referrer, 'pd:BrowsingReferral')]),
  ];
}

/** Questions of a form are the site's own: DPV has no category for them. */
function datum(value: string, pii_type?: `pd:${string}`): Node {
  return { type: 'PersonalData', value, ...(pii_type && { pii_type }) };
}
