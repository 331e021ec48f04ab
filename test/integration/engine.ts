import { BatchWriteItemCommand, CreateTableCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeIterators } from '../../local/dynamo/closed-iterators';
import { ITEMS, LEDGER } from '../../local/dynamo/tables';
import { KEEP_ALIVE_MS } from '../../local/http';

/** A DynamoDB engine to test with: the one at DYNAMODB_ENDPOINT (DynamoDB Local, say), or dynalite in memory. */
export interface Engine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

export async function startEngine(): Promise<Engine> {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given) return { endpoint: given, stop: () => Promise.resolve() };
  // oxlint-disable-next-line typescript/no-require-imports -- has no types and no ES module
  const dynalite = require('dynalite') as (options: object) => Server;
  closeIterators(require.resolve('dynalite'));
  const server = dynalite({ createTableMs: 0 });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = (): Promise<void> => {
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  return { endpoint, stop };
}

const CONNECTION = { region: 'eu-central-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

/** Makes tables of its own for each caller, by the variables that functions find them by. */
export async function createTables(endpoint: string): Promise<Record<string, string>> {
  const client = new DynamoDBClient({ ...CONNECTION, endpoint });
  const suffix = randomBytes(6).toString('hex');
  const tables = {
    LEDGER_TABLE: `Ledger-${suffix}`,
    VAULT_TABLE: `Vault-${suffix}`,
    AUDIENCE_TABLE: `Audience-${suffix}`,
    LOG_TABLE: `Log-${suffix}`,
    LIMITS_TABLE: `Limits-${suffix}`,
  };
  for (const TableName of Object.values(tables)) {
    const made = TableName === tables.LEDGER_TABLE ? LEDGER : ITEMS;
    await client.send(new CreateTableCommand({ TableName, ...made }));
  }
  client.destroy();
  return tables;
}

/** Deletes whatever is in the tables. */
export async function emptyTables(client: DynamoDBClient, tables: readonly string[]): Promise<void> {
  for (const TableName of tables) {
    const keys = { TableName, ProjectionExpression: 'pk, sk', ConsistentRead: true, Limit: 25 };
    for await (const { Items = [] } of paginateScan({ client }, keys)) {
      if (Items.length === 0) continue;
      const RequestItems = { [TableName]: Items.map((Key) => ({ DeleteRequest: { Key } })) };
      await client.send(new BatchWriteItemCommand({ RequestItems }));
    }
  }
}
