import { type Digest, type RecordId, type SubjectId, digestOf } from '../ids';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { IdentityName } from '../consent/identity';
import { digestsIn, understoodEntries, type AnyEntry } from '../consent/read-entry';
import { erasedAmong } from '../consent/standing';
import { epochSeconds, isConditionFailed, isGone, readAll, subjectKey, toItem, type Keys } from './dynamo';
import type { PartClass, SealedPart } from './part';
import { anyPlace } from './nothing';
import { readItems } from './read-items';
import type { VaultTable } from './table';

interface PartItem extends Keys {
  readonly data: string;
  readonly salt: string;
  readonly digest: Digest;
  readonly expiresAt?: number;
  /** Of a mail. */
  readonly mailing?: Mailing;
}

/** What a mail that was made is about; it stands beside the part, so that whoever comes again finds it. */
export interface Mailing {
  /** The same for each try to send it, and no other mail. */
  readonly occasion: string;
  readonly madeAt: string;
  /** As what the mail service took it, and when, where that could not be written into the ledger. */
  readonly sent?: { readonly messageId: string; readonly at: string };
}

/** What there is of a mail that has no entry yet. */
export interface MadeMail {
  readonly part: SealedPart;
  readonly mailing: Mailing;
  /** The end that it was saved with. */
  readonly end: Date;
}

/** A part belongs to a record, and its digest makes the key its own, so that no failed step ever stands in the way. */
export const partKey = (
  recordId: RecordId | undefined,
  { class: name, digest }: Pick<SealedPart, 'class' | 'digest'>,
): string => `${recordId ?? SUBJECT_AS_A_WHOLE}#${name}#${digest}`;

const SUBJECT_AS_A_WHOLE = 'subject';

/**
 * Saves a part, with an end: only when an entry commits to it may that be lifted. Durable when this returns;
 * repeating it is harmless.
 */
export async function putPart(
  table: VaultTable,
  subject: SubjectId,
  recordId: RecordId | undefined,
  part: SealedPart,
  end: Date,
  mailing?: Mailing,
): Promise<void> {
  const { data, salt, digest } = part;
  const keys = { pk: subjectKey(subject), sk: partKey(recordId, part) };
  const item: PartItem = { ...keys, data, salt, digest, expiresAt: epochSeconds(end), ...(mailing && { mailing }) };
  const once = { ConditionExpression: 'attribute_not_exists(pk)' };
  await table.client
    .send(new PutItemCommand({ TableName: table.name, Item: toItem(item), ...once }))
    .catch((error: unknown) => {
      if (!isConditionFailed(error)) throw error;
    });
}

/**
 * Says beside a mail that was saved before, and that no entry names yet, as what it was sent. One that has another end than it was
 * saved with is named by an entry, and stays as it is.
 */
export async function noteSent(
  table: VaultTable,
  subject: SubjectId,
  recordId: RecordId | undefined,
  { part, mailing, end }: MadeMail,
): Promise<void> {
  const { data, salt, digest } = part;
  const keys = { pk: subjectKey(subject), sk: partKey(recordId, part) };
  const item: PartItem = { ...keys, data, salt, digest, expiresAt: epochSeconds(end), mailing };
  const unchanged = {
    ConditionExpression: 'expiresAt = :end',
    ExpressionAttributeValues: toItem({ ':end': item.expiresAt }),
  };
  await table.client
    .send(new PutItemCommand({ TableName: table.name, Item: toItem(item), ...unchanged }))
    .catch((error: unknown) => {
      if (!isConditionFailed(error)) throw error;
    });
}

/**
 * Does the work of saving something of that size and saves nothing of it: zeros in a place of their own, past their end from the
 * start. A sign-up that is not to be written does this, so that it takes as long as one that is.
 */
export async function putNothing(table: VaultTable, size: number, now: Date): Promise<void> {
  const id = anyPlace();
  const digest = digestOf(new Uint8Array(32));
  const keys = { pk: `nothing#${id}`, sk: partKey(id, { class: 'address', digest }) };
  const item: PartItem = { ...keys, ...NOTHING, data: '0'.repeat(size), digest, expiresAt: epochSeconds(now) };
  // A condition takes its time, too; this one always holds.
  const condition = { ConditionExpression: 'attribute_not_exists(mailing)' };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item), ...condition }));
}

/**
 * Replaces a part by nothing, past its end: no entry came to name it. For those who may add to the vault, and not delete from it.
 * Durable when this returns; repeating it is harmless.
 */
