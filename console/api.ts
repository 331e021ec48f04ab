import { Caller, type FilePart, type LedgerFile } from '../clients/typescript/src/caller.ts';
import type { Answer, Sent } from '../clients/typescript/src/types.ts';
import type { Session } from './session';

export type Me = Answer<'getMe'>;
type Found = Answer<'lookUp'>;
/** Somebody of whom something is known. */
export type Person = NonNullable<Found['person']>;
/** What only those see who may read evidence. */
export type PersonFile = NonNullable<Found['file']>;
export interface LookedUp {
  readonly person: Person;
  readonly file?: PersonFile;
  /** The address that was looked up, if it was one: of somebody who has not confirmed yet no other is shown. */
  readonly typed?: string;
  /** ISO 8601: how things stood then. */
  readonly asOf: string;
}

/** The operations that the desk calls: a script can call all of them, too. */
export class Api {
  private readonly caller: Caller;

  constructor(session: Session) {
    this.caller = new Caller(window.location.origin, (wasRefused) => session.token(wasRefused), 2);
  }

  me(): Promise<Me> {
    return this.caller.json({ method: 'GET', path: '/v1/me' });
  }

  lookUp(site: string, who: Sent<'lookUp'>): Promise<Found> {
    return this.caller.json({ method: 'POST', path: `${at(site)}/subjects/look-up`, body: who });
  }

  sendConfirmation(site: string, email: string): Promise<Answer<'sendConfirmation'>> {
    return this.caller.json({ method: 'POST', path: `${at(site)}/confirmations`, body: { email } });
  }

  /** How many may be mailed, and why not more. */
  summary(site: string, purpose: string): Promise<Answer<'getAudienceSummary'>> {
    return this.caller.json({ method: 'GET', path: `${audienceAt(site, purpose)}/summary` });
  }

  /** A part of the file that an audience makes. */
  audiencePart(
    site: string,
    purpose: string,
    query: Readonly<Record<string, string>>,
    accept: 'text/csv' | 'application/x-ndjson',
  ): Promise<FilePart> {
    return this.caller.part({ method: 'GET', path: audienceAt(site, purpose), query, accept });
  }

