import type { Entry } from '../../shared/consent/entry';
import type { Bundle, BundleEntry, BundleRecord } from '../../shared/evidence/bundle';

/** An entry with the data of its parts, as far as the bundle discloses them. */
export interface SeenEntry extends Omit<Entry, 'parts'> {
  readonly parts: Readonly<Record<string, unknown>>;
  readonly digests: Entry['parts'];
}

export interface SeenRecord extends BundleRecord {
  readonly entries: readonly SeenEntry[];
}

/** A bundle as most tests look at it: record by record, and apart from them who read it. */
export interface EvidenceView {
  readonly bundle: Bundle;
  readonly subject: string;
  readonly records: readonly SeenRecord[];
  readonly disclosures: readonly SeenEntry[];
  readonly notices: Bundle['notices'];
}

export function viewOf(bundle: Bundle): EvidenceView {
  const entries = bundle.entries.map(seen);
  const records = bundle.records.map((record) => ({
    ...record,
    entries: entries.filter(({ recordId }) => recordId === record.recordId),
  }));
  const disclosures = entries.filter(({ type }) => type === 'EvidenceDisclosed');
  return { bundle, subject: bundle.subject, records, disclosures, notices: bundle.notices };
}

function seen({ entry: { parts: digests, ...entry }, parts }: BundleEntry): SeenEntry {
  const opened = Object.entries(parts).flatMap(([name, part]) =>
    part.state === 'disclosed' ? [[name, part.data] as const] : [],
  );
  return { ...entry, parts: Object.fromEntries(opened), digests };
}
