import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { sendJson, serve } from '../../local/http';

/** What may be wrong with an access token. */
export interface Flaw {
  readonly audience?: string;
  readonly issuer?: string;
  readonly subject?: string | undefined;
  readonly scope?: unknown;
  /** Seconds. */
  readonly expiresIn?: number | undefined;
  /** Signed by a key that is not the issuer's but says so. */
  readonly foreignKey?: boolean;
}

export interface Bearers {
  sign(flaw: Flaw): Promise<string>;
  /** A token that is good and says this. */
  signClaims(claims: Readonly<Record<string, unknown>>): Promise<string>;
  stop(): Promise<void>;
}

const GOOD = {
  audience: 'consent-test',
  issuer: 'https://issuer.example.com',
  subject: 'shop',
  scope: 'signup:write@sites site=demo',
  expiresIn: 600,
};

/** An issuer of access tokens for the world's functions; to be started before they load. */
export async function bearers(): Promise<Bearers> {
  const [ours, foreign] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const keys = [{ ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'ES256' }];
  const server = await serve((_, response) => sendJson(response, 200, { keys }));
  process.env['TOKEN_JWKS_URL'] = server.url;
  const sign = (flaw: Flaw): Promise<string> => {
    const { audience, issuer, subject, scope, expiresIn, foreignKey = false } = { ...GOOD, ...flaw };
    const now = Math.floor(Date.now() / 1000);
    const token = new SignJWT(scope === undefined ? {} : { scope })
      .setProtectedHeader({ alg: 'ES256', kid: 'ours' })
      .setIssuer(issuer)
      .setAudience(audience);
    if (subject !== undefined) token.setSubject(subject);
    if (expiresIn !== undefined) token.setExpirationTime(now + expiresIn);
    return token.sign(foreignKey ? foreign.privateKey : ours.privateKey);
  };
  const signClaims = (claims: Readonly<Record<string, unknown>>): Promise<string> =>
    new SignJWT({ iss: GOOD.issuer, aud: GOOD.audience, exp: Math.floor(Date.now() / 1000) + 600, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'ours' })
      .sign(ours.privateKey);
  return { sign, signClaims, stop: server.close };
}
