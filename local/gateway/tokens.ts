import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JWK, type JWTPayload } from 'jose';
import { clientOf, completed, ROLES, scopeWords, type Client, type Role } from '../../shared/http/roles';
import type { Site } from '../../shared/policy/schema';
import { TOKEN_AUDIENCE } from '../aws';
import type { Clock } from '../clock';

export const VALID_FOR_SECONDS = 12 * 60 * 60;

/** Stands in for the user pool: issues access tokens that are valid at the stack's time, and verifies them. */
export class TokenIssuer {
  readonly jwks: { keys: JWK[] };

  constructor(
    private readonly key: JWK,
    readonly issuer: string,
    private readonly clock: Clock,
    private readonly sites: readonly Site[],
  ) {
    const { d: _, ...publicKey } = key;
    this.jwks = { keys: [publicKey] };
  }

  async tokens(): Promise<Record<Role, string>> {
    const roles = Object.keys(ROLES) as Role[];
    const tokens = await Promise.all(roles.map((role) => this.tokenFor(role)));
    return Object.fromEntries(roles.map((role, index) => [role, tokens[index]])) as Record<Role, string>;
  }

  /** For a client, such as `marketing@shop`; one that names no site is good at all of them. Undefined where that is none. */
  async tokenFor(name: string): Promise<string | undefined> {
    const client = clientOf(name);
    return client && this.sign(claimsOf(completed(client, this.sites)));
  }

  /** @throws when the token is not one of ours, or not valid now */
  async verify(token: string): Promise<JWTPayload> {
    const { issuer, clock } = this;
    const options = { issuer, audience: TOKEN_AUDIENCE, currentDate: clock.now() };
    return (await jwtVerify(token, createLocalJWKSet(this.jwks), options)).payload;
  }

  /** A token that says this. */
  async sign(claims: JWTPayload, { seconds = VALID_FOR_SECONDS, audience = TOKEN_AUDIENCE } = {}): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: this.key.kid as string })
      .setIssuer(this.issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(await importJWK(this.key));
  }
}

/** As Cognito has them for client credentials: the subject is the client. */
function claimsOf(client: Client): JWTPayload {
  const id = `local-${client.name}`;
  return { sub: id, client_id: id, scope: scopeWords(client).join(' ') };
}
