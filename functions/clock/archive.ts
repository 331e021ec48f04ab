import { logger } from '../../shared/logger';
import { findCheckpoint, saveNote, saveTimestamp } from '../../shared/archive/archive';
import { askForTimestamp } from '../../shared/archive/timestamp-authority';
import { archive, timestampUrl } from '../deps/archive';
import { ALL_SITES } from '../../shared/consent/counted';
import { log } from '../deps/log';

const deps = { archive: archive(), log: log(), timestampUrl: timestampUrl() };

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
  // So that an hour without sign-ups is one with none, and not one of which nothing is known.
  logger.info('counted', { site: ALL_SITES, kind: 'SignUps', count: 0 });
  const checkpoint = await deps.log.readCheckpoint();
  if (!checkpoint) return;
  const { size, note } = checkpoint;
  const archived = await findCheckpoint(deps.archive, size);
  if (!archived) {
    await saveNote(deps.archive, size, note);
    logger.info('checkpoint archived', { count: size });
  }
  if (!deps.timestampUrl || archived?.isTimestamped) return;
  await saveTimestamp(deps.archive, size, await askForTimestamp(deps.timestampUrl, new TextEncoder().encode(note)));
  logger.info('checkpoint timestamped', { count: size });
}
