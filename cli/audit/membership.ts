import type { AnyEntry } from '../../shared/consent/read-entry';
import { eachOf } from '../../shared/ledger/batches';
import type { LogReader } from '../../shared/log/store';
import { splitHashes, TILE_WIDTH } from '../../shared/log/tile';
import { toBase64Url } from '../../shared/verify/base64';
import { PATIENCE_MS } from './ends';
import type { Finding } from './finding';

export interface Membership {
  readonly findings: readonly Finding[];
  readonly inLog: number;
  /** Entries that are too young to be looked for. */
  readonly onTheWay: number;
  /** Entries that the index does not know. */
  readonly missing: readonly AnyEntry[];
}

/** Looks entries up in the log: in the index, and at the leaf that the index names. */
export async function findInLog(log: LogReader, entries: readonly AnyEntry[], now: Date): Promise<Membership> {
  const places = await log.findLeaves(entries.map(({ hash }) => hash));
  const leaves = await readLeaves(log, [...new Set(places.values())]);
  const lost = entries.filter(({ hash }) => leaves.get(places.get(hash) ?? -1) !== hash);
  const late = lost.filter(({ at }) => now.getTime() - Date.parse(at) > PATIENCE_MS);
  return {
    findings: late.map((entry) => notInLog(entry, places.get(entry.hash))),
    inLog: entries.length - lost.length,
    onTheWay: lost.length - late.length,
    missing: late.filter(({ hash }) => !places.has(hash)),
  };
}

function notInLog({ subject, seq, at }: AnyEntry, leaf: number | undefined): Finding {
  const because = leaf === undefined ? '' : `: the index says that it is leaf ${leaf}, where another one is`;
  return {
    code: 'notInLog',
    place: { subject, seq, at, ...(leaf !== undefined && { leaf }) },
    text: `Entry ${seq} of subject ${subject} of ${at} is not in the log${because}.`,
  };
}

/** Place -> hash of the entry that is there. */
async function readLeaves(log: LogReader, places: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const tiles = [...new Set(places.map((place) => Math.floor(place / TILE_WIDTH)))];
  const wanted = new Set(places);
  const leaves = await eachOf(tiles, async (index) => {
    const hashes = splitHashes((await log.readTile({ level: 0, index })).hashes);
    return hashes.map((hash, n) => [index * TILE_WIDTH + n, hash] as const).filter(([place]) => wanted.has(place));
  });
  return new Map(leaves.flat().map(([place, hash]) => [place, toBase64Url(hash)]));
}
