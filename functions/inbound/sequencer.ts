import { errorName, logger } from '../../shared/logger';
import { logStore } from '../../shared/ledger/log-store';
import { sequence } from '../../shared/log/sequencer';
import * as z from '../../shared/zod';
import { logOrigin } from '../deps/log';
import { signers } from '../deps/signers';
import { logTable } from '../deps/tables';

const deps = { store: logStore(logTable()), origin: logOrigin(), signers: signers() };

/** The part of a DynamoDB stream's event that is read; notices have no entry. */
const eventSchema = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({ NewImage: z.optional(z.object({ entry: z.optional(z.object({ S: z.string() })) })) }),
    }),
  ),
});
const entrySchema = z.object({ hash: z.string().check(z.regex(/^[\w-]{43}$/)) });

/** Takes new entries into the log. Whatever it throws, the stream brings the batch again, and that is harmless. */
export const handler = async (event: unknown): Promise<void> => {
  const entries = eventSchema.parse(event).Records.flatMap(({ dynamodb }) => hashIn(dynamodb.NewImage?.entry?.S));
  const count = await sequence(entries, { ...deps, signers: await deps.signers() });
  logger.info('sequenced', { count });
};

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
