import { wantsPage } from '../http/accept-page';
import { addressMeant, isHalfALink, noRoute } from '../http/no-route';
import type { HttpRequest } from '../http/request';
import { seeOther, type HttpResponse } from '../http/response';
import { badLinkPage, noSuchPage, wrongMethodPage } from './link-pages';

/** What a person reads where no route answers; or the way to what they meant. @throws {Problem} to a program */
export function noRoutePage(call: HttpRequest): HttpResponse {
  const problem = noRoute(call);
  if (!wantsPage(call)) throw problem;
  const meant = addressMeant(call);
  if (meant !== undefined) return seeOther(meant);
  const answer = pageOf(problem.status, call);
  return { ...answer, headers: { ...answer.headers, ...problem.headers } };
}

function pageOf(status: number, call: HttpRequest): HttpResponse {
  if (status === 405) return wrongMethodPage(call);
  return isHalfALink(call) ? badLinkPage(call) : noSuchPage(call);
}
