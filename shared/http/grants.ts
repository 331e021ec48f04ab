import type { Site } from '../policy/schema';
import { controllersOf, type Sites } from '../policy/sites';
import { SCOPES, type Scope } from './operation';
import { wordsOf } from './claim-words';
import { isOfPerson, PERSON_ROLES, placesOf, type People } from './people';
import { Problem } from './problem';

/** What an access token says, as its issuer put it, or as API Gateway hands it on. */
export type Claims = Readonly<Record<string, unknown>>;

/** How the tokens of an issuer say what they are good for. */
export interface ClaimNames {
  /** What stands before our words in the claim `scope`. */
  readonly scopePrefix: string;
  /** The claim that lists sites, where they are no words of the scope. */
  readonly siteClaim: string | undefined;
  /** The claim that lists processors, where they are no words of the scope. */
  readonly processorClaim: string | undefined;
  /** Undefined where nobody signs in. */
  readonly people: People | undefined;
}

/** That a token is good for something at a site; with `processor:write`, in the name of one processor. */
export interface Grant {
  readonly scope: Scope;
  readonly site: string;
  readonly processor?: string;
}

/** Says that a scope is good at the sites that the token names, and nowhere without them. */
export const AT_SITES = '@sites';

/** What a machine's token has in its scope besides scopes: `site=shop`, `processor=brieftapir`. */
export const siteWord = (id: string): string => `site=${id}`;
export const processorWord = (id: string): string => `processor=${id}`;

/** Everything that a token is good for: a person's by what the person is, a machine's by what its scope says. */
export function grantsOf(claims: Claims, names: ClaimNames, sites: Sites): Grant[] {
  const { people } = names;
  return people && isOfPerson(claims, people)
    ? grantsOfPerson(claims, { ...names, people }, sites)
    : grantsOfMachine(claims, names, sites);
}

/**
 * What the person's roles are good for, as far as the token has the scope, too: whatever a login asks for, it gets no more than
 * that. Sites that the token names make it good for less.
 */
function grantsOfPerson(claims: Claims, names: ClaimNames & { readonly people: People }, sites: Sites): Grant[] {
  const words = scopeWordsIn(claims, names);
  const named = sitesNamed(claims, names, words);
  const places = placesOf(wordsOf(claims[names.people.claim]), names.people);
  return SCOPES.filter((scope) => words.includes(scope) || words.includes(scope + AT_SITES)).flatMap((scope) =>
    sites
      .filter(({ id }) => named.length === 0 || named.includes(id))
      .filter(({ id }) =>
        places.some((place) => rolesHave(place.role, scope) && (place.sites === undefined || place.sites.includes(id))),
      )
      .map(({ id }) => ({ scope, site: id })),
  );
}

function rolesHave(role: keyof typeof PERSON_ROLES, scope: Scope): boolean {
  const scopes: readonly Scope[] = PERSON_ROLES[role];
  return scopes.includes(scope);
}

/** The sites that a token names. */
function sitesNamed(claims: Claims, { siteClaim }: ClaimNames, words: readonly string[]): string[] {
  if (siteClaim !== undefined) return wordsOf(claims[siteClaim]);
  return words.flatMap((word) => withoutPrefix(word, siteWord('')));
}

function scopeWordsIn(claims: Claims, { scopePrefix }: ClaimNames): string[] {
  return wordsOf(claims['scope'] ?? claims['scp']).flatMap((word) => withoutPrefix(word, scopePrefix));
}

/**
 * What a machine's token is good for. `evidence:read@sites` goes with each site that the token names. Plain `evidence:read` does,
 * too; if the token names none, it is good at every site, but only where all of them have the same controller. Whoever asks for
 * a token with fewer words so never gets one that is good for more: clients that are for some sites have no plain scope.
 */
function grantsOfMachine(claims: Claims, names: ClaimNames, sites: Sites): Grant[] {
  const words = scopeWordsIn(claims, names);
  const listed = (claim: string | undefined, word: string): string[] =>
    claim === undefined ? words.flatMap((one) => withoutPrefix(one, word)) : wordsOf(claims[claim]);
  const named = sitesNamed(claims, names, words);
  const processors = listed(names.processorClaim, processorWord(''));
  const everywhere = controllersOf(sites).length === 1 ? sites.map(({ id }) => id) : [];
  return SCOPES.flatMap((scope) => {
    const plain = words.includes(scope);
    const places = plain && named.length === 0 ? everywhere : plain || words.includes(scope + AT_SITES) ? named : [];
    return places.flatMap((site): Grant[] =>
      scope === 'processor:write' ? processors.map((processor) => ({ scope, site, processor })) : [{ scope, site }],
    );
  });
}

function withoutPrefix(word: string, prefix: string): string[] {
  return word.startsWith(prefix) ? [word.slice(prefix.length)] : [];
}

/** What an access token has to be good for, for one call. */
export interface Needed {
  readonly scope: Scope;
  readonly site: Site;
}

/** Who the guard asks: the sites that there are, and how tokens speak of them. */
export interface Guard {
  readonly sites: Sites;
  readonly claimNames: ClaimNames;
}

/** The grants of a token for a scope at a site. @throws {Problem} 403 where there is none; it says what is missing */
export function requireGrant({ sites, claimNames }: Guard, claims: Claims, { scope, site }: Needed): Grant[] {
  const grants = grantsOf(claims, claimNames, sites).filter((grant) => grant.scope === scope && grant.site === site.id);
  if (grants.length > 0) return grants;
  if (claimNames.people && isOfPerson(claims, claimNames.people)) {
    throw new Problem(
      403,
      'grant',
      `Your role is not good for this: it needs the scope "${scope}" at the site "${site.id}".`,
    );
  }
  const several =
    controllersOf(sites).length > 1 ? ' It has to name the site, as there are several controllers here.' : '';
  const detail = `The access token is not good for this: it lacks the scope "${scope}" at the site "${site.id}".${several}`;
  throw new Problem(403, 'grant', detail, [], challenge(claimNames, scope, site));
}

/** The same for the word of a processor, which only a token that names it may give. */
export function requireProcessor(grants: readonly Grant[], { scope, site }: Needed, processor: unknown): void {
  if (grants.some((grant) => grant.processor === processor)) return;
  const detail = `The access token lacks the scope "${scope}" at the site "${site.id}" for the processor that the body names.`;
  throw new Problem(403, 'grant', detail);
}

/** RFC 6750, section 3.1. */
function challenge({ scopePrefix, siteClaim }: ClaimNames, scope: Scope, site: Site): Record<string, string> {
  const words = siteClaim === undefined ? [scope + AT_SITES, siteWord(site.id)] : [scope];
  const wanted = words.map((word) => scopePrefix + word).join(' ');
  return { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${wanted}"` };
}
