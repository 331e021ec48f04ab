import { compressed } from '../http/fitting';
import type { HttpRequest } from '../http/request';
import { html, type HttpResponse } from '../http/response';

/** For pages of any website; after a deployment it takes five minutes until all have the new one. */
const SCRIPT_HEADERS = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'public, max-age=300',
  Vary: 'Accept-Encoding',
};

/** The script that puts a sign-up form on a website's page. */
export function formScript(body: string, call: HttpRequest): HttpResponse {
  return compressed({ statusCode: 200, headers: SCRIPT_HEADERS, body }, call);
}

/** The page is the same for everybody, and says nothing about anybody. */
const FOR_AN_HOUR = { 'Cache-Control': 'public, max-age=3600' };

/** The page that checks evidence files, in the browser of whoever has one. */
export function verifierPage(body: string): HttpResponse {
  const answer = html(200, body, `${policyOf(body)}; frame-ancestors 'none'`);
  return { ...answer, headers: { ...answer.headers, ...FOR_AN_HOUR } };
}

/** The page brings its policy along, as it has to hold on disk as well; that nobody may frame it only a header can say. */
function policyOf(body: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(body)?.[1] ?? "default-src 'none'";
}
