import { isKnown, type AnyEntry, type Consent, type Entry, type PurposeState, type Status } from '../format';

type Changing<T> = { -readonly [K in keyof T]: T[K] };

interface Open extends Changing<Omit<Consent, 'purposes'>> {
  readonly purposes: readonly Changing<PurposeState>[];
  confirmBy: string;
}

/** What entries amount to at a moment. Times compare as text: all are in UTC and of one length. */
export function summarize(entries: readonly AnyEntry[], at: string): Consent[] {
  const summary = new Summary();
  for (const entry of entries) if (isKnown(entry)) summary.apply(entry);
  return [...summary.records.values()].map(({ confirmBy, ...record }) =>
    at < confirmBy ? record : expire(record, confirmBy),
  );
}

/** What was recorded so far. A file may have so many records and steps that nobody could wait for each step to look at each record. */
class Summary {
  /** By record id, in the order of their beginning. */
  readonly records = new Map<string, Open>();
  /** Purpose -> what of it is not over. */
  private readonly going = new Map<string, Set<Changing<PurposeState>>>();

  apply(entry: Entry): void {
    const { type, at } = entry;
    switch (type) {
      case 'ConsentRequested': {
        const { confirmBy } = entry.facts;
        if (typeof confirmBy === 'string')
          this.begin(entry, { confirmedAt: null, confirmBy, status: 'ConsentRequested' });
        return;
      }
      case 'ConsentRecorded':
        return this.begin(entry, { confirmedAt: at, confirmBy: at, status: 'ConsentGiven' });
      case 'LegitimateInterestRecorded':
      case 'ContractRecorded':
        return this.begin(entry, { confirmedAt: at, confirmBy: at, status: type });
      case 'ConsentGiven':
      case 'RenewedConsentGiven':
        return give(this.records.get(entry.recordId ?? ''), entry, type);
      case 'ConsentWithdrawn':
      case 'ConsentRefused':
      case 'ConsentLapsed':
      case 'ObjectionRecorded':
      case 'ContractEnded':
        return this.end(entry);
      case 'DataErased':
        for (const record of this.records.values()) close(record, at);
        return;
      case 'MailSent':
      case 'EvidenceDisclosed':
      case 'ActivityReported':
      case 'IdentityRectified':
      case 'ProcessingRestricted':
      case 'RestrictionLifted':
      case 'HoldPlaced':
      case 'HoldLifted':
      case 'AccessGiven':
      case 'MailBounced':
      case 'MailReceived':
      case 'CaseClosed':
      case 'LanguageChosen':
      case 'ProcessorInformed':
      case 'DeletionConfirmed':
      case 'RightRequested':
      case 'ObjectionRaised':
      case 'ObjectionDecided':
      case 'KeptOnReview':
      case 'RequestReceived':
      case 'RequestNoted':
      case 'PersonInformed':
        return;
    }
  }

  private begin(entry: Entry, { status, ...times }: Beginning): void {
    const { recordId, language, at, purposes, type } = entry;
    if (recordId === undefined || language === undefined || this.records.has(recordId)) return;
    const states = purposes.map(({ id, legalBasis, noticeHash }) => ({
      id,
      legalBasis,
      noticeHash,
      status,
      since: at,
    }));
    // Only who asks can order something along with it.
    const asset = type === 'ConsentRequested' ? (entry.asset ?? null) : null;
    this.records.set(recordId, { recordId, language, requestedAt: at, ...times, purposes: states, asset });
    for (const state of states) {
      const going = this.going.get(state.id) ?? new Set();
      this.going.set(state.id, going.add(state));
    }
  }

  /** The purposes that the entry names get the status that follows from the one they have; since now, if it is another. */
  private end(entry: Entry): void {
    for (const id of new Set(entry.purposes.map((purpose) => purpose.id))) {
      for (const purpose of this.going.get(id) ?? []) {
        change(purpose, ended(purpose.status, entry), entry.at);
        if (OVER.has(purpose.status)) this.going.get(id)?.delete(purpose);
      }
    }
  }
}

interface Beginning {
  readonly confirmedAt: string | null;
  readonly confirmBy: string;
  readonly status: Status;
}

const UNWANTED: ReadonlySet<Status> = new Set(['ConsentWithdrawn', 'ConsentRefused']);

/** In time, once, and not after everything was taken back; what was ordered along with it can still be. */
function canBeGiven({ purposes, asset, requestedAt, confirmBy, confirmedAt }: Open, { at }: Entry): boolean {
  const isWithdrawn = asset === null && purposes.length > 0 && purposes.every(({ status }) => UNWANTED.has(status));
  return requestedAt <= at && at < confirmBy && confirmedAt === null && !isWithdrawn;
}

function give(record: Open | undefined, entry: Entry, status: Status): void {
  if (!record || !canBeGiven(record, entry)) return;
  const named = new Set(entry.purposes.map(({ id }) => id));
  for (const purpose of record.purposes) {
    if (named.has(purpose.id) && purpose.status === 'ConsentRequested') change(purpose, status, entry.at);
  }
  record.confirmedAt = entry.at;
}

/** Nothing that was asked for before an erasure can still be confirmed. */
function close(record: Open, at: string): void {
  if (record.confirmedAt === null && at < record.confirmBy) record.confirmBy = at;
}

const OVER: ReadonlySet<Status> = new Set([...UNWANTED, 'ConsentExpired', 'ObjectionRecorded', 'ContractEnded']);

/** What a purpose that is not over becomes when it is withdrawn, objected to or not gone on with. */
function ended(before: Status, { type, facts }: Entry): Status {
  // A contract ends by itself, or because no registration is kept for longer; and its end ends nothing else.
  const isByTime = facts['because'] !== undefined && facts['because'] !== 'review';
  const endsContracts = type === 'ContractEnded' || (type === 'ConsentLapsed' && isByTime);
  if (before === 'ContractRecorded') return endsContracts ? 'ContractEnded' : before;
  if (type === 'ContractEnded') return before;
  // What waits for the person's own press is not for others to end.
  if (before === 'ConsentRequested' && facts['via'] === 'elsewhere') return before;
  // What waits for its confirmation is not what nobody answered for.
  if (type === 'ConsentLapsed') return before === 'ConsentRequested' ? before : 'ConsentExpired';
  // Nobody takes back what they never gave.
  if (before === 'ConsentRequested') return 'ConsentRefused';
  if (type === 'ConsentRefused') return before;
  const isObjection = type === 'ObjectionRecorded' && before === 'LegitimateInterestRecorded';
  return isObjection ? 'ObjectionRecorded' : 'ConsentWithdrawn';
}

function change(purpose: Changing<PurposeState>, status: Status, at: string): void {
  if (status !== purpose.status) Object.assign(purpose, { status, since: at });
}

function expire(record: Consent, since: string): Consent {
  const purposes = record.purposes.map((purpose): PurposeState =>
    purpose.status === 'ConsentRequested' ? { ...purpose, status: 'ConsentExpired', since } : purpose,
  );
  return { ...record, purposes };
}
