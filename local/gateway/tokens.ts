import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JWK, type JWTPayload } from 'jose';
import { ROLES, type Role } from '../../shared/http/roles';
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
  ) {
    const { d: _, ...publicKey } = key;
    this.jwks = { keys: [publicKey] };
  }

  async tokens(): Promise<Record<Role, string>> {
    const roles = Object.keys(ROLES) as Role[];
    const tokens = await Promise.all(roles.map((role) => this.sign(role)));
    return Object.fromEntries(roles.map((role, index) => [role, tokens[index]])) as Record<Role, string>;
  }

  /** @throws when the token is not one of ours, or not valid now */
  async verify(token: string): Promise<JWTPayload> {
    const { issuer, clock } = this;
    const options = { issuer, audience: TOKEN_AUDIENCE, currentDate: clock.now() };
    return (await jwtVerify(token, createLocalJWKSet(this.jwks), options)).payload;
  }

  private async sign(role: Role): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT({ scope: ROLES[role].join(' ') })
      .setProtectedHeader({ alg: 'ES256', kid: this.key.kid as string })
      .setIssuer(this.issuer)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(`local-${role}`)
      .setIssuedAt(now)
      .setExpirationTime(now + VALID_FOR_SECONDS)
      .sign(await importJWK(this.key));
  }
}
