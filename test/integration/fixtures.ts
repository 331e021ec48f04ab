import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AT_SITES, processorWord, siteWord } from '../../shared/http/grants';
import { ROUTES } from '../../shared/http/routes';
import type { APIGatewayProxyEventV2, SQSEvent } from 'aws-lambda';

function load(name: string): unknown {
  return JSON.parse(readFileSync(path.join(__dirname, '..', '..', 'events', `${name}.json`), 'utf8'));
}

export interface Changes {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Buffer | object;
  readonly method?: string;
  readonly rawPath?: string;
  readonly sourceIp?: string;
  readonly operator?: string;
  /** What the token says otherwise than that it is good for this very call. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** An HTTP event from `events/`, with what a test wants otherwise. A header that is undefined is taken out. */
export function httpEvent(name: string, changes: Changes = {}): APIGatewayProxyEventV2 {
  const event = load(name) as APIGatewayProxyEventV2;
  const { http } = event.requestContext;
  const { params, query, rawPath, method = http.method, sourceIp = http.sourceIp, operator } = changes;
  const headers = Object.entries({ ...event.headers, ...changes.headers }).filter(([, value]) => value !== undefined);
  const jwt = {
    claims: { sub: operator ?? 'test-operator', scope: scopeFor(event, changes), ...changes.claims },
    scopes: [],
  };
  return {
    ...event,
    headers: Object.fromEntries(headers),
    ...(rawPath !== undefined && { rawPath }),
    ...(params && { pathParameters: { ...event.pathParameters, ...params } }),
    ...(query && { queryStringParameters: { ...query } }),
    ...bodyOf(event, changes.body),
    requestContext: {
      ...event.requestContext,
      http: { ...http, method, sourceIp },
      ...('authorizer' in event.requestContext && { authorizer: { jwt } }),
    },
  } as APIGatewayProxyEventV2;
}

/** What a token has to have in its scope for a call, and no more. */
function scopeFor({ requestContext, pathParameters }: APIGatewayProxyEventV2, { params, body }: Changes): string {
  const { scope } =
    ROUTES.find(({ methods, path }) => methods.some((method) => `${method} ${path}` === requestContext.routeKey)) ?? {};
  const processor = typeof body === 'object' && 'processor' in body ? String(body.processor) : 'brieftapir';
  return `${scope}${AT_SITES} ${siteWord(params?.['site'] ?? pathParameters?.['site'] ?? '')} ${processorWord(processor)}`;
}

function bodyOf(event: APIGatewayProxyEventV2, body: Changes['body']) {
  if (body === undefined) return { body: event.body, isBase64Encoded: event.isBase64Encoded };
  if (Buffer.isBuffer(body)) return { body: body.toString('base64'), isBase64Encoded: true };
  return { body: typeof body === 'string' ? body : JSON.stringify(body), isBase64Encoded: false };
}

/** A queue's event from `events/` that tells of a subject. */
export function queueEvent(
  name: string,
  detail: { site: string; subject: string; seq?: number | undefined },
): SQSEvent {
  const event = load(name) as SQSEvent;
  const Records = event.Records.map((record) => {
    const body = JSON.parse(record.body) as object;
    return { ...record, body: JSON.stringify({ ...body, detail }) };
  });
  return { Records };
}

/** A stream's event from `events/` that brings entries. */
export function streamEvent(name: string, entries: readonly object[]): object {
  const [record] = (load(name) as { Records: [{ dynamodb: object }] }).Records;
  const Records = entries.map((entry) => ({
    ...record,
    dynamodb: { ...record.dynamodb, NewImage: { entry: { S: JSON.stringify(entry) } } },
  }));
  return { Records };
}
