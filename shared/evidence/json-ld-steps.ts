import type { Entry, Facts, StepFor } from '../consent/entry';
import { stepType, type EntryType } from '../consent/steps';
import { CONSENT_STATUSES, type Node, type NodeType } from './json-ld-context';

/** What DPV calls a step. TS 27560 has the kind of consent as "event type", DPV as a further type of the status. */
export function eventTypes(step: Pick<Entry, 'type'>): NodeType | readonly NodeType[] {
  const { terms } = stepType(step).dpv;
  return terms.length === 1 ? terms[0] : terms;
}

/** Whether a step is one that DPV has a consent status for. */
export function isConsentEvent(step: Entry): boolean {
  return stepType(step).dpv.terms.some((term) => CONSENT_STATUSES.some((status) => status === term));
}

/** Whether a step gives a consent, which is good until it is withdrawn. */
export function givesConsent(step: Entry): boolean {
  return stepType(step).dpv.terms.some((term) => term === 'ConsentGiven' || term === 'RenewedConsentGiven');
}

/** The article under which a person asked for the step. */
export function exercisedRight(step: Entry): Pick<Node, 'privacy_rights'> {
  const right = stepType(step).dpv.right(step);
  return right === undefined ? {} : { privacy_rights: `eu-gdpr:${right}` };
}

const BUTTON = 'Button on the page that the link in the confirmation mail opens';

const METHODS: { readonly [Type in EntryType]: string | ((facts: StepFor<Type>['facts']) => string) } = {
  ConsentRequested: ({ source }) => (source === undefined ? 'Sign-up form' : `Sign-up form: ${source}`),
  MailSent: ({ mail }) => `Mail sent: ${mail}`,
  ConsentGiven: BUTTON,
  RenewedConsentGiven: BUTTON,
  ConsentWithdrawn: told,
  EvidenceDisclosed: 'Evidence read',
  ConsentRecorded: ({ source = 'unknown', signedUpAt, signedUpUntil, givenAt, givenUntil, proof = [] }) =>
    `Brought in from elsewhere (${source}), ${signedUpAt === undefined ? '' : `signed up there at: ${span(signedUpAt, signedUpUntil)}, `}given there at: ${span(givenAt, givenUntil)}; came along, not verified: ${proof.join(', ') || 'nothing'}`,
  LegitimateInterestRecorded: ({ justification }) => `Relied on without consent: ${justification ?? 'unknown'}`,
  ObjectionRecorded: told,
  ConsentLapsed: ({ because }) =>
    because === undefined ? 'No answer to the question whether to go on' : `Over by the rules of the site: ${because}`,
  ActivityReported: 'Use or mailing reported',
  IdentityRectified: 'Details of the person corrected',
  ProcessingRestricted: ({ insteadOf }) =>
    insteadOf === undefined ? 'Processing restricted' : `Processing restricted instead of ${insteadOf}`,
  RestrictionLifted: 'Restriction of processing lifted',
  HoldPlaced: 'Deletion suspended',
  HoldLifted: 'Suspension of deletion ended',
  DataErased: 'Personal data erased',
  AccessGiven: 'Access given',
  ContractRecorded: 'Contract recorded',
  ContractEnded: 'End of the contract recorded',
  MailBounced: ({ bounce }) => `Mail came back as undeliverable: ${bounce}`,
  MailReceived: ({ reading }) => `Mail received: ${reading}`,
  CaseClosed: ({ outcome }) => `Received mail seen to: ${outcome}`,
  LanguageChosen: 'Language chosen',
  ProcessorInformed: ({ processor }) => `Told how things stand: ${processor}`,
  DeletionConfirmed: ({ processor }) => `Deletion confirmed by: ${processor}`,
  ConsentRefused: told,
  ObjectionRaised: told,
  ObjectionDecided: ({ decision }) => `Objection weighed: ${decision}`,
  KeptOnReview: ({ reviewed }) => `Looked at whether it is still needed, and kept: ${reviewed}`,
  RequestReceived: ({ wish }) => `Request received: ${wish}`,
  RequestNoted: ({ did }) => `Noted of a request: ${did}`,
  PersonInformed: ({ letter }) => `Letter made: ${letter}`,
  RightRequested: ({ right }) => `Asked for by a link of the person, not confirmed: ${right}`,
};

export function eventMethod({ type, facts }: Entry): string {
  const method = METHODS[type] as string | ((facts: Facts) => string);
  return typeof method === 'string' ? method : method(facts);
}

/** An ISO 8601 interval, of what is known no closer. */
function span(first: string | undefined, last: string | undefined): string {
  return [first, last].filter((moment) => moment !== undefined).join('/') || 'unknown';
}

function told({ via, provenBy, processor, saidFrom, saidAt }: Facts): string {
  if (processor !== undefined)
    return `Reported by: ${processor} (${via}), happened there at: ${span(saidFrom, saidAt)}`;
  if (via === 'elsewhere') return `Said elsewhere, as its source has it, at: ${span(saidFrom, saidAt)}`;
  if (via === 'complaint') return 'Mail reported as spam';
  if (provenBy !== undefined) return `Mail of the person; proven by: ${provenBy}`;
  if (via === 'one-click') return 'One-click unsubscribe of the mail program (RFC 8058)';
  return via === undefined || via === 'page' ? 'Button on a page' : `Told to an operator: ${via}`;
}
