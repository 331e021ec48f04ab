import { lookAt } from './look-at';
import type { Bundle, BundleEntry } from './bundle';

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
  ['via', ({ entry }) => entry.facts.via],
  ['mail', ({ entry }) => entry.facts.mail],
  ['message_id', ({ entry }) => entry.facts.messageId],
  ['confirm_by', ({ entry }) => entry.facts.confirmBy],
  ['reason', (step) => disclosed(step, 'reading')?.reason],
  ['withheld', (step) => partsThatAre('withheld', step)],
  ['gone', (step) => partsThatAre('gone', step)],
  ['hash', ({ entry }) => entry.hash],
  ['prev', ({ entry }) => entry.prev],
  ['log_index', ({ proof }) => proof?.index],
];

/**
 * The steps as a table, one row each, for spreadsheets: RFC 4180 with a byte order mark, without which Excel takes umlauts for
 * something else. Mails and proofs are not in it.
 */
export function evidenceCsv({ entries }: Bundle): string {
  const head = COLUMNS.map(([name]) => name);
  const rows = entries.map((step) => COLUMNS.map(([, value]) => `${value(step) ?? ''}`));
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function disclosed<C extends 'identity' | 'network' | 'reading'>(step: BundleEntry, name: C) {
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

/**
 * What a spreadsheet would take for a formula, at the beginning of a cell (OWASP, "CSV Injection"): with the full-width
 * forms of the signs, which some programs take for the same, and whatever white space or invisible characters stand before.
 */
const FORMULA = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** Always in quotes, so that no separator within can begin a cell; an apostrophe keeps formulas from being any. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
