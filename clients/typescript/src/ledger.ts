import { Caller, type LedgerFile } from './caller.ts';
import { DEFAULT_TRIES, PASSING, pauseBefore } from './patience.ts';
import { Subjects } from './subjects.ts';
import type { TokenProvider } from './token.ts';
import type { Answer, Schemas, Sent } from './types.ts';

export interface LedgerOptions {
  /** Where the ledger is, such as `https://consent.example.com`. */
  readonly url: string;
  /** The id of the website that it is about. */
  readonly site: string;
  /** @default none: enough for `notices` and `signUp` */
  readonly token?: TokenProvider;
  /** How often a call is made that fails for a passing reason. @default 4 */
  readonly tries?: number;
}

/** What evidence can come as, besides the file for verifiers. */
export type EvidenceType = 'application/json' | 'application/ld+json' | 'application/pdf' | 'text/csv';

/** What a table of an audience is for. */
export type Profile = 'excel-de' | 'excel-en' | 'rfc4180' | 'brevo' | 'cleverreach' | 'mailchimp' | 'listmonk';

/** A part of an audience, such as `3/8`: all parts from `1/8` to `8/8` are the list, and can be fetched side by side. */
export type Segment = `${number}/${1 | 2 | 4 | 8}`;

/** Somebody on a list of the sender's own. */
export type Addressee = Schemas['Links']['recipients'][number];

/** Which days, in which steps, split by what, and perhaps compared with as many days before. */
export interface CountsWanted {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly each?: 'day' | 'week' | 'month' | undefined;
  readonly by?: 'purpose' | 'form' | 'language' | undefined;
  readonly against?: 'previous' | undefined;
  /** Of CSV: by it the separator. */
  readonly language?: 'de' | 'en' | undefined;
}
/** A row of an import: what {@link Ledger.recordConsent} takes, or {@link Ledger.recordOptOut}. */
export type ImportRow = { readonly consent: Sent<'recordConsent'> } | { readonly optOut: Sent<'recordOptOut'> };

/** What became of it; `problem` is what a call for it alone would have thrown. */
export type ImportResult = Answer<'importRows'>['results'][number];

/** As many as one call takes. */
const LINKS_AT_ONCE = 500;

/** Which requests are listed, and from where on. */
// Types, and no interfaces: only these are records of texts.
type JournalQuery = {
  readonly [Name in 'from' | 'to' | 'operator' | 'type' | 'person' | 'cursor']?: string | undefined;
};
type CaseQuery = { readonly state?: 'open' | 'closed'; readonly dueBefore?: string; readonly cursor?: string };

/** The ledger as a site's servers use it. Each method throws {@link Problem} where it is refused. */

export class Ledger {
  readonly subjects: Subjects;
  private readonly caller: Caller;
  private readonly path: string;
  private readonly tries: number | undefined;

  constructor({ url, site, token, tries }: LedgerOptions) {
    this.tries = tries;
    this.caller = new Caller(url.replace(/\/$/, ''), token, tries);
    this.path = `/v1/sites/${encodeURIComponent(site)}`;
    this.subjects = new Subjects(this.caller, `${this.path}/subjects`);
  }

