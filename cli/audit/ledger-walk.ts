import { isSubjectId } from '../../shared/ids';
import { eachOf } from '../../shared/ledger/batches';
import type { Keys } from '../../shared/ledger/dynamo';
import { CLOSINGS } from '../../shared/ledger/closings';
import { checkChain, type Chain, type EntryItem } from './chain';
import { checkClosings, type ClosingItem } from './closings';
import { findInLog } from './membership';
import { findLacks } from './derived';
import { findMissingParts } from './missing-parts';
import type { LedgerItem } from '../tables/subject-items';
import { personIn } from '../derived/person';
import { walkTable, type Place } from '../tables/walk';
import { rulesOf, type Audit } from './journal';
import { checkWording, Wordings, type WordingItem } from './wordings';

type AuditedItem = EntryItem & WordingItem & LedgerItem & ClosingItem;

/** Checks every entry and every wording: each by itself, within its chain, and in the log. */
export async function walkLedger(audit: Audit, begun: Place): Promise<void> {
  const { ledger, journal, filed } = audit;
  const wordings = new Wordings(ledger);
  const reached = (place: Place): Promise<void> => journal.reached({ phase: 'ledger', ...place });
  await walkTable<AuditedItem, Place>(ledger, begun, { ...journal.run, reached }, async (partitions, place) => {
    const kept = partitions.flat().filter(({ pk }) => pk.startsWith('notice#'));
    journal.count('wordings', kept.length);
    journal.report(kept.flatMap(checkWording));
    const closings = partitions.flat().filter(({ pk }) => pk.startsWith(CLOSINGS));
    journal.report(await checkClosings(audit.log, closings, audit.now()));
    const broken = await checkSubjects(subjectsOf(partitions), wordings, audit);
    const looking = { ...audit, ...rulesOf(audit) };
    const people = partitions.filter(isPeople(broken)).flatMap((items) => personIn(items, looking) ?? []);
    journal.report(await findLacks(people, looking, filed));
    return place;
  });
}

/** A subject's id and its entries. */
type Subject = readonly [string, readonly EntryItem[]];

function subjectsOf(partitions: readonly (readonly AuditedItem[])[]): Subject[] {
  return partitions
    .filter(([first]) => first?.pk.startsWith('subject#'))
    .map((items) => [(items[0] as Keys).pk.slice('subject#'.length), items.filter(isEntry)] as const)
    .filter(([, entries]) => entries.length > 0);
}

const isEntry = ({ sk }: Keys): boolean => sk.startsWith('entry#');

/** @returns those with findings: what follows from a history that is damaged says nothing */
async function checkSubjects(
  subjects: readonly Subject[],
  wordings: Wordings,
  audit: Audit,
): Promise<ReadonlySet<string>> {
  const { journal } = audit;
  const rules = rulesOf(audit);
  const chains = subjects.map(([subject, items]) => checkChain(subject, items, rules));
  const entries = chains.flatMap((chain) => chain.entries);
  const log = await findInLog(audit.log, entries, rules.now);
  // What cannot be read names no parts.
  const isReadable = (items: readonly EntryItem[], n: number): boolean => chains[n]?.entries.length === items.length;
  const known = subjects.flatMap(([id, items], n) => (isSubjectId(id) && isReadable(items, n) ? [id] : []));
  const lost = await eachOf(known, (subject) => findMissingParts(audit, subject, audit.now()));
  journal.report([
    ...chains.flatMap(({ findings }) => findings),
    ...(await wordings.missingFrom(entries)),
    ...log.findings,
    ...lost.flat(),
  ]);
  // An entry that is not sound must not get into the log: there it would look sound.
  const sound = new Set(chains.filter(isSound).flatMap((chain) => chain.entries));
  const missing = log.missing.filter((entry) => sound.has(entry)).map(({ hash }) => hash);
  journal.miss(missing);
  journal.count('subjects', subjects.length);
  journal.count('entries', entries.length);
  journal.count(
    'gaps',
    chains.reduce((sum, { gaps }) => sum + gaps, 0),
  );
  journal.count('inLog', log.inLog);
  journal.count('onTheWay', log.onTheWay);
  return new Set(subjects.flatMap(([id], n) => (chains[n] && isSound(chains[n]) ? [] : [id])));
}

/** Partitions of people, but for those. */
const isPeople =
  (broken: ReadonlySet<string>) =>
  ([first]: readonly Keys[]): boolean =>
    first?.pk.startsWith(SUBJECT) === true && !broken.has(first.pk.slice(SUBJECT.length));

const SUBJECT = 'subject#';

const isSound = ({ findings }: Chain): boolean => findings.length === 0;
