import type { Entry } from '../../shared/consent/entry';
import { tellConsumers, workOff, type World } from './world';

/** Tells the consumers of each entry that they were not told of before, and of what waits in a queue, until nothing new comes. */
export function newsOf(world: World): () => Promise<void> {
  const since = world.newEntries();
  const waiting: Entry[] = [];
  const tell = async (): Promise<void> => {
    waiting.push(...(await since()));
    const next = waiting.shift();
    if (!next && world.queued.length === 0) return;
    if (!next) {
      await workOff(world);
      return tell();
    }
    await tellConsumers(next);
    await tell();
  };
  return tell;
}