  leavers(site: string, query: Query): Promise<Answer<'listLeavers'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/leavers`, query });
  }

  fetches(site: string, query: Query): Promise<Answer<'listFetches'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/fetches`, query });
  }

  processors(site: string): Promise<Answer<'listProcessors'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/processors` });
  }

  register(site: string): Promise<Answer<'getRegister'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/register` });
  }

  journal(site: string, query: Query): Promise<Answer<'getJournal'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/journal`, query });
  }

  /** A part of the file that the journal makes. */
  journalPart(site: string, query: Query): Promise<FilePart> {
    return this.caller.part({ method: 'GET', path: `${at(site)}/journal`, query, accept: 'text/csv' });
  }

  retryDeliveries(site: string, order: Sent<'retryDeliveries'>): Promise<Answer<'retryDeliveries'>> {
    return this.caller.json({ method: 'POST', path: `${at(site)}/deliveries`, body: order });
  }

  counts(site: string, query: Readonly<Record<string, string>>): Promise<Answer<'getCounts'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/counts`, query });
  }

  countsTable(site: string, wanted: Readonly<Record<string, string>>): Promise<LedgerFile> {
    const query = { ...wanted, bom: 'yes' };
    return this.caller.file({ method: 'GET', path: `${at(site)}/counts`, query, accept: 'text/csv' });
  }

  /** How much there is to do, list by list. */
  worklists(site: string): Promise<Answer<'getWorklists'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/worklists` });
  }

  reviews(site: string, query: Query): Promise<Answer<'listReviews'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/reviews`, query });
  }

  addresses(site: string, ids: readonly string[]): Promise<Answer<'listAddresses'>> {
    return this.caller.json({ method: 'POST', path: `${at(site)}/addresses`, body: { ids } });
  }

  decideReviews(site: string, order: Sent<'decideReviews'>): Promise<Answer<'decideReviews'>> {
    return this.caller.json({ method: 'POST', path: `${at(site)}/reviews/decisions`, body: order });
  }

  deliveries(site: string, query: Query): Promise<Answer<'listDeliveries'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/deliveries`, query });
  }

  deletions(site: string, query: Query): Promise<Answer<'listDeletions'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/deletions`, query });
  }

  noteDeletion(site: string, order: Sent<'noteDeletion'>): Promise<Answer<'noteDeletion'>> {
    return this.caller.json({ method: 'POST', path: `${at(site)}/deletions/confirmations`, body: order });
  }

  /** What the form may ask, by id: what each is called. */
  async fields(site: string, language: string): Promise<ReadonlyMap<string, string>> {
    const call = { method: 'GET', path: `${at(site)}/notices`, query: { language }, isPublic: true } as const;
    const { fields } = await this.caller.json<Answer<'getNotices'>>(call);
    return new Map(fields.map(({ id, label }) => [id, label]));
  }

  cases(site: string, query: Query): Promise<Answer<'listCases'>> {
    return this.caller.json({ method: 'GET', path: `${at(site)}/cases`, query });
  }

  openCase(site: string, heard: Sent<'openCase'>): Promise<Request> {
    return this.caller.json({ method: 'POST', path: `${at(site)}/cases`, body: heard });
  }

  readCase(site: string, id: string, reason: string): Promise<Answer<'readCase'>> {
    return this.caller.json({ method: 'POST', path: caseAt(site, id), body: { reason } });
  }

  extendCase(site: string, id: string, body: Sent<'extendCase'>): Promise<Request> {
    return this.caller.json({ method: 'POST', path: `${caseAt(site, id)}/extend`, body });
  }

  checkIdentity(site: string, id: string, body: Sent<'checkIdentity'>): Promise<Request> {
    return this.caller.json({ method: 'POST', path: `${caseAt(site, id)}/identity`, body });
  }

  reopenCase(site: string, id: string, body: Sent<'reopenCase'>): Promise<Request> {
    return this.caller.json({ method: 'POST', path: `${caseAt(site, id)}/reopen`, body });
  }

  closeCase(site: string, id: string, body: Sent<'closeCase'>): Promise<Answer<'closeCase'>> {
    return this.caller.json({ method: 'POST', path: `${caseAt(site, id)}/close`, body });
  }

  /** An order about one person, or its preview; `what` is the last word of its path. */
  order(site: string, what: string, body: object): Promise<OrderAnswer> {
    return this.caller.json({ method: 'POST', path: `${at(site)}/subjects/${what}`, body });
  }

  access(site: string, body: Sent<'giveAccess'>, accept: 'application/pdf' | 'text/csv'): Promise<LedgerFile> {
    return this.caller.file({ method: 'POST', path: `${at(site)}/subjects/access`, body, accept });
  }

  letter(site: string, body: Sent<'writeLetter'>, accept: LetterType): Promise<LedgerFile> {
    return this.caller.file({ method: 'POST', path: `${at(site)}/letters`, body, accept });
  }

  evidence(site: string, order: Sent<'getEvidence'>, accept: EvidenceType): Promise<LedgerFile> {
    return this.caller.file({ method: 'POST', path: `${at(site)}/evidence`, body: order, accept });
  }
}

/** What orders about a person answer, as far as their page shows it. */
export type OrderAnswer = Pick<Answer<'erase'>, 'done' | 'head'> &
  Partial<Pick<Answer<'erase'>, 'erasure'> & Pick<Answer<'rectify'>, 'move'>> & {
    /** Of access: whether there is anything, and how much of what. */
    readonly held?: boolean;
    readonly counts?: Readonly<Record<string, unknown>>;
  };
/** A request, as it stands. */
export type Request = PersonFile['requests'][number];
export type LetterType = 'application/pdf' | 'text/plain';
export type EvidenceType = 'application/pdf' | 'application/json';

type Query = Readonly<Record<string, string | undefined>>;

const audienceAt = (site: string, purpose: string): string =>
  `${at(site)}/purposes/${encodeURIComponent(purpose)}/audience`;
const caseAt = (site: string, id: string): string => `${at(site)}/cases/${encodeURIComponent(id)}`;
const at = (site: string): string => `/v1/sites/${encodeURIComponent(site)}`;
