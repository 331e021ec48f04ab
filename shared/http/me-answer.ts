import { TIME_ZONE } from '../calendar';
import type { Localized, Site } from '../policy/schema';
import { inLanguage, type Sites } from '../policy/sites';
import { wordsOf } from './claim-words';
import type { OwnCall } from './serve';

/** Who calls, and what their token is good for. */
export function meOf({ operator, claims, grants }: OwnCall, sites: Sites, name: string | undefined) {
  const places = sites.map((site) => {
    const scopes = grants.filter((grant) => grant.site === site.id).map(({ scope }) => scope);
    return { site, scopes: [...new Set(scopes)] };
  });
  return {
    operator: { id: operator.id, ...(name !== undefined && { name }) },
    grants: places
      .filter(({ scopes }) => scopes.length > 0)
      .map(({ site, scopes }) => ({
        site: site.id,
        name: site.sender.name,
        languages: site.languages,
        purposes: site.purposes.map(({ id, legalBasis, measures, name: called }) => ({
          ...{ id, legalBasis, measures },
          names: inAll(site, called),
        })),
        downloads: site.assets.map(({ id, title }) => ({ id, names: inAll(site, title) })),
        timeZone: TIME_ZONE,
        scopes,
      })),
    sessionEnds: new Date(Number(claims['exp']) * 1000).toISOString(),
  };
}

const inAll = ({ languages }: Site, called: Localized): Record<string, string> =>
  Object.fromEntries(languages.map((language) => [language, inLanguage(called, language)]));

/** The token of the call, if its issuer says by it what its holder is called: one that was asked for with `openid`. */
export function namingToken({ claims, request }: Pick<OwnCall, 'claims' | 'request'>): string | undefined {
  const isNaming = wordsOf(claims['scope'] ?? claims['scp']).includes('openid');
  return isNaming ? /^Bearer (\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1] : undefined;
}
