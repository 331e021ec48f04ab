import type { Digest, SubjectId } from '../ids';
import type { Entry, Operator } from '../consent/entry';
import type { AnyEntry } from '../consent/read-entry';
import { readNotices, readWholeHistory, type WholeHistory } from '../ledger/ledger';
import type { PartClass, Reading, SealedPart } from '../ledger/part';
import { takeStep } from './take-step';
import { waitForLog } from './wait-for-log';
import { addressDigest, addressSalt } from '../ledger/subject-id';
import { logger } from '../logger';
import { absentParts, readPerson, wentAt } from '../ledger/person';
import { readParts, withoutErased } from '../ledger/vault';
import type { LogReader } from '../log/store';
import type { Site } from '../policy/schema';
import { responsible, transfersOf } from '../policy/sites';
import {
  bundle,
  committedRecords,
  deletedPlaces,
  emptyBundle,
  noticeHashes,
  type Anchor,
  type AnyBundleEntry,
  type BundleAddress,
  type BundleFile,
} from '../evidence/bundle';
import { signedBy, withWitnesses } from '../evidence/cosigned';
import { itemNames } from '../evidence/item-names';
import { proveEntries, type LogProofs } from '../evidence/log-proofs';
import type { Deps } from './deps';

export interface BundleWish {
  readonly site: Site;
  readonly subject: SubjectId;
  /** The canonical address that is asked for. */
  readonly address: string;
  /** Who asks. */
  readonly operator: Operator;
  readonly reason: string;
  readonly disclose: readonly PartClass[];
  /** When it need no longer be known who read this. */
  readonly readingEnds: Date;
  readonly now: Date;
  /** Finds what attests the entries' times, given the size of the bundle's checkpoint. */
  readonly findAnchors: (entries: readonly AnyBundleEntry[], size: number) => Promise<Anchor[]>;
}

/**
 * Notes in the ledger that and why a person's evidence is read, and puts it together with all its proofs. Of somebody about whom
 * there is nothing nothing is noted either: a search must not be what makes them known.
 */
export async function readBundle(
  deps: Pick<Deps, 'ledger' | 'vault' | 'subjectKey' | 'log' | 'logOrigin'>,
  wish: BundleWish,
): Promise<BundleFile> {
  const { subject, now } = wish;
  const found = await noted(deps, wish);
  if (!found) return nothingFound(deps, wish);
  const { before, seen, reading, closing } = found;
  const entries = [...before.all, ...(await entriesSince(deps, before, closing, now))];
  const [added, notices, salts, { checkpoint, proofs }] = await Promise.all([
    // The reading's own part is new, and so are those of others that came between.
    readParts(deps.vault, subject, now),
    readNotices(deps.ledger, noticeHashes(entries)),
    saltsOf(deps, subject, entries),
    provenEntries(deps.log, entries, closing),
  ]);
  const shown = shownAddress(wish);
  const address = shown === null ? null : { address: shown, salts };
  // What the reading found is in the evidence, though it may have come to its end since.
  const parts = new Map([...seen, ...added]);
  // After the checkpoint, so that its key is among them.
  const keys = await deps.log.readVerifierKeys();
  const witnesses = await deps.log.readWitnesses();
  const log = { origin: deps.logOrigin, keys, witnesses: [], checkpoint: checkpoint?.note ?? null, anchors: [] };
  const known = { parts: withoutErased(parts, before.all), notices, log, proofs };
  const unanchored = bundle({ entries, reading, address, ...known });
  const archived = await wish.findAnchors(unanchored.entries, checkpoint?.size ?? 0);
  const cosigned = await withWitnesses({ checkpoint, anchors: archived }, witnesses, deps.log);
  return { ...unanchored, log: { ...log, ...signedBy(keys, witnesses, cosigned) } };
}

interface Noted {
  readonly before: WholeHistory;
  /** The parts that were there. */
  readonly seen: ReadonlyMap<Digest, SealedPart>;
  readonly reading: Reading;
  readonly closing: Entry;
}

/** That an operator searched is in the operators' own log. */
function nothingFound({ logOrigin }: Pick<Deps, 'logOrigin'>, wish: BundleWish): BundleFile {
  const { site, subject, operator, reason, disclose, now } = wish;
  logger.info('evidence of nobody', { site: site.id, operator: operator.id });
  const request = { operator: operator.id, reason, disclose };
  const asked = { site: site.id, subject, at: now.toISOString(), request, controller: site.controller };
  return emptyBundle(asked, shownAddress(wish), logOrigin);
}

/** It is shown where the addresses that were typed are. */
function shownAddress({ disclose, address }: BundleWish): string | null {
  return disclose.includes('address') ? address : null;
}

/**
 * If the end of the chain came to its own end meanwhile, the reading has a place that it calls deleted: then it is noted again.
 * Undefined where there is no entry about the person.
 */
async function noted(
  deps: Pick<Deps, 'ledger' | 'vault' | 'subjectKey' | 'log'>,
  wish: BundleWish,
): Promise<Noted | undefined> {
  const { subject, now } = wish;
  const [{ history: before, parts: seen }, witnesses] = await Promise.all([
    readPerson(deps, subject, now),
    deps.log.readWitnesses(),
  ]);
  if (before.all.length === 0) return undefined;
  const contradictedBy = witnesses.flatMap(({ key, problem }) =>
    problem?.kind === 'contradicts' ? [{ key, since: problem.since }] : [],
  );
  const reading: Reading = {
    reason: wish.reason,
    address: await addressDigest(deps.subjectKey, { subject, recordId: subject }, wish.address),
    disclose: wish.disclose,
    deleted: deletedPlaces(before.all, before.tail.seq + 1),
    ...absentParts(before.all, seen, wentAt(before)),
    ...(contradictedBy.length > 0 && { contradictedBy }),
    controller: responsible(wish.site),
    transfers: transfersOf(wish.site),
    names: itemNames(before.all, wish.site),
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
      actor: wish.operator,
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
  { tail }: WholeHistory,
  closing: Entry,
  now: Date,
): Promise<AnyEntry[]> {
  if (closing.seq === tail.seq + 1) return [closing];
  const { all } = await readWholeHistory(deps.ledger, closing.subject, now);
  return all.filter(({ seq }) => tail.seq < seq && seq <= closing.seq);
}

/** What the log does not have after a while stays without a proof, and the bundle says so. */
async function provenEntries(log: LogReader, entries: readonly AnyEntry[], closing: Entry): Promise<LogProofs> {
  await waitForLog(log, closing.hash);
  return proveEntries(entries, log);
}

/** Made of the subject's key when they are needed: they are stored nowhere. */
async function saltsOf(
  { subjectKey }: Pick<Deps, 'subjectKey'>,
  subject: SubjectId,
  entries: readonly AnyEntry[],
): Promise<BundleAddress['salts']> {
  const records = [subject, ...committedRecords(entries)];
  const salts = await Promise.all(records.map(async (id) => [id, await addressSalt(subjectKey, subject, id)] as const));
  return Object.fromEntries(salts);
}
