import type { Consent, Entry, PurposeState, Status } from '../format';

interface Open extends Consent {
  readonly confirmBy: string;
}

/** What entries amount to at a moment. Times compare as text: all are in UTC and of one length. */
export function summarize(entries: readonly Entry[], at: string): Consent[] {
  let records: readonly Open[] = [];
  for (const entry of entries) records = apply(records, entry);
  return records.map(({ confirmBy, ...record }) => (at < confirmBy ? record : expire(record, confirmBy)));
}

function apply(records: readonly Open[], entry: Entry): readonly Open[] {
  switch (entry.type) {
    case 'ConsentRequested':
      return request(records, entry);
    case 'ConsentGiven':
    case 'RenewedConsentGiven':
      return records.map((record) => (canBeGiven(record, entry) ? give(record, entry, entry.type as Status) : record));
    case 'ConsentWithdrawn':
      return records.map((record) => change(record, entry, 'ConsentWithdrawn', isInForceOrWaits));
    case 'MailSent':
    case 'EvidenceDisclosed':
      return records;
  }
}

function request(records: readonly Open[], { recordId, language, at, purposes, asset, facts }: Entry): readonly Open[] {
  const { confirmBy } = facts;
  const isKnown = records.some((record) => record.recordId === recordId);
  if (isKnown || recordId === undefined || language === undefined || typeof confirmBy !== 'string') return records;
  const requested = purposes.map(({ id, legalBasis, noticeHash }): PurposeState => ({
    id,
    legalBasis,
    noticeHash,
    status: 'ConsentRequested',
    since: at,
  }));
  const times = { requestedAt: at, confirmedAt: null, confirmBy };
  return [...records, { recordId, language, ...times, purposes: requested, asset: asset ?? null }];
}

/** In time, once, and not after everything was withdrawn. */
function canBeGiven(record: Open, { recordId, at }: Entry): boolean {
  const { purposes } = record;
  const isWithdrawn = purposes.length > 0 && purposes.every(({ status }) => status === 'ConsentWithdrawn');
  const isInTime = record.requestedAt <= at && at < record.confirmBy;
  return record.recordId === recordId && isInTime && record.confirmedAt === null && !isWithdrawn;
}

function give(record: Open, entry: Entry, status: Status): Open {
  return { ...change(record, entry, status, (before) => before === 'ConsentRequested'), confirmedAt: entry.at };
}

const isInForceOrWaits = (status: Status): boolean => status !== 'ConsentWithdrawn';

/** The purposes that the entry names get a new status, if they can. */
function change(record: Open, { purposes, at }: Entry, status: Status, can: (status: Status) => boolean): Open {
  const isNamed = (id: string): boolean => purposes.some((purpose) => purpose.id === id);
  return {
    ...record,
    purposes: record.purposes.map((purpose) =>
      isNamed(purpose.id) && can(purpose.status) ? { ...purpose, status, since: at } : purpose,
    ),
  };
}

function expire(record: Consent, since: string): Consent {
  const purposes = record.purposes.map((purpose): PurposeState =>
    purpose.status === 'ConsentRequested' ? { ...purpose, status: 'ConsentExpired', since } : purpose,
  );
  return { ...record, purposes };
}
