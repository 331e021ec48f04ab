import type { AnyEntry, Bundle } from '../format';
import { claim, stepName, type Claim, type Finding, type Note } from '../report';

/** What the first entry says of the one before: 32 zero bytes. */
const NOTHING_BEFORE = 'A'.repeat(43);

/** 3. The chain is whole. */
export function checkChain(bundle: Bundle): Claim {
  const entries = bundle.entries.map(({ entry }) => entry);
  const failures = [
    ...entries.flatMap((entry) => checkBelonging(entry, bundle)),
    ...checkPlaces(entries, bundle.deleted),
    ...entries.flatMap((entry, n) => checkPrevious(entry, entries[n - 1])),
    ...entries.flatMap((entry, n) => checkTime(entry, entries[n - 1])),
    ...checkEnd(entries.at(-1)),
  ];
  const notes: Note[] =
    bundle.deleted.length === 0 ? [] : [{ code: 'placesDeleted', numbers: bundle.deleted.map((seq) => seq + 1) }];
  return claim('chain', failures, { notes });
}

function checkBelonging(entry: AnyEntry, { site, subject }: Bundle): Finding[] {
  return [
    ...(entry.site === site ? [] : [{ code: 'otherSite' as const, step: stepName(entry) }]),
    ...(entry.subject === subject ? [] : [{ code: 'otherSubject' as const, step: stepName(entry) }]),
  ];
}

/** Entries and deleted places together are 0, 1, 2, ... up to the last entry, each once. */
function checkPlaces(entries: readonly AnyEntry[], deleted: readonly number[]): Finding[] {
  const findings: Finding[] = [];
  let [next, gone] = [0, 0];
  for (const entry of entries) {
    while (deleted[gone] === next) [next, gone] = [next + 1, gone + 1];
    if (entry.seq < next) findings.push({ code: 'outOfPlace', step: stepName(entry) });
    if (entry.seq > next) findings.push({ code: 'stepsMissing', from: next + 1, to: entry.seq });
    next = Math.max(next, entry.seq + 1);
  }
  const others = deleted.slice(gone).map((seq): Finding => ({ code: 'deletedOutOfPlace', number: seq + 1 }));
  return [...findings, ...others];
}

/** After a deleted place there is nothing to compare with. */
function checkPrevious(entry: AnyEntry, before: AnyEntry | undefined): Finding[] {
  const isFirst = entry.seq === 0;
  if (!isFirst && before?.seq !== entry.seq - 1) return [];
  const prev = isFirst ? NOTHING_BEFORE : before?.hash;
  return entry.prev === prev ? [] : [{ code: 'prevDiffers', step: stepName(entry) }];
}

/** Nothing is written down before what it follows on, so nothing in a file is from after the file was made. */
function checkTime(entry: AnyEntry, before: AnyEntry | undefined): Finding[] {
  return before && entry.at < before.at ? [{ code: 'timeBackwards', step: stepName(entry) }] : [];
}

/** As the reading that the file comes from chains to all before, nothing can be cut off at the end. */
function checkEnd(last: AnyEntry | undefined): Finding[] {
  return !last || last.type === 'EvidenceDisclosed' ? [] : [{ code: 'noReading', step: stepName(last) }];
}
