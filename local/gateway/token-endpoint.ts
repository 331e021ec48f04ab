import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http';
import { tokensFor, type IssuerParts } from '../issuer/endpoints';
import { OAuthError } from '../issuer/sign-in';
import { VALID_FOR_SECONDS, type TokenIssuer } from './tokens';

/** Where the token endpoint of OAuth 2.0 is (RFC 6749, section 3.2). */
export const TOKEN_PATH = '/_local/oauth2/token';

const MAX_BODY = 16 * 1024;

/**
 * Gives a token for client credentials, as the user pool does: the client's name is a role, or a role at some sites
 * (`marketing@shop`), and any secret will do, as everybody who reaches this machine gets the tokens anyhow. People get theirs for a code.
 */
export async function giveToken(
  request: IncomingMessage,
  response: ServerResponse,
  parts: { readonly issuer: TokenIssuer } & IssuerParts,
): Promise<void> {
  const form = new URLSearchParams((await readBody(request, MAX_BODY)).toString());
  if (PERSONS.includes(form.get('grant_type') ?? '')) return givePersons(form, response, parts);
  if (form.get('grant_type') !== 'client_credentials') {
    return sendJson(response, 400, { error: 'unsupported_grant_type' });
  }
  const client = clientOf(request.headers.authorization) ?? form.get('client_id') ?? '';
  const token = await parts.issuer.tokenFor(client);
  if (token === undefined) return sendJson(response, 401, { error: 'invalid_client' });
  sendJson(response, 200, { access_token: token, token_type: 'Bearer', expires_in: VALID_FOR_SECONDS });
}

/** How people come to theirs, who sign in by a browser. */
const PERSONS: readonly string[] = ['authorization_code', 'refresh_token'];

async function givePersons(form: URLSearchParams, response: ServerResponse, parts: IssuerParts): Promise<void> {
  try {
    sendJson(response, 200, await tokensFor(form, parts));
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    sendJson(response, 400, { error: error.message });
  }
}

/** The client's name where it comes by HTTP Basic, as RFC 6749 prefers it. */
function clientOf(authorization: string | undefined): string | undefined {
  const encoded = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1];
  const name = encoded && Buffer.from(encoded, 'base64').toString().split(':')[0];
  return name === undefined ? undefined : decodeURIComponent(name);
}
