import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { PolicyError } from '../shared/policy/site';

/** An answer of Lambda has 6 MB, in which a file is half as long again: base64, and what stands around it. */
const LARGEST_IN_AN_ANSWER = 4 * 1024 * 1024;

/** Beyond that a whitepaper is a mistake, and a mail that leads to it a nuisance. */
const LARGEST = 100 * 1024 * 1024;

/** The folder of the files that sites hand out, beside their module. */
export const filesOf = (sites: string): string => path.join(path.dirname(sites), 'files');

/**
 * The files that no answer can carry, by name: they are handed out by S3.
 *
 * @throws {PolicyError} where one is larger than 100 MB
 */
export function largeFiles(sites: string): ReadonlyMap<string, string> {
  const folder = filesOf(sites);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const sized = names.map((name) => [name, path.join(folder, name), statSync(path.join(folder, name)).size] as const);
  const [tooLarge] = sized.filter(([, , size]) => size > LARGEST);
  if (tooLarge) throw new PolicyError(`${tooLarge[1]} is larger than 100 MB. Make it smaller.`);
  return new Map(sized.filter(([, , size]) => size > LARGEST_IN_AN_ANSWER).map(([name, file]) => [name, file]));
}
