import { wellFormed } from '../well-formed';
import * as z from '../zod';
import type { Claims } from './grants';

/** The part of an API Gateway event (HTTP API, payload 2.0) that the functions read. */
const eventSchema = z.object({
  version: z.literal('2.0'),
  rawPath: z.string(),
  headers: z.record(z.string(), z.string()),
  queryStringParameters: z.optional(z.record(z.string(), z.string())),
  pathParameters: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.string()),
  isBase64Encoded: z.boolean(),
  requestContext: z.object({
    requestId: z.string(),
    routeKey: z.string(),
    http: z.object({ method: z.string(), sourceIp: z.string() }),
    authorizer: z.optional(
      z.object({
        jwt: z.optional(z.object({ claims: z.record(z.string(), z.unknown()) })),
        // What our own authorizer said of the origin; see functions/inbound/origin.ts.
        lambda: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
      }),
    ),
  }),
});

/** What the authorizer says of a request that came through our CloudFront distribution. */
export const EDGE = 'cloudfront';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly routeKey: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The direct caller. */
  readonly sourceIp: string;
  /** Whether the direct caller is our own CloudFront distribution, by a secret that nobody else has. */
  readonly isFromEdge?: true;
  /** Of the access token that the gateway checked. */
  readonly claims?: Claims;
}

export function readRequest(event: unknown): HttpRequest {
  const { rawPath, headers, requestContext, ...rest } = wellFormed(eventSchema.parse(event));
  const claims = requestContext.authorizer?.jwt?.claims;
  return {
    method: requestContext.http.method,
    path: rawPath,
    routeKey: requestContext.routeKey,
    headers,
    query: rest.queryStringParameters ?? {},
    params: rest.pathParameters ?? {},
    body: Buffer.from(rest.body ?? '', rest.isBase64Encoded ? 'base64' : 'utf8'),
    sourceIp: requestContext.http.sourceIp,
    ...(claims && { claims }),
    ...(requestContext.authorizer?.lambda?.['origin'] === EDGE && { isFromEdge: true }),
  };
}
