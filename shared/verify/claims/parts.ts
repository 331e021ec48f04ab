import { digestsOf, membersOf, type Bundle, type BundleEntry, type Json, type JsonObject, type Part } from '../format';
import { digestOf, type Hashes } from '../hashes';
import { claim, stepName, type Claim, type Finding, type Note, type PartCode } from '../report';

/** 5. Each part is what its entry committed to. */
export function checkParts({ entries, request, at }: Bundle, hashes: Hashes = new Map()): Claim {
  const asked = new Set(request.disclose);
  const absent = absentBy(entries.at(-1));
  const failures = entries.flatMap((entry, n) => {
    const isLast = n === entries.length - 1 && entry.entry.type === 'EvidenceDisclosed';
    return checkPartsOf(entry, isLast ? READING : asked, absent, at, hashes);
  });
  return claim('parts', failures, {
    // What was to be there yet cannot be shown by anybody any more.
    open: entries.flatMap(lostOf),
    notes: [...notShown(entries, 'withheld', 'partsWithheld'), ...notShown(entries, 'gone', 'partsGone')],
  });
}

/** The reading itself is shown whatever was asked for. */
const READING: ReadonlySet<string> = new Set(['reading']);

/** What was not there when the file was made, as the reading says: digest -> since when it was kept no longer, and what was lost. */
interface Absent {
  readonly gone: JsonObject;
  readonly missing: ReadonlySet<Json>;
}

function absentBy(last: BundleEntry | undefined): Absent {
  const reading = last?.parts['reading'];
  const { gone, missing } = reading?.state === 'disclosed' ? reading.data : {};
  return { gone: membersOf(gone), missing: new Set(Array.isArray(missing) ? missing : []) };
}

function checkPartsOf(
  { entry, parts }: BundleEntry,
  asked: ReadonlySet<string>,
  { gone, missing }: Absent,
  at: string,
  hashes: Hashes,
): Finding[] {
  const digests = digestsOf(entry);
  const findings: Finding[] = [];
  const find = (code: PartCode, name: string): void => {
    findings.push({ code, step: stepName(entry), class: name });
  };
  for (const name in digests) if (!Object.hasOwn(parts, name)) find('partMissing', name);
  for (const name in parts) {
    const part = parts[name] as Part;
    const digest = digests[name] ?? '';
    if (!Object.hasOwn(digests, name)) find('partUnknown', name);
    else if (part.state === 'disclosed' && (hashes.get(part) ?? digestOf(name, part)) !== digest)
      find('partChanged', name);
    else if (sinceOf(part) !== (Object.hasOwn(gone, digest) ? gone[digest] : undefined)) find('partGoneDiffers', name);
    else if ((part.state === 'missing') !== missing.has(digest)) find('partGoneDiffers', name);
    else if (part.state === 'gone' && part.since > at) find('partGoneLater', name);
    else if (isThere(part) && asked.has(name) !== (part.state === 'disclosed')) find('partNotAsAsked', name);
  }
  return findings;
}

const sinceOf = (part: Part): string | undefined => (part.state === 'gone' ? part.since : undefined);
const isThere = ({ state }: Part): boolean => state === 'disclosed' || state === 'withheld';

function lostOf({ entry, parts }: BundleEntry): Finding[] {
  const names = Object.keys(parts).filter((name) => parts[name]?.state === 'missing');
  return names.map((name) => ({ code: 'partLost', step: stepName(entry), class: name }));
}

function notShown(entries: Bundle['entries'], state: Part['state'], code: 'partsWithheld' | 'partsGone'): Note[] {
  const names = entries.flatMap(({ parts }) => Object.keys(parts).filter((name) => parts[name]?.state === state));
  return names.length === 0 ? [] : [{ code, classes: [...new Set(names)] }];
}
