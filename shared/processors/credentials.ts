import type { Processor } from '../consent/processors';
import type { Secret } from '../secret';
import * as z from '../zod';
import type { Credentials } from './adapter';
import { NotTold } from './not-told';

/** How processors are reached. */
export interface Processors {
  /** Text of `{"<site>/<processor>": {"url": "...", "key": "...", "lists": {...}}}`. */
  readonly secret: Secret;
  /** Only where everything is on one machine. */
  readonly areOnLocalhost: boolean;
}

const schema = z.strictObject({
  url: z.string().check(z.refine((text) => URL.canParse(text))),
  key: z.string().check(z.minLength(1)),
  lists: z.optional(z.record(z.string(), z.string())),
  reports: z.optional(
    z.strictObject({ token: z.string().check(z.minLength(16)), verify: z.optional(z.string().check(z.minLength(10))) }),
  ),
});

/** Addresses of people go there: encrypted, or not at all. */
function isSafe(url: string, { areOnLocalhost }: Processors): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (areOnLocalhost && ['localhost', '127.0.0.1'].includes(hostname));
}

/** @throws {NotTold} */
export async function credentialsOf(processors: Processors, site: string, { id }: Processor): Promise<Credentials> {
  const parsed = schema.safeParse(parse(await processors.secret())[`${site}/${id}`]);
  if (!parsed.success || !isSafe(parsed.data.url, processors)) throw new NotTold('not-configured');
  const { url, key, lists, reports } = parsed.data;
  const shared = reports && { token: reports.token, ...(reports.verify !== undefined && { verify: reports.verify }) };
  return { url, key, ...(lists && { lists }), ...(shared && { reports: shared }) };
}

/** It is written by hand. */
function parse(secret: string): Record<string, unknown> {
  try {
    return JSON.parse(secret) as Record<string, unknown>;
  } catch {
    throw new NotTold('not-configured');
  }
}
