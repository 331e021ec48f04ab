import { patiently } from './patience.ts';
import { problemIn } from './problem.ts';

/** Gives an access token; `renew` when the last one was refused. */
export type TokenProvider = (renew?: boolean) => Promise<string>;

export interface ClientCredentials {
  /** The token endpoint of the issuer. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scopes as the issuer calls them. @default all that the client may have */
  readonly scopes?: readonly string[];
}

/** How long before its end a token is not used any more, as requests and clocks take their time. */
const MARGIN_MS = 60_000;

interface Granted {
  readonly token: string;
  readonly until: number;
}

/** Gets tokens by client credentials (RFC 6749, section 4.4), from Cognito or any other issuer, and keeps each while it is good. */
export function clientCredentials(credentials: ClientCredentials): TokenProvider {
  let granted: Promise<Granted> | undefined;
  return async (renew = false) => {
    const known = renew ? undefined : granted;
    const current = known && (await known.catch(() => undefined));
    if (current && Date.now() < current.until) return current.token;
    // Who came at the same time may have asked for another already.
    if (renew || granted === known) granted = ask(credentials);
    return (await granted!).token;
  };
}

async function ask({ tokenUrl, clientId, clientSecret, scopes = [] }: ClientCredentials): Promise<Granted> {
  const basic = btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`);
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scopes.length > 0) body.set('scope', scopes.join(' '));
  const headers = { authorization: `Basic ${basic}` };
  const answer = await patiently(() => fetch(tokenUrl, { method: 'POST', headers, body }));
  if (!answer.ok) throw await problemIn(answer);
  const { access_token: token, expires_in: seconds } = (await answer.json()) as Grant;
  return { token, until: Date.now() + seconds * 1000 - MARGIN_MS };
}

interface Grant {
  readonly access_token: string;
  readonly expires_in: number;
}
