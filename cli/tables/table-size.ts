import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { dynamo } from '../../shared/ledger/dynamo';

/** How many items a table has; DynamoDB counts them every few hours. */
export async function itemCount(TableName: string): Promise<number> {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }));
  return Table?.ItemCount ?? 0;
}
