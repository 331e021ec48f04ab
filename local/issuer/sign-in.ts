import { createHash, randomBytes } from 'node:crypto';
import { AT_SITES } from '../../shared/http/grants';
import { SCOPES } from '../../shared/http/operation';
import type { Clock } from '../clock';
import type { TokenIssuer } from '../gateway/tokens';
import { CONSOLE_CLIENT, INVENTED, PEOPLE, type Person } from './people';

/** The least that Cognito has, so that whoever loses a role is out as soon as can be. */
export const PERSON_SECONDS = 5 * 60;
const CODE_SECONDS = 60;
const REFRESH_SECONDS = 10 * 60 * 60;

/** What a login asks for (RFC 6749, section 4.1.1; RFC 7636). */
export interface Asked {
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly scope: string;
  readonly challenge: string;
}

/** Why a login or a token is refused, by the names of RFC 6749 and OpenID Connect. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
}

interface Given extends Pick<Asked, 'scope' | 'nonce'> {
  readonly person: Person;
  /** Epoch seconds. */
  readonly until: number;
}

interface Code extends Given, Pick<Asked, 'redirectUri' | 'challenge'> {}

const KNOWN = new Set(['openid', 'profile', ...SCOPES.map((scope) => scope + AT_SITES)]);

/** Codes and tokens of people, as the user pool gives them: a code is good once and for a minute, a refresh token once. */
export class SignIn {
  private readonly codes = new Map<string, Code>();
  private readonly refreshes = new Map<string, Given>();

  constructor(
    private readonly issuer: TokenIssuer,
    private readonly clock: Clock,
    private readonly redirects: readonly string[],
  ) {}

  /** Whether a login may lead back there: only to addresses that are known letter by letter. */
  leadsTo(redirectUri: string): boolean {
    return this.redirects.includes(redirectUri);
  }

  /** A code for whoever chose to be this person. */
  codeFor(person: Person, { redirectUri, challenge, scope, nonce }: Asked): string {
    const code = randomBytes(24).toString('base64url');
    this.codes.set(code, { person, redirectUri, challenge, scope, nonce, until: this.seconds() + CODE_SECONDS });
    return code;
  }

  /** @throws {OAuthError} where the code is none, was used, is too old, or was given for something else */
  async exchange(code: string, redirectUri: string, verifier: string): Promise<object> {
    const found = this.codes.get(code);
    this.codes.delete(code);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isGood = found && found.until > this.seconds() && found.redirectUri === redirectUri;
    if (!isGood || found.challenge !== challenge) throw new OAuthError('invalid_grant');
    return this.tokens({ ...found, until: this.seconds() + REFRESH_SECONDS });
  }

  /** @throws {OAuthError} where the token is none, was used or is too old */
  async refresh(token: string): Promise<object> {
    const found = this.refreshes.get(token);
    this.refreshes.delete(token);
    if (!found || found.until <= this.seconds()) throw new OAuthError('invalid_grant');
    return this.tokens(found);
  }

  revoke(token: string): void {
    this.refreshes.delete(token);
  }

  /** Who has this access token. */
  async personOf(token: string): Promise<Person | undefined> {
    const { sub, client_id: client } = await this.issuer.verify(token).catch(() => ({ sub: undefined, client_id: '' }));
    return client === CONSOLE_CLIENT ? INVENTED.find((person) => person.sub === sub) : undefined;
  }

  private async tokens({ person, scope, nonce, until }: Given): Promise<object> {
    const { sub, name, groups } = person;
    const granted = scope
      .split(' ')
      .filter((word) => KNOWN.has(word))
      .join(' ');
    const access = { sub, client_id: CONSOLE_CLIENT, scope: granted, token_use: 'access', [PEOPLE.claim]: groups };
    const about = { sub, name, token_use: 'id', ...(nonce !== undefined && { nonce }) };
    const refresh = randomBytes(24).toString('base64url');
    // However often it is renewed, a session ends ten hours after it began.
    this.refreshes.set(refresh, { person, scope, nonce, until });
    return {
      access_token: await this.issuer.sign(access, { seconds: PERSON_SECONDS }),
      id_token: await this.issuer.sign(about, { seconds: PERSON_SECONDS, audience: CONSOLE_CLIENT }),
      refresh_token: refresh,
      token_type: 'Bearer',
      expires_in: PERSON_SECONDS,
      scope: granted,
    };
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
