import { factsOf, type MailKind } from '../consent/entry';
import { isUnderstood, purposesIn, recordIn, type AnyEntry } from '../consent/read-entry';
import { erasedAmong, isKnown } from '../consent/standing';
import type { LetterKind } from '../consent/steps/person-informed';
import { csvTable, type TableForm } from '../evidence/csv-table';
import type { SubjectId } from '../ids';
import { subjectKey } from '../ledger/dynamo';
import { entryKey } from '../ledger/entry-items';
import {
  besideOperatorsStep,
  readJournal,
  readOperators,
  type JournalPage,
  type JournalWanted,
} from '../ledger/journal';
import { readHistory, readWholeHistory, type History } from '../ledger/ledger';
import { readPartsOf, type PartName } from '../ledger/vault';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { namesOfOperators } from './names-of-operators';
import { reasonAmong, reasonPart } from './reasons';

type JournalDeps = Pick<Deps, 'ledger' | 'vault'>;

interface Wanted extends JournalWanted {
  /** About one person alone. */
  readonly person?: SubjectId | undefined;
}

/**
 * What operators did at a site, when and why, the latest first. It names people by their ids. Why, and what operators are called, is
 * told as long as that is kept: an erasure ends the reasons of what was done before it, with its answer.
 */
export async function listJournal(deps: JournalDeps, site: Pick<Site, 'id'>, wanted: Wanted) {
  const { now } = wanted;
  const { steps, next } = await stepsOf(deps, site, wanted);
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

/** Who did something at a site in that time, by their ids and by what they are called, as far as that is kept. */
export async function listOperators(deps: JournalDeps, site: Pick<Site, 'id'>, wanted: Wanted) {
  const ids = await readOperators(deps.ledger, site.id, wanted);
  const names = await namesOfOperators(deps, ids, wanted.now);
  return ids.map((id) => ({ id, ...(names.has(id) && { name: names.get(id)! }) }));
}

async function stepsOf(deps: JournalDeps, site: Pick<Site, 'id'>, wanted: Wanted): Promise<JournalPage> {
  const { person } = wanted;
  return person === undefined
    ? readJournal(deps.ledger, site.id, wanted)
    : stepsAbout(await readWholeHistory(deps.ledger, person, wanted.now), site, wanted);
}

/** The same of one person: their own history has it all, so that nobody else's steps are looked through. */
function stepsAbout(
  { all }: Pick<History, 'all'>,
  site: Pick<Site, 'id'>,
  { from, to, operator, type, before, limit }: Wanted,
): JournalPage {
  const found = all.flatMap((entry) => {
    const { journal, operator: by } = isUnderstood(entry) ? besideOperatorsStep(entry) : {};
    if (journal === undefined || by === undefined || entry.site !== site.id) return [];
    const isWithin = from <= journal && journal <= `${to}#~` && (before === undefined || journal < before.journal);
    const isMeant = (operator ?? by) === by && (type ?? entry.type) === entry.type;
    return isWithin && isMeant ? [{ entry, operator: by, journal }] : [];
  });
  found.sort((one, other) => (one.journal < other.journal ? 1 : -1));
  const steps = found.slice(0, limit);
  const last = found.length > limit ? steps.at(-1) : undefined;
  return {
    steps,
    next: last && { pk: subjectKey(last.entry.subject), sk: entryKey(last.entry.seq), journal: last.journal },
  };
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
  const { mail, letter, case: own, forCase = HOLDS.has(entry.type) ? undefined : own } = factsOf(entry);
  return {
    ...(actor.kind === 'operator' && actor.client !== undefined && { client: actor.client }),
    ...(mail !== undefined && { mail: mail as MailKind }),
    ...(letter !== undefined && { letter: letter as LetterKind }),
    ...(forCase !== undefined && { case: forCase }),
  };
}

/** Why, as far as that is still kept. */
async function reasonsOf(
  { vault }: JournalDeps,
  entries: readonly AnyEntry[],
  histories: ReadonlyMap<SubjectId, History>,
  now: Date,
): Promise<ReadonlyMap<AnyEntry, string>> {
  const named = entries.flatMap((entry) => {
    const name = partNameOf(entry);
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
    named.flatMap(([entry]) => {
      const reason = reasonAmong(parts, entry);
      return reason === undefined ? [] : [[entry, reason] as const];
    }),
  );
}

function partNameOf(entry: AnyEntry): PartName | undefined {
  const part = reasonPart(entry);
  const recordId = recordIn(entry);
  return part && { subject: entry.subject, ...(recordId !== undefined && { recordId }), ...part };
}

type Steps = Awaited<ReturnType<typeof listJournal>>['steps'];

const HEADINGS = ['at', 'operator', 'name', 'client', 'type', 'mail', 'person', 'purposes', 'case', 'reason', 'letter'];

/** A row for each step. The first part of a file begins with the headings. */
export function journalCsv(steps: Steps, isFirst: boolean, form: TableForm): string {
  const rows = steps.map(({ at, operator, name, client, type, mail, person, purposes, case: id, reason, letter }) =>
    [at, operator, name, client, type, mail, person, purposes.join(' '), id, reason, letter].map((cell) => cell ?? ''),
  );
  return csvTable(isFirst ? [HEADINGS, ...rows] : rows, { ...form, forSpreadsheets: form.forSpreadsheets && isFirst });
}
