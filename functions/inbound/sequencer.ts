import { errorName, logger } from '../../shared/logger';
import { required } from '../../shared/environment';
import { logStore } from '../../shared/ledger/log-store';
import type { NoteSigner } from '../../shared/log/note';
import { sequence } from '../../shared/log/sequencer';
import { loadSigners } from '../../shared/signing/signers';
import * as z from '../../shared/zod';

const origin = required('LOG_ORIGIN');
const signerList = required('LOG_SIGNERS');
let signers: Promise<NoteSigner[]> | undefined;

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
  const count = await sequence(entries, { store: logStore, origin, signers: await loadedSigners() });
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

/** Once per container; a failure is not kept. */
async function loadedSigners(): Promise<NoteSigner[]> {
  signers ??= loadSigners(origin, signerList);
  return signers.catch((error: unknown) => {
    signers = undefined;
    throw error;
  });
}
