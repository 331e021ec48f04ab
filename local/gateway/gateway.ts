import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { BodyTooLarge, readBody } from '../http';
import { FunctionFailed, type LambdaFunction } from '../lambda/function';
import { authorize } from './authorizer';
import { splitTarget, toEvent, type Incoming } from './event';
import { sendRefusal, sendResult } from './response';
import { route, type Match } from './router';
import type { Throttling } from './throttling';
import type { TokenIssuer } from './tokens';

const MAX_BODY = 10 * 1024 * 1024;

export interface GatewayParts {
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly issuer: TokenIssuer;
  readonly clock: Clock;
  /** @default - every request is let through */
  readonly throttling?: Throttling | undefined;
}

/** Answers as API Gateway does: turns a request into an event, and what a function returns into the response. */
export async function answerAsGateway(
  request: IncomingMessage,
  response: ServerResponse,
  parts: GatewayParts,
): Promise<void> {
  try {
    const incoming = await readRequest(request, parts.clock);
    response.setHeader('apigw-requestid', incoming.requestId);
    await dispatch(incoming, response, parts);
  } catch (error) {
    refuse(response, error);
  }
}

async function dispatch(incoming: Incoming, response: ServerResponse, parts: GatewayParts): Promise<void> {
  const match = route(incoming.method, splitTarget(incoming.target).path);
  if (parts.throttling?.(match.routeKey) === false) return sendRefusal(response, 429, 'Too Many Requests');
  const event = toEvent(incoming, match);
  if (match.scope) {
    const verdict = await authorize(incoming.headers['authorization']?.[0], match.scope, parts.issuer);
    if ('status' in verdict) {
      return sendRefusal(response, verdict.status, verdict.message, { 'www-authenticate': verdict.challenge });
    }
    Object.assign(event.requestContext, { authorizer: verdict });
  }
  sendResult(response, await functionOf(match, parts).invoke(event));
}

function functionOf({ function: name }: Match, { functions }: GatewayParts): LambdaFunction {
  const found = functions.get(name);
  if (!found) throw new Error(`The route table names a function "${name}" that does not exist.`);
  return found;
}

export async function readRequest(request: IncomingMessage, clock: Clock): Promise<Incoming> {
  const { method = 'GET', url: target = '/', httpVersion, socket } = request;
  const headers = request.headersDistinct as Record<string, string[]>;
  const body = await readBody(request, MAX_BODY);
  const remoteAddress = socket.remoteAddress ?? '';
  return { method, target, httpVersion, headers, remoteAddress, body, requestId: randomUUID(), at: clock.now() };
}

export function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof BodyTooLarge) {
    sendRefusal(response, 413, 'Request Entity Too Large', { connection: 'close' });
  } else if (error instanceof FunctionFailed && error.reason === 'too-large') {
    sendRefusal(response, 413, 'Request Entity Too Large');
  } else if (error instanceof URIError) {
    sendRefusal(response, 400, 'Bad Request');
  } else if (error instanceof FunctionFailed && ['timeout', 'throttled'].includes(error.reason)) {
    sendRefusal(response, 503, 'Service Unavailable');
  } else {
    sendRefusal(response, 500, 'Internal Server Error');
  }
}
