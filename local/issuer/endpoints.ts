import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignInPages } from '../../shared/http/sign-in';
import { readBody, sendHtml, sendJson } from '../http';
import { pageWords } from '../page-words';
import { CONSOLE_CLIENT, INVENTED, type Person } from './people';
import { OAuthError, type Asked, type SignIn } from './sign-in';
import { signInPage } from './sign-in-page';

const MAX_BODY = 16 * 1024;
const FOLDER = '/_local/oauth2';
export const AUTHORIZE_PATH = `${FOLDER}/authorize`;
const COOKIE = 'consent-local-person';

export interface IssuerParts {
  readonly url: string;
  readonly signIn: SignIn;
}

export const signInPages = (url: string): SignInPages => ({
  authorize: `${url}${AUTHORIZE_PATH}`,
  token: `${url}${FOLDER}/token`,
  logout: `${url}${FOLDER}/logout`,
});

/** What the issuer says of itself (OpenID Connect Discovery). */
export function tellDiscovery(_: IncomingMessage, response: ServerResponse, { url }: IssuerParts): void {
  const { authorize, token, logout } = signInPages(url);
  sendJson(response, 200, {
    issuer: `${url}/_local`,
    authorization_endpoint: authorize,
    token_endpoint: token,
    userinfo_endpoint: `${url}${FOLDER}/userinfo`,
    revocation_endpoint: `${url}${FOLDER}/revoke`,
    end_session_endpoint: logout,
    jwks_uri: `${url}/_local/jwks.json`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  });
}

/**
 * The page where one chooses whom to be; whoever chose before in this browser is led on at once, as by the session of any issuer. What
 * leads nowhere that is known is answered here, and nobody is sent there.
 */
export function authorize(request: IncomingMessage, response: ServerResponse, { url, signIn }: IssuerParts): void {
  const query = new URL(request.url ?? '', url).searchParams;
  const redirectUri = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== CONSOLE_CLIENT || !signIn.leadsTo(redirectUri)) {
    return sendHtml(response, 400, '<!doctype html><title>Refused</title><p>No client of that name leads there.');
  }
  const back = (result: Readonly<Record<string, string>>, headers = {}): void => {
    const to = new URL(redirectUri);
    const state = query.get('state');
    const said = { ...result, iss: `${url}/_local`, ...(state !== null && { state }) };
    for (const [name, value] of Object.entries(said)) to.searchParams.set(name, value);
    response.writeHead(303, { location: to.href, 'referrer-policy': 'no-referrer', ...headers }).end();
  };
  const wrong = faultOf(query);
  if (wrong !== undefined) return back({ error: wrong });
  const person = chosen(query, request);
  if (!person && query.get('prompt') === 'none') return back({ error: 'login_required' });
  if (!person)
    return sendHtml(response, 200, signInPage(query, pageWords(request)), { 'content-security-policy': PAGE_POLICY });
  back({ code: signIn.codeFor(person, askedIn(query, redirectUri)) }, { 'set-cookie': sessionOf(person) });
}

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

function faultOf(query: URLSearchParams): string | undefined {
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  const isChallenged =
    query.get('code_challenge_method') === 'S256' && /^[\w-]{43}$/.test(query.get('code_challenge') ?? '');
  if (!isChallenged) return 'invalid_request';
  return (query.get('scope') ?? '').split(' ').includes('openid') ? undefined : 'invalid_scope';
}

function askedIn(query: URLSearchParams, redirectUri: string): Asked {
  const [state, nonce] = [query.get('state') ?? undefined, query.get('nonce') ?? undefined];
  return { redirectUri, state, nonce, scope: query.get('scope') ?? '', challenge: query.get('code_challenge') ?? '' };
}

/** Whom somebody pressed on, or was before. */
function chosen(query: URLSearchParams, { headers }: IncomingMessage): Person | undefined {
  const [, before] = new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(headers.cookie ?? '') ?? [];
  const sub = query.get('person') ?? (query.get('prompt') === 'login' ? undefined : before);
  return INVENTED.find((person) => person.sub === sub);
}

const sessionOf = ({ sub }: Person): string => `${COOKIE}=${sub}; HttpOnly; SameSite=Lax; Path=${FOLDER}`;

/** Tokens for a code, or for a refresh token. @throws {OAuthError} */
export async function tokensFor(form: URLSearchParams, { signIn }: IssuerParts): Promise<object> {
  if (form.get('client_id') !== CONSOLE_CLIENT) throw new OAuthError('invalid_client');
  const said = (name: string): string => form.get(name) ?? '';
  return said('grant_type') === 'refresh_token'
    ? signIn.refresh(said('refresh_token'))
    : signIn.exchange(said('code'), said('redirect_uri'), said('code_verifier'));
}

/** Who holds an access token, by name (OpenID Connect Core, section 5.3). */
export async function tellPerson(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { signIn }: IssuerParts,
): Promise<void> {
  const person = await signIn.personOf(headers.authorization?.replace(/^Bearer /, '') ?? '');
  if (!person) return sendJson(response, 401, { error: 'invalid_token' });
  sendJson(response, 200, { sub: person.sub, name: person.name });
}

export async function revoke(
  request: IncomingMessage,
  response: ServerResponse,
  { signIn }: IssuerParts,
): Promise<void> {
  const form = new URLSearchParams((await readBody(request, MAX_BODY)).toString());
  signIn.revoke(form.get('token') ?? '');
  sendJson(response, 200, {});
}

/** Ends the session in this browser, and leads back where the client may lead. */
export function signOut(request: IncomingMessage, response: ServerResponse, { url, signIn }: IssuerParts): void {
  const query = new URL(request.url ?? '', url).searchParams;
  const back = query.get('logout_uri') ?? query.get('post_logout_redirect_uri') ?? '';
  if (!signIn.leadsTo(back))
    return sendHtml(response, 400, '<!doctype html><title>Refused</title><p>Leads nowhere known.');
  response.writeHead(303, { location: back, 'set-cookie': `${COOKIE}=; Max-Age=0; Path=${FOLDER}` }).end();
}
