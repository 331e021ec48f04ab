export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

/** Answers are about one person or about secrets: nobody keeps them, no search engine lists them, no link tells of them. */
const PRIVATE = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
};

type Headers = Readonly<Record<string, string>>;

export function json(statusCode: number, value: object, headers: Headers = {}): HttpResponse {
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  return { statusCode, headers: { ...PRIVATE, ...type, ...headers }, body: JSON.stringify(value) };
}

/** One JSON value a line, for whoever reads a long list without holding it. */
export function ndjson(values: readonly object[]): HttpResponse {
  const headers = { ...PRIVATE, 'Content-Type': 'application/x-ndjson' };
  return { statusCode: 200, headers, body: values.map((value) => `${JSON.stringify(value)}\n`).join('') };
}

export function csv(body: string): HttpResponse {
  return { statusCode: 200, headers: { ...PRIVATE, 'Content-Type': 'text/csv; charset=utf-8' }, body };
}

export function plainText(statusCode: number, body: string): HttpResponse {
  return { statusCode, headers: { ...PRIVATE, 'Content-Type': 'text/plain; charset=utf-8' }, body };
}

export function html(statusCode: number, body: string, contentSecurityPolicy: string): HttpResponse {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': contentSecurityPolicy };
  return { statusCode, headers: { ...PRIVATE, ...headers }, body };
}

export function octets(body: Uint8Array): HttpResponse {
  const headers = { ...PRIVATE, 'Content-Type': 'application/octet-stream' };
  return { statusCode: 200, headers, body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}

/** Something to be saved, as text or bytes of any type. */
export function download(body: string | Buffer, type: string, fileName: string): HttpResponse {
  const headers = { ...PRIVATE, 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"` };
  return typeof body === 'string'
    ? { statusCode: 200, headers, body }
    : { statusCode: 200, headers, body: body.toString('base64'), isBase64Encoded: true };
}

export function seeOther(location: string): HttpResponse {
  return { statusCode: 303, headers: { ...PRIVATE, Location: location }, body: '' };
}

export function pdf(body: Buffer, fileName: string): HttpResponse {
  const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${fileName}"` };
  return { statusCode: 200, headers: { ...PRIVATE, ...headers }, body: body.toString('base64'), isBase64Encoded: true };
}

/** Tiles of the log never change: a tile that has grown has another address. */
const CACHED = { 'for ever': 'public, max-age=31536000, immutable', 'for a moment': 'public, max-age=5' };

/** An answer that anybody may have and keep, and pages of any origin may read. */
export function publicly(response: HttpResponse, cached: keyof typeof CACHED): HttpResponse {
  const headers = { 'Cache-Control': CACHED[cached], 'Access-Control-Allow-Origin': '*' };
  return { ...response, headers: { ...response.headers, ...headers } };
}
