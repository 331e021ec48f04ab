import { commit } from '../../shared/log/sequencer';
import type { LogStore } from '../../shared/log/store';
import type { Journal } from './journal';

/**
 * Takes entries that the stream did not bring into the log, as the sequencer would. In a log that is not sound an entry
 * that only the index lacks would come in twice, and that could not be undone.
 *
 * @returns what was done
 */
export async function appendMissing(log: LogStore, { missing, counts }: Journal): Promise<string> {
  if (counts.logFaults > 0) return 'Nothing was appended, as the log itself is not sound.';
  if (missing.length === 0) return 'There was nothing to append.';
  const { count } = await commit(missing, log);
  return `${count} entries were appended; the sequencer publishes them when the next entry comes in.`;
}
