import type { CountedStep } from '../consent/counted';
import { errorName, logger } from '../logger';
import * as z from '../zod';

const text = z.object({ S: z.string() });

/** The part of a DynamoDB stream's event that is read; notices have no entry. */
const eventSchema = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({ NewImage: z.optional(z.object({ entry: z.optional(text), closing: z.optional(text) })) }),
    }),
  ),
});
const stepSchema = z.object({
  site: z.string(),
  type: z.string(),
  facts: z.object({ via: z.optional(z.string()) }),
});
const HASH = z.string().check(z.regex(/^[\w-]{43}$/));
const entrySchema = z.object({ hash: HASH });

const messageSchema = z.array(HASH);
const queueSchema = z.object({ Records: z.array(z.object({ body: z.string() })) });

/** What {@link handedOn} reads. */
export const messageOf = (hashes: readonly string[]): string => JSON.stringify(hashes);

/** The hashes in messages of the queue between the stream and the log; undefined if the event is of something else. */
export function handedOn(event: unknown): string[] | undefined {
  const parsed = queueSchema.safeParse(event);
  return parsed.data?.Records.flatMap(({ body }) => messageSchema.parse(JSON.parse(body)));
}

/** The hashes of the entries that came to the ledger, and of statements that everything of a site was deleted. */
export function newEntries(event: unknown): string[] {
  return eventSchema
    .parse(event)
    .Records.flatMap(({ dynamodb }) => hashIn((dynamodb.NewImage?.entry ?? dynamodb.NewImage?.closing)?.S));
}

/** What the new entries are, to be counted: their sites and types, and how somebody left. */
export function newSteps(event: unknown): CountedStep[] {
  const entries = eventSchema.parse(event).Records.map(({ dynamodb }) => dynamodb.NewImage?.entry?.S);
  return entries.flatMap((entry) => {
    const parsed = stepSchema.safeParse(entry === undefined ? undefined : jsonOf(entry));
    return parsed.success ? [{ site: parsed.data.site, type: parsed.data.type, via: parsed.data.facts.via }] : [];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What has no hash would stop the stream for good, and cannot be logged anyway: the audit finds it in the ledger. */
function hashIn(entry: string | undefined): string[] {
  if (entry === undefined) return [];
  try {
    return [entrySchema.parse(JSON.parse(entry)).hash];
  } catch (error) {
    logger.error('is no entry', { error: errorName(error) });
    return [];
  }
}
