import { assetNotice, noticeHash, purposeNotices, type Notice } from './notices';
import { PolicyError } from './site';
import type { Site } from './schema';

/**
 * What was published under which version: a wording's hash, or the day of a privacy notice. Committed beside the sites, so
 * that no text can change and keep its version.
 */
export type Register = Readonly<Record<string, string>>;

/** The file's name, in the folder of the module that exports the sites. */
export const REGISTER_FILE = 'notices.lock.json';

/** The register of what the sites say now. */
export function registerOf(sites: readonly Site[]): Register {
  return Object.fromEntries(sites.flatMap((site) => [privacyNotice(site), ...wordings(site).map(line)]));
}

function privacyNotice({ id, controller }: Site): [string, string] {
  const { version, date } = controller.privacyNotice;
  return [`${id}/privacy-notice/${version}`, date];
}

function wordings(site: Site): Notice[] {
  const ofAssets = site.assets.flatMap((asset) => site.languages.map((language) => assetNotice(site, asset, language)));
  return [...site.purposes.flatMap((purpose) => purposeNotices(site, purpose)), ...ofAssets];
}

function line(notice: Notice): [string, string] {
  const { site, purpose, asset, version, language } = notice;
  const about = purpose === undefined ? `asset/${asset}` : `purpose/${purpose}`;
  return [`${site}/${about}/${version}/${language}`, noticeHash(notice)];
}

/**
 * Adds what is new and keeps what was published before.
 *
 * @throws {PolicyError} naming each text that changed and kept its version
 */
export function extended(register: Register, sites: readonly Site[]): Register {
  const current = registerOf(sites);
  const changed = Object.keys(current).filter((key) => register[key] !== undefined && register[key] !== current[key]);
  if (changed.length > 0) throw new PolicyError(`A text changed and kept its version:\n${list(changed, CHANGED)}`);
  const all = Object.entries({ ...register, ...current });
  return Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Makes sure that everything the sites say is in the register as they say it.
 *
 * @throws {PolicyError} naming each text that changed and kept its version, or that is not in the register yet
 */
export function checkRegister(register: Register, sites: readonly Site[]): void {
  extended(register, sites);
  const missing = Object.keys(registerOf(sites)).filter((key) => register[key] === undefined);
  if (missing.length > 0) throw new PolicyError(`${REGISTER_FILE} does not have yet:\n${list(missing, MISSING)}`);
}

const CHANGED = 'give it a new version, or put back what it said; people agreed to that.';
const MISSING = 'run "npm run notices", and commit the file.';

const list = (keys: readonly string[], advice: string): string => keys.map((key) => `  ${key}: ${advice}`).join('\n');
