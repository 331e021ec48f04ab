import { receipt } from '../../shared/evidence/receipt';
import { joinHashes, formatTilePath, hashesAt, splitHashes, TILE_WIDTH } from '../../shared/log/tile';
import { leafHash } from '../../shared/hash';
import { findSite } from '../../shared/policy/sites';
import type { LogSource } from '../../shared/verify/tiles';
import { sites } from '../../examples/sites';
import type { Bundle } from '../../shared/evidence/bundle';
import { sampleEvidence, type SampleOptions } from '../evidence/sample-bundle';

/** The receipt of the sample's confirmation, all steps, and the log that has them, as files by their paths. */
export async function receiptAndLog(options: SampleOptions = {}): Promise<{
  receipt: string;
  entries: Bundle['entries'];
  log: Record<string, Uint8Array | string>;
}> {
  const { bundle, log } = await sampleEvidence(options);
  const confirmed = bundle.entries.findIndex(({ entry }) => entry.type === 'ConsentGiven');
  const { origin, keys } = bundle.log;
  const made = receipt({
    entries: bundle.entries.slice(0, confirmed + 1).map(({ entry }) => entry),
    notices: new Map(Object.entries(bundle.notices)),
    site: findSite(sites, bundle.site)!,
    log: { origin, keys, index: bundle.entries[confirmed]?.proof?.index ?? null },
  });
  const files: Record<string, Uint8Array | string> = { checkpoint: log.checkpoint?.note ?? '' };
  for (let level = 0; hashesAt(level, log.head.size) > 0; level++) {
    const hashes = hashesAt(level, log.head.size);
    for (let index = 0; index * TILE_WIDTH < hashes; index++) {
      const width = Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH);
      const stored = splitHashes((await log.readTile({ level, index })).hashes).slice(0, width);
      files[`tile/${formatTilePath({ level, index, width })}`] = joinHashes(
        level === 0 ? stored.map(leafHash) : stored,
      );
    }
  }
  return { receipt: JSON.stringify(made), entries: bundle.entries, log: files };
}

/** A log that lies in files, by their paths. */
export function sourceOf(files: Readonly<Record<string, Uint8Array | string>>): LogSource {
  const read = (name: string) =>
    name in files ? Promise.resolve(Buffer.from(files[name]!)) : Promise.reject(new Error(`There is no ${name}.`));
  return {
    name: 'a folder',
    readCheckpoint: async () => (await read('checkpoint')).toString(),
    readTile: (path) => read(`tile/${path}`),
  };
}
