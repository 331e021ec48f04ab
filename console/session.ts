import * as oauth from 'oauth4webapi';
import { SIGNED_IN_PATH, SIGNED_OUT_PATH, type SignInSettings } from '../shared/http/sign-in';

/** What has to outlive the way to the issuer's page and back. Names nobody. */
interface Left {
  readonly verifier: string;
  readonly state: string;
  /** Where the operator was: path and query. */
  readonly back: string;
}

/** The issuer did not let the operator in; `reason` is its error code (RFC 6749, section 4.1.2.1). */
export class NotLetIn extends Error {
  override readonly name = 'NotLetIn';
  constructor(readonly reason: string) {
    super(reason);
  }
}

const LEFT = 'sign-in';
const HERE = 'signed-in';
const SIGNED_OUT = 'signed-out';
/** A token is renewed so long before its end that a call by it still arrives. */
const MARGIN_MS = 20_000;
interface Tokens {
  readonly access: string;
  /** In milliseconds since 1970. */
  readonly ends: number;
  readonly refresh: string | undefined;
}

/**
 * An operator who is signed in, by the authorization code flow with PKCE (RFC 7636). Tokens are in memory alone: a reload asks the
 * issuer again, which answers without a press for as long as its own session lives.
 */
export class Session {
  private tokens: Tokens | undefined;
  private answer: { readonly url: URL; readonly left: Left } | undefined;
  private renewing: Promise<string> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly server: oauth.AuthorizationServer;
  private readonly client: oauth.Client;

  constructor(private readonly settings: SignInSettings) {
    const { issuer, authorize, token, client } = settings;
    this.server = {
      issuer,
      authorization_endpoint: authorize,
      token_endpoint: token,
      id_token_signing_alg_values_supported: ['RS256', 'ES256'],
    };
    this.client = { client_id: client };
  }

  /** Whether this tab went to the issuer's page, and waits for its answer. */
  isAsking(): boolean {
    return window.sessionStorage.getItem(LEFT) !== null;
  }

  /** Whether somebody was signed in in this tab, so that a reload need not ask for a press. */
  wasHere(): boolean {
    return window.sessionStorage.getItem(HERE) !== null;
  }

