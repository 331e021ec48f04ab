import { required } from '../environment';
import type { Processor } from '../consent/processors';
import { readSecret } from '../secret';
import * as z from '../zod';
import type { Credentials } from './adapter';
import { NotTold } from './not-told';

const secretId = required('PROCESSORS_SECRET');
/** Only where everything is on one machine. */
const onLocalhost = process.env['PROCESSORS_ON_LOCALHOST'] === 'true';

const schema = z.strictObject({
  url: z.string().check(z.refine(isSafe)),
  key: z.string().check(z.minLength(1)),
  lists: z.optional(z.record(z.string(), z.string())),
});

/** Addresses of people go there: encrypted, or not at all. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (onLocalhost && ['localhost', '127.0.0.1'].includes(hostname));
}

/** The secret is `{"<site>/<processor>": {"url": "...", "key": "...", "lists": {...}}}`. @throws {NotTold} */
export async function credentialsOf(site: string, { id }: Processor): Promise<Credentials> {
  const parsed = schema.safeParse(parse(await readSecret(secretId))[`${site}/${id}`]);
  if (!parsed.success) throw new NotTold('not-configured');
  const { url, key, lists } = parsed.data;
  return { url, key, ...(lists && { lists }) };
}

/** It is written by hand. */
function parse(secret: string): Record<string, unknown> {
  try {
    return JSON.parse(secret) as Record<string, unknown>;
  } catch {
    throw new NotTold('not-configured');
  }
}
