import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, toItem, type Keys } from './dynamo';
import type { AudienceTable } from './table';

const placeKey = (site: string, processor: string): Keys => ({ pk: `asked#${site}`, sk: processor });

/** Where asking a tool who left there goes on, in the tool's own numbers; 0 where a round begins. */
export async function readPlaceAt(table: AudienceTable, site: string, processor: string): Promise<number> {
  const Key = toItem(placeKey(site, processor));
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key, ConsistentRead: true }));
  return Item ? fromItem<{ from: number }>(Item).from : 0;
}

/** Durable when it returns. */
export async function savePlaceAt(table: AudienceTable, site: string, processor: string, from: number): Promise<void> {
  const Item = toItem({ ...placeKey(site, processor), from });
  await table.client.send(new PutItemCommand({ TableName: table.name, Item }));
}
