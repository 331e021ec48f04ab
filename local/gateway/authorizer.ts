import type { JWTPayload } from 'jose';
import type { TokenIssuer } from './tokens';

/** The event's part about a good token, or the gateway's refusal. */
export type Verdict =
  | { readonly jwt: { readonly claims: Record<string, string>; readonly scopes: string[] } }
  | { readonly status: 401 | 403; readonly message: string; readonly challenge: string };

/** The JWT authorizer of an HTTP API: one token, one scope per route. */
export async function authorize(header: string | undefined, scope: string, issuer: TokenIssuer): Promise<Verdict> {
  const token = header?.replace(/^Bearer\s+/i, '');
  if (!token) return { status: 401, message: 'Unauthorized', challenge: 'Bearer' };
  const claims = await issuer.verify(token).catch(() => undefined);
  if (!claims) return { status: 401, message: 'Unauthorized', challenge: 'Bearer error="invalid_token"' };
  if (!String(claims['scope']).split(' ').includes(scope)) {
    return { status: 403, message: 'Forbidden', challenge: `Bearer scope="${scope}" error="insufficient_scope"` };
  }
  return { jwt: { claims: asText(claims), scopes: [scope] } };
}

/** API Gateway hands every claim on as text. */
function asText(claims: JWTPayload): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, String(value)]));
}
