import { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { required } from '../environment';
import { dynamo, epochSeconds, fromItem, isConditionFailed, toItem, type Item, type Keys } from './dynamo';

const TableName = required('AUDIENCE_TABLE');
const SHARDS = 8;
/** Long enough that no message about an earlier step is still on its way. */
const TOMBSTONE_SECONDS = 15 * 24 * 60 * 60;

/** A person who may, or may not any more, be mailed for a purpose. Holds ids, no address. */
export interface Member {
  readonly site: string;
  readonly purpose: string;
  readonly subject: string;
  /** The subject's last entry that this follows from; an older one never overwrites it. */
  readonly seq: number;
  readonly active: boolean;
  readonly recordId: string;
  readonly language: string;
  readonly since: string;
  /** The digest of the record's identity part. */
  readonly identity: string;
}

type MemberItem = Keys & Omit<Member, 'site' | 'purpose' | 'subject'> & { readonly expiresAt?: number };

/** So that no purpose of a site, however large, is one partition. */
const shardOf = (subject: string): number => (Buffer.from(subject, 'base64url')[0] ?? 0) % SHARDS;
const partition = (site: string, purpose: string, shard: number): string => `${site}#${purpose}#${shard}`;

/** Saves where a member stands. Durable when it returns; order and repetition of calls do not matter. */
export async function saveMember({ site, purpose, subject, ...rest }: Member, now: Date): Promise<void> {
  const item: MemberItem = {
    pk: partition(site, purpose, shardOf(subject)),
    sk: subject,
    ...rest,
    ...(!rest.active && { expiresAt: epochSeconds(now) + TOMBSTONE_SECONDS }),
  };
  // Once all of somebody's history was deleted, it begins anew at 0: a later record is newer then, too.
  const newer = new PutItemCommand({
    TableName,
    Item: toItem(item),
    ConditionExpression: 'attribute_not_exists(pk) OR seq < :seq OR (recordId <> :recordId AND #since < :since)',
    ExpressionAttributeNames: { '#since': 'since' },
    ExpressionAttributeValues: toItem({ ':seq': rest.seq, ':recordId': rest.recordId, ':since': rest.since }),
  });
  await dynamo.send(newer).catch(ignoreIfOlder);
}

/** Takes somebody out, of whose history nothing is left that says so. */
export async function endMembership(site: string, purpose: string, subject: string, now: Date): Promise<void> {
  const out = new UpdateItemCommand({
    TableName,
    Key: toItem({ pk: partition(site, purpose, shardOf(subject)), sk: subject }),
    ConditionExpression: 'attribute_exists(pk)',
    UpdateExpression: 'SET active = :active, expiresAt = :end',
    ExpressionAttributeValues: toItem({ ':active': false, ':end': epochSeconds(now) + TOMBSTONE_SECONDS }),
  });
  await dynamo.send(out).catch(ignoreIfOlder);
}

/** Moves a site's watermark forward: the audience reflects the steps up to then. */
export async function saveAsOf(site: string, at: string): Promise<void> {
  const forward = new UpdateItemCommand({
    TableName,
    Key: asOfKey(site),
    UpdateExpression: 'SET asOf = :at',
    ConditionExpression: 'attribute_not_exists(asOf) OR asOf < :at',
    ExpressionAttributeValues: toItem({ ':at': at }),
  });
  await dynamo.send(forward).catch(ignoreIfOlder);
}

function ignoreIfOlder(error: unknown): void {
  if (!isConditionFailed(error)) throw error;
}

const asOfKey = (site: string): Item => toItem({ pk: `site#${site}`, sk: 'asOf' });

/** The watermark; undefined where nobody was ever in an audience of the site. */
export async function readAsOf(site: string): Promise<string | undefined> {
  const { Item } = await dynamo.send(new GetItemCommand({ TableName, Key: asOfKey(site) }));
  return Item && fromItem<{ asOf: string }>(Item).asOf;
}

/** Where a page of the audience begins: after a member, within a shard. */
export interface Position {
  readonly shard: number;
  readonly after?: string;
}

export interface AudiencePage {
  readonly members: readonly Member[];
  /** Undefined on the last page. */
  readonly next?: Position;
}

const REVIEW_KEY: Keys = { pk: 'review', sk: 'position' };

/** How far the review of all members got. */
export interface ReviewPosition {
  readonly site: string;
  readonly purpose: string;
  readonly from: Position;
}

/** Undefined where a review is to begin, as the last one was finished. */
export async function readReviewPosition(): Promise<ReviewPosition | undefined> {
  const { Item } = await dynamo.send(new GetItemCommand({ TableName, Key: toItem(REVIEW_KEY), ConsistentRead: true }));
  return Item && fromItem<{ position?: ReviewPosition }>(Item).position;
}

export async function saveReviewPosition(position: ReviewPosition | undefined): Promise<void> {
  await dynamo.send(new PutItemCommand({ TableName, Item: toItem({ ...REVIEW_KEY, position }) }));
}

/** Up to `limit` active members, in an order that stays the same while others come and go. */
export async function readMembers(site: string, purpose: string, from: Position, limit: number): Promise<AudiencePage> {
  const members: Member[] = [];
  let position: Position | undefined = from;
  while (position && members.length < limit) {
    const { found, next } = await queryShard(site, purpose, position, limit - members.length);
    members.push(...found);
    position = next;
  }
  return { members, ...(position && { next: position }) };
}

async function queryShard(site: string, purpose: string, { shard, after }: Position, limit: number) {
  const pk = partition(site, purpose, shard);
  const { Items = [], LastEvaluatedKey } = await dynamo.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: 'active = :active',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':active': true }),
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: toItem({ pk, sk: after }) }),
    }),
  );
  const found = Items.map((item) => member(site, purpose, fromItem<MemberItem>(item)));
  if (LastEvaluatedKey) return { found, next: { shard, after: fromItem<Keys>(LastEvaluatedKey).sk } };
  return { found, next: shard + 1 < SHARDS ? { shard: shard + 1 } : undefined };
}

function member(site: string, purpose: string, { pk: _pk, sk, expiresAt: _end, ...rest }: MemberItem): Member {
  return { site, purpose, subject: sk, ...rest };
}
