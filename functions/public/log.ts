import { httpFunction } from '../../shared/http/http-function';
import { Problem } from '../../shared/http/problem';
import { octets, plainText, publicly } from '../../shared/http/response';
import { publishedNote, publishedTile } from '../../shared/log/published';
import { parseTilePath } from '../../shared/log/tile';
import { log } from '../deps/log';

const deps = { log: log() };

const TILES = 'A tile is /log/tile/<level>/<index>, such as /log/tile/0/x001/067 or /log/tile/0/000.p/12.';
const notHere = (detail: string): Problem => new Problem(404, 'not-in-the-log', detail);

/** The log as everybody may read it (https://c2sp.org/tlog-tiles): hashes of entries, which name nobody. */
export const handler = httpFunction(async (call) => {
  if (call.path === '/log/checkpoint') {
    const note = await publishedNote(deps.log);
    if (note === undefined) throw notHere('The log is empty yet; it begins with the first sign-up.');
    return publicly(plainText(200, note), 'for a moment');
  }
  if (call.path === '/log/keys') {
    const known = await deps.log.readVerifierKeys();
    return publicly(plainText(200, known.map((key) => `${key}\n`).join('')), 'for a moment');
  }
  const wanted = parseTilePath(call.params['tile'] ?? '');
  if (!wanted) throw notHere(TILES);
  const tile = await publishedTile(deps.log, wanted);
  if (!tile) throw notHere('The log has no such tile, or not yet.');
  return publicly(octets(tile), 'for ever');
});
