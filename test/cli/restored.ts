import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  paginateScan,
  PutItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { LEDGER } from '../../local/dynamo/tables';
import type { Item } from '../integration/world';

/** A table that was made from a backup. */
export interface RestoredTable {
  readonly name: string;
  /** In the order of their keys. */
  items(): Promise<Item[]>;
  remove(): Promise<unknown>;
}

/** Does what a restore does: makes a new table of the items that a backup has. */
export async function restore(client: DynamoDBClient, backup: readonly Item[]): Promise<RestoredTable> {
  const TableName = `Restored-${randomBytes(6).toString('hex')}`;
  await client.send(new CreateTableCommand({ TableName, ...LEDGER }));
  while (!(await isActive(client, TableName))) await wait(10);
  for (const item of backup) await client.send(new PutItemCommand({ TableName, Item: marshall(item) }));
  return {
    name: TableName,
    items: () => itemsOf(client, TableName),
    remove: () => client.send(new DeleteTableCommand({ TableName })),
  };
}

async function isActive(client: DynamoDBClient, TableName: string): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table?.TableStatus === 'ACTIVE';
}

/** What a backup of a table has. */
export async function itemsOf(client: DynamoDBClient, TableName: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    items.push(...Items.map((item) => unmarshall(item) as Item));
  }
  return inOrder(items);
}

export function inOrder(items: readonly Item[]): Item[] {
  const key = ({ pk, sk }: Item): string => `${pk} ${sk}`;
  return [...items].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
