import { isKnown, type AnyEntry, type Consent, type Entry, type PurposeState, type Status } from '../format';

interface Open extends Consent {
  readonly confirmBy: string;
}

/** What entries amount to at a moment. Times compare as text: all are in UTC and of one length. */
export function summarize(entries: readonly AnyEntry[], at: string): Consent[] {
  let records: readonly Open[] = [];
  for (const entry of entries) if (isKnown(entry)) records = apply(records, entry);
  return records.map(({ confirmBy, ...record }) => (at < confirmBy ? record : expire(record, confirmBy)));
}

function apply(records: readonly Open[], entry: Entry): readonly Open[] {
  const { type } = entry;
  switch (type) {
    case 'ConsentRequested': {
      const { confirmBy } = entry.facts;
      if (typeof confirmBy !== 'string') return records;
      return begin(records, entry, { confirmedAt: null, confirmBy, status: 'ConsentRequested' });
    }
    case 'ConsentRecorded':
      return begin(records, entry, { confirmedAt: entry.at, confirmBy: entry.at, status: 'ConsentGiven' });
    case 'LegitimateInterestRecorded':
    case 'ContractRecorded':
      return begin(records, entry, { confirmedAt: entry.at, confirmBy: entry.at, status: type });
    case 'ConsentGiven':
    case 'RenewedConsentGiven':
      return records.map((record) => (canBeGiven(record, entry) ? give(record, entry, type) : record));
    case 'ConsentWithdrawn':
    case 'ConsentRefused':
    case 'ConsentLapsed':
    case 'ObjectionRecorded':
    case 'ContractEnded':
      return records.map((record) => change(record, entry, (before) => ended(before, entry)));
    case 'DataErased':
      return records.map((record) => close(record, entry.at));
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
      return records;
  }
}

interface Beginning {
  readonly confirmedAt: string | null;
  readonly confirmBy: string;
  readonly status: Status;
}

function begin(records: readonly Open[], entry: Entry, { status, ...times }: Beginning): readonly Open[] {
  const { recordId, language, at, purposes, type } = entry;
  const isKnown = records.some((record) => record.recordId === recordId);
  if (isKnown || recordId === undefined || language === undefined) return records;
  const states = purposes.map(({ id, legalBasis, noticeHash }): PurposeState => ({
    id,
    legalBasis,
    noticeHash,
    status,
    since: at,
  }));
  // Only who asks can order something along with it.
  const asset = type === 'ConsentRequested' ? (entry.asset ?? null) : null;
  return [...records, { recordId, language, requestedAt: at, ...times, purposes: states, asset }];
}

const UNWANTED: ReadonlySet<Status> = new Set(['ConsentWithdrawn', 'ConsentRefused']);

/** In time, once, and not after everything was taken back; what was ordered along with it can still be. */
function canBeGiven(record: Open, { recordId, at }: Entry): boolean {
  const { purposes, asset } = record;
  const isWithdrawn = asset === null && purposes.length > 0 && purposes.every(({ status }) => UNWANTED.has(status));
  const isInTime = record.requestedAt <= at && at < record.confirmBy;
  return record.recordId === recordId && isInTime && record.confirmedAt === null && !isWithdrawn;
}

function give(record: Open, entry: Entry, status: Status): Open {
  const given = change(record, entry, (before) => (before === 'ConsentRequested' ? status : before));
  return { ...given, confirmedAt: entry.at };
}

/** Nothing that was asked for before an erasure can still be confirmed. */
function close(record: Open, at: string): Open {
  const waits = record.confirmedAt === null && at < record.confirmBy;
  return waits ? { ...record, confirmBy: at } : record;
}

const OVER: ReadonlySet<Status> = new Set([...UNWANTED, 'ConsentExpired', 'ObjectionRecorded', 'ContractEnded']);

/** What a purpose becomes that is withdrawn, objected to or not gone on with; what is over stays as it is. */
function ended(before: Status, { type, facts }: Entry): Status {
  if (OVER.has(before)) return before;
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

/** The purposes that the entry names get the status that follows from the one they have; since now, if it is another. */
function change(record: Open, { purposes, at }: Entry, next: (before: Status) => Status): Open {
  const isNamed = (id: string): boolean => purposes.some((purpose) => purpose.id === id);
  return {
    ...record,
    purposes: record.purposes.map((purpose) => {
      const status = isNamed(purpose.id) ? next(purpose.status) : purpose.status;
      return status === purpose.status ? purpose : { ...purpose, status, since: at };
    }),
  };
}

function expire(record: Consent, since: string): Consent {
  const purposes = record.purposes.map((purpose): PurposeState =>
    purpose.status === 'ConsentRequested' ? { ...purpose, status: 'ConsentExpired', since } : purpose,
  );
  return { ...record, purposes };
}
