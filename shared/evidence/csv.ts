import { factsOf, nameOf } from '../consent/entry';
import { recordIn } from '../consent/read-entry';
import { lookAt } from './look-at';
import { isUnderstoodStep, type AnyBundleEntry, type BundleEntry, type BundleFile } from './bundle';
import { csvTable, type TableForm } from './csv-table';

/** One column: its name, and what it says of a step. */
type Column = readonly [name: string, value: (step: BundleEntry) => string | number | undefined];

/** Several values in a cell are parted by this. */
const list = (values: readonly string[]): string => values.join('; ');

const COLUMNS: readonly Column[] = [
  ['seq', ({ entry }) => entry.seq],
  ['at', ({ entry }) => entry.at],
  ['type', ({ entry }) => entry.type],
  ['not_known', () => undefined],
  ['record', ({ entry }) => entry.recordId],
  ['purposes', ({ entry }) => list(entry.purposes.map(({ id }) => id))],
  ['legal_bases', ({ entry }) => list(entry.purposes.map(({ legalBasis }) => legalBasis))],
  ['notice_hashes', ({ entry }) => list(entry.purposes.map(({ noticeHash }) => noticeHash))],
  ['language', ({ entry }) => entry.language],
  ['asset', ({ entry }) => entry.asset?.id],
  ['asset_notice_hash', ({ entry }) => entry.asset?.noticeHash],
  ['actor', ({ entry: { actor } }) => ('id' in actor ? `${actor.kind}: ${nameOf(actor)}` : actor.kind)],
  ['email', (step) => disclosed(step, 'address')?.email],
  ['fields', (step) => fields(disclosed(step, 'details')?.fields)],
  ['page', (step) => disclosed(step, 'address')?.page?.url],
  ['page_known_by', (step) => disclosed(step, 'address')?.page?.knownBy],
  ['ip', (step) => disclosed(step, 'network')?.ip],
  ['ip_source', (step) => disclosed(step, 'network')?.ipSource],
  ['user_agent', (step) => disclosed(step, 'network')?.userAgent],
  ['fetched_by_ip', (step) => disclosed(step, 'network')?.fetchedBy?.ip],
  ['fetched_by_user_agent', (step) => disclosed(step, 'network')?.fetchedBy?.userAgent],
  ['signed_up_by_ip', (step) => disclosed(step, 'network')?.signedUpBy?.ip],
  ['signed_up_by_user_agent', (step) => disclosed(step, 'network')?.signedUpBy?.userAgent],
  ['via', (step) => facts(step).via],
  ['said_at', (step) => facts(step).saidAt],
  ['reference', (step) => facts(step).reference],
  ['mail', (step) => facts(step).mail],
  ['message_id', (step) => facts(step).messageId],
  ['confirm_by', (step) => facts(step).confirmBy],
  ['source', (step) => facts(step).source],
  ['signed_up_at', (step) => facts(step).signedUpAt],
  ['given_at', (step) => facts(step).givenAt],
  ['proof', (step) => list(facts(step).proof ?? [])],
  ['because', (step) => facts(step).because],
  ['justification', (step) => facts(step).justification],
  ['received_on', (step) => facts(step).receivedOn],
  ['ended_on', (step) => facts(step).endedOn],
  ['moved_from', (step) => facts(step).movedFrom],
  ['moved_to', (step) => facts(step).movedTo],
  ['case', (step) => facts(step).case],
  ['review_by', (step) => facts(step).reviewBy],
  ['suppress', (step) => (facts(step).suppress ? 'yes' : undefined)],
  ['access', (step) => facts(step).form],
  ['active_at', (step) => facts(step).activeAt],
  ['mailed_at', (step) => facts(step).mailedAt],
  ['privacy_notice', (step) => facts(step).privacyNotice],
  ['address', (step) => facts(step).address],
  ['wording_by', (step) => facts(step).wordingBy],
  ['bounce', (step) => facts(step).bounce],
  ['reading', (step) => facts(step).reading],
  ['proven_by', (step) => facts(step).provenBy],
  ['outcome', (step) => facts(step).outcome],
  ['processor', (step) => facts(step).processor],
  ['reported_by', (step) => facts(step).reportedBy],
  ['up_to', (step) => facts(step).upTo],
  ['fetched_at', (step) => facts(step).fetchedAt],
  ['fetched_from', (step) => facts(step).fetchedBy],
  ['reason', (step) => (disclosed(step, 'reading') ?? disclosed(step, 'reason'))?.reason],
  ['label', (step) => disclosed(step, 'reason')?.label],
  ['withheld', (step) => partsThatAre('withheld', step)],
  ['gone', (step) => partsThatAre('gone', step)],
  ['missing', (step) => partsThatAre('missing', step)],
  ['hash', ({ entry }) => entry.hash],
  ['prev', ({ entry }) => entry.prev],
  ['log_index', ({ proof }) => proof?.index],
  ['form', (step) => facts(step).formId],
  ['said_from', (step) => facts(step).saidFrom],
  ['signed_up_until', (step) => facts(step).signedUpUntil],
  ['given_until', (step) => facts(step).givenUntil],
];

/** The steps as a table, one row each. Mails and proofs are not in it. */
export function evidenceCsv({ entries, at, address }: BundleFile, form: TableForm): string {
  const head = COLUMNS.map(([name]) => name);
  if (entries.length === 0) {
    const said: Readonly<Record<string, string>> = { at, type: 'NothingRecorded', email: address?.address ?? '' };
    return csvTable([head, head.map((name) => said[name] ?? '')], form);
  }
  const rows = entries.map((step) => COLUMNS.map(([name, value]) => `${cell(step, name, value) ?? ''}`));
  return csvTable([head, ...rows], form);
}

/** Of a step that a later version wrote nothing is said but where it is in the chain. */
function cell(step: AnyBundleEntry, name: string, value: Column[1]): string | number | undefined {
  if (isUnderstoodStep(step)) return value(step);
  const { entry, proof } = step;
  const known: Readonly<Record<string, string | number | undefined>> = {
    ...{ seq: entry.seq, at: entry.at, type: entry.type, not_known: 'yes', record: recordIn(entry) },
    ...{ hash: entry.hash, prev: entry.prev, log_index: proof?.index },
  };
  return known[name];
}

function disclosed<C extends 'address' | 'details' | 'network' | 'reading' | 'reason'>(step: BundleEntry, name: C) {
  const part = lookAt(step, name);
  return typeof part === 'string' ? undefined : part;
}

const facts = ({ entry }: BundleEntry) => factsOf(entry);

function fields(answers: Readonly<Record<string, string>> = {}): string {
  return list(Object.entries(answers).map(([id, answer]) => `${id}: ${answer}`));
}

function partsThatAre(state: 'withheld' | 'gone' | 'missing', { parts }: BundleEntry): string {
  const names = Object.entries(parts).flatMap(([name, part]) => (part.state === state ? [name] : []));
  return list(names);
}
