import type { HttpRequest } from './request';

/** Whether a person waits for the answer: browsers ask for pages, programs for JSON or for anything. */
export function wantsPage({ headers }: HttpRequest): boolean {
  return (headers['accept'] ?? '').includes('text/html');
}

/**
 * Whether a script waits for it, which did not ask for a page: it asks for JSON, or its browser says that no page is being
 * opened (Fetch Metadata).
 */
export function isScript(call: HttpRequest): boolean {
  const { accept = '', origin, 'sec-fetch-mode': mode = 'navigate' } = call.headers;
  const isOfPage = origin !== undefined && mode !== 'navigate';
  return !wantsPage(call) && (isOfPage || accept.includes('application/json'));
}
