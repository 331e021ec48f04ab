import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ClassicLevel } from 'classic-level';

/** Bytes of all files under a folder, whatever the names. */
export function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const place = path.join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(place) : statSync(place).size);
  }, 0);
}

/** Of each part of a data folder but for the bundles, which nobody's coming changes. */
export function parts(dataDir: string): Map<string, number> {
  const folders = readdirSync(dataDir, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'build',
  );
  return new Map(folders.map(({ name }) => [name, bytesIn(path.join(dataDir, name))]));
}

/** What LevelDB does by itself when it has the time. Nobody else may have it open. */
export async function compact(folder: string): Promise<void> {
  const level = new ClassicLevel<Buffer, Buffer>(folder, { keyEncoding: 'buffer', valueEncoding: 'buffer' });
  await level.open();
  await level.compactRange(Buffer.alloc(0), Buffer.alloc(8, 0xff));
  await level.close();
}
