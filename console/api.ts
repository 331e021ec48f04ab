import { Caller, type LedgerFile } from '../clients/typescript/src/caller.ts';
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

  evidence(site: string, order: Sent<'getEvidence'>, accept: EvidenceType): Promise<LedgerFile> {
    return this.caller.file({ method: 'POST', path: `${at(site)}/evidence`, body: order, accept });
  }
}

export type EvidenceType = 'application/pdf' | 'application/json';

const at = (site: string): string => `/v1/sites/${encodeURIComponent(site)}`;
