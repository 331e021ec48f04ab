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

  /** Purpose -> what it is called. */
  async purposes(site: string, language: string): Promise<ReadonlyMap<string, string>> {
    const call = { method: 'GET', path: `${at(site)}/notices`, query: { language }, isPublic: true } as const;
    const { purposes } = await this.caller.json<Answer<'getNotices'>>(call);
    return new Map(purposes.map(({ id, name }) => [id, name]));
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

  evidence(site: string, order: Sent<'getEvidence'>, accept: EvidenceType): Promise<LedgerFile> {
    return this.caller.file({ method: 'POST', path: `${at(site)}/evidence`, body: order, accept });
  }
}

export type EvidenceType = 'application/pdf' | 'application/json';

type Query = Readonly<Record<string, string | undefined>>;

const audienceAt = (site: string, purpose: string): string =>
  `${at(site)}/purposes/${encodeURIComponent(purpose)}/audience`;
const at = (site: string): string => `/v1/sites/${encodeURIComponent(site)}`;