export async function replaceByNothing(
  table: VaultTable,
  subject: SubjectId,
  recordId: RecordId | undefined,
  part: SealedPart,
  now: Date,
): Promise<void> {
  const keys = { pk: subjectKey(subject), sk: partKey(recordId, part) };
  const item: PartItem = { ...keys, ...NOTHING, digest: part.digest, expiresAt: epochSeconds(now) };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

const NOTHING = { data: '0', salt: '0'.repeat(22) };

/** A subject's parts that are still there, by digest. Sees every part whose {@link putPart} returned before. */
export async function readParts(
  table: VaultTable,
  subject: SubjectId,
  now: Date,
): Promise<ReadonlyMap<Digest, SealedPart>> {
  return (await readMailable(table, subject, now)).parts;
}

/** The same, and the mails among them by what they were made for. */
export async function readMailable(
  table: VaultTable,
  subject: SubjectId,
  now: Date,
): Promise<{ readonly parts: ReadonlyMap<Digest, SealedPart>; readonly made: ReadonlyMap<string, MadeMail> }> {
  const items = (await readAll<PartItem>(table, subjectKey(subject))).filter((item) => !isGone(item, now));
  const made = items.flatMap((item): [string, MadeMail][] => {
    const { mailing, expiresAt } = item;
    if (!mailing || expiresAt === undefined) return [];
    return [[mailing.occasion, { part: sealedPart(item), mailing, end: new Date(expiresAt * 1000) }]];
  });
  // One that was sent counts more than another that was only made.
  made.sort(([, one], [, other]) => Number(one.mailing.sent !== undefined) - Number(other.mailing.sent !== undefined));
  return { parts: new Map(items.map((item) => [item.digest, sealedPart(item)])), made: new Map(made) };
}

/** Those parts that no erasure ended, as what it ended is gone from its moment on, and not only once it was deleted. */
export function withoutErased(
  parts: ReadonlyMap<Digest, SealedPart>,
  all: readonly AnyEntry[],
): ReadonlyMap<Digest, SealedPart> {
  const erased = new Set(erasedAmong(all, understoodEntries(all)).flatMap((entry) => Object.values(digestsIn(entry))));
  return new Map([...parts].filter(([digest]) => !erased.has(digest)));
}

/** A part, named as an entry names it. */
export interface PartName {
  readonly subject: SubjectId;
  /** Undefined for what is about the person as a whole. */
  readonly recordId?: RecordId;
  readonly class: PartClass;
  readonly digest: Digest;
}

/** Parts of many subjects, by digest; those that are gone are missing. */
export async function readPartsOf(
  table: VaultTable,
  names: readonly PartName[],
  now: Date,
): Promise<ReadonlyMap<Digest, SealedPart>> {
  const items = await readItems<PartItem>(table, names.map(keysOf));
  return new Map(items.filter((item) => !isGone(item, now)).map((item) => [item.digest, sealedPart(item)]));
}

/** Whether one of these parts is still there; nothing that is personal is read. Sees every {@link putPart} that returned before. */
export async function isAnyThere(table: VaultTable, names: readonly PartName[], now: Date): Promise<boolean> {
  const ends = { ConsistentRead: true, ProjectionExpression: 'pk, sk, expiresAt' };
  const items = await readItems<Keys & { readonly expiresAt?: number }>(table, names.map(keysOf), ends);
  return items.some((item) => !isGone(item, now));
}

const keysOf = ({ subject, recordId, ...part }: PartName): Keys => ({
  pk: subjectKey(subject),
  sk: partKey(recordId, part),
});

/** The parts that say who those people are, by digest. Each is read once, however often they are named. */
export async function readIdentities(
  table: VaultTable,
  people: readonly { readonly subject: SubjectId; readonly identities: readonly IdentityName[] }[],
  now: Date,
): Promise<ReadonlyMap<Digest, SealedPart>> {
  const names = people.flatMap(({ subject, identities }) =>
    identities.flatMap(({ recordId, address, details }): PartName[] => {
      const of = { subject, ...(recordId !== undefined && { recordId }) };
      const named = { ...of, class: 'address', digest: address } as const;
      return details === undefined ? [named] : [named, { ...of, class: 'details', digest: details }];
    }),
  );
  const once = new Map(names.map((name) => [name.digest, name]));
  return readPartsOf(table, [...once.values()], now);
}

function sealedPart({ sk, data, salt, digest }: PartItem): SealedPart {
  return { class: sk.split('#')[1] as PartClass, data, salt, digest };
}
