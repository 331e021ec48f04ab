import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { System } from './person';

export interface Kept {
  readonly pk: string;
  readonly sk: string;
  /** The entry's, in the ledger. */
  readonly type?: string;
  readonly expiresAt?: number;
}

/** Everything in a table that is about a person, as the engine itself has it. */
export async function keptIn(table: 'Ledger' | 'Vault', subject: string, system: System): Promise<Kept[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: 'eu-central-1', credentials });
  const found: Kept[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) {
    found.push(...Items.map((item) => unmarshall(item) as Kept).filter(({ pk }) => pk === `subject#${subject}`));
  }
  client.destroy();
  return found;
}
