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
const entrySchema = z.object({ hash: z.string().check(z.regex(/^[\w-]{43}$/)) });

/** The hashes of the entries that came to the ledger, and of statements that everything of a site was deleted. */
export function newEntries(event: unknown): string[] {
  return eventSchema
    .parse(event)
    .Records.flatMap(({ dynamodb }) => hashIn((dynamodb.NewImage?.entry ?? dynamodb.NewImage?.closing)?.S));
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
