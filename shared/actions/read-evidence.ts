import { setTimeout as wait } from 'node:timers/promises';
import type { Entry } from '../consent/entry';
import type { AnyEntry } from '../consent/read-entry';
import { readHistory, readNotices, type History } from '../ledger/ledger';
import type { PartClass, Reading, SealedPart } from '../ledger/part';
import { takeStep } from './take-step';
import { readParts, withoutErased } from '../ledger/vault';
import { isSignedWith } from '../log/note';
import type { LogReader, WitnessState } from '../log/store';
import type { Site } from '../policy/schema';
import { responsible } from '../policy/sites';
import {
  bundle,
  deletedPlaces,
  goneParts,
  noticeHashes,
  unreadableParts,
  type Anchor,
  type AnyBundleEntry,
  type BundleFile,
  type BundleLog,
} from '../evidence/bundle';
import { withWitnesses, type Cosigned } from '../evidence/cosigned';
import { proveEntries, type LogProofs } from '../evidence/log-proofs';
import type { Deps } from './deps';

/** The log follows the ledger within seconds; evidence that waits for it proves everything, the reading included. */
const LONGEST_WAIT_MS = 6000;
const PAUSE_MS = 200;

export interface BundleWish {
  readonly site: Site;
  readonly subject: string;
  /** Who asks: the `sub` of the access token. */
  readonly operator: string;
  readonly reason: string;
  readonly disclose: readonly PartClass[];
  /** When it need no longer be known who read this. */
  readonly readingEnds: Date;
  readonly now: Date;
  /** Finds what attests the entries' times, given the size of the bundle's checkpoint. */
  readonly findAnchors: (entries: readonly AnyBundleEntry[], size: number) => Promise<Anchor[]>;
}

/** Notes in the ledger that and why a person's evidence is read, and puts it together with all its proofs. */
export async function readBundle(
  deps: Pick<Deps, 'ledger' | 'vault' | 'log' | 'logOrigin'>,
  wish: BundleWish,
): Promise<BundleFile> {
  const { subject, now } = wish;
  const { before, seen, reading, closing } = await noted(deps, wish);
  const entries = [...before.all, ...(await entriesSince(deps, before, closing, now))];
  const [added, notices, { checkpoint, proofs }] = await Promise.all([
    // The reading's own part is new, and so are those of others that came between.
    readParts(deps.vault, subject, now),
    readNotices(deps.ledger, noticeHashes(entries)),
    provenEntries(deps.log, entries, closing),
  ]);
  // What the reading found is in the evidence, though it may have come to its end since.
  const parts = new Map([...seen, ...added]);
  // After the checkpoint, so that its key is among them.
  const keys = await deps.log.readVerifierKeys();
  const witnesses = await deps.log.readWitnesses();
  const log = { origin: deps.logOrigin, keys, witnesses: [], checkpoint: checkpoint?.note ?? null, anchors: [] };
  const unanchored = bundle({ entries, reading, parts: withoutErased(parts, before.all), notices, log, proofs });
  const archived = await wish.findAnchors(unanchored.entries, checkpoint?.size ?? 0);
  const shown = await withWitnesses({ checkpoint, anchors: archived }, witnesses, deps.log);
  return { ...unanchored, log: { ...log, ...signedBy(keys, witnesses, shown) } };
}

/** What the bundle shows of the log, with the keys that signed it: one that signed nothing would be missed by nobody. */
function signedBy(
  keys: readonly string[],
  witnesses: readonly WitnessState[],
  { checkpoint, anchors }: Cosigned,
): Omit<BundleLog, 'origin'> {
  const notes = [checkpoint?.note ?? '', ...anchors.map((anchor) => anchor.checkpoint)];
  const signed = (key: string): boolean => notes.some((note) => isSignedWith(key, note));
  return {
    keys: keys.filter(signed),
    witnesses: witnesses.map(({ key }) => key).filter(signed),
    checkpoint: checkpoint?.note ?? null,
    anchors,
  };
}

interface Noted {
  readonly before: History;
  /** The parts that were there. */
  readonly seen: ReadonlyMap<string, SealedPart>;
  readonly reading: Reading;
  readonly closing: Entry;
}

/** If the end of the chain came to its own end meanwhile, the reading has a place that it calls deleted: then it is noted again. */
async function noted(deps: Pick<Deps, 'ledger' | 'vault' | 'log'>, wish: BundleWish): Promise<Noted> {
  const { subject, now } = wish;
  const [before, seen, witnesses] = await Promise.all([
    readHistory(deps.ledger, subject, now),
    readParts(deps.vault, subject, now),
    deps.log.readWitnesses(),
  ]);
  const contradictedBy = witnesses.flatMap(({ key, problem }) =>
    problem?.kind === 'contradicts' ? [{ key, since: problem.since }] : [],
  );
  const kept = withoutErased(seen, before.all);
  const unreadable = unreadableParts(before.all, kept, wish.disclose);
  const reading: Reading = {
    reason: wish.reason,
    disclose: wish.disclose,
    deleted: deletedPlaces(before.all, before.tail.seq + 1),
    gone: goneParts(before.all, kept),
    ...(unreadable && { unreadable }),
    ...(contradictedBy.length > 0 && { contradictedBy }),
    controller: responsible(wish.site),
  };
  const closing = await noteReading(deps, wish, reading);
  return closing.seq > before.tail.seq ? { before, seen, reading, closing } : noted(deps, wish);
}

async function noteReading(deps: Pick<Deps, 'ledger' | 'vault'>, wish: BundleWish, reading: Reading): Promise<Entry> {
  const { entry } = await takeStep(deps, {
    subject: wish.subject,
    now: wish.now,
    decide: (_, __, moment) => ({
      type: 'EvidenceDisclosed',
      site: wish.site.id,
      at: moment.toISOString(),
      actor: { kind: 'operator', id: wish.operator },
      purposes: [],
      facts: {},
    }),
    parts: { reading },
    entryEnd: wish.readingEnds,
    partsEnd: wish.readingEnds,
  });
  if (!entry) throw new Error('A reading is always noted.');
  return entry;
}

/** Somebody else's step may have come between: it belongs to the chain, too. */
async function entriesSince(
  deps: Pick<Deps, 'ledger'>,
  { tail }: History,
  closing: Entry,
  now: Date,
): Promise<AnyEntry[]> {
  if (closing.seq === tail.seq + 1) return [closing];
  const { all } = await readHistory(deps.ledger, closing.subject, now);
  return all.filter(({ seq }) => tail.seq < seq && seq <= closing.seq);
}

/** Waits for the log a little; what it does not have by then stays without a proof, and the bundle says so. */
async function provenEntries(log: LogReader, entries: readonly AnyEntry[], closing: Entry): Promise<LogProofs> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < deadline && !(await isLogged(log, closing))) await wait(PAUSE_MS);
  return proveEntries(entries, log);
}

async function isLogged(log: LogReader, { hash }: Entry): Promise<boolean> {
  const [places, checkpoint] = await Promise.all([log.findLeaves([hash]), log.readCheckpoint()]);
  const index = places.get(hash);
  return index !== undefined && index < (checkpoint?.size ?? 0);
}
