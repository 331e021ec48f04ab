import { asDigest, asRecord, asSubject } from '../ids';
import type { Entry, EntryPurpose, Facts, Step } from '../../shared/consent/entry';
import type { EntryType } from '../../shared/consent/steps';
import { itemEnds, type ItemEnds } from '../../shared/consent/keep/item-ends';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { EMPTY, seal } from '../../shared/ledger/chain';

export type Evidence = RetentionRules['retention']['evidence'];

const RETENTION: RetentionRules['retention'] = {
  evidence: { keep: 'P4Y', from: 'withdrawal' },
  details: 'as-evidence',
  network: 'as-evidence',
  mails: 'as-evidence',
  accessLog: 'P90D',
  enquiries: 'P0D',
  atEnd: 'delete',
};

export function rules(
  changes: Partial<RetentionRules['retention']> = {},
  own: Record<string, Evidence> = {},
): RetentionRules {
  const purposes = Object.entries(own).map(([id, evidence]) => ({ id, retention: { evidence } }));
  const own_ = purposes as unknown as RetentionRules['purposes'];
  return { retention: { ...RETENTION, ...changes }, purposes: own_, processors: [] };
}

interface Told {
  readonly record?: string;
  readonly purposes?: readonly string[];
  readonly asset?: string;
  readonly facts?: Facts;
  readonly parts?: readonly string[];
}

/** A history told step by step; each at a moment, ISO 8601. */
export class Tale {
  readonly entries: Entry[] = [];

  step(type: EntryType, at: string, { record, purposes = [], asset, facts = {}, parts = [] }: Told = {}): this {
    const about = purposes.map((id): EntryPurpose => ({ id, legalBasis: 'consent', noticeHash: `hash-of-${id}` }));
    const step = { site: 'demo', type, at: new Date(at).toISOString(), actor: { kind: 'subject' as const } };
    const ordered = asset === undefined ? undefined : { id: asset, noticeHash: `hash-of-${asset}` };
    const named = { ...(record && { recordId: asRecord(record) }), ...(ordered && { asset: ordered }) };
    const said = { language: 'de' as const, purposes: about, facts, ...named };
    const digests = Object.fromEntries(parts.map((name) => [name, asDigest(`${name}-of-${this.entries.length}`)]));
    this.entries.push(
      seal(
        { ...step, ...said } as Step,
        { subject: asSubject('s'.repeat(22)), parts: digests },
        this.entries.at(-1) ?? EMPTY,
      ),
    );
    return this;
  }

  request(at: string, record: string, purposes: readonly string[]): this {
    const confirmBy = new Date(Date.parse(at) + 7 * 24 * 60 * 60 * 1000).toISOString();
    return this.step('ConsentRequested', at, {
      record,
      purposes,
      facts: { confirmBy },
      parts: ['address', 'network'],
    });
  }

  /** A request, and its confirmation a minute later. */
  given(at: string, record: string, purposes: readonly string[]): this {
    const confirmed = new Date(Date.parse(at) + 60_000).toISOString();
    return this.request(at, record, purposes).step('ConsentGiven', confirmed, { record, purposes, parts: ['network'] });
  }

  withdrawn(at: string, record: string, purposes: readonly string[]): this {
    return this.step('ConsentWithdrawn', at, { record, purposes, parts: ['network'] });
  }

  ends(by: RetentionRules): ItemEnds[] {
    return itemEnds(this.entries, by);
  }

  /** The ends of the entries alone, ISO 8601. */
  of(by: RetentionRules): (string | undefined)[] {
    return this.ends(by).map(({ entry }) => entry?.toISOString());
  }
}

/** A consent of 2026, withdrawn at that moment. */
export const withdrawn = (at: string): Tale =>
  new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']).withdrawn(at, 'r1', ['news']);

export const all = (count: number, end: string | undefined): (string | undefined)[] =>
  Array<string | undefined>(count).fill(end);
