import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { moveInMs, type Clock } from '../../local/clock';
import { readBody, sendJson } from '../../local/http';
import { PROCESSORS_PATH, type Processors } from '../../local/processors/processors';
import type { Inbox } from '../../local/ses/inbox';
import { answerAsWebsite, isWebsite } from '../../local/website/website';
import type { Sites } from '../../shared/policy/sites';
import type { Gateway } from './gateway';
import type { Tokens } from './tokens';

export interface DoorParts {
  readonly url: string;
  readonly sites: Sites;
  readonly gateway: Gateway;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly inbox: Inbox;
  readonly processors: Processors;
  /** What is being worked off, or waits for it. */
  readonly underWay: () => readonly string[];
  /** Has what goes by the clock look at it. */
  readonly wake: () => void;
  /** By what tools reach the tables. */
  readonly environment: Readonly<Record<string, string>>;
}

/** After years without a run, `review` has a day to see to for each of them. */
const PATIENCE_MS = 100_000;
const PAUSE_MS = 50;

/** What the story's visitors call: the API, the website with its forms, and, as on the local stack, what is around them both. */
export function door(parts: DoorParts): RequestListener {
  return (request, response) => {
    answer(request, response, parts).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { title: 'The rehearsal failed', detail: String(error) });
    });
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: DoorParts): Promise<void> {
  const path = request.url?.split('?')[0] ?? '/';
  if (path.startsWith('/_local/')) return answerAround(`${request.method} ${path}`, request, response, parts);
  if (isWebsite(request.method, path)) return answerAsWebsite(request, response, parts);
  return parts.gateway.answer(request, response);
}

async function answerAround(
  call: string,
  request: IncomingMessage,
  response: ServerResponse,
  parts: DoorParts,
): Promise<void> {
  const { tokens, inbox, clock, environment, processors } = parts;
  const [method, path = ''] = call.split(' ');
  if (path.startsWith(PROCESSORS_PATH)) {
    const name = path.slice(PROCESSORS_PATH.length);
    if (method === 'GET') return sendJson(response, 200, await processors.list(name));
    const { status, body } = await processors.tell(name, request.headers, (await readBody(request)).toString());
    return sendJson(response, status, body);
  }
  switch (call) {
    case 'GET /_local/tokens':
      // The one is a program, the other a person who signed in.
      return sendJson(response, 200, {
        marketing: await tokens.ofClient('marketing@demo'),
        compliance: await tokens.ofPerson('compliance'),
      });
    case 'GET /_local/inbox':
      return sendJson(response, 200, await inbox.list());
    case 'GET /_local/environment':
      return sendJson(response, 200, environment);
    case 'GET /_local/clock':
      return sendJson(response, 200, { now: clock.now() });
    case 'POST /_local/clock':
      return moveClock((await readBody(request)).toString(), response, parts);
    default:
      return sendJson(response, 404, { title: 'Not rehearsed', status: 404 });
  }
}

/** What is under way belongs to the time before, and is done in it. */
async function moveClock(body: string, response: ServerResponse, { clock, underWay, wake }: DoorParts): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (underWay().length > 0 && performance.now() < until) await wait(PAUSE_MS);
  const left = underWay();
  if (left.length > 0) return sendJson(response, 503, { title: 'Not done', detail: left.join(', ') });
  clock.moveTo(clock.offsetMs() + moveInMs((JSON.parse(body) as { advance: unknown }).advance, clock.now()));
  wake();
  sendJson(response, 200, { now: clock.now(), finished: true });
}
