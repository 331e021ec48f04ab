import { generateKeyPair, jwtVerify, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { Clock } from '../../local/clock';
import type { Resolver } from './resolve';

const VALID_FOR_SECONDS = 3600;

/** Stands in for the template's user pool: gives tokens to its clients, and to people who are in its groups, with what both have there. */
export class Tokens {
  private constructor(
    private readonly pool: Resolver,
    private readonly clock: Clock,
    private readonly key: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey },
  ) {}

  static async open(pool: Resolver, clock: Clock): Promise<Tokens> {
    return new Tokens(pool, clock, await generateKeyPair('ES256'));
  }

  /** What a client gets for its credentials. */
  async ofClient(name: string): Promise<string> {
    const { id, AllowedOAuthScopes } = this.client(name);
    return this.sign({ sub: id, client_id: id, token_use: 'access', scope: AllowedOAuthScopes.join(' ') });
  }

  /** What somebody gets who signed in to the console, and is in a group. */
  async ofPerson(group: string): Promise<string> {
    const { id, AllowedOAuthScopes } = this.client('console');
    const isGroup = [...this.pool.all('AWS::Cognito::UserPoolGroup').values()].some((one) => one.GroupName === group);
    if (!isGroup) throw new Error(`There is no group ${group} in the template's user pool.`);
    const who = { sub: `person-${group}`, client_id: id, token_use: 'access', username: group };
    return this.sign({ ...who, scope: AllowedOAuthScopes.join(' '), 'cognito:groups': [group] });
  }

  /** @throws when it is none of ours, has ended, or is for none of these */
  async verify(token: string, issuer: string, audience: readonly string[]): Promise<JWTPayload> {
    const currentDate = this.clock.now();
    const { payload } = await jwtVerify(token, this.key.publicKey, { issuer, currentDate });
    // As API Gateway does it: Cognito's access tokens have no audience, but the client that they were given to.
    const named = [payload.aud ?? payload['client_id']].flat().map(String);
    if (!named.some((one) => audience.includes(one))) throw new Error('The token is for somebody else.');
    return payload;
  }

  private client(name: string) {
    const found = [...this.pool.all('AWS::Cognito::UserPoolClient')].find(([, one]) => one.ClientName === name);
    if (!found) throw new Error(`There is no client ${name} in the template's user pool.`);
    return { ...found[1], id: found[0] };
  }

  private poolId(): string {
    const [id = ''] = this.pool.all('AWS::Cognito::UserPool').keys();
    return id;
  }

  private sign(claims: JWTPayload): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(this.pool.attribute(this.poolId(), 'ProviderURL'))
      .setIssuedAt(now)
      .setExpirationTime(now + VALID_FOR_SECONDS)
      .sign(this.key.privateKey);
  }
}
