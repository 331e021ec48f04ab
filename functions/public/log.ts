import { httpFunction } from '../../shared/http/http-function';
import { Problem } from '../../shared/http/problem';
import { octets, plainText, type HttpResponse } from '../../shared/http/response';
import { HASH_BYTES, leafHash, type Hash } from '../../shared/hash';
import { withCosignatures } from '../../shared/log/witness';
import { hashesAt, joinHashes, parseTilePath, splitHashes, TILE_WIDTH, type TileRequest } from '../../shared/log/tile';
import { log } from '../deps/log';

const deps = { log: log() };

/** Tiles never change: a tile that has grown has another address. */
const FOR_EVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const FOR_A_MOMENT = { 'Cache-Control': 'public, max-age=5' };
const FOR_ANYBODY = { 'Access-Control-Allow-Origin': '*' };

/** The log as everybody may read it (https://c2sp.org/tlog-tiles): hashes of entries, which name nobody. */
export const handler = httpFunction((call) => {
  if (call.path === '/log/checkpoint') return checkpoint();
  if (call.path === '/log/keys') return keys();
  const tile = parseTilePath(call.params['tile'] ?? '');
  if (!tile)
    throw notHere('A tile is /log/tile/<level>/<index>, such as /log/tile/0/x001/067 or /log/tile/0/000.p/12.');
  return serveTile(tile);
});

/** The newest, with the cosignatures of witnesses that know it already. */
async function checkpoint(): Promise<HttpResponse> {
  const [published, witnesses] = await Promise.all([deps.log.readCheckpoint(), deps.log.readWitnesses()]);
  if (!published) throw notHere('The log is empty yet; it begins with the first sign-up.');
  return publicly(plainText(200, withCosignatures(published, witnesses).note), FOR_A_MOMENT);
}

/** The keys that ever signed checkpoints, one a line, the oldest first. */
async function keys(): Promise<HttpResponse> {
  const known = await deps.log.readVerifierKeys();
  return publicly(plainText(200, known.map((key) => `${key}\n`).join('')), FOR_A_MOMENT);
}

/** Only as far as the checkpoint goes: what lies beyond is not signed yet. */
async function serveTile({ level, index, width }: TileRequest): Promise<HttpResponse> {
  const { hashes } = await deps.log.readTile({ level: level === 'entries' ? 0 : level, index });
  const size = (await deps.log.readCheckpoint())?.size ?? 0;
  const isPublished = index * TILE_WIDTH + width <= hashesAt(level === 'entries' ? 0 : level, size);
  if (hashes.length < width * HASH_BYTES || !isPublished) throw notHere('The log has no such tile, or not yet.');
  return publicly(octets(bodyOf(level, splitHashes(hashes.subarray(0, width * HASH_BYTES)))), FOR_EVER);
}

function bodyOf(level: TileRequest['level'], hashes: readonly Hash[]): Uint8Array {
  if (level === 'entries') return Buffer.concat(hashes.flatMap((hash) => [Uint8Array.of(0, hash.length), hash]));
  return joinHashes(level === 0 ? hashes.map(leafHash) : hashes);
}

function publicly(response: HttpResponse, caching: Readonly<Record<string, string>>): HttpResponse {
  return { ...response, headers: { ...response.headers, ...caching, ...FOR_ANYBODY } };
}

function notHere(detail: string): Problem {
  return new Problem(404, 'not-in-the-log', detail);
}
