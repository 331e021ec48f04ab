import { type RecordId, recordIdOf } from '../../shared/ids';
import type { Actor, Facts, Step } from '../../shared/consent/entry';
import type { EntryType } from '../../shared/consent/steps';
import type { MailKind } from '../../shared/consent/steps/entry-fields';
import { identityParts, type Network, type Parts } from '../../shared/ledger/part';
import { assetNotice, noticeHash, purposeNotice, type Notice } from '../../shared/policy/notices';
import type { Language } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { findAsset, findPurpose, findSite } from '../../shared/policy/sites';
import type { Taken, Told } from './sample-steps';

const SITE = findSite(sites, 'demo')!;
const OPERATOR: Actor = { kind: 'operator', id: 'privacy-desk' };
const BACKEND: Actor = { kind: 'backend', id: 'shop' };
export const SYSTEM: Actor = { kind: 'system' };
export const SUBJECT: Actor = { kind: 'subject' };
export const EMAIL = 'erika.muster@example.org';
const PAGE = 'https://www.demo.example/newsletter';

/** What happens to somebody, an hour apart unless a day is named. */
export class Story implements Told {
  readonly steps: Taken[] = [];
  readonly notices: Notice[] = [];
  #now = Date.parse('2026-01-10T08:15:30.120Z');
  #records = 0;

  constructor(readonly language: Language) {}

  on(day: string): this {
    this.#now = Date.parse(`${day}T09:00:00.000Z`);
    return this;
  }

  take(type: EntryType, actor: Actor, facts: Facts, more: Partial<Step> = {}, parts: Parts = {}): this {
    const at = new Date(this.#now).toISOString();
    this.steps.push({ step: { type, site: SITE.id, at, actor, purposes: [], facts, ...more } as Step, parts });
    this.#now += 3_600_000;
    return this;
  }

  /** A double opt-in, or its first half. */
  signUp(ids: readonly string[], options: { confirmed?: boolean; asset?: string; firstName?: string } = {}): RecordId {
    const { confirmed = true, asset, firstName = 'Erika' } = options;
    const recordId = this.#newRecord();
    const about = { recordId, language: this.language, purposes: this.purposes(ids), ...this.#ordered(asset) };
    const confirmBy = new Date(this.#now + 7 * 86_400_000).toISOString();
    const shown: Facts = { privacyNotice: '2026-09' };
    this.take('ConsentRequested', SUBJECT, { confirmBy, wordingBy: 'form', ...shown }, about, {
      ...identityParts({ email: EMAIL, page: { url: PAGE, knownBy: 'form' } }, { firstName }),
      network: network('203.0.113.7'),
    });
    this.mail('confirmation', recordId);
    if (!confirmed) return recordId;
    const fetchedAt = new Date(this.#now - 5100).toISOString();
    const facts: Facts = { fetchedAt, fetchedBy: 'same', wordingBy: 'confirmation-page', ...shown };
    this.take('ConsentGiven', SUBJECT, facts, about, { network: network('198.51.100.23') });
    this.mail('welcome', recordId);
    return recordId;
  }

  mail(mail: MailKind, recordId?: RecordId, more: Facts = {}): this {
    const facts = { mail, messageId: `${this.steps.length}-000000`, ...more };
    const raw = `From: "Demo" <news@demo.example>\r\nTo: ${EMAIL}\r\nSubject: Demo\r\n\r\nGuten Tag,\r\nText der E-Mail.\r\n`;
    const about = { ...(recordId && { recordId }), language: this.language };
    return this.take('MailSent', SYSTEM, facts, about, { mail: { raw } });
  }

  /** Through a link, and by the mail that asks whether the person wants that. */
  ask(right: 'erasure' | 'rectification' | 'move'): this {
    const confirmBy = new Date(this.#now + 7 * 86_400_000).toISOString();
    this.take('RightRequested', SUBJECT, { right, request: REQUEST, confirmBy }, {}, FROM_HOME);
    return this.mail('right-requested', undefined, { request: REQUEST });
  }

  /** A record that did not begin here. */
  record(
    type: 'ConsentRecorded' | 'LegitimateInterestRecorded' | 'ContractRecorded',
    id: string,
    facts: Facts,
  ): string {
    const recordId = this.#newRecord();
    const legalBasis = BASES[type];
    const purposes = this.purposes([id]).map((purpose) => ({ ...purpose, legalBasis }));
    const about = { recordId, language: this.language, purposes };
    this.take(type, BACKEND, facts, about, { address: { email: EMAIL } });
    return recordId;
  }

  operator(type: EntryType, facts: Facts, more: Partial<Step> = {}): this {
    return this.take(type, OPERATOR, facts, more, { reason: { reason: 'Schreiben vom 10. Juni 2026' } });
  }

  purposes(ids: readonly string[]): Step['purposes'] {
    return ids.map((id) => {
      const { legalBasis } = findPurpose(SITE, id)!;
      const notice = purposeNotice(SITE, findPurpose(SITE, id)!, this.language);
      this.notices.push(notice);
      return { id, legalBasis, noticeHash: noticeHash(notice) };
    });
  }

  #ordered(id: string | undefined): Pick<Step, 'asset'> {
    if (id === undefined) return {};
    const notice = assetNotice(SITE, findAsset(SITE, id)!, this.language);
    this.notices.push(notice);
    return { asset: { id, noticeHash: noticeHash(notice) } };
  }

  #newRecord(): RecordId {
    this.#records += 1;
    return recordIdOf(Buffer.alloc(16, this.#records));
  }
}

function network(ip: string): Network {
  return { ip, ipSource: 'connection', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' };
}

const BASES = {
  ConsentRecorded: 'consent',
  LegitimateInterestRecorded: 'legitimate-interest',
  ContractRecorded: 'contract',
} as const;
export const REQUEST = Buffer.alloc(16, 9).toString('base64url');
export const FROM_HOME: Parts = { network: network('203.0.113.9') };
export const NEWS = ['newsletter-product', 'analysis'];
export const LETTER: Facts = { via: 'letter', receivedOn: '2026-06-10' };

export function withPurposes(story: Story, ...ids: string[]): Pick<Step, 'purposes'> {
  return { purposes: story.purposes(ids) };
}