  /** What to show in the form, word for word. */
  notices(language?: Schemas['Notices']['language']): Promise<Answer<'getNotices'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/notices`, query: { language }, isPublic: true });
  }

  /** Asks the address to confirm. Says nothing of whether it is known. */
  async signUp(signUp: Sent<'signUp'>): Promise<void> {
    const speaksForVisitor = signUp.visitor !== undefined || signUp.source !== undefined;
    const call = { method: 'POST', path: `${this.path}/signups`, body: signUp } as const;
    await this.caller.send(speaksForVisitor ? call : { ...call, isPublic: true });
  }

  /** Every purpose of the site, exact at this moment. */
  permissions(email: string): Promise<Answer<'getPermissions'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/permissions`, body: { email } });
  }

  /** May we write to this address for this purpose, now? */
  async mayMail(email: string, purpose: string): Promise<boolean> {
    const { purposes } = await this.permissions(email);
    return purposes.some(({ id, allowed }) => id === purpose && allowed);
  }

  /** All whom we may write to for a purpose, or a segment of them; a page is fetched when it is needed. */
  async *audience(purpose: string, segment?: Segment): AsyncGenerator<Schemas['Recipient'], void, undefined> {
    let cursor: string | undefined;
    do {
      const page = await this.audiencePage(purpose, cursor, undefined, segment);
      yield* page.recipients;
      cursor = page.cursor;
    } while (cursor !== undefined);
  }

  /** The same page by page, for a program that keeps the `cursor` of the page before and goes on there. */
  audiencePage(purpose: string, cursor?: string, limit = 1000, segment?: Segment): Promise<Answer<'getAudience'>> {
    const path = `${this.path}/purposes/${encodeURIComponent(purpose)}/audience`;
    return this.caller.json({ method: 'GET', path, query: { limit: String(limit), cursor, segment } });
  }

  /** The same as a table for a spreadsheet or a tool, in parts that make one file; `name` is what to call that. */
  async *audienceTable(purpose: string, profile: Profile): AsyncGenerator<LedgerFile, void, undefined> {
    const path = `${this.path}/purposes/${encodeURIComponent(purpose)}/audience`;
    let query: Readonly<Record<string, string>> | undefined = { profile, limit: '1000' };
    while (query) {
      const { file, next } = await this.caller.part({ method: 'GET', path, query, accept: 'text/csv' });
      yield file;
      query = next;
    }
  }

  /** How many may be mailed for a purpose, and why not more. */
  audienceSummary(purpose: string): Promise<Answer<'getAudienceSummary'>> {
    const path = `${this.path}/purposes/${encodeURIComponent(purpose)}/audience/summary`;
    return this.caller.json({ method: 'GET', path });
  }

  /** How many signed up, confirmed and left; without days, within the last thirty. */
  counts(wanted: CountsWanted): Promise<Answer<'getCounts'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/counts`, query: { ...wanted } });
  }

  /** The same as CSV. */
  countsTable(wanted: CountsWanted): Promise<LedgerFile> {
    return this.caller.file({ method: 'GET', path: `${this.path}/counts`, query: { ...wanted }, accept: 'text/csv' });
  }

  /** Who left since a day, the latest first; call again with the `cursor` that comes. */
  leavers(
    wanted: { readonly since?: string | undefined; readonly purpose?: string | undefined },
    cursor?: string,
  ): Promise<Answer<'listLeavers'>> {
    return this.caller.json({
      method: 'GET',
      path: `${this.path}/leavers`,
      query: { ...wanted, limit: '500', cursor },
    });
  }

  /** For a list of your own, of any length and in its order: who may be mailed for a purpose now, and the links for the mails. */
  async *links(purpose: string, emails: readonly string[]): AsyncGenerator<Addressee, void, undefined> {
    for (let start = 0; start < emails.length; start += LINKS_AT_ONCE) {
      const body: Sent<'getLinks'> = { purpose, emails: emails.slice(start, start + LINKS_AT_ONCE) };
      const page = await this.caller.json<Answer<'getLinks'>>({ method: 'POST', path: `${this.path}/links`, body });
      yield* page.recipients;
    }
  }

  /** Where changes begin from now on. Take it before you fetch the audience. */
  async changesCursor(): Promise<string> {
    const { cursor } = await this.caller.json<Answer<'getChanges'>>({ method: 'GET', path: `${this.path}/changes` });
    return cursor;
  }

  /** What changed since a cursor, some people at a time. Apply them, and keep the `cursor` that comes with them. */
  async *changes(since: string): AsyncGenerator<Answer<'getChanges'>, void, undefined> {
    let cursor = since;
    for (let more = true; more;) {
      const query = { cursor, limit: '500' };
      const page = await this.caller.json<Answer<'getChanges'>>({ method: 'GET', path: `${this.path}/changes`, query });
      yield page;
      ({ cursor, more } = page);
    }
  }

  /** Who used what they had signed up for, or was mailed: up to 200 addresses. */
  reportActivity(report: Sent<'reportActivity'>): Promise<Answer<'reportActivity'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/activity`, body: report });
  }

  /** Mail that came back, or that somebody called spam: up to 200 addresses. */
  reportFeedback(report: Sent<'reportFeedback'>): Promise<Answer<'reportFeedback'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/feedback`, body: report });
  }

  /** A consent that was given elsewhere, or a contract. */
  recordConsent(report: Sent<'recordConsent'>): Promise<Answer<'recordConsent'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/consents`, body: report });
  }

  /** Somebody left, objected, or gets no mail, as a tool or an earlier system has it. */
  recordOptOut(report: Sent<'recordOptOut'>): Promise<Answer<'recordOptOut'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/opt-outs`, body: report });
  }

  /**
   * Up to 100 of both at once, each with its own result, in their order. Rows that fail for a passing reason are sent again; what
   * was recorded by then is found to be there.
   */
  async importRows(rows: readonly ImportRow[]): Promise<ImportResult[]> {
    const send = async (some: readonly ImportRow[]): Promise<ImportResult[]> => {
      const call = { method: 'POST', path: `${this.path}/imports`, body: { rows: some } } as const;
      return (await this.caller.json<Answer<'importRows'>>(call)).results;
    };
    const results = await send(rows);
    for (let tried = 1; tried < (this.tries ?? DEFAULT_TRIES); tried += 1) {
      const left = rows.flatMap((_, n) => (PASSING.has(results[n]?.problem?.status ?? 0) ? [n] : []));
      if (left.length === 0) break;
      await pauseBefore(tried);
      const again = await send(left.map((n) => rows[n] as ImportRow));
      left.forEach((n, place) => (results[n] = again[place] as ImportResult));
    }
    return results;
  }

  /** A contract has ended, and with it the reason to keep what it needed. */
  endContract(report: Sent<'endContract'>): Promise<Answer<'endContract'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/contracts/ended`, body: report });
  }

  /** The confirmation mail once more, to somebody who has not pressed the button yet. */
  sendConfirmation(order: Sent<'sendConfirmation'>): Promise<Answer<'sendConfirmation'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/confirmations`, body: order });
  }

  /** Who calls, and what their token is good for; of all sites. */
  me(): Promise<Answer<'getMe'>> {
    return this.caller.json({ method: 'GET', path: '/v1/me' });
  }

  /** Everything about a person, and the proof of it, as verifiers take it. */
  evidence(order: Sent<'getEvidence'>): Promise<Answer<'getEvidence'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/evidence`, body: order });
  }

  /** The same as a file, to be kept or put on the table. */
  evidenceFile(order: Sent<'getEvidence'>, type: EvidenceType): Promise<LedgerFile> {
    return this.caller.file({ method: 'POST', path: `${this.path}/evidence`, body: order, accept: type });
  }

  /** Whether confirmation mails are stopped, as too many came back. */
  brake(): Promise<Answer<'getBrake'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/brake` });
  }

  /** Sends them again. */
  releaseBrake(): Promise<Answer<'releaseBrake'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/brake/release` });
  }

  /** What people want of us, open or closed; call again with the `cursor` that comes. */
  cases(query: CaseQuery = {}): Promise<Answer<'listCases'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/cases`, query });
  }

  /** Writes down a request that came by letter, phone or mail. */
  openCase(order: Sent<'openCase'>): Promise<Answer<'openCase', 201>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/cases`, body: order });
  }

  /** Takes two months more for it; the person was told in time. */
  extendCase(id: string, order: Sent<'extendCase'>): Promise<Answer<'extendCase'>> {
    return this.caller.json({ method: 'POST', path: `${this.caseOf(id)}/extend`, body: order });
  }

  /** Writes down how it was made sure who asks. */
  checkIdentity(id: string, order: Sent<'checkIdentity'>): Promise<Answer<'checkIdentity'>> {
    return this.caller.json({ method: 'POST', path: `${this.caseOf(id)}/identity`, body: order });
  }

  /** A letter to the person, made of what is in their history; that it was made is written down. */
  letter(order: Sent<'writeLetter'>, type: 'text/plain' | 'application/pdf' = 'application/pdf'): Promise<LedgerFile> {
    return this.caller.file({ method: 'POST', path: `${this.path}/letters`, body: order, accept: type });
  }

  /** Opens one again that was closed. */
  reopenCase(id: string, order: Sent<'reopenCase'>): Promise<Answer<'reopenCase'>> {
    return this.caller.json({ method: 'POST', path: `${this.caseOf(id)}/reopen`, body: order });
  }

  /** One of these mails. That it was read is written down in its sender's record. */
  readCase(id: string, order: Sent<'readCase'>): Promise<Answer<'readCase'>> {
    return this.caller.json({ method: 'POST', path: this.caseOf(id), body: order });
  }

  /** Says what came of it, so that it is no longer open. */
  closeCase(id: string, order: Sent<'closeCase'>): Promise<Answer<'closeCase'>> {
    return this.caller.json({ method: 'POST', path: `${this.caseOf(id)}/close`, body: order });
  }

  /** How much there is to do, list by list. */
  worklists(): Promise<Answer<'getWorklists'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/worklists` });
  }

  /** What operators have to decide about; call again with the `cursor` that comes. With `what`, that alone, by its day. */
  reviews(cursor?: string, what?: 'unused' | 'hold' | 'restriction' | 'weighing'): Promise<Answer<'listReviews'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/reviews`, query: { cursor, what } });
  }

  /** Whom processors have yet to say that they deleted; call again with the `cursor` that comes. */
  deletions(cursor?: string): Promise<Answer<'listDeletions'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/deletions`, query: { cursor } });
  }

  /** Writes down that a processor deleted somebody. */
  noteDeletion(order: Sent<'noteDeletion'>): Promise<Answer<'noteDeletion'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/deletions/confirmations`, body: order });
  }

  /** Decides about some of it; of a group, call again with the `cursor` that comes. */
  decideReviews(order: Sent<'decideReviews'>): Promise<Answer<'decideReviews'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/reviews/decisions`, body: order });
  }

  private caseOf(id: string): string {
    return `${this.path}/cases/${encodeURIComponent(id)}`;
  }

  /** Tells some of the people whom the site may mail that its privacy notice changes; call again with the `cursor` that comes. */
  announce(order: Sent<'announce'>): Promise<Answer<'announce'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/announcements`, body: order });
  }

  /** Whether those who get data know what they have to. */
  processors(): Promise<Answer<'listProcessors'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/processors` });
  }

  /** Every wording, and how many rest on it. */
  register(): Promise<Answer<'getRegister'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/register` });
  }

  /** Who was given lists of people, the latest first; call again with the `cursor` that comes. */
  fetches(cursor?: string): Promise<Answer<'listFetches'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/fetches`, query: { cursor } });
  }

  /** What operators did, when and why, the latest first; call again with the `cursor` that comes. */
  journal(query: JournalQuery = {}): Promise<Answer<'getJournal'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/journal`, query });
  }

  /** What processors could not be told yet; call again with the `cursor` that comes. */
  deliveries(cursor?: string): Promise<Answer<'listDeliveries'>> {
    return this.caller.json({ method: 'GET', path: `${this.path}/deliveries`, query: { cursor } });
  }

  /** Tries to tell some of it now; call again with the `cursor` that comes. */
  retryDeliveries(order: Sent<'retryDeliveries'>): Promise<Answer<'retryDeliveries'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/deliveries`, body: order });
  }
}
