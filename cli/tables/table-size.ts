import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../shared/ledger/table';

/** How many items a table has; DynamoDB counts them every few hours. */
export async function itemCount({ client, name }: Table): Promise<number> {
  const { Table: found } = await client.send(new DescribeTableCommand({ TableName: name }));
  return found?.ItemCount ?? 0;
}
