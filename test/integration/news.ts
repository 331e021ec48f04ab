import { tellConsumers, type World } from './world';

/** Tells the consumers of each entry that they were not told of before, until no new one comes. */
export function newsOf(world: World): () => Promise<void> {
  const told = new Set<string>();
  const tell = async (): Promise<void> => {
    const news = (await world.entries()).filter(({ hash }) => !told.has(hash));
    for (const entry of news) {
      told.add(entry.hash);
      await tellConsumers(entry);
    }
    if (news.length > 0) await tell();
  };
  return tell;
}
