import type { Site } from '../policy/schema';
import { Problem } from './problem';
import type { HttpRequest } from './request';
import type { HttpResponse } from './response';

/** Posts come from the site's own pages, from ours, or from no page at all. */
function isAllowed(publicUrl: string, site: Site, origin: string): boolean {
  return site.origins.includes(origin) || origin === publicUrl;
}

/** @throws {Problem} 403 when a page of somebody else's sent the request */
export function requireOrigin(publicUrl: string, site: Site, { headers }: HttpRequest): void {
  if (headers['origin'] !== undefined && !isAllowed(publicUrl, site, headers['origin'])) {
    throw new Problem(403, 'origin', 'Pages of this origin may not post here; add it to the origins of the site.');
  }
}

/** Lets a page of the site read the answer. */
export function withCors(
  publicUrl: string,
  response: HttpResponse,
  site: Site | undefined,
  request: HttpRequest,
): HttpResponse {
  const { origin } = request.headers;
  const allowed = site !== undefined && origin !== undefined && isAllowed(publicUrl, site, origin);
  const cors = { Vary: 'Origin', ...(allowed && { 'Access-Control-Allow-Origin': origin }) };
  return { ...response, headers: { ...response.headers, ...cors } };
}

/** The answer to a preflight (`OPTIONS`). */
export function preflight(methods: string): HttpResponse {
  return {
    statusCode: 204,
    headers: {
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Max-Age': '600',
    },
    body: '',
  };
}
