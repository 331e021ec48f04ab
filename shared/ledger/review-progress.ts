import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Position } from './audience';
import { fromItem, toItem, type Keys } from './dynamo';
import type { AudienceTable } from './table';

/** A walk through the members of a site, which gives each a day in the index. */
export interface WalkPosition {
  readonly site: string;
  readonly purpose: string;
  readonly from: Position;
  /** The rules by which it goes. */
  readonly rules: string;
}

/** How far the daily review is. */
export interface ReviewProgress {
  /** Site -> the rules by which each of its members has a day. */
  readonly rules: Readonly<Record<string, string>>;
  readonly walk?: WalkPosition | undefined;
}

const KEY: Keys = { pk: 'review', sk: 'progress' };
const BEGINNING: ReviewProgress = { rules: {} };

/** Sees whatever was saved before. */
export async function readProgress(table: AudienceTable): Promise<ReviewProgress> {
  const Key = toItem(KEY);
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key, ConsistentRead: true }));
  return Item ? fromItem<Keys & ReviewProgress>(Item) : BEGINNING;
}

/** Durable when this returns. */
export async function saveProgress(table: AudienceTable, { rules, walk }: ReviewProgress): Promise<void> {
  const Item = toItem({ ...KEY, rules, walk });
  await table.client.send(new PutItemCommand({ TableName: table.name, Item }));
}
