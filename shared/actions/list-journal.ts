import { factsOf, type MailKind } from '../consent/entry';
import { digestsIn, isUnderstood, purposesIn, recordIn, type AnyEntry } from '../consent/read-entry';
import { erasedAmong, isKnown } from '../consent/standing';
import { csvTable, type TableForm } from '../evidence/csv-table';
import type { SubjectId } from '../ids';
import { readJournal, type JournalWanted } from '../ledger/journal';
import { readHistory, type History } from '../ledger/ledger';
import { readPart } from '../ledger/read-part';
import { readPartsOf, type PartName } from '../ledger/vault';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { namesOfOperators } from './names-of-operators';

type JournalDeps = Pick<Deps, 'ledger' | 'vault'>;

/**
 * What operators did at a site, when and why, the latest first. It names people by their ids. Why, and what operators are called, is
 * told as long as that is kept: an erasure ends the reasons of what was done before it, with its answer.
 */
export async function listJournal(deps: JournalDeps, site: Pick<Site, 'id'>, wanted: JournalWanted) {
  const { now } = wanted;
  const { steps, next } = await readJournal(deps.ledger, site.id, wanted);
  const histories = await historiesOf(
    deps,
    steps.map(({ entry }) => entry.subject),
    now,
  );
  // Whoever went with their site is gone for whoever reads, whatever is stored still.
  const there = steps.filter(({ entry }) => histories.get(entry.subject)!.all.length > 0);
  const reasons = await reasonsOf(
    deps,
    there.map(({ entry }) => entry),
    histories,
    now,
  );
  const names = await namesOfOperators(
    deps,
    there.map(({ operator }) => operator),
    now,
  );
  const said = there.map(({ entry, operator }) => ({
    at: entry.at,
    operator,
    ...(names.has(operator) && { name: names.get(operator)! }),
    type: entry.type,
    ...detailsOf(entry),
    person: entry.subject,
    known: isKnown(histories.get(entry.subject)!.all),
    purposes: purposesIn(entry).map(({ id }) => id),
    ...(reasons.has(entry) && { reason: reasons.get(entry)! }),
  }));
  return { steps: said, next };
}

async function historiesOf({ ledger }: JournalDeps, subjects: readonly SubjectId[], now: Date) {
  const read = async (subject: SubjectId) => [subject, await readHistory(ledger, subject, now)] as const;
  return new Map(await Promise.all([...new Set(subjects)].map(read)));
}

/** A hold has an id, too, by which nobody finds a request. */
const HOLDS: ReadonlySet<string> = new Set(['HoldPlaced', 'HoldLifted']);

function detailsOf(entry: AnyEntry) {
  if (!isUnderstood(entry)) return {};
  const { actor } = entry;
  const { mail, case: own, forCase = HOLDS.has(entry.type) ? undefined : own } = factsOf(entry);
  return {
    ...(actor.kind === 'operator' && actor.client !== undefined && { client: actor.client }),
    ...(mail !== undefined && { mail: mail as MailKind }),
    ...(forCase !== undefined && { case: forCase }),
  };
}

/** Why, as far as that is still kept. Of what is read, the reason is part of what says how. */
async function reasonsOf(
  { vault }: JournalDeps,
  entries: readonly AnyEntry[],
  histories: ReadonlyMap<SubjectId, History>,
  now: Date,
): Promise<ReadonlyMap<AnyEntry, string>> {
  const named = entries.flatMap((entry) => {
    const name = reasonIn(entry);
    const { all, entries: counting } = histories.get(entry.subject)!;
    const isErased = erasedAmong([...all, entry], counting).includes(entry);
    return name && !isErased ? [[entry, name] as const] : [];
  });
  const parts = await readPartsOf(
    vault,
    named.map(([, name]) => name),
    now,
  );
  return new Map(
    named.flatMap(([entry, { class: kind, digest }]) => {
      const reason = readPart(kind, parts.get(digest))?.reason;
      return reason === undefined ? [] : [[entry, reason] as const];
    }),
  );
}

function reasonIn(entry: AnyEntry): (PartName & { readonly class: 'reason' | 'reading' }) | undefined {
  const { reason, reading } = digestsIn(entry);
  const digest = reason ?? reading;
  if (digest === undefined) return undefined;
  const recordId = recordIn(entry);
  const of = { subject: entry.subject, ...(recordId !== undefined && { recordId }) };
  return { ...of, class: reason === undefined ? 'reading' : 'reason', digest };
}

type Steps = Awaited<ReturnType<typeof listJournal>>['steps'];

const HEADINGS = ['at', 'operator', 'name', 'client', 'type', 'mail', 'person', 'purposes', 'case', 'reason'];

/** A row for each step. The first part of a file begins with the headings. */
export function journalCsv(steps: Steps, isFirst: boolean, form: TableForm): string {
  const rows = steps.map(({ at, operator, name, client, type, mail, person, purposes, case: id, reason }) =>
    [at, operator, name, client, type, mail, person, purposes.join(' '), id, reason].map((cell) => cell ?? ''),
  );
  return csvTable(isFirst ? [HEADINGS, ...rows] : rows, { ...form, forSpreadsheets: form.forSpreadsheets && isFirst });
}
