import { sha256Text } from '../../hash';
import { canonicalJson, isWellFormed } from '../canonical-json';
import type { Bundle, BundleEntry, Part } from '../format';
import { claim, stepName, type Claim, type Finding, type Note, type PartCode } from '../report';

/** 5. Each part is what its entry committed to. */
export function checkParts({ entries, request }: Bundle): Claim {
  const asked = new Set(request.disclose);
  const said = { gone: named(entries.at(-1), 'gone'), unreadable: named(entries.at(-1), 'unreadable') };
  const failures = entries.flatMap((entry, n) => {
    const isLast = n === entries.length - 1 && entry.entry.type === 'EvidenceDisclosed';
    return checkPartsOf(entry, isLast ? READING : asked, said);
  });
  return claim('parts', failures, {
    open: entries.flatMap(uncheckable),
    notes: [...missing(entries, 'withheld', 'partsWithheld'), ...missing(entries, 'gone', 'partsGone')],
  });
}

/** The reading itself is shown whatever was asked for. */
const READING: ReadonlySet<string> = new Set(['reading']);

/** What the reading says of parts, by their digests. */
interface Said {
  /** Kept no longer when the file was made. */
  readonly gone: ReadonlySet<string>;
  /** Left out although asked for, as nobody could check it. */
  readonly unreadable: ReadonlySet<string>;
}

function named(last: BundleEntry | undefined, member: keyof Said): ReadonlySet<string> {
  const reading = last?.parts['reading'];
  const digests = reading?.state === 'disclosed' ? reading.data[member] : undefined;
  return new Set(Array.isArray(digests) ? (digests as string[]) : []);
}

function checkPartsOf({ entry, parts }: BundleEntry, asked: ReadonlySet<string>, said: Said): Finding[] {
  const findings: Finding[] = [];
  const find = (code: PartCode, name: string): void => {
    findings.push({ code, step: stepName(entry), class: name });
  };
  for (const name in entry.parts) if (!Object.hasOwn(parts, name)) find('partMissing', name);
  for (const name in parts) {
    const part = parts[name] as Part;
    const digest = entry.parts[name] ?? '';
    const isShown = asked.has(name) && !said.unreadable.has(digest);
    if (!Object.hasOwn(entry.parts, name)) find('partUnknown', name);
    else if (isChecked(part) && digestOf(name, part) !== digest) find('partChanged', name);
    else if ((part.state === 'gone') !== said.gone.has(digest)) find('partGoneDiffers', name);
    else if (part.state !== 'gone' && isShown !== (part.state === 'disclosed')) find('partNotAsAsked', name);
  }
  return findings;
}

const isChecked = (part: Part): part is Part & { state: 'disclosed' } =>
  part.state === 'disclosed' && isWellFormed(part.data);

/** Parts with half a character, of a system that hashed them all the same: they count as if they were not shown. */
function uncheckable({ entry, parts }: BundleEntry): Finding[] {
  const names = Object.keys(parts).filter((name) => parts[name]?.state === 'disclosed' && !isChecked(parts[name]));
  return names.map((name) => ({ code: 'partUncheckable', step: stepName(entry), class: name }));
}

/** The names of classes and salts are such that they stand in JSON as they are. */
function digestOf(name: string, { data, salt }: Part & { state: 'disclosed' }): string {
  return sha256Text(`{"class":"${name}","data":${JSON.stringify(canonicalJson(data))},"salt":"${salt}"}`);
}

function missing(entries: Bundle['entries'], state: Part['state'], code: 'partsWithheld' | 'partsGone'): Note[] {
  const names = entries.flatMap(({ parts }) => Object.keys(parts).filter((name) => parts[name]?.state === state));
  return names.length === 0 ? [] : [{ code, classes: [...new Set(names)] }];
}
