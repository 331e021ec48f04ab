import { createServer, type Server } from 'node:http';
import * as oauth from 'oauth4webapi';
import { LOOPBACK_CALLBACK } from '../shared/http/people';
import { scopesToAskFor } from '../shared/http/roles';
import { CommandError } from './command-error';

/** Where somebody signs in, as the output `SignIn` of a stack says it. */
export interface Issuer {
  readonly issuer: string;
  readonly client: string;
  /** What stands before scopes. */
  readonly scopePrefix: string;
}

/** How long somebody has to find their password and their second factor. */
const PATIENCE_MS = 5 * 60_000;

const CALLBACK = new URL(LOOPBACK_CALLBACK);

/**
 * Has somebody sign in by the browser of this machine: authorization code with PKCE, and an address of this machine to come back to
 * (RFC 8252). Nothing is kept: the token is with whoever called.
 *
 * @param show is given the address that the browser has to open
 * @throws {CommandError} where nobody signed in, or the issuer refused
 */
export async function signIn(
  { issuer, client, scopePrefix }: Issuer,
  show: (address: string) => void,
): Promise<string> {
  const at = new URL(issuer);
  const insecure = { [oauth.allowInsecureRequests]: at.protocol === 'http:' };
  const discovery = await oauth.discoveryRequest(at, insecure);
  const server = await oauth.processDiscoveryResponse(at, discovery);
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const query = {
    client_id: client,
    redirect_uri: LOOPBACK_CALLBACK,
    response_type: 'code',
    scope: scopesToAskFor(scopePrefix),
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  };
  const page = new URL(server.authorization_endpoint ?? issuer);
  for (const [name, value] of Object.entries(query)) page.searchParams.set(name, value);
  const back = await comingBack(() => show(page.href));
  try {
    const known = { client_id: client };
    const said = oauth.validateAuthResponse(server, known, back, state);
    const sent = [server, known, oauth.None(), said, LOOPBACK_CALLBACK, verifier, insecure] as const;
    const answer = await oauth.authorizationCodeGrantRequest(...sent);
    const checks = { expectedNonce: nonce, requireIdToken: true };
    return (await oauth.processAuthorizationCodeResponse(server, known, answer, checks)).access_token;
  } catch (error) {
    throw new CommandError(`The issuer did not sign you in: ${(error as Error).message}`);
  }
}

/** The address at which the browser comes back. */
async function comingBack(begin: () => void): Promise<URL> {
  const server = createServer();
  try {
    await listening(server);
    return await new Promise<URL>((resolve, reject) => {
      const late = setTimeout(() => reject(new CommandError('Nobody signed in within five minutes.')), PATIENCE_MS);
      server.on('request', (request, response) => {
        const address = new URL(request.url ?? '', CALLBACK);
        if (address.pathname !== CALLBACK.pathname) return void response.writeHead(404).end();
        clearTimeout(late);
        const headers = {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          connection: 'close',
        };
        response.writeHead(200, headers).end('Signed in. You can close this page and go back to the command line.');
        resolve(address);
      });
      begin();
    });
  } finally {
    server.close();
  }
}

async function listening(server: Server): Promise<void> {
  const { hostname, port } = CALLBACK;
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new CommandError(`Port ${port} is taken: is another login under way?`)));
    server.listen(Number(port), hostname, resolve);
  });
}
