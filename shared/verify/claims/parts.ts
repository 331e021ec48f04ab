import { sha256Text } from '../../hash';
import { canonicalJson } from '../canonical-json';
import { digestsOf, type Bundle, type BundleEntry, type Part } from '../format';
import { claim, stepName, type Claim, type Finding, type Note, type PartCode } from '../report';

/** 5. Each part is what its entry committed to. */
export function checkParts({ entries, request }: Bundle): Claim {
  const asked = new Set(request.disclose);
  const gone = goneBy(entries.at(-1));
  const failures = entries.flatMap((entry, n) => {
    const isLast = n === entries.length - 1 && entry.entry.type === 'EvidenceDisclosed';
    return checkPartsOf(entry, isLast ? READING : asked, gone);
  });
  return claim('parts', failures, {
    notes: [...missing(entries, 'withheld', 'partsWithheld'), ...missing(entries, 'gone', 'partsGone')],
  });
}

/** The reading itself is shown whatever was asked for. */
const READING: ReadonlySet<string> = new Set(['reading']);

/** The digests of the parts that were kept no longer when the file was made, as the reading says. */
function goneBy(last: BundleEntry | undefined): ReadonlySet<string> {
  const reading = last?.parts['reading'];
  const digests = reading?.state === 'disclosed' ? reading.data['gone'] : undefined;
  return new Set(Array.isArray(digests) ? (digests as string[]) : []);
}

function checkPartsOf({ entry, parts }: BundleEntry, asked: ReadonlySet<string>, gone: ReadonlySet<string>): Finding[] {
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
    else if (part.state === 'disclosed' && digestOf(name, part) !== digest) find('partChanged', name);
    else if ((part.state === 'gone') !== gone.has(digest)) find('partGoneDiffers', name);
    else if (part.state !== 'gone' && asked.has(name) !== (part.state === 'disclosed')) find('partNotAsAsked', name);
  }
  return findings;
}

/** The names of classes and salts are such that they stand in JSON as they are. */
function digestOf(name: string, { data, salt }: Part & { state: 'disclosed' }): string {
  return sha256Text(`{"class":"${name}","data":${JSON.stringify(canonicalJson(data))},"salt":"${salt}"}`);
}

function missing(entries: Bundle['entries'], state: Part['state'], code: 'partsWithheld' | 'partsGone'): Note[] {
  const names = entries.flatMap(({ parts }) => Object.keys(parts).filter((name) => parts[name]?.state === state));
  return names.length === 0 ? [] : [{ code, classes: [...new Set(names)] }];
}
