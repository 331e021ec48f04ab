import { lookAt } from './look-at';
import type { Bundle, BundleEntry } from './bundle';
import { csvTable } from './csv-table';

/** One column: its name, and what it says of a step. */
type Column = readonly [name: string, value: (step: BundleEntry) => string | number | undefined];

/** Several values in a cell are parted by this. */
const list = (values: readonly string[]): string => values.join('; ');

const COLUMNS: readonly Column[] = [
  ['seq', ({ entry }) => entry.seq],
  ['at', ({ entry }) => entry.at],
  ['type', ({ entry }) => entry.type],
  ['record', ({ entry }) => entry.recordId],
  ['purposes', ({ entry }) => list(entry.purposes.map(({ id }) => id))],
  ['legal_bases', ({ entry }) => list(entry.purposes.map(({ legalBasis }) => legalBasis))],
  ['notice_hashes', ({ entry }) => list(entry.purposes.map(({ noticeHash }) => noticeHash))],
  ['language', ({ entry }) => entry.language],
  ['asset', ({ entry }) => entry.asset?.id],
  ['asset_notice_hash', ({ entry }) => entry.asset?.noticeHash],
  ['actor', ({ entry: { actor } }) => ('id' in actor ? `${actor.kind}: ${actor.id}` : actor.kind)],
  ['email', (step) => disclosed(step, 'identity')?.email],
  ['fields', (step) => fields(disclosed(step, 'identity')?.fields)],
  ['form', (step) => disclosed(step, 'identity')?.form],
  ['ip', (step) => disclosed(step, 'network')?.ip],
  ['ip_source', (step) => disclosed(step, 'network')?.ipSource],
  ['user_agent', (step) => disclosed(step, 'network')?.userAgent],
  ['referrer', (step) => disclosed(step, 'network')?.referrer],
  ['fetched_by_ip', (step) => disclosed(step, 'network')?.fetchedBy?.ip],
  ['fetched_by_user_agent', (step) => disclosed(step, 'network')?.fetchedBy?.userAgent],
  ['via', ({ entry }) => entry.facts.via],
  ['mail', ({ entry }) => entry.facts.mail],
  ['message_id', ({ entry }) => entry.facts.messageId],
  ['confirm_by', ({ entry }) => entry.facts.confirmBy],
  ['source', ({ entry }) => entry.facts.source],
  ['given_at', ({ entry }) => entry.facts.givenAt],
  ['proof', ({ entry }) => entry.facts.proof && list(entry.facts.proof)],
  ['because', ({ entry }) => entry.facts.because],
  ['justification', ({ entry }) => entry.facts.justification],
  ['received_on', ({ entry }) => entry.facts.receivedOn],
  ['ended_on', ({ entry }) => entry.facts.endedOn],
  ['moved_from', ({ entry }) => entry.facts.movedFrom],
  ['moved_to', ({ entry }) => entry.facts.movedTo],
  ['case', ({ entry }) => entry.facts.case],
  ['review_by', ({ entry }) => entry.facts.reviewBy],
  ['suppress', ({ entry }) => entry.facts.suppress && 'yes'],
  ['access', ({ entry }) => entry.facts.form],
  ['active_at', ({ entry }) => entry.facts.activeAt],
  ['mailed_at', ({ entry }) => entry.facts.mailedAt],
  ['privacy_notice', ({ entry }) => entry.facts.privacyNotice],
  ['bounce', ({ entry }) => entry.facts.bounce],
  ['reading', ({ entry }) => entry.facts.reading],
  ['proven_by', ({ entry }) => entry.facts.provenBy],
  ['outcome', ({ entry }) => entry.facts.outcome],
  ['processor', ({ entry }) => entry.facts.processor],
  ['up_to', ({ entry }) => entry.facts.upTo],
  ['fetched_at', ({ entry }) => entry.facts.fetchedAt],
  ['fetched_from', ({ entry }) => entry.facts.fetchedBy],
  ['reason', (step) => (disclosed(step, 'reading') ?? disclosed(step, 'reason'))?.reason],
  ['withheld', (step) => partsThatAre('withheld', step)],
  ['gone', (step) => partsThatAre('gone', step)],
  ['hash', ({ entry }) => entry.hash],
  ['prev', ({ entry }) => entry.prev],
  ['log_index', ({ proof }) => proof?.index],
];

/** The steps as a table, one row each. Mails and proofs are not in it. */
export function evidenceCsv({ entries }: Bundle): string {
  const head = COLUMNS.map(([name]) => name);
  const rows = entries.map((step) => COLUMNS.map(([, value]) => `${value(step) ?? ''}`));
  return csvTable([head, ...rows]);
}

function disclosed<C extends 'identity' | 'network' | 'reading' | 'reason'>(step: BundleEntry, name: C) {
  const part = lookAt(step, name);
  return typeof part === 'string' ? undefined : part;
}

function fields(answers: Readonly<Record<string, string>> = {}): string {
  return list(Object.entries(answers).map(([id, answer]) => `${id}: ${answer}`));
}

function partsThatAre(state: 'withheld' | 'gone', { parts }: BundleEntry): string {
  const names = Object.entries(parts).flatMap(([name, part]) => (part.state === state ? [name] : []));
  return list(names);
}
