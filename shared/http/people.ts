import { wordsOf } from './claim-words';
import type { Scope } from './operation';

/** What somebody who signs in is, and what that is good for at the sites that go along. */
export const PERSON_ROLES = {
  /** Sees whom one may mail. */
  marketing: ['audience:read', 'person:read', 'confirmation:send'],
  /** Answers letters. */
  compliance: ['person:read', 'evidence:read', 'evidence:write'],
  /** Reads evidence, and changes nothing. */
  auditor: ['person:read', 'evidence:read'],
  /** Sees who has access, and nothing of anybody whose consents are kept here. */
  admin: [],
} as const satisfies Record<string, readonly Scope[]>;

export type PersonRole = keyof typeof PERSON_ROLES;

/** A role, and the ids of the sites that it is for. */
export interface Place {
  readonly role: PersonRole;
  /** Undefined for all that there are. */
  readonly sites: readonly string[] | undefined;
}

/** Who signs in, and how their tokens say what they are. */
export interface People {
  /** The client by which they sign in, as the issuer calls it. */
  readonly client: string;
  /** The claim that says what somebody is, such as their groups. */
  readonly claim: string;
  /** What each word of that claim is good for: `marketing@shop`, `compliance@shop+blog`, `auditor@*`. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** Where the command line listens while somebody signs in by a browser on the same machine (RFC 8252, section 7.3). */
export const LOOPBACK_CALLBACK = 'http://localhost:8976/signed-in';

/** Where issuers say which client got a token: RFC 9068 and Cognito, OpenID Connect, Okta, older ones of Microsoft. */
const CLIENT_CLAIMS = ['client_id', 'azp', 'cid', 'appid'] as const;

/** Asked for whenever somebody signs in, and never by a machine (OpenID Connect Core, section 3.1.2.1). */
const SIGNED_IN_SCOPE = 'openid';

/**
 * Whether a token is a person's: got by their client, with the claim that says what they are, or by a login of any other client. One
 * that does not say whose client got it is taken for one, too. All of that can only make it good for less, and otherwise whoever
 * signs in could have what a machine has.
 */
export function isOfPerson(
  claims: Readonly<Record<string, unknown>>,
  { client, claim }: Pick<People, 'client' | 'claim'>,
): boolean {
  const named = CLIENT_CLAIMS.map((name) => claims[name]).filter((value) => value !== undefined);
  const scopes = wordsOf(claims['scope'] ?? claims['scp']);
  return (
    named.length === 0 || named.includes(client) || claims[claim] !== undefined || scopes.includes(SIGNED_IN_SCOPE)
  );
}

const SITE = '[a-z][a-z0-9-]{0,39}';
const PLACE = new RegExp(`^(${Object.keys(PERSON_ROLES).join('|')})@(\\*|${SITE}(?:\\+${SITE})*)$`);

/** Reads `marketing@shop+blog` or `auditor@*`; undefined where it is neither. */
export function placeOf(text: string): Place | undefined {
  const [, role, sites] = PLACE.exec(text) ?? [];
  if (role === undefined || sites === undefined) return undefined;
  return { role: role as PersonRole, sites: sites === '*' ? undefined : sites.split('+') };
}

/** What a person is, by the words of their claim. A word that nobody configured is nothing. */
export function placesOf(words: readonly string[], { roles }: Pick<People, 'roles'>): Place[] {
  const known = words.flatMap((word) => (Object.hasOwn(roles, word) ? (roles[word] ?? []) : []));
  return known.flatMap((text) => placeOf(text) ?? []);
}
