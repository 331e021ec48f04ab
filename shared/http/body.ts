import type * as z from '../zod';
import { findings } from '../zod';
import { Problem } from './problem';
import type { HttpRequest } from './request';

const LARGEST_BYTES = 64 * 1024;

/** The media type of a request's body, without parameters. */
export function mediaType({ headers }: HttpRequest): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The body as text. @throws {Problem} 413 if it is too long, 400 if it is not UTF-8 */
export function readText({ body }: HttpRequest): string {
  if (body.length > LARGEST_BYTES) {
    throw new Problem(413, 'too-large', `A request has at most ${LARGEST_BYTES / 1024} KB.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Problem(400, 'not-utf-8', 'The body is not UTF-8 text.');
  }
}

/** The JSON in the body. @throws {Problem} 413, 415, or 400 where it is no JSON or says something twice */
export function readJson(request: HttpRequest): unknown {
  if (mediaType(request) !== 'application/json') {
    throw new Problem(415, 'media-type', 'Send the body as application/json.', [], { Accept: 'application/json' });
  }
  const text = readText(request);
  try {
    const value: unknown = JSON.parse(text);
    if (!hasDuplicateKeys(text)) return value;
  } catch {
    throw new Problem(400, 'not-json', 'The body is not JSON (RFC 8259).');
  }
  throw new Problem(400, 'duplicate-key', 'An object in the body has the same key twice; say each thing once.');
}

/** In text that is JSON: strings, with the colon after those that are keys, and where objects begin and end. */
const KEYS_AND_BOUNDS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g;

function hasDuplicateKeys(json: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, text = '', colon] of json.matchAll(KEYS_AND_BOUNDS)) {
    if (token === '{') open.push(new Set());
    if (token === '}') open.pop();
    if (colon !== undefined && !isNew(JSON.parse(text) as string, open.at(-1))) return true;
  }
  return false;
}

function isNew(key: string, known = new Set<string>()): boolean {
  return known.size < known.add(key).size;
}

/** The fields of a form, each with all its values. Takes both encodings that browsers and RFC 8058 use. */
export async function readForm(request: HttpRequest): Promise<ReadonlyMap<string, readonly string[]>> {
  const type = mediaType(request);
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') {
    throw new Problem(415, 'media-type', 'Send the form as application/x-www-form-urlencoded or multipart/form-data.');
  }
  const text = readText(request);
  // What browsers send by default needs no `Response`, which takes long to load.
  const form = type === 'multipart/form-data' ? await readMultipart(request) : new URLSearchParams(text);
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') throw new Problem(422, 'invalid', 'Files are not taken here.');
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

function readMultipart({ body, headers }: HttpRequest): Promise<FormData> {
  const answer = new Response(new Uint8Array(body), { headers: { 'Content-Type': headers['content-type'] ?? '' } });
  return answer.formData().catch(() => {
    throw new Problem(400, 'not-a-form', 'The body is not a form of the kind that its Content-Type says.');
  });
}

/** Checks a body against its schema. @throws {Problem} 422 with one item for each thing that is wrong */
export function validate<S extends z.ZodMiniType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Problem(
    422,
    'invalid',
    'Something in the request is not as it has to be; see errors.',
    findings(parsed.error),
  );
}
