import { logger } from '../../shared/logger';
import { findCheckpoint, saveNote, saveTimestamp } from '../../shared/archive/archive';
import { askForTimestamp } from '../../shared/archive/timestamp-authority';
import { logReader } from '../../shared/ledger/log-reader';

/** The authority that says when a checkpoint was there; without one, checkpoints are archived all the same. */
const TIMESTAMP_URL = process.env['TIMESTAMP_URL'];

/**
 * Once an hour, copies the newest checkpoint to where nobody can change or delete it.
 *
 * 1. Save the note. A crash before leaves it to the next run.
 * 2. Ask for a timestamp over it, and save that. A crash, or an authority that fails, leaves a checkpoint without a
 *    timestamp, and the next run asks again unless there is a newer checkpoint by then.
 *
 * Runs at the same time do no harm either: what is there is never overwritten, and either timestamp will do.
 *
 * @throws {AuthorityFailed | BadTimestamp} so that somebody hears of it
 */
export async function handler(): Promise<void> {
  const checkpoint = await logReader.readCheckpoint();
  if (!checkpoint) return;
  const { size, note } = checkpoint;
  const archived = await findCheckpoint(size);
  if (!archived) {
    await saveNote(size, note);
    logger.info('checkpoint archived', { count: size });
  }
  if (!TIMESTAMP_URL || archived?.isTimestamped) return;
  await saveTimestamp(size, await askForTimestamp(TIMESTAMP_URL, new TextEncoder().encode(note)));
  logger.info('checkpoint timestamped', { count: size });
}
