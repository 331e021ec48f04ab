import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerAsDocs, isDocs } from './docs/docs';
import { sendJson } from './http';
import { answerAsGateway, type GatewayParts } from './gateway/gateway';
import { AUTHORIZE_PATH } from './issuer/endpoints';
import { answerAsLocalApi, type LocalApiParts } from './gateway/local-api';
import { START_PATH } from './start-page';
import { answerAsWebsite, isWebsite, type WebsiteParts } from './website/website';

export type ServerParts = GatewayParts & LocalApiParts & WebsiteParts;

// The issuer's session and redirects are of the public origin, too.
const PAGES = ['/_local/inbox.html', START_PATH, AUTHORIZE_PATH];
const OUR_HOSTS = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** The one public door: the stack's helpers, the website, and the gateway for everything else. */
export function frontDoor({ url, ...parts }: ServerParts): RequestListener {
  return (request, response) => {
    answer(request, response, { url, ...parts }).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { title: 'The local stack failed', detail: String(error) });
    });
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  const path = request.url?.split('?')[0] ?? '/';
  const isHelper = path.startsWith('/_local/');
  const isDocument = isDocs(request.method, path);
  if (!isHelper && !isDocument && !isWebsite(request.method, path)) return answerAsGateway(request, response, parts);
  if (!OUR_HOSTS.test(request.headers.host ?? '')) return refuseHost(response);
  // Forms are accepted from the public origin alone, so its pages are only shown there.
  if ((!isHelper || PAGES.includes(path)) && request.headers.host !== new URL(parts.url).host) {
    return void response.writeHead(307, { location: parts.url + (request.url ?? '/') }).end();
  }
  if (isDocument) return answerAsDocs(request, response, parts.url);
  return isHelper ? answerAsLocalApi(request, response, parts) : answerAsWebsite(request, response, parts);
}

/** Otherwise any website could point its own name here and read the tokens. */
function refuseHost(response: ServerResponse): void {
  sendJson(response, 403, { title: 'The local stack answers to localhost and 127.0.0.1 only', status: 403 });
}
