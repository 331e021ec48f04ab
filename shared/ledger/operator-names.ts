import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { epochSeconds, isGone, readAll, toItem, type Keys } from './dynamo';
import type { VaultTable } from './table';

/** What somebody who signed in is called, as their issuer said. */
export interface OperatorName {
  readonly name: string;
  /** ISO 8601: when the issuer said so. */
  readonly at: string;
}

type NameItem = Keys & OperatorName & { readonly expiresAt: number };

/** Where the names of operators are, beside what is about subjects. */
const partition = (operator: string): string => `operator#${operator}`;

/** Keeps a name, in place of the one before. Durable when this returns. */
export async function putOperatorName(
  table: VaultTable,
  operator: string,
  said: OperatorName,
  end: Date,
): Promise<void> {
  const item: NameItem = { pk: partition(operator), sk: 'name', ...said, expiresAt: epochSeconds(end) };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

/** What an operator is called, while that is kept. */
export async function readOperatorName(
  table: VaultTable,
  operator: string,
  now: Date,
): Promise<OperatorName | undefined> {
  const [found] = await readAll<NameItem>(table, partition(operator));
  return found && !isGone(found, now) ? { name: found.name, at: found.at } : undefined;
}
