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
  return (await allIn(table, system)).filter(({ pk }) => pk === `subject#${subject}`);
}

/** Everybody of whom there is something in a table. */
export async function subjectsIn(table: 'Ledger' | 'Vault', system: System): Promise<string[]> {
  const keys = (await allIn(table, system)).map(({ pk }) => pk.split('#'));
  return [...new Set(keys.flatMap(([kind, id = '']) => (kind === 'subject' ? [id] : [])))];
}

/** Everything in a table, as the engine itself has it. */
export async function allIn(table: 'Ledger' | 'Vault' | 'Audience', system: System): Promise<Kept[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: 'eu-central-1', credentials });
  const found: Kept[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) {
    found.push(...Items.map((item) => unmarshall(item) as Kept));
  }
  client.destroy();
  return found;
}

/** The keys of the counts that are kept of a site's people once they are gone. */
export async function countsOf(site: string, system: System): Promise<string[]> {
  return (await allIn('Ledger', system)).filter(({ pk }) => pk === `statistics#${site}`).map(({ sk }) => sk);
}
