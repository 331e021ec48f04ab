import { type RecordId, recordIdOf } from '../../shared/ids';
import type { Actor, Facts, Step } from '../../shared/consent/entry';
import type { EntryType } from '../../shared/consent/steps';
import type { Bundle } from '../../shared/evidence/bundle';
import { identityParts, type Network, type Parts } from '../../shared/ledger/part';
import { assetNotice, noticeHash, purposeNotice, type Notice } from '../../shared/policy/notices';
import type { Language } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { findAsset, findPurpose, findSite } from '../../shared/policy/sites';
import { sampleBundle, type SampleOptions } from './sample-bundle';
import type { Taken, Told } from './sample-steps';

/*
 * One person of each kind that documents are made for: what they did, step by step, as the functions write it down.
 */

const SITE = findSite(sites, 'demo')!;
const OPERATOR: Actor = { kind: 'operator', id: 'privacy-desk' };
const BACKEND: Actor = { kind: 'backend', id: 'shop' };
const SYSTEM: Actor = { kind: 'system' };
const SUBJECT: Actor = { kind: 'subject' };
const EMAIL = 'erika.muster@example.org';
const PAGE = 'https://www.demo.example/newsletter';

/** What happens to somebody, an hour apart unless a day is named. */
class Story implements Told {
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
  signUp(ids: readonly string[], options: { confirmed?: boolean; asset?: string; firstName?: string } = {}): string {
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

  mail(mail: 'confirmation' | 'welcome' | 'still-interested', recordId: RecordId): this {
    const facts = { mail, messageId: `${this.steps.length}-000000` };
    const raw = `From: "Demo" <news@demo.example>\r\nTo: ${EMAIL}\r\nSubject: Demo\r\n\r\nGuten Tag,\r\nText der E-Mail.\r\n`;
    return this.take('MailSent', SYSTEM, facts, { recordId, language: this.language }, { mail: { raw } });
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
const NEWS = ['newsletter-product', 'analysis'];
const LETTER: Facts = { via: 'letter', receivedOn: '2026-06-10' };

/** What the kinds are called, and what happens to each. */
const STORIES = {
  plain: (story) => void story.signUp(NEWS, { asset: 'whitepaper-consent' }),
  damaged: (story) => void story.signUp(['newsletter-product']),
  several: (story) => {
    story.signUp(['newsletter-product']);
    story
      .on('2026-02-01')
      .take('ConsentWithdrawn', SUBJECT, { via: 'one-click' }, withPurposes(story, 'newsletter-product'));
    story.on('2026-03-01').signUp(['newsletter-product'], { firstName: 'Erika-Maria' });
    story.on('2026-04-01').signUp(['newsletter-events'], { confirmed: false });
    story.on('2026-05-01').signUp(['newsletter-events']);
    story.on('2026-06-01').signUp([], { asset: 'whitepaper-consent' });
    story.on('2026-07-01').record('ConsentRecorded', 'analysis', { source: 'registration', proof: [] });
  },
  withdrawn: (story) => {
    story.signUp(NEWS);
    story.on('2026-06-25').operator('ConsentWithdrawn', LETTER, withPurposes(story, ...NEWS));
  },
  objected: (story) => {
    story.record('LegitimateInterestRecorded', 'product-info', {
      source: 'account',
      proof: [],
      justification: 'existing-customer',
    });
    story.signUp(['newsletter-product']);
    story
      .on('2026-06-25')
      .operator('ObjectionRecorded', LETTER, withPurposes(story, 'product-info', 'newsletter-product'));
  },
  expired: (story) => void story.signUp(['newsletter-product'], { confirmed: false }),
  imported: (story) => {
    const times = { signedUpAt: '2019-03-01T11:50:00.000Z', givenAt: '2019-03-01T12:00:00.000Z' };
    const facts: Facts = { source: 'import', ...times, proof: ['time', 'ip', 'sign-up-time', 'sign-up-ip'] };
    story.record('ConsentRecorded', 'newsletter-product', facts);
    story.on('2026-06-25');
    const left = { via: 'elsewhere', saidAt: '2021-03-01T12:00:00.000Z' } as const;
    story.operator('ConsentWithdrawn', left, withPurposes(story, 'newsletter-events'));
    story.operator('ConsentWithdrawn', { via: 'elsewhere' }, withPurposes(story, 'newsletter-events'));
    const reported = { ...left, processor: 'brieftapir', reportedBy: 'webhook' } as const;
    story.operator('ConsentWithdrawn', reported, withPurposes(story, 'newsletter-events'));
  },
  interest: (story) => {
    story.record('LegitimateInterestRecorded', 'product-info', {
      source: 'account',
      proof: [],
      justification: 'existing-customer',
    });
  },
  contract: (story) => void story.record('ContractRecorded', 'service-mail', { source: 'account', proof: [] }),
  restricted: (story) => {
    story.signUp(['newsletter-product']);
    story.on('2026-06-12').operator('ProcessingRestricted', LETTER);
  },
  held: (story) => {
    story.signUp(['newsletter-product']);
    story.on('2026-06-12').operator('HoldPlaced', { case: 'Qm3Kx0TnS1mZx8wYbLr2cA', reviewBy: '2027-05-01' });
  },
  erased: (story) => {
    story.signUp(['newsletter-product']);
    story.on('2026-06-25').operator('ConsentWithdrawn', LETTER, withPurposes(story, 'newsletter-product'));
    story.operator('DataErased', { ...LETTER, suppress: true });
  },
} as const satisfies Readonly<Record<string, (story: Story) => void>>;

function withPurposes(story: Story, ...ids: string[]): Pick<Step, 'purposes'> {
  return { purposes: story.purposes(ids) };
}

/** Of whom nothing is recorded. */
const UNKNOWN = 'unknown';
type Told12 = keyof typeof STORIES;
export type Kind = Told12 | typeof UNKNOWN;
export const KINDS = [...(Object.keys(STORIES) as Told12[]), UNKNOWN] as const;

/** What of a person is not there any more. */
const ABSENT: Partial<Record<Kind, Pick<SampleOptions, 'gone' | 'missing'>>> = {
  erased: { gone: ['address', 'details', 'network', 'mail'] },
  damaged: { missing: ['mail'] },
};

/** The evidence of somebody of that kind. */
export async function evidenceOf(kind: Kind, language: Language, options: SampleOptions = {}): Promise<Bundle> {
  if (kind === UNKNOWN) return nothing(await sampleBundle());
  const story = new Story(language);
  STORIES[kind](story);
  return sampleBundle({
    language,
    story,
    withoutOverdueNames: kind !== 'expired',
    ...ABSENT[kind],
    ...options,
  });
}

/** What is said of an address of which there is nothing: no step is written. */
function nothing({ address, log: { origin }, ...head }: Bundle): Bundle {
  return {
    ...head,
    address: address && { ...address, salts: {} },
    ...{ records: [], entries: [], deleted: [], notices: {} },
    log: { origin, keys: [], witnesses: [], checkpoint: null, anchors: [] },
  };
}
