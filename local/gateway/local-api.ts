import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadMove, moveInMs } from '../clock';
import { BodyTooLarge, readBody, sendHtml, sendJson } from '../http';
import type { Inbox } from '../ses/inbox';
import { inboxPage } from '../ses/inbox-page';
import { pageWords } from '../page-words';
import { START_PATH, startPage } from '../start-page';
import { PROCESSORS_PATH, type Processors } from '../processors/processors';
import { answerMail, receiveMail, type MailParts } from './receive-mail';
import { tellOutcome, type OutcomeParts } from './tell-outcome';
import {
  authorize,
  AUTHORIZE_PATH,
  revoke,
  signOut,
  tellDiscovery,
  tellPerson,
  type IssuerParts,
} from '../issuer/endpoints';
import { giveToken, TOKEN_PATH } from './token-endpoint';
import type { TokenIssuer } from './tokens';

const MAX_BODY = 64 * 1024;
const SHOWN_MAILS = 50;

export interface LocalApiParts extends MailParts, OutcomeParts, IssuerParts {
  readonly inbox: Inbox;
  readonly processors: Processors;
  readonly issuer: TokenIssuer;
  readonly queues: () => object;
  /** Moves time once what is under way is done; by so much, as it is by then. Gives whether it was done. */
  readonly advance: (ms: () => number) => Promise<boolean>;
  /** The variables by which tools of operators find the stack. */
  readonly environment: Readonly<Record<string, string>>;
}

type Answer = (request: IncomingMessage, response: ServerResponse, parts: LocalApiParts) => unknown;

/** The paths under `/_local/`: helpers for people and tools, which no deployment has. */
const ENDPOINTS: Readonly<Record<string, Answer>> = {
  'GET /_local/health': (_, response) => sendJson(response, 200, { status: 'ready' }),
  'GET /_local/inbox': async (_, response, { inbox }) => sendJson(response, 200, await inbox.list()),
  'GET /_local/inbox.html': showInbox,
  [`GET ${START_PATH}`]: (request, response) =>
    sendHtml(response, 200, startPage(pageWords(request)), { 'content-security-policy': INBOX_POLICY }),
  'GET /_local/tokens': async (_, response, { issuer }) => sendJson(response, 200, await issuer.tokens()),
  'GET /_local/jwks.json': (_, response, { issuer }) => sendJson(response, 200, issuer.jwks),
  'GET /_local/queues': (_, response, { queues }) => sendJson(response, 200, queues()),
  'GET /_local/environment': (_, response, { environment }) => sendJson(response, 200, environment),
  'GET /_local/clock': (_, response, { clock }) => sendJson(response, 200, { now: clock.now() }),
  'POST /_local/clock': moveClock,
  'POST /_local/mail': receiveMail,
  'POST /_local/answers': answerMail,
  'POST /_local/feedback': tellOutcome,
  [`POST ${TOKEN_PATH}`]: giveToken,
  'GET /_local/.well-known/openid-configuration': tellDiscovery,
  [`GET ${AUTHORIZE_PATH}`]: authorize,
  'GET /_local/oauth2/userinfo': tellPerson,
  'POST /_local/oauth2/revoke': revoke,
  'GET /_local/oauth2/logout': signOut,
};

export async function answerAsLocalApi(
  request: IncomingMessage,
  response: ServerResponse,
  parts: LocalApiParts,
): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  const path = request.url?.split('?')[0] ?? '';
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const answer = ENDPOINTS[`${method} ${path}`];
  if (answer) await answer(request, response, parts);
  else if (path.startsWith(PROCESSORS_PATH)) await answerAsProcessor(request, response, parts);
  else problem(response, 404, `There are: ${Object.keys(ENDPOINTS).join(', ')}.`);
}

/** A processor of a site, `/_local/processors/<site>/<processor>`; what it was told, and how it is to answer. */
async function answerAsProcessor(
  request: IncomingMessage,
  response: ServerResponse,
  { processors }: LocalApiParts,
): Promise<void> {
  const name = (request.url?.split('?')[0] ?? '').slice(PROCESSORS_PATH.length);
  if (request.method === 'GET') return sendJson(response, 200, await processors.list(name));
  const text = (await readBody(request, MAX_BODY)).toString();
  if (request.method === 'PUT') {
    processors.answerWith(name, Number((JSON.parse(text) as { status?: unknown }).status));
    return sendJson(response, 200, {});
  }
  const { status, body } = await processors.tell(name, request.headers, text);
  sendJson(response, status, body);
}

async function showInbox(request: IncomingMessage, response: ServerResponse, { inbox }: LocalApiParts): Promise<void> {
  sendHtml(response, 200, inboxPage(await inbox.list(SHOWN_MAILS), pageWords(request)), {
    'content-security-policy': INBOX_POLICY,
  });
}

/** Mails are shown as they came, so nothing in them may run or be loaded. */
const INBOX_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'";

async function moveClock(request: IncomingMessage, response: ServerResponse, parts: LocalApiParts): Promise<void> {
  try {
    const { advance } = JSON.parse((await readBody(request, MAX_BODY)).toString()) as { advance?: unknown };
    const byHowMuch = (): number => moveInMs(advance, parts.clock.now());
    byHowMuch(); // A bad one is told at once.
    const finished = await parts.advance(byHowMuch);
    sendJson(response, 200, { now: parts.clock.now(), finished });
  } catch (error) {
    if (error instanceof BadMove) problem(response, 400, error.message);
    else if (error instanceof BodyTooLarge) problem(response, 413, 'The body is too large.');
    else if (error instanceof SyntaxError || error instanceof TypeError) problem(response, 400, EXPECTED);
    else throw error;
  }
}

const EXPECTED = 'The body must be JSON such as {"advance": "P8D"}.';

function problem(response: ServerResponse, status: number, detail: string): void {
  const type = { 'content-type': 'application/problem+json' };
  sendJson(response, status, { title: 'The local stack cannot do that', status, detail }, type);
}
