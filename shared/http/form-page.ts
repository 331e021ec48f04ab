import type { FormPage } from '../ledger/part';

/** Paths are short; what is longer is no page that anybody could be shown. */
const LONGEST = 2000;

/**
 * The page that a form was filled in on: as the form itself says, or else as the browser does in its Referer header. Of a
 * foreign website most browsers name no more than its origin there.
 */
export function formPage(said: string | undefined, referer: string | undefined): FormPage | undefined {
  const url = pageUrl(said ?? referer ?? '');
  return url === undefined ? undefined : { url, knownBy: said === undefined ? 'browser' : 'form' };
}

/** Whether it is the address of a page. */
export function isPageUrl(text: string): boolean {
  return pageUrl(text) !== undefined;
}

/** Without user, query and fragment: they can hold anything, an address among others. */
function pageUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname } = new URL(text);
  const url = `${origin}${pathname}`;
  return /^https?:$/.test(protocol) && url.length <= LONGEST ? url : undefined;
}
