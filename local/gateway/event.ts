import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ACCOUNT } from '../aws';
import type { Match } from './router';

/** A request as it arrived, before it became an event. */
export interface Incoming {
  readonly method: string;
  /** As on the request line. */
  readonly target: string;
  readonly httpVersion: string;
  /** Lower-cased name -> values, in order. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly remoteAddress: string;
  readonly body: Buffer;
  readonly requestId: string;
  readonly at: Date;
}

/**
 * The event that an HTTP API with payload format 2.0 makes of a request. The path is decoded, the query is not; and
 * the body is base64 unless its type is one of a few: a form's is, too.
 */
export function toEvent(incoming: Incoming, { routeKey, pathParameters }: Match): APIGatewayProxyEventV2 {
  const { method, target, httpVersion, remoteAddress, requestId, at } = incoming;
  const { path, query } = splitTarget(target);
  const headers = headersOf(incoming);
  const { host = '', 'user-agent': userAgent = '' } = headers;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...cookiesOf(incoming),
    headers,
    ...(query && { queryStringParameters: queryParametersOf(query) }),
    ...(pathParameters && { pathParameters: { ...pathParameters } }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: host,
      domainPrefix: host.split('.')[0] ?? '',
      http: { method, path, protocol: `HTTP/${httpVersion}`, sourceIp: plainAddress(remoteAddress), userAgent },
      requestId,
      routeKey,
      stage: '$default',
      time: requestTime(at),
      timeEpoch: at.getTime(),
    },
    ...bodyOf(incoming.body, headers['content-type']),
  };
}

/** @throws {URIError} when the path is not properly percent-encoded */
export function splitTarget(target: string): { path: string; query: string } {
  const [path = '', ...query] = target.split('?');
  return { path: decodeURIComponent(path), query: query.join('?') };
}

const FORWARDED = { 'x-forwarded-port': '80', 'x-forwarded-proto': 'http' };

/** As with API Gateway, the caller's address comes last in what the caller may have sent. */
function headersOf({ headers, remoteAddress }: Incoming): Record<string, string> {
  const { cookie: _, ...rest } = headers;
  const joined = Object.fromEntries(Object.entries(rest).map(([name, values]) => [name, values.join(',')]));
  const forwarded = [...(headers['x-forwarded-for'] ?? []), plainAddress(remoteAddress)].join(', ');
  return { ...joined, 'x-forwarded-for': forwarded, ...FORWARDED };
}

function cookiesOf({ headers: { cookie } }: Incoming): { cookies?: string[] } {
  return cookie ? { cookies: cookie.flatMap((line) => line.split(/;\s*/)) } : {};
}

function queryParametersOf(query: string): Record<string, string> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name).join(',')]));
}

/** Everything else reaches a function in base64, also what has no type and what is `+json`. */
const TEXT = /^(text\/.+|application\/(json|xml|javascript))$/;

function bodyOf(body: Buffer, contentType = ''): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(contentType.split(';')[0]?.trim().toLowerCase() ?? '');
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:/, '');
}

/** `12/Mar/2020:19:03:58 +0000` */
function requestTime(at: Date): string {
  const [, day, month, year, time] = at.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
