import * as z from '../zod';

/** Longer than this nobody waits to be greeted by name. */
const PATIENCE_MS = 2000;

const discovered = z.object({ userinfo_endpoint: z.optional(z.url({ protocol: /^https?$/ })) });
const person = z.object({ sub: z.string(), name: z.optional(z.string()) });

/** Asks the issuer of a token what its holder is called. */
export type AskName = (token: string, sub: string) => Promise<string | undefined>;

/**
 * Asks by UserInfo (OpenID Connect Core, section 5.3), which the issuer's discovery names; with the caller's own token, so that
 * it tells nothing that they may not know. Undefined where the issuer has no answer, or not in time: a name is no reason to fail.
 */
export function askNameAt(issuer: string): AskName {
  let endpoint: Promise<string | undefined> | undefined;
  return async (token, sub) => {
    const at = await (endpoint ??= endpointOf(issuer));
    // Asked again next time, as it was perhaps out of reach.
    if (at === undefined) endpoint = undefined;
    const said = at === undefined ? undefined : await fetched(at, { authorization: `Bearer ${token}` });
    const read = person.safeParse(said);
    return read.success && read.data.sub === sub ? plainName(read.data.name) : undefined;
  };
}

async function endpointOf(issuer: string): Promise<string | undefined> {
  const said = await fetched(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const read = discovered.safeParse(said);
  return read.success ? read.data.userinfo_endpoint : undefined;
}

async function fetched(url: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  try {
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

/** As it can be shown on one line; undefined where nothing is left. */
function plainName(name: string | undefined): string | undefined {
  const plain = name
    ?.toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100);
  return plain === '' ? undefined : plain;
}
