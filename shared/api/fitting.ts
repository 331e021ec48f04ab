import { gzipSync } from 'node:zlib';
import { Problem } from './problem';
import type { HttpRequest } from './request';
import type { HttpResponse } from './response';

/** What Lambda hands over at most, less a little for the headers. */
const LARGEST_BYTES = 6 * 1024 * 1024 - 16 * 1024;
const WORTH_COMPRESSING_BYTES = 256 * 1024;

/**
 * An answer that is large, compressed if the caller takes that. @throws {Problem} 422 if it is too large even so;
 * `instead` says what to do then
 */
export function fitting(response: HttpResponse, { headers }: HttpRequest, instead: string): HttpResponse {
  const isLarge = sizeOf(response) > WORTH_COMPRESSING_BYTES && response.isBase64Encoded !== true;
  const fitted = isLarge && /\bgzip\b/.test(headers['accept-encoding'] ?? '') ? compressed(response) : response;
  if (sizeOf(fitted) <= LARGEST_BYTES) return fitted;
  throw new Problem(422, 'too-large', `This is more than one answer can carry (6 MB). ${instead}`);
}

function compressed(response: HttpResponse): HttpResponse {
  return {
    ...response,
    headers: { ...response.headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' },
    body: gzipSync(response.body).toString('base64'),
    isBase64Encoded: true,
  };
}

/** The answer leaves the function as JSON, in which quotes take two bytes. */
function sizeOf({ body }: HttpResponse): number {
  return Buffer.byteLength(JSON.stringify(body));
}