  /** Forgets all tokens, and ends the issuer's session, too, which leads back here (OpenID Connect RP-Initiated Logout; Cognito's own names). */
  signOut(): void {
    new BroadcastChannel(SIGNED_OUT).postMessage(null);
    this.forget();
    const url = new URL(this.settings.logout);
    const signedOut = window.location.origin + SIGNED_OUT_PATH;
    const query = {
      client_id: this.settings.client,
      post_logout_redirect_uri: signedOut,
      logout_uri: signedOut,
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    window.location.assign(url);
  }

  /** Calls back where the operator signed out in another window of this browser. Gives what stops that. */
  onSignOut(listener: () => void): () => void {
    const channel = new BroadcastChannel(SIGNED_OUT);
    channel.onmessage = () => {
      this.forget();
      listener();
    };
    return () => channel.close();
  }

  private forget(): void {
    this.tokens = undefined;
    window.sessionStorage.removeItem(HERE);
  }

  /** Calls back each time the session turns out to have ended. Gives what stops that. */
  onEnd(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Leaves for the issuer's page. */
  async signIn(): Promise<void> {
    const { location, sessionStorage } = window;
    const { url, left } = await this.question(location.pathname + location.search);
    sessionStorage.setItem(LEFT, JSON.stringify(left));
    location.assign(url);
  }

  /**
   * Takes the issuer's answer to {@link signIn} out of the address, where the page was opened by it, so that the page is again
   * where it was.
   */
  takeAnswer(): void {
    const { location, sessionStorage, history } = window;
    const left = readLeft(sessionStorage.getItem(LEFT));
    const answer = new URL(location.href);
    if (!left || !(answer.searchParams.has('code') || answer.searchParams.has('error'))) return;
    sessionStorage.removeItem(LEFT);
    history.replaceState(null, '', left.back);
    this.answer = { url: answer, left };
  }

  /** Whether the operator is signed in after it, by the answer that was taken. @throws {NotLetIn} where the issuer said no */
  async cameBack(): Promise<boolean> {
    const { answer } = this;
    if (!answer) return false;
    this.answer = undefined;
    this.tokens = await this.exchange(answer.url, answer.left);
    window.sessionStorage.setItem(HERE, 'yes');
    return true;
  }

  /** Signs in again in a window of its own, so that what was typed in this one stays. @throws {NotLetIn} */
  async signInBeside(): Promise<void> {
    const { url, left } = await this.question(SIGNED_OUT_PATH);
    const answered = new Promise<URL>((resolve) => {
      const channel = new BroadcastChannel(LEFT);
      channel.onmessage = ({ data }: MessageEvent<string>) => {
        const url = new URL(data);
        // Another window may have asked for another.
        if (url.searchParams.get('state') !== left.state) return;
        channel.close();
        resolve(url);
      };
    });
    window.open(url, '_blank', 'popup,width=480,height=720');
    this.tokens = await this.exchange(await answered, left);
  }

  /** In the window of {@link signInBeside}: hands the issuer's answer to the one that asked, and closes. */
  static handOver(): void {
    const channel = new BroadcastChannel(LEFT);
    channel.postMessage(window.location.href);
    window.history.replaceState(null, '', SIGNED_OUT_PATH);
    window.close();
  }

  /** A token that is good for a while; another one where the last was refused. @throws {SessionEnded} */
  async token(wasRefused = false): Promise<string> {
    const { tokens } = this;
    if (tokens && !wasRefused && tokens.ends - MARGIN_MS > Date.now()) return tokens.access;
    this.renewing ??= this.renew().finally(() => (this.renewing = undefined));
    return this.renewing.catch((error: unknown) => {
      if (error instanceof SessionEnded) for (const listener of this.listeners) listener();
      throw error;
    });
  }

  private async renew(): Promise<string> {
    const refresh = this.tokens?.refresh;
    if (refresh === undefined) throw new SessionEnded();
    try {
      const response = await oauth.refreshTokenGrantRequest(
        this.server,
        this.client,
        oauth.None(),
        refresh,
        this.options(),
      );
      const result = await oauth.processRefreshTokenResponse(this.server, this.client, response);
      this.tokens = { ...tokensOf(result), refresh: result.refresh_token ?? refresh };
      return this.tokens.access;
    } catch (error) {
      if (error instanceof oauth.ResponseBodyError) throw new SessionEnded();
      throw error;
    }
  }

  private async question(back: string): Promise<{ readonly url: string; readonly left: Left }> {
    const left = { verifier: oauth.generateRandomCodeVerifier(), state: oauth.generateRandomState(), back };
    const url = new URL(this.settings.authorize);
    const query = {
      client_id: this.settings.client,
      response_type: 'code',
      redirect_uri: redirectUri(),
      scope: this.settings.scope,
      state: left.state,
      code_challenge: await oauth.calculatePKCECodeChallenge(left.verifier),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return { url: url.href, left };
  }

  private async exchange(answer: URL, { verifier, state }: Left): Promise<Tokens> {
    try {
      const parameters = oauth.validateAuthResponse(this.server, this.client, answer, state);
      const response = await oauth.authorizationCodeGrantRequest(
        this.server,
        this.client,
        oauth.None(),
        parameters,
        redirectUri(),
        verifier,
        this.options(),
      );
      const result = await oauth.processAuthorizationCodeResponse(this.server, this.client, response);
      return tokensOf(result);
    } catch (error) {
      if (error instanceof oauth.AuthorizationResponseError) throw new NotLetIn(error.error);
      if (error instanceof oauth.ResponseBodyError) throw new NotLetIn(error.error);
      throw error;
    }
  }

  /** Plain HTTP is for the issuer of `npm start` alone. */
  private options(): oauth.TokenEndpointRequestOptions {
    const { protocol, hostname } = new URL(this.settings.token);
    return { [oauth.allowInsecureRequests]: protocol === 'http:' && hostname === 'localhost' };
  }
}

/** The issuer knows the operator no more: they have to sign in again. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}

const redirectUri = (): string => window.location.origin + SIGNED_IN_PATH;

function tokensOf({ access_token, expires_in = 300, refresh_token }: oauth.TokenEndpointResponse): Tokens {
  const ends = Date.now() + expires_in * 1000;
  return { access: access_token, ends, refresh: refresh_token };
}

function readLeft(text: string | null): Left | undefined {
  return text === null ? undefined : (JSON.parse(text) as Left);
}
