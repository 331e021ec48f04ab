import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Problem } from './problem';
import type { HttpRequest } from './request';
import { requireGrant, type ClaimNames, type Needed } from './grants';
import { operatorOf } from './operator';
import type { Operator } from '../consent/entry';
import type { Sites } from '../policy/sites';

/** Who issues access tokens, and how they are known to be for us. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly claimNames: ClaimNames;
  /** Made when the first token comes, as that loads `fetch`: 40 ms that a sign-up without one need not wait for. */
  readonly keys: () => JWTVerifyGetKey;
}

/** The issuer's keys, fetched when the first token comes, and once for many. */
export function keysAt(url: string): TokenIssuer['keys'] {
  const at = new URL(url);
  let keys: JWTVerifyGetKey | undefined;
  return () => (keys ??= createRemoteJWKSet(at));
}

/** How `jose` says that the keys cannot be had: in time, at all, or as keys. */
const NO_KEYS = new Set([errors.JWKSTimeout.code, errors.JOSEError.code, errors.JWKSInvalid.code]);

/** The issuer's keys cannot be had, so no token can be checked. Nothing was done; try again in a moment. */
class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/**
 * Who sends the request's access token, or undefined if it carries none. Only for routes that work with and without
 * a token; the gateway looks after all others, but its authorizers cannot be optional.
 *
 * @throws {Problem} 401 if the token is not good, 403 if it is good for something else
 */
export async function optionalCaller(
  { tokens, sites }: { readonly tokens: TokenIssuer; readonly sites: Sites },
  { headers }: HttpRequest,
  needed: Needed,
): Promise<Operator | undefined> {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  const claims = await verify(tokens, /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
  const operator = operatorOf(claims);
  requireGrant({ sites, claimNames: tokens.claimNames }, claims, needed);
  return operator;
}

async function verify({ issuer, audiences, keys }: TokenIssuer, token: string): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys(), {
      issuer,
      requiredClaims: ['sub', 'exp'],
    });
    if (isForUs(payload, audiences)) return payload;
  } catch (error) {
    // Only what the token itself did wrong is the caller's fault; keys that cannot be fetched are ours.
    if (!(error instanceof errors.JOSEError) || NO_KEYS.has(error.code)) throw new KeysUnavailable();
  }
  const challenge = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };
  throw new Problem(401, 'token', 'The access token is not valid here, or not any more; get a new one.', [], challenge);
}

/** Like API Gateway: `aud`, or where there is none, Cognito's `client_id`. */
function isForUs({ aud, client_id: clientId }: JWTPayload, audiences: readonly string[]): boolean {
  return [aud ?? clientId].flat().some((audience) => typeof audience === 'string' && audiences.includes(audience));
}
