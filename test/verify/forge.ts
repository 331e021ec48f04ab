import { canonicalJson } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import type { Claim, Finding } from '../../shared/verify/report';
import { verifyBundle, type Trusted } from '../../shared/verify/verify-bundle';

/** The same without `readonly`. */
export type Loose<T> = T extends string ? T : T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T;

/** What is done to a bundle, with another at hand, and all that has to be found: the claims that fail, with their findings. */
export type Forgery = [string, (bundle: Loose<Bundle>, other: Loose<Bundle>) => void, ...string[]];

export const at = <T>(list: readonly T[], n: number): T => list.at(n) as T;
export const flip = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

/** A copy of a bundle, changed. */
export function forge(bundle: Bundle, change: (bundle: Loose<Bundle>) => void): Bundle {
  const copy = structuredClone(bundle) as Loose<Bundle>;
  change(copy);
  return copy;
}

export const fileOf = (bundle: object): string => canonicalJson(bundle);

/** What a check found wrong: `claim: code, code`. */
export function faults(file: string | Uint8Array, trusted: Trusted = {}): string[] {
  const { verdict, claims } = verifyBundle(file, trusted);
  const failed = claims.filter(({ state }) => state === 'fails');
  expect(verdict === 'bad').toBe(failed.length > 0);
  return failed.map(({ id, findings }) => `${id}: ${codes(findings).join(', ')}`);
}

const codes = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ code }) => code))];

export function claimOf(id: Claim['id'], file: string | Uint8Array, trusted: Trusted = {}): Claim {
  const claim = verifyBundle(file, trusted).claims.find((each) => each.id === id);
  if (!claim) throw new Error(`There is no claim "${id}".`);
  return claim;
}
