import { wantsPage } from '../http/accept-page';
import { noRoute } from '../http/no-route';
import type { HttpRequest } from '../http/request';
import type { HttpResponse } from '../http/response';
import { isLinkPath } from '../links/link-paths';
import { badLinkPage, noSuchPage, wrongMethodPage } from './link-pages';

/** What a person reads where no route answers. @throws {Problem} to a program */
export function noRoutePage(call: HttpRequest): HttpResponse {
  const problem = noRoute(call);
  if (!wantsPage(call)) throw problem;
  const answer = pageOf(problem.status, call);
  return { ...answer, headers: { ...answer.headers, ...problem.headers } };
}

function pageOf(status: number, call: HttpRequest): HttpResponse {
  if (status === 405) return wrongMethodPage(call);
  // Whoever comes to an address that begins like a link has part of one, or too much of it.
  return isLinkPath(call.path) ? badLinkPage(call) : noSuchPage(call);
}
