import { gzipSync } from 'node:zlib';
import preferredEncodings from 'negotiator/lib/encoding';
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
export function fitting<R extends HttpResponse>(response: R, request: HttpRequest, instead: string): R {
  const size = sizeOf(response);
  const isLarge = size > WORTH_COMPRESSING_BYTES && response.isBase64Encoded !== true;
  const fitted = isLarge ? compressed(response, request) : response;
  if ((fitted === response ? size : sizeOf(fitted)) <= LARGEST_BYTES) return fitted;
  throw new Problem(422, 'too-large', `This is more than one answer can carry (6 MB). ${instead}`);
}

/** The same answer in fewer bytes, if the caller takes that. */
export function compressed<R extends HttpResponse>(response: R, { headers }: HttpRequest): R {
  if (preferredEncodings(headers['accept-encoding'], ['gzip']).length === 0) return response;
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
