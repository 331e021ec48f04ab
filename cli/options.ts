import type { Scope } from '../shared/http/operation';
import { LANGUAGES } from '../shared/words/languages';
import { CommandError } from './command-error';

/* Options that several commands have in common. */

export const LOCAL_URL = 'http://localhost:3000';

export const SITE = { takes: 'SITE', says: "the site's id", isNeeded: true } as const;
export const EMAIL = { takes: 'ADDRESS', says: "the person's address", isNeeded: true } as const;
/** Of every reason, and of every name of a dispute. */
export const IN_PROOF = 'the proof has it, which a court reads, too';

export const SITES = {
  takes: 'FILE',
  says: 'module that exports your sites (default: SITES, or what the local stack serves)',
} as const;

export const LANGUAGE = { takes: LANGUAGES.join('|'), oneOf: LANGUAGES } as const;

/** For commands that call the system over HTTP. */
export const SYSTEM = {
  takes: 'URL',
  says: 'the system; a local one also gives the token',
  default: LOCAL_URL,
} as const;

/** For commands that read the tables of a deployment. */
export const LOCAL_STACK = { takes: 'URL', says: `the local stack (default: ${LOCAL_URL})` } as const;

export const stateOf = (name: string) =>
  ({ takes: 'FILE', says: 'where it keeps how far it is', default: `.${name}-state.json` }) as const;

export const OUT = {
  takes: 'FILE',
  says: 'where to write it (default: the name that the server gives, in the folder out; - for standard output)',
} as const;

export const tokenNote = (scope: Scope): string =>
  `The access token with the scope ${scope} is read from the environment variable CONSENT_TOKEN.`;

/** @throws {CommandError} where neither or both are asked for */
export function isDryRun(values: { readonly 'dry-run': boolean; readonly apply: boolean }): boolean {
  if (values.apply === values['dry-run']) throw new CommandError('Say either --dry-run or --apply.');
  return values['dry-run'];
}

/** More would read faster than a table of that kind lets anybody. */
const MOST_SEGMENTS = 32;

export const SEGMENTS = {
  takes: 'N',
  says: `read the tables in so many parts side by side, up to ${MOST_SEGMENTS} (default: 1)`,
} as const;

/** @throws {CommandError} */
export function segmentsOf(given = '1'): number {
  const segments = Number(given);
  if (/^\d+$/.test(given) && segments >= 1 && segments <= MOST_SEGMENTS) return segments;
  throw new CommandError(`--segments takes a number from 1 to ${MOST_SEGMENTS}, not "${given}".`);
}
