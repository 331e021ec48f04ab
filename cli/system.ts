import { Ledger, type TokenProvider } from '../clients/typescript/src/index';
import { ROLES } from '../shared/http/roles';
import type { Scope } from '../shared/http/operation';
import { CommandError, failureOutside } from './command-error';

/** So many that a command waits for a quarter of a minute before it gives up. */
const TRIES = 6;

/** The system as a command calls it: over HTTP, as any other program would. */
export function ledgerOf({ url, site }: { readonly url: string; readonly site: string }, scope: Scope): Ledger {
  return new Ledger({ url, site, token: tokenOf(url, scope), tries: TRIES });
}

/** The token of CONSENT_TOKEN; without it, a local stack gives one to anybody. */
function tokenOf(url: string, scope: Scope): TokenProvider {
  const given = process.env['CONSENT_TOKEN'];
  let local: Promise<string> | undefined;
  return async (isRefused = false) => {
    if (given && isRefused) throw new CommandError(`The access token in CONSENT_TOKEN was refused. ${putOne(scope)}`);
    if (given) return given;
    if (!isLocal(url)) throw new CommandError(putOne(scope));
    if (isRefused) local = undefined;
    return (local ??= localToken(url, scope));
  };
}

const putOne = (scope: Scope): string => `Put an access token with the scope ${scope} into CONSENT_TOKEN.`;

/** Whether it is a local stack, which gives a token and its tables to anybody. */
export const isLocal = (url: string): boolean => ['localhost', '127.0.0.1'].includes(new URL(url).hostname);

async function localToken(url: string, scope: Scope): Promise<string> {
  const answer = await fetch(`${url}/_local/tokens`).catch((error: unknown) => {
    throw new CommandError(failureOutside(error, url) ?? String(error));
  });
  const [role = ''] = Object.entries(ROLES).find(([, scopes]) => (scopes as readonly Scope[]).includes(scope)) ?? [];
  return ((await answer.json()) as Readonly<Record<string, string>>)[role] ?? '';
}
