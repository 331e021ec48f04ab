import { asRecord, asSubject } from '../ids';
import { EMPTY, seal } from '../../shared/ledger/chain';
import type { Entry, Step } from '../../shared/consent/entry';
import { PENDING_MS } from './model';

export const purpose = (id: string) => ({ id, legalBasis: 'consent' as const, noticeHash: `hash-of-${id}` });

/** A person's entries, written as they happen. */
export class History {
  readonly entries: Entry[] = [];

  constructor(public now: Date) {}

  write(step: Partial<Step> & Pick<Step, 'type'>): Entry {
    const usual = { site: 'demo', recordId: 'r1', at: this.now.toISOString(), actor: SYSTEM, purposes: [], facts: {} };
    const entry = seal(
      { ...usual, ...step } as Step,
      { subject: asSubject('s'.repeat(22)), parts: {} },
      this.entries.at(-1) ?? EMPTY,
    );
    this.entries.push(entry);
    return entry;
  }

  request(recordId: string, ...purposes: readonly string[]): void {
    const confirmBy = new Date(this.now.getTime() + PENDING_MS).toISOString();
    const about = { recordId: asRecord(recordId), language: 'de' as const, purposes: purposes.map(purpose) };
    this.write({ type: 'ConsentRequested', ...about, facts: { confirmBy } });
  }

  confirm(recordId: string, ...purposes: readonly string[]): void {
    this.request(recordId, ...purposes);
    this.write({
      type: 'ConsentGiven',
      recordId: asRecord(recordId),
      purposes: purposes.map(purpose),
      actor: { kind: 'subject' },
    });
  }
}

const SYSTEM = { kind: 'system' as const };
