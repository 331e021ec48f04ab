import type { JWTPayload } from 'jose';
import { AT_SITES } from '../../shared/http/grants';
import { SIGNED_IN, type Scope } from '../../shared/http/operation';
import type { TokenIssuer } from './tokens';

/** The event's part about a good token, or the gateway's refusal. */
export type Verdict =
  | { readonly jwt: { readonly claims: Record<string, string>; readonly scopes: string[] } }
  | { readonly status: 401 | 403; readonly message: string; readonly challenge: string };

/** What a token needs for a contract's scope: either will do; at which sites, the functions see. */
export function authorize(
  header: string | undefined,
  scope: Scope | typeof SIGNED_IN,
  issuer: Pick<TokenIssuer, 'verify'>,
): Promise<Verdict> {
  return authorizeFor(header, scope === SIGNED_IN ? [] : [scope, scope + AT_SITES], issuer);
}

/** The JWT authorizer of an HTTP API: a token needs one of a route's scopes, if it has any, in `scope` or `scp`. */
export async function authorizeFor(
  header: string | undefined,
  accepted: readonly string[],
  issuer: Pick<TokenIssuer, 'verify'>,
): Promise<Verdict> {
  const token = header?.replace(/^Bearer\s+/i, '');
  if (!token) return { status: 401, message: 'Unauthorized', challenge: 'Bearer' };
  const claims = await issuer.verify(token).catch(() => undefined);
  if (!claims) return { status: 401, message: 'Unauthorized', challenge: 'Bearer error="invalid_token"' };
  if (accepted.length === 0) return { jwt: { claims: asText(claims), scopes: [] } };
  const said: unknown = claims['scope'] ?? claims['scp'];
  const given = [said].flat().flatMap((words) => (typeof words === 'string' ? words.split(' ') : []));
  const scopes = accepted.filter((word) => given.includes(word));
  if (scopes.length === 0) {
    const wanted = accepted.join(' ');
    return { status: 403, message: 'Forbidden', challenge: `Bearer scope="${wanted}" error="insufficient_scope"` };
  }
  return { jwt: { claims: asText(claims), scopes } };
}

/** API Gateway hands every claim on as text, and a list as `[one two]`. */
function asText(claims: JWTPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );
}
