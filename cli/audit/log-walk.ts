import { isEqual, leafHash, type Hash } from '../../shared/hash';
import { eachOf } from '../../shared/ledger/batches';
import { rootOfPerfect } from '../../shared/log/nodes';
import { TILE_WIDTH } from '../../shared/log/tile';
import { toBase64Url } from '../../shared/verify/base64';
import { compareRoot, wrongCheckpoint } from './checkpoints';
import { Claims } from './claims';
import { Frontier } from './frontier';
import type { Audit } from './journal';
import { checkIndex, readLeaves, viewOf, type Leaves, type View } from './leaves';
import { UpperTiles } from './upper-tiles';

/** One process reads the log, and waits for each answer: so it asks for many at once. */
const LEAVES_AT_ONCE = 16 * TILE_WIDTH;

/** Checks the whole log from its leaves up: whatever it ever said has to follow from them. */
export async function walkLog(audit: Audit, tiles: number, saved: readonly (readonly string[])[]): Promise<void> {
  const { journal, log: store } = audit;
  // In this order: the head is then never older than the checkpoint.
  const checkpoint = await store.readCheckpoint();
  const view = viewOf(await store.readHead(), checkpoint);
  const claims = await Claims.open(tiles * TILE_WIDTH + 1, checkpoint, await store.readVerifierKeys(), audit);
  const { progress, pageSize = LEAVES_AT_ONCE } = journal.run;
  const upper = new UpperTiles(store);
  const log: LogWalk = { journal, store, view, claims, frontier: Frontier.from(tiles, saved), upper };
  progress.begin('Log', view.head.size, tiles * TILE_WIDTH);
  const stride = Math.ceil(pageSize / TILE_WIDTH);
  let last: readonly Hash[] = [];
  for (let from = tiles; from * TILE_WIDTH < view.head.size; from += stride) {
    last = await checkStride(from, from + stride, log);
    // A tile that is not full yet is checked again by a run that goes on.
    const seen = from + stride;
    const isBehind = seen * TILE_WIDTH > view.head.size;
    if (!isBehind) await journal.reached({ phase: 'log', tiles: seen, frontier: log.frontier.toJSON() });
  }
  checkHead(last, log);
  await checkLarger(log);
}

interface LogWalk {
  readonly journal: Audit['journal'];
  readonly store: Audit['log'];
  readonly view: View;
  readonly claims: Claims;
  readonly frontier: Frontier;
  readonly upper: UpperTiles;
}

/** Answers the leaves of the tile that is not full yet, if it came to that. */
async function checkStride(from: number, to: number, log: LogWalk): Promise<readonly Hash[]> {
  const { journal, store, view } = log;
  const end = Math.min(to, Math.ceil(view.head.size / TILE_WIDTH));
  const indexes = Array.from({ length: end - from }, (_, n) => from + n);
  const tiles = await eachOf(indexes, (index) => readLeaves(store, index, view));
  tiles.sort((one, other) => one.index - other.index);
  const places = await store.findLeaves(tiles.flatMap(({ hashes }) => hashes.map(toBase64Url)));
  let rest: readonly Hash[] = [];
  for (const tile of tiles) {
    journal.report([...tile.findings, ...checkIndex(tile, places, view.complete)]);
    rest = await checkTile(tile, log);
    journal.count('leaves', tile.hashes.length);
    journal.run.progress.advance(tile.hashes.length);
  }
  return rest;
}

/** Compares the checkpoints up to the end of this tile, and adds the tile to the frontier if it is full. */
async function checkTile({ index, hashes }: Leaves, { journal, view, claims, frontier, upper }: LogWalk) {
  const leaves = hashes.map(leafHash);
  const start = index * TILE_WIDTH;
  const size = Math.min(start + TILE_WIDTH, view.head.size);
  for (const claim of await claims.upTo(size)) {
    journal.report(compareRoot(claim, frontier.rootWith(leaves.slice(0, claim.size - start))));
  }
  if (size < start + TILE_WIDTH) return leaves;
  const root = leaves.length === TILE_WIDTH ? rootOfPerfect(leaves) : await upper.rootOfLeaves(index);
  for (const node of frontier.add(root)) {
    const isDue = (node.at + 1) * TILE_WIDTH ** node.level <= view.complete;
    if (isDue) journal.report(await upper.check(node));
  }
  return [];
}

function checkHead(rest: readonly Hash[], { journal, view: { head }, frontier }: LogWalk): void {
  const edge = frontier.edgeWith(rest);
  const follows = edge.length === head.hashes.length && edge.every((hash, n) => isEqual(hash, head.hashes[n] as Hash));
  const text = `The head of size ${head.size} has an edge that does not follow from the leaves.`;
  if (!follows) journal.report([{ code: 'headWrong', place: { size: head.size }, text }]);
}

/** A checkpoint of a larger log is a fault, unless the log has grown to that size since the walk began. */
async function checkLarger({ journal, store, view, claims }: LogWalk): Promise<void> {
  const larger = await claims.upTo(Infinity);
  const now = (await store.readHead()).size;
  const what = `is of a larger log than there is: it has ${Math.max(now, view.head.size)} leaves.`;
  journal.report(larger.filter(({ size }) => size > now).map((claim) => wrongCheckpoint(claim, what)));
}
