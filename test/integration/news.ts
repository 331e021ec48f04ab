import type { Entry } from '../../shared/consent/entry';
import { tellConsumers, type World } from './world';

/** Tells the consumers of each entry that they were not told of before, until no new one comes. */
export function newsOf(world: World): () => Promise<void> {
  const since = world.newEntries();
  const waiting: Entry[] = [];
  const tell = async (): Promise<void> => {
    waiting.push(...(await since()));
    const next = waiting.shift();
    if (!next) return;
    await tellConsumers(next);
    await tell();
  };
  return tell;
}
